import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `set occasion` sets the days and theme that an occasion has in a year.
let setOccasion = Command(
    "set occasion",
    Text(
        "Sets the days and theme of an occasion for one year, in place of the usual days.",
        vi: "Đặt thời gian và chủ đề của một dịp cho một năm, thay cho thời gian thường lệ."),
    effect: .writes, run: set
) {
    Argument<Occasion>("occasion", Text("The occasion.", vi: "Dịp."))
    Label<Period>("year", Text("The calendar year.", vi: "Năm dương lịch."))
    Label<Day?>("from", Text("The first day; the usual one when left out.", vi: "Ngày đầu; bỏ trống là như thường lệ."))
    Label<Day?>("to", Text("The last day; the usual one when left out.", vi: "Ngày cuối; bỏ trống là như thường lệ."))
    Label<String?>("theme", Text("The theme of the year.", vi: "Chủ đề của năm."))
    Label<String?>("source", Text("The document that tells it.", vi: "Văn bản quy định."))
} examples: {
    Example(
        "set occasion family-violence-month year: 2026 theme: \"Gia đình hạnh phúc\" source: \"Công văn của Sở\""
    ).prints("2026-06-01 to 2026-06-30")
    Example("show calendar period: 2026-06").prints("Gia đình hạnh phúc")
    Example("set occasion family-violence-month year: 2026 theme: \"Chủ đề khác\"").reports(.occasionSet)
    Example("set occasion womens-day year: 2026 from: 2026-03-09 to: 2026-03-08").reports(.occasionBackwards)
    Example("set occasion womens-day year: 2026 from: 2025-03-01 to: 2026-03-08").reports(.occasionElsewhere)
    Example("set occasion equality-month year: 2015 theme: \"…\"").reports(.noWords)
    Example("set occasion womens-day year: 2026-Q1").reports(.notACalendarYear)
}

private func set(
    session: Session, occasion: Occasion, year: Period, from: Day?, to: Day?, theme: String?, source: String?
) throws -> Document {
    guard year.kind == .year else {
        throw Diagnostic(
            .notACalendarYear,
            Text("\(year) is not a calendar year.", vi: "\(year) không phải là một năm dương lịch."), subject: "year",
            replacement: "\(year.last.year)")
    }
    if let theme { try requireWords(theme, "theme") }
    if let source { try requireWords(source, "source") }
    let usual = occasion.days(in: year.year)
    guard let begins = from ?? usual?.first, let ends = to ?? usual?.last, begins.year == year.year else {
        throw elsewhere(occasion, year)
    }
    guard begins <= ends else {
        throw Diagnostic(
            .occasionBackwards,
            Text("The occasion would end before it begins.", vi: "Ngày cuối đứng trước ngày đầu."),
            subject: to == nil ? "from" : "to",
            notes: [Text("‘from:’ is the first day, ‘to:’ the last.", vi: "‘from:’ là ngày đầu, ‘to:’ là ngày cuối.")])
    }
    let earlier = try session.database.first(
        "SELECT 1 FROM occasion_year WHERE occasion = \(occasion) AND year = \(year) AND \(session.visible())")
    guard earlier == nil else { throw isSet(occasion, year) }
    try session.database.execute(
        """
        INSERT INTO occasion_year (occasion, year, begins, ends, theme, source, recorded)
        VALUES (\(occasion), \(year), \(begins), \(ends), \(theme), \(source), \(session.entry))
        """)
    return .done(
        Text(
            "Set \(occasion.rawValue) for \(year): \(begins) to \(ends).",
            vi: "Đã đặt \(occasion.title.vietnamese) năm \(year): từ \(begins) đến \(ends)."))
}

private func elsewhere(_ occasion: Occasion, _ year: Period) -> Diagnostic {
    Diagnostic(
        .occasionElsewhere,
        Text(
            "‘\(occasion.rawValue)’ must begin in \(year).",
            vi: "Dịp ‘\(occasion.rawValue)’ phải bắt đầu trong năm \(year)."),
        subject: "from",
        notes: [
            Text(
                "Give ‘from:’ and ‘to:’ with days of that year.", vi: "Hãy ghi ‘from:’ và ‘to:’ bằng ngày của năm đó.")
        ])
}

private func isSet(_ occasion: Occasion, _ year: Period) -> Diagnostic {
    Diagnostic(
        .occasionSet,
        Text(
            "‘\(occasion.rawValue)’ is set for \(year) already.",
            vi: "Dịp ‘\(occasion.rawValue)’ đã được đặt cho năm \(year)."),
        subject: "occasion",
        notes: [
            Text(
                "To change it, type ‘amend occasion \(occasion.rawValue) year: \(year) … reason: \"…\"’.",
                vi: "Muốn sửa, hãy gõ ‘amend occasion \(occasion.rawValue) year: \(year) … reason: \"…\"’.")
        ])
}

extension Diagnostic.Code {
    /// A last day before the first.
    static let occasionBackwards: Self = "occasion-backwards"
    /// Days that do not begin in the year.
    static let occasionElsewhere: Self = "occasion-elsewhere"
    /// An occasion that was set for the year already.
    static let occasionSet: Self = "occasion-set"
}
