import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list figures` shows the figures of units and periods.
let listFigures = Command(
    "list figures", Text("Shows figures by element, period and unit.", vi: "Liệt kê số liệu theo loại, kỳ và đơn vị."),
    effect: .reads, returns: .table(figureColumns), run: list
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

private func list(session: Session, code: ElementCode?, period: Period?, under: UnitCode?) throws -> Document {
    let units = try Units(session).scope(period, under: under)
    let element = try code.flatMap { try Elements(session).element($0.code) }
    let figures =
        if let element, element.isDerived {
            try derived(session, element.code, period, units)
        } else {
            try Figures(session).list(element?.id)
        }
    let scope = Set(units.map(\.id))
    let rows = figures.filter { scope.contains($0.unit) && (period?.contains($0.period) ?? true) }.map(row)
    return .table(Table(figureColumns, rows: rows))
}

private func derived(_ session: Session, _ code: String, _ period: Period?, _ units: [OfficeUnit]) throws -> [Figure] {
    guard let period else {
        throw Diagnostic(
            .periodNeeded,
            Text(
                "‘\(code)’ comes from records; say for which period.", vi: "‘\(code)’ tính từ bản ghi; hãy ghi rõ kỳ."),
            subject: "element", suggestion: "list figures element: \(code) period: \(session.today.year)")
    }
    let values = try Elements(session).source(of: code)?.figures(session, period) ?? [:]
    return units.compactMap { unit in
        values[unit.id].map { value in
            Figure(
                element: code, unit: unit.id, unitCode: unit.code, period: period, total: value.total,
                women: value.women,
                state: .reported, entry: nil)
        }
    }
}

private func row(_ figure: Figure) -> [Value] {
    let absent = Value.missing(figure.state.missing ?? .empty)
    let men = figure.women.flatMap { figure.total?.subtracting($0) }
    return [
        .text(figure.element), .text(figure.unitCode), .period(figure.period),
        figure.total.map { .number($0) } ?? absent, figure.women.map { .number($0) } ?? absent,
        men.map { .number($0) } ?? absent, figure.state.value, figure.entry.map { .number(Number($0)) } ?? .missing,
    ]
}

extension Diagnostic.Code {
    /// Figures that come from records were asked for without a period.
    static let periodNeeded: Self = "period-needed"
}
