import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list occasions` shows the days and themes of a year's occasions, with the campaign that stands for each.
let listOccasions = Command(
    "list occasions",
    Text(
        "Shows the days, themes and sources of a year's occasions, and the campaign for each.",
        vi: "Liệt kê thời gian, chủ đề, nguồn của các dịp trong năm và đợt truyền thông tương ứng."),
    effect: .reads, returns: .table(occasionColumns), run: list
) {
    Label<Period>(
        "year", Text("The calendar year.", vi: "Năm dương lịch."),
        default: .now(Text("this year", vi: "năm nay")) { .period(Period(.year, containing: $0.today)) })
} examples: {
    Example("list occasions year: 2025").prints("BDG-2025")
    Example("list occasions year: 2025-Q4").reports(.notACalendarYear)
}

/// The columns of `list occasions`.
let occasionColumns = Schema([
    ColumnInfo("occasion", Occasion.type, Text("Occasion", vi: "Dịp")),
    ColumnInfo("begins", .date, Text("From", vi: "Từ ngày")),
    ColumnInfo("ends", .date, Text("To", vi: "Đến ngày")),
    ColumnInfo("theme", .text, Text("Theme", vi: "Chủ đề")),
    ColumnInfo("campaign", .code("campaign"), Text("Campaign", vi: "Đợt")),
    ColumnInfo("confidence", Confidence.type, Text("Confidence", vi: "Độ tin cậy")),
    ColumnInfo("source", .text, Text("Source", vi: "Nguồn")),
])

private func list(session: Session, year: Period) throws -> Document {
    guard year.kind == .year else {
        throw Diagnostic(
            .notACalendarYear,
            Text("\(year) is not a calendar year.", vi: "\(year) không phải là một năm dương lịch."), subject: "year",
            replacement: "\(year.last.year)")
    }
    let set = try OccasionYear.set(in: year.year...year.year, session)
    let campaigns = try Campaign.between(year.first, year.last, session).filter { $0.begins.year == year.year }
    let rows = Occasion.allCases.compactMap { occasion -> [Value]? in
        let campaign = campaigns.first { $0.occasion == occasion }
        let own = set.first { $0.occasion == occasion }
        let usual = occasion.days(in: year.year)
        guard let begins = campaign?.begins ?? own?.begins ?? usual?.first,
            let ends = campaign?.ends ?? own?.ends ?? usual?.last
        else { return nil }
        let duty = campaign?.duty ?? own?.duty
        let source = duty?.source ?? occasion.origin.source
        return [
            occasion.value, .date(begins), .date(ends), (campaign?.theme ?? own?.theme).value,
            (campaign?.code).value, (duty?.confidence ?? occasion.origin.confidence).value,
            source.isEmpty ? .missing : .text(source),
        ]
    }
    return .table(
        Table(occasionColumns, rows: rows),
        remark: Text(
            "the campaign of an occasion stands first, then what ‘set occasion’ told, then the usual days",
            vi: "ưu tiên đợt truyền thông của dịp, rồi nội dung ‘set occasion’, sau cùng là thời gian thường lệ"))
}
