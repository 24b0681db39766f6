import Commands
import Tables
import Values

/// Recast figures as a table.
struct RecastTable {
    static let columns = Schema([
        ColumnInfo("element", .code("element"), Text("Figure", vi: "Số liệu")),
        ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
        ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
        ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
        ColumnInfo("men", .number, Text("Men", vi: "Nam")),
        ColumnInfo("state", RecastState.type, Text("State", vi: "Trạng thái")),
        ColumnInfo("sources", .number, Text("Units behind it", vi: "Số đơn vị nguồn")),
        ColumnInfo("counted", .number, Text("Of them counted", vi: "Trong đó đã tính")),
        ColumnInfo("break", .text, Text("Break", vi: "Mốc thay đổi")),
    ])

    private let recast: UnitRecast
    private let units: [OfficeUnit]
    private let kindOf: [Int64: UnitKind]
    private var rows: [[Value]] = []

    /// Tells figures of all units by those under one, or by all.
    init(_ recast: UnitRecast, under top: UnitCode?) throws {
        self.recast = recast
        let all = try recast.units()
        units = top.map { Units.under($0.code, among: all) } ?? all
        kindOf = Dictionary(all.map { ($0.id, $0.kind) }) { first, _ in first }
    }

    /// The table.
    var table: Table { Table(RecastTable.columns, rows: rows) }

    /// The kinds of some units.
    func kinds(of units: some Sequence<Int64>) -> Set<UnitKind> {
        Set(units.compactMap { kindOf[$0] })
    }

    /// Adds the figures of an element and a period, unit by unit.
    mutating func add(
        _ element: FigureElement, _ period: Period, _ claims: [Int64: FigureClaim], kinds: Set<UnitKind>
    ) {
        let figures = recast.figures(claims, of: element, in: period, from: kinds)
        for unit in units {
            guard let figure = figures[unit.id], figure.isKnown else { continue }
            let absent = Value.missing(figure.state.missing)
            let men = figure.women.flatMap { figure.total?.subtracting($0) }
            var marks = figure.breaks.sorted { $0.day < $1.day }.map { "\($0.kind.rawValue) \($0.day)" }
            if !recast.isOpen(unit.id) { marks.append("not open \(recast.structure)") }
            rows.append([
                .text(element.code), .period(period), .text(unit.code), .text(unit.name),
                figure.total.map { .number($0) } ?? absent, figure.women.map { .number($0) } ?? absent,
                men.map { .number($0) } ?? absent, figure.state.value, .number(Number(figure.expected)),
                .number(Number(figure.counted)), marks.isEmpty ? .missing : .text(marks.joined(separator: "; ")),
            ])
        }
    }
}
