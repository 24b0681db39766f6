import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `open round` calls for the returns of a period.
let openRound = Command(
    "open round", Text("Calls for the returns of a period.", vi: "Mở một đợt báo cáo cho một kỳ."), effect: .writes,
    run: open
) {
    Argument<NewCode>("code", Text("The code of the round.", vi: "Mã đợt báo cáo."))
    Argument<String>("name", Text("What is called for.", vi: "Tên đợt báo cáo."))
    Label<Period>("period", Text("The period of the returns.", vi: "Kỳ báo cáo."))
    Label<Day?>(
        "before",
        Text(
            "The day before which returns must be there: “before 5 December” means by the end of the 4th.",
            vi: "Ngày mà báo cáo phải gửi trước đó: “trước ngày 5/12” nghĩa là hết ngày 4/12."))
    Label<Day?>(
        "due",
        Text(
            "In place of ‘before’, the last day itself: “by 5 December” means by the end of the 5th.",
            vi: "Thay cho ‘before’, chính ngày cuối cùng: “chậm nhất ngày 5/12” nghĩa là hết ngày 5/12."))
    Label<UnitCode>("under", Text("The unit to which the returns go.", vi: "Đơn vị nhận báo cáo."))
    Label<[UnitKind]?>(
        "kinds",
        Text(
            "The kinds of units under it that are asked; schools and centres when left out.",
            vi: "Loại đơn vị trực thuộc phải nộp; bỏ trống là các trường và trung tâm."))
    Label<[ElementCode]?>(
        "elements",
        Text(
            "The figures that it asks for; ‘make package’ sends them, and ‘close round’ locks them.",
            vi: "Các số liệu cần gửi; ‘make package’ lấy theo danh sách này, ‘close round’ khóa chúng."))
    Label<String?>("source", Text("The document that asks for it.", vi: "Văn bản yêu cầu."))
} examples: {
    Example("open round BC-2024 \"Báo cáo năm 2024\" period: 2024 before: 2024-12-05 under: SGD-HP")
        .prints("by the end of 4 Dec 2024")
    Example(
        "open round BC-2023 \"Số lớp\" period: 2023 due: 2023-12-05 under: SGD-HP kinds: [thpt, gdtx] "
            + "elements: [trainings, training-participants]"
    ).prints("by the end of 5 Dec 2023")
    Example("open round BC-2025 \"Lặp\" period: 2025 before: 2025-12-05 under: SGD-HP").reports(.codeTaken)
    Example("open round BC-X \"…\" period: 2025 before: 2025-12-05 under: SGD-HP").reports(.noWords)
    Example("open round BC-X \"Không hạn\" period: 2025 under: SGD-HP").reports(.dueUnclear)
    Example("open round BC-X \"Hạn trước kỳ\" period: 2026 before: 2025-12-05 under: SGD-HP").reports(.dueBeforePeriod)
}

private func open(
    session: Session, code: NewCode, name: String, period: Period, before: Day?, due: Day?, under: UnitCode,
    kinds: [UnitKind]?, elements: [ElementCode]?, source: String?
) throws -> Document {
    try refuseTaken(code, in: roundTable, session)
    try requireWords(name, "name")
    guard (before == nil) != (due == nil) else { throw Diagnostic.dueUnclear(isDoubled: due != nil) }
    let eve = before?.adding(days: -1)
    let dueDay = DueDay(eve: eve, due: due)
    guard dueDay.last >= period.first else { throw Diagnostic.dueBeforePeriod(dueDay, period, before) }
    try Round.refuseAmendingClosed(code.code, session)
    let top = try Units(session).id(of: under, openOn: dueDay.last, "under")
    let asked = elements.map { $0.map(\.code).joined(separator: "\n") }
    let askedKinds = kinds.map { $0.map(\.rawValue).joined(separator: "\n") }
    try session.database.execute(
        """
        INSERT INTO reporting_round (code, name, period, top, eve, due, source, elements, kinds, recorded)
        VALUES (\(code.code), \(name), \(period), \(top), \(eve), \(due), \(source), \(asked), \(askedKinds),
            \(session.entry))
        """)
    let count = try Round.named(RoundCode(code: code.code), session).units(session).count
    let partial = dueDay.last < period.last
    return .done(
        Text(
            "Opened \(code.code) for \(count.counted("unit")): \(dueDay.words.english).",
            vi: "Đã mở \(code.code) cho \(count.vietnamese) đơn vị: \(dueDay.words.vietnamese).")
            + (partial
                ? Text(
                    " The period \(period) ends after that day: returns tell of the part until then.",
                    vi: " Kỳ \(period) kết thúc sau hạn nộp: báo cáo chỉ phản ánh đến lúc đó.")
                : Text(verbatim: "")))
}

extension Diagnostic {
    fileprivate static func dueUnclear(isDoubled: Bool) -> Diagnostic {
        Diagnostic(
            .dueUnclear,
            isDoubled
                ? Text(
                    "A round is due ‘before’ a day or ‘due’ on one, not both.",
                    vi: "Một đợt báo cáo chỉ ghi ‘before’ hoặc ‘due’, không ghi cả hai.")
                : Text("By when must the returns be there?", vi: "Chưa ghi hạn nộp báo cáo."),
            subject: isDoubled ? "due" : nil,
            notes: [
                Text(
                    "‘before: 2025-12-05’ ends with the 4th, ‘due: 2025-12-05’ with the 5th.",
                    vi: "‘before: 2025-12-05’ là hết ngày 4/12, ‘due: 2025-12-05’ là hết ngày 5/12.")
            ]
                + (isDoubled
                    ? [
                        Text(
                            "An amendment takes the old one away with ‘without: [due]’ or ‘without: [before]’.",
                            vi: "Khi sửa, bỏ giá trị cũ bằng ‘without: [due]’ hoặc ‘without: [before]’.")
                    ] : []))
    }

    fileprivate static func dueBeforePeriod(_ due: DueDay, _ period: Period, _ before: Day?) -> Diagnostic {
        Diagnostic(
            .dueBeforePeriod,
            Text(
                "Returns are due by the end of \(due.last), and \(period) begins on \(period.first): there is nothing "
                    + "to tell yet.",
                vi: "Hạn nộp là hết ngày \(due.last.formatted(in: .vietnamese)), còn kỳ \(period) bắt đầu ngày "
                    + "\(period.first.formatted(in: .vietnamese)): chưa có gì để báo cáo."),
            subject: before == nil ? "due" : "before")
    }
}

extension Diagnostic.Code {
    /// A round without a due day, or with two.
    static let dueUnclear: Self = "due-unclear"
    /// Returns that are due before their period begins.
    static let dueBeforePeriod: Self = "due-before-period"
}
