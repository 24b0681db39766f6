import Commands
import Documents
import Programme
import Tables
import Values

/// `check planned` holds the women among planned cadres against the targets of QĐ 2282.
let checkPlanned = Command(
    "check planned",
    Text(
        "Holds the share of women among each unit's planned cadres against 40 % by 2025 and 50 % by 2030.",
        vi: "Đối chiếu tỷ lệ nữ trong quy hoạch của từng đơn vị với mức 40% (năm 2025) và 50% (năm 2030)."),
    effect: .reads, returns: .table(plannedTargetColumns), run: check
) {
    asOfPeriod
    belowUnit
} examples: {
    Example("check planned under: SGD-HP").prints("62.5")
    Example("check planned under: NOWHERE").reports(.unknownCode)
}

/// The columns of `check planned`.
let plannedTargetColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("total", .number, Text("Planned", vi: "Trong quy hoạch")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ, %")),
    ColumnInfo("by_2025", PlannedStanding.type, Text("40 % by 2025", vi: "Mức 40% (2025)")),
    ColumnInfo("by_2030", PlannedStanding.type, Text("50 % by 2030", vi: "Mức 50% (2030)")),
    ColumnInfo("lacking", .number, Text("Women lacking for 50 %", vi: "Số nữ còn thiếu để đạt 50%")),
    ColumnInfo("exception", .yesNo, Text("Under 30 % women in the staff", vi: "Nữ dưới 30% đội ngũ")),
])

private func check(session: Session, period: Period?, under: UnitCode?) throws -> Document {
    let day = closingDay(period, session)
    let units = try listedUnits(under: under, on: day, session)
    let planned = try Headcounts<PlannedPost>(session).last(.any, by: day)
    let staff = try Headcounts<StaffPost>(session).last(.staff, by: day)
    let rows = units.map { unit -> [Value] in
        let few = PlannedTarget.fewWomen(in: staff[unit.id])
        guard let count = planned[unit.id] else {
            let untold = Value.missing(.notReported)
            return [.text(unit.code), untold, untold, untold, untold, untold, untold, few]
        }
        let lacking = PlannedTarget.by2030.lacking(count)
        return [
            .text(unit.code), .number(Number(count.total)), .number(Number(count.women)), count.share,
            PlannedTarget.by2025.standing(count).value, PlannedTarget.by2030.standing(count).value,
            lacking.map { .number(Number($0)) } ?? .missing(.notApplicable), few,
        ]
    }
    let tally = PlannedTally(units, planned)
    return Document([
        .table(TableBlock(Table(plannedTargetColumns, rows: rows), remark: tally.remark)),
        .reservation(PlannedTarget.source),
    ])
}
