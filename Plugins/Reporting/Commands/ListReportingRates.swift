import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list reporting rates` shows what share of the returns came in, and on time.
let listReportingRates = Command(
    "list reporting rates",
    Text(
        "Shows what share of the returns came in, and on time, over the units that owe one.",
        vi: "Cho biết tỷ lệ nộp báo cáo và nộp đúng hạn, tính trên các đơn vị phải nộp."),
    lists: rateColumns, by: list
) {
    Label<RoundCode?>("round", Text("Only this round.", vi: "Chỉ đợt này."))
    Label<Period?>("period", Text("Only rounds for this period or parts of it.", vi: "Chỉ các đợt của kỳ này."))
    Label<UnitCode?>(
        "under", Text("Only over this unit and all below it.", vi: "Chỉ tính đơn vị này và các đơn vị trực thuộc."))
    Label<RatePart?>("by", Text("A line for each part, too.", vi: "Tách thành từng phần."))
} examples: {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("list reporting rates").prints("100 %")
    Example("list reporting rates round: BC-2025 by: kind | keep part, expected, rate").prints("thpt")
    Example("list reporting rates by: size").reports("not-a-choice")
}

/// By what a rate is parted; the parts of a round have no unit in common, so that their counts add up.
enum RatePart: String, ChoiceType {
    case manager, kind

    static let listName = "part of a rate"

    var meaning: Text {
        switch self {
        case .manager: Text("the unit that manages them", vi: "theo đơn vị quản lý trực tiếp")
        case .kind: Text("what the units are", vi: "theo loại đơn vị")
        }
    }

    func name(of unit: OfficeUnit) -> String {
        switch self {
        case .manager: unit.managerCode ?? ""
        case .kind: unit.kind.rawValue
        }
    }
}

private let rateColumns = Schema([
    ColumnInfo("round", .code("round"), Text("Round", vi: "Đợt báo cáo")),
    ColumnInfo("units-on", .date, Text("Units as on", vi: "Đơn vị tại ngày")),
    ColumnInfo("part", .text, Text("Part", vi: "Phần")),
    ColumnInfo("expected", .number, Text("Expected", vi: "Phải nộp")),
    ColumnInfo("on-time", .number, Text("On time", vi: "Đúng hạn")),
    ColumnInfo("late", .number, Text("Late", vi: "Muộn")),
    ColumnInfo("none", .number, Text("None", vi: "Chưa nộp")),
    ColumnInfo("rate", .percent, Text("Reporting rate", vi: "Tỷ lệ nộp")),
    ColumnInfo("on-time-rate", .percent, Text("On-time rate", vi: "Tỷ lệ đúng hạn")),
])

private func list(session: Session, round: RoundCode?, period: Period?, under: UnitCode?, by part: RatePart?) throws
    -> Listing
{
    let rounds = try Round.all(session, code: round?.code).filter { period?.contains($0.period) ?? true }
    let rows = try rounds.flatMap { round -> [[Value]] in
        let returns = try round.returns(session, under: under?.code)
        guard let part else { return [row(round, nil, returns)] }
        let parts = Dictionary(grouping: returns) { part.name(of: $0.unit) }
        return parts.sorted { $0.key < $1.key }.map { row(round, $0.key, $0.value) }
    }
    return Listing(
        Table(rateColumns, rows: rows),
        remark: Text(
            "Above and below the line stand the units that were open under the caller on the day ‘units-on’, of the "
                + "kinds asked.",
            vi: "Tử số và mẫu số cùng tính trên các đơn vị đang hoạt động, trực thuộc và đúng loại tại ngày "
                + "‘units-on’."))
}

private func row(_ round: Round, _ part: String?, _ returns: [UnitReturn]) -> [Value] {
    let counts = ReturnCounts(returns)
    return [
        .text(round.code), .date(round.unitsDay), part.value, .number(Number(counts.expected)),
        .number(Number(counts.onTime)), .number(Number(counts.late)), .number(Number(counts.none)),
        counts.share(counts.received), counts.share(counts.onTime),
    ]
}
