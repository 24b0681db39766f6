import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list case referrals` shows that sealed cases exist, and no more.
let listCaseReferrals = Command(
    "list case referrals",
    Text(
        "Shows the sealed cases by code and month, without opening any.",
        vi: "Liệt kê vụ việc niêm phong theo mã và tháng, không mở."),
    effect: .reads, returns: .table(sealedCaseColumns), run: list
) {
    Label<Period?>("period", Text("Only cases received in this period.", vi: "Chỉ vụ việc tiếp nhận trong kỳ này."))
} examples: {
    Example("list case referrals period: 2025").prints("1 sealed case recorded")
    Example("list case referrals period: \"soon\"").reports(.wrongType)
}

/// The columns of `list case referrals`.
let sealedCaseColumns = Schema([
    ColumnInfo("case", .code("case"), Text("Code", vi: "Mã")),
    ColumnInfo("month", .period, Text("Month of receipt", vi: "Tháng tiếp nhận")),
    ColumnInfo("key", .code("case-key"), Text("Sealed to", vi: "Khóa niêm phong")),
    ColumnInfo("readings", .number, Text("Times opened", vi: "Số lần mở")),
])

private func list(session: Session, period: Period?) throws -> Document {
    let lines = try CaseRegister(session).lines().filter { period?.contains($0.month) ?? true }
    let rows = lines.map { line -> [Value] in
        [.text(line.code), .period(line.month), .text(line.key), .number(Number(line.readings))]
    }
    return .table(Table(sealedCaseColumns, rows: rows), remark: counts(lines.map(\.month)))
}

/// How many cases there are, month by month: nothing else is counted without opening them.
private func counts(_ months: [Period]) -> Text {
    let byMonth = Dictionary(grouping: months) { $0 }.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value.count)" }.joined(separator: ", ")
    let tail = byMonth.isEmpty ? "" : " (\(byMonth))"
    return Text(
        "\(months.count) sealed case\(months.count == 1 ? "" : "s") recorded\(tail)",
        vi: "\(months.count) vụ việc niêm phong đã ghi\(tail)")
}
