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
    private let codes: [Int64: String]
    /// The units that are told, each with the unit above it.
    private let above: [Int64: Int64?]
    private var rows: [[Value]] = []

    /// Tells figures of all units by those under one, or by all.
    init(_ recast: UnitRecast, under top: UnitCode?) throws {
        self.recast = recast
        let all = try recast.units()
        units = top.map { Units.under($0.code, among: all) } ?? all
        codes = Dictionary(all.map { ($0.id, $0.code) }) { first, _ in first }
        above = Dictionary(units.map { ($0.id, $0.manager) }) { first, _ in first }
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
        addJoint(element, period, claims, kinds, figures)
    }

    /// Adds what units that cannot be told by themselves are together, so that every sum over all of them holds.
    private mutating func addJoint(
        _ element: FigureElement, _ period: Period, _ claims: [Int64: FigureClaim], _ kinds: Set<UnitKind>,
        _ figures: [Int64: RecastFigure]
    ) {
        guard figures.values.contains(where: { $0.state == .notComparable }) else { return }
        let joint = recast.joint(in: period)
        let whole = recast.figures(claims, of: element, in: period, from: kinds, together: joint)
        for group in joint.groups {
            let untold = group.filter { figures[$0]?.state == .notComparable }
            guard let figure = whole[group[0]], !untold.isEmpty, untold.allSatisfy({ above[$0] != nil }),
                let rest = RecastTable.rest(of: figure, without: group.compactMap { figures[$0] })
            else { continue }
            let marks = figure.breaks.sorted { $0.day < $1.day }.map { "\($0.kind.rawValue) \($0.day)" }
            let men = rest.women.flatMap { rest.total.subtracting($0) }
            rows.append([
                .text(element.code), .period(period), lowest(above: untold).map { .text($0) } ?? .missing,
                .text(untold.compactMap { codes[$0] }.joined(separator: " + ")), .number(rest.total),
                rest.women.map { .number($0) } ?? .missing, men.map { .number($0) } ?? .missing,
                RecastState.together.value, .number(Number(figure.expected)), .number(Number(figure.counted)),
                marks.isEmpty ? .missing : .text(marks.joined(separator: "; ")),
            ])
        }
    }

    /// What a figure leaves of which some units are known by themselves; `nil` where that is not known.
    private static func rest(
        of figure: RecastFigure, without parts: [RecastFigure]
    ) -> (total: Number, women: Number?)? {
        guard var total = figure.total else { return nil }
        var women = figure.women
        for part in parts where part.state != .notComparable && part.state != .notApplicable {
            guard let known = part.total, let left = total.subtracting(known) else { return nil }
            total = left
            women = women.flatMap { all in part.women.flatMap { all.subtracting($0) } }
        }
        return (total, women)
    }

    /// The code of the lowest unit above all of some.
    private func lowest(above units: [Int64]) -> String? {
        let ways = units.map { unit -> [Int64] in
            var way: [Int64] = []
            var next = above[unit] ?? nil
            while let here = next, !way.contains(here) {
                way.append(here)
                next = above[here] ?? nil
            }
            return way
        }
        return ways.first?.first { unit in ways.allSatisfy { $0.contains(unit) } }.flatMap { codes[$0] }
    }
}
