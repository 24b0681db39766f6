import Commands
import Documents
import Programme
import Tables
import Values

/// `list leadership` shows who leads each unit, as counts.
let listLeadership = Command(
    "list leadership",
    Text(
        "Shows for each unit the leaders and whether a woman is among them.",
        vi: "Cho biết lãnh đạo từng đơn vị và có nữ trong ban lãnh đạo hay không."),
    effect: .reads, returns: .table(leadershipColumns), run: list
) {
    asOfPeriod
    belowUnit
} examples: {
    Example("list leadership under: SGD-HP").prints("1 of 1 units that reported have a woman among the leaders")
    Example("list leadership under: NOWHERE").reports(.unknownCode)
}

/// The columns of `list leadership`.
let leadershipColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
    ColumnInfo("heads", .number, Text("Head", vi: "Người đứng đầu")),
    ColumnInfo("women_heads", .number, Text("Woman head", vi: "Nữ người đứng đầu")),
    ColumnInfo("deputies", .number, Text("Deputies", vi: "Cấp phó")),
    ColumnInfo("women_deputies", .number, Text("Women deputies", vi: "Nữ cấp phó")),
    ColumnInfo("leaders", .number, Text("Leaders", vi: "Lãnh đạo")),
    ColumnInfo("women", .number, Text("Women leaders", vi: "Nữ lãnh đạo")),
    ColumnInfo("woman_leads", .yesNo, Text("A woman among them", vi: "Có nữ lãnh đạo")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Document {
    let day = closingDay(period, session)
    let units = try listedUnits(under: under, on: day, session)
    let leadership = try Leadership(session, by: day)
    let rows = units.map { unit -> [Value] in
        let leaders = leadership.leaders(of: unit.id)
        return [.text(unit.code), .text(unit.name)] + pair(leadership.head(of: unit.id))
            + pair(leadership.deputies(of: unit.id)) + pair(leaders)
            + [leadership.hasWoman(unit.id).map { .yesNo($0) } ?? absent(leaders)]
    }
    let tally = LeadershipTally(units, leadership)
    return Document([
        .table(TableBlock(Table(leadershipColumns, rows: rows), remark: tally.remark)),
        .reservation(LeadershipTally.target),
    ])
}

private func pair(_ count: Headcount?) -> [Value] {
    guard let count else { return [.missing(.notReported), .missing(.notReported)] }
    return [.number(Number(count.total)), .number(Number(count.women))]
}

/// Why it is not known whether a woman leads: nobody leads, or nobody told.
private func absent(_ leaders: Headcount?) -> Value {
    .missing(leaders == nil ? .notReported : .notApplicable)
}
