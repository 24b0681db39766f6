import Commands
import Documents
import Programme
import Tables
import Values

/// The indicators of a unit beside those of all units of its kind and of the whole office above.
struct UnitPeers {
    private let rows: [[Value]]
    private let kind: UnitKind
    private let shown: [IndicatorResult]

    init(_ session: Session, _ request: ReportRequest) throws {
        let (unit, period, language) = (request.unit, request.period, session.surroundings.language)
        let root = try UnitPeers.root(of: unit, session)
        var own = try IndicatorComputation(session, period: period, under: UnitCode(code: unit.code))
        var all = try IndicatorComputation(session, period: period, under: UnitCode(code: root))
        var (rows, shown) = ([[Value]](), [IndicatorResult]())
        for indicator in try Indicators(session).all() where indicator.numerator != nil {
            guard let result = try own.results(indicator).first, result.value != nil else { continue }
            let peers = try all.results(indicator, by: .level).first { $0.level == unit.kind }
            let whole = try all.results(indicator).first
            let cell = { (result: IndicatorResult?) -> Value in
                guard let result, let value = result.value else { return .missing(.notReported) }
                return indicator.unit.cell(indicator.unit == .percent ? value : value.rounded(to: indicator.decimals))
            }
            shown.append(result)
            rows.append([
                .text(indicator.code), .text(indicator.name(in: language)), cell(result), cell(peers), cell(whole),
                result.target.map { indicator.unit.cell(indicator.level($0)) } ?? .missing,
                .number(Number(peers?.counted ?? 0)),
            ])
        }
        self.rows = rows
        self.shown = shown
        kind = unit.kind
    }

    /// The code of the unit above all that manage a unit.
    private static func root(of unit: OfficeUnit, _ session: Session) throws -> String {
        let units = Units(session)
        var (found, seen) = (unit, Set([unit.id]))
        while let id = found.manager, seen.insert(id).inserted, let above = try units.unit(id) { found = above }
        return found.code
    }

    /// The section of the unit's report.
    var blocks: [Block] {
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                TableBlock(
                    Table(UnitPeers.columns, rows: rows),
                    remark: Text(
                        "Of one kind: \(kind.meaning.english). The last column tells how many of them have figures.",
                        vi: "Cùng loại: \(kind.meaning.vietnamese). Cột cuối là số đơn vị cùng loại có số liệu.")))
        ] + IndicatorTable.reservations(shown).map { .reservation($0) }
    }

    private static let columns = Schema([
        ColumnInfo("indicator", .text, Text("Code", vi: "Mã")),
        ColumnInfo("name", .text, Text("Indicator", vi: "Chỉ tiêu")),
        ColumnInfo("own", .percent, Text("The unit", vi: "Đơn vị")),
        ColumnInfo("peers", .percent, Text("Of one kind", vi: "Cùng loại")),
        ColumnInfo("all", .percent, Text("All units", vi: "Toàn ngành")),
        ColumnInfo("target", .percent, Text("Target", vi: "Mức chỉ tiêu")),
        ColumnInfo("count", .number, Text("Units", vi: "Số đơn vị")),
    ])
}
