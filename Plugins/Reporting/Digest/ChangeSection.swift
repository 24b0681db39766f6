import Commands
import Documents
import Programme
import Tables
import Values

/// “So với kỳ trước”: what packs count in the period beside the one before it, such as trainings, sessions and money.
let changeSection = ReportSection(
    of: digestName, order: 45, Text("What changed since the period before", vi: "Thay đổi so với kỳ trước")
) { session, request in
    let (now, before) = (request.period, request.period.advanced(by: -1))
    let top = UnitCode(code: request.unit.code)
    var current = try IndicatorComputation(session, period: now, under: top)
    var earlier = try IndicatorComputation(session, period: before, under: top)
    let language = session.surroundings.language
    var rows: [[Value]] = []
    for element in try Elements(session).all() where element.isDerived && element.overTime == .sum {
        let new = try current.count(element)?.value ?? .zero
        let old = try earlier.count(element)?.value ?? .zero
        guard new != .zero || old != .zero else { continue }
        let name = element.name(in: language)
        rows.append([
            .text(name.prefix(1).uppercased() + name.dropFirst()), .number(old), .number(new),
            new.subtracting(old).map { .number($0) } ?? .missing,
        ])
    }
    guard !rows.isEmpty else { return [] }
    let columns = Schema([
        ColumnInfo("what", .text, Text("What", vi: "Nội dung")),
        ColumnInfo("before", .number, before.words.capitalised),
        ColumnInfo("now", .number, now.words.capitalised),
        ColumnInfo("change", .number, Text("Change", vi: "Tăng, giảm")),
    ])
    return [.table(TableBlock(Table(columns, rows: rows)))]
}

extension Text {
    /// The text with a large first letter in both languages.
    fileprivate var capitalised: Text {
        Text(
            english.prefix(1).uppercased() + english.dropFirst(),
            vi: vietnamese.prefix(1).uppercased() + vietnamese.dropFirst())
    }
}
