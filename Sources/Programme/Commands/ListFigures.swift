import Commands
import Database
import Diagnostics
import Documents
import Tables
import Values

/// `list figures` shows the figures of units and periods.
let listFigures = Command(
    "list figures", Text("Shows figures by element, period and unit.", vi: "Liệt kê số liệu theo loại, kỳ và đơn vị."),
    lists: figureColumns, by: list
) {
    Label<ElementCode?>("element", Text("Only figures of this element.", vi: "Chỉ loại số liệu này."))
    Label<Period?>("period", Text("Only figures of periods inside this one.", vi: "Chỉ các kỳ nằm trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("list figures element: masters period: 2024 under: SGD-HP").prints("NGO-QUYEN")
    Example("list figures element: trainings").reports(.periodNeeded)
}

/// The columns of `list figures`.
let figureColumns = Schema([
    ColumnInfo("element", .code("element"), Text("Figure", vi: "Số liệu")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("men", .number, Text("Men", vi: "Nam")),
    ColumnInfo("state", FigureState.type, Text("State", vi: "Trạng thái")),
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
])

private func list(session: Session, code: ElementCode?, period: Period?, under: UnitCode?) throws -> Listing {
    let units = try Units(session).scope(period, under: under)
    let element = try code.flatMap { try Elements(session).element($0.code) }
    if let element, element.isDerived {
        return Listing(Table(figureColumns, rows: try derived(session, element.code, period, units)))
    }
    var conditions = [session.visible("f")]
    conditions.append("f.unit IN (\(ids: units.map(\.id)))")
    if let element { conditions.append("f.element = \(element.id)") }
    if let period { conditions.append("f.period IN (\(list: Period.Kind.allCases.flatMap { period.parts($0) }))") }
    return Listing(
        figureColumns,
        [
            .code("e.code", id: "f.element", of: "element"), .code("u.code", id: "f.unit", of: "unit"),
            .period("f.period"), absent(.decimal("f.total")),
            absent(.decimal("f.women")),
            .computed(["f.total", "f.women", "f.state"]) { row in
                let (total, women): (Number?, Number?) = (try row.value(0), try row.value(1))
                let state: FigureState = try row.value(2)
                let men = women.flatMap { total?.subtracting($0) }
                return men.map { .number($0) } ?? .missing(state.missing ?? .empty)
            },
            .text("f.state"), .integer("f.recorded"),
        ],
        from: "figure f JOIN element e ON e.id = f.element JOIN unit u ON u.id = f.unit",
        where: conditions.joined(" AND "), orderedBy: ["e.code", "f.period", "u.code", "f.id"])
}

/// A column whose cells are missing for the reason that the state of the figure tells.
func absent(_ column: ListingColumn) -> ListingColumn {
    let cases = FigureState.allCases.map { state -> SQL in
        "WHEN \(state) THEN \(Int(state.missing?.number ?? Missing.empty.number))"
    }
    return column.missing(because: "CASE f.state \(cases.joined(" ")) END")
}

private func derived(
    _ session: Session, _ code: String, _ period: Period?, _ units: [OfficeUnit]
) throws -> [[Value]] {
    guard let period else {
        throw Diagnostic.periodNeeded(code, "list figures", session)
    }
    let values = try Elements(session).figures(derivedAs: code, period)
    return units.compactMap { unit in
        values[unit.id].map { value in
            let men = value.women.flatMap { value.total.subtracting($0) }
            let counts = [value.total, value.women, men].map { $0.map { Value.number($0) } ?? .missing }
            return [.text(code), .text(unit.code), .period(period)] + counts + [FigureState.reported.value, .missing]
        }
    }
}

extension Diagnostic {
    /// Asks for the period of figures that come from records; `line` is what was typed, without its element.
    static func periodNeeded(_ code: String, _ line: String, _ session: Session) -> Diagnostic {
        Diagnostic(
            .periodNeeded,
            Text(
                "‘\(code)’ comes from records; say for which period.", vi: "‘\(code)’ tính từ bản ghi; hãy ghi rõ kỳ."),
            subject: "element", suggestion: "\(line) element: \(code) period: \(session.today.year)")
    }
}

extension Diagnostic.Code {
    /// Figures that come from records were asked for without a period.
    static let periodNeeded: Self = "period-needed"
}
