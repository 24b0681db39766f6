import Commands
import Documents
import Programme
import Tables
import Values

/// `check staff` finds counts that cannot be true together.
let checkStaff = Command(
    "check staff",
    Text(
        "Finds counts of staff that cannot be true together.",
        vi: "Tìm số liệu đội ngũ mâu thuẫn với nhau."),
    effect: .reads, returns: .table(staffFindingColumns), run: check
) {
    asOfPeriod
    belowUnit
} examples: {
    Example("check staff under: SGD-HP").prints("posts-over-staff")
    Example("check staff under: TP-99").reports(.unknownCode)
}

/// The columns of `check staff`.
let staffFindingColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("rule", StaffRule.type, Text("Rule", vi: "Quy tắc")),
    ColumnInfo("post", StaffPost.type, Text("Post", vi: "Vị trí")),
    ColumnInfo("people", CountedPeople.type, Text("People", vi: "Nhóm")),
    ColumnInfo("found", .number, Text("Found", vi: "Số đã ghi")),
    ColumnInfo("limit", .number, Text("At most", vi: "Tối đa")),
    ColumnInfo("on", .date, Text("As of", vi: "Ngày chốt")),
])

private func check(session: Session, period: Period?, under: UnitCode?) throws -> Document {
    let day = closingDay(period, session)
    let found = try Headcounts<StaffPost>(session).findings(by: day, terms: LeaderTerms(session).all())
    let findings = Dictionary(grouping: found) { $0.unit }
    let rows = try listedUnits(under: under, on: day, session).flatMap { unit in
        (findings[unit.id] ?? []).map { finding -> [Value] in
            [
                .text(unit.code), finding.rule.value, finding.post.value, finding.people.value,
                .number(Number(finding.found)), .number(Number(finding.limit)), .date(finding.on),
            ]
        }
    }
    return .table(
        Table(staffFindingColumns, rows: rows),
        remark: Text(
            "only counts of the same day are compared; the rules are our own",
            vi: "chỉ so sánh số liệu cùng ngày chốt; quy tắc kiểm tra do chúng tôi đặt"))
}
