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
    Label<Day>(
        "before",
        Text(
            "The day before which returns must be there: “before 5 December” means by the end of the 4th.",
            vi: "Ngày mà báo cáo phải gửi trước đó: “trước ngày 5/12” nghĩa là hết ngày 4/12."))
    Label<UnitCode>("under", Text("The unit to which the returns go.", vi: "Đơn vị nhận báo cáo."))
    Label<[ElementCode]?>(
        "elements",
        Text(
            "The figures that it asks for; ‘make package’ sends them.",
            vi: "Các số liệu cần gửi; ‘make package’ lấy theo danh sách này."))
    Label<String?>("source", Text("The document that asks for it.", vi: "Văn bản yêu cầu."))
} examples: {
    Example("open round BC-2024 \"Báo cáo năm 2024\" period: 2024 before: 2024-12-05 under: SGD-HP")
        .prints("by the end of 2024-12-04")
    Example(
        "open round BC-2023 \"Số lớp\" period: 2023 before: 2023-12-05 under: SGD-HP "
            + "elements: [trainings, training-participants]"
    ).prints("BC-2023")
    Example("open round BC-2025 \"Lặp\" period: 2025 before: 2025-12-05 under: SGD-HP").reports(.codeTaken)
    Example("open round BC-X \"…\" period: 2025 before: 2025-12-05 under: SGD-HP").reports(.noWords)
}

private func open(
    session: Session, code: NewCode, name: String, period: Period, before: Day, under: UnitCode,
    elements: [ElementCode]?,
    source: String?
) throws -> Document {
    try refuseTaken(code, in: roundTable, session)
    try requireWords(name, "name")
    let last = before.adding(days: -1)
    let top = try Units(session).id(of: under)
    let asked = elements.map { $0.map(\.code).joined(separator: "\n") }
    try session.database.execute(
        """
        INSERT INTO reporting_round (code, name, period, top, last_day, source, elements, recorded)
        VALUES (\(code.code), \(name), \(period), \(top), \(last), \(source), \(asked), \(session.entry))
        """)
    return .done(
        Text(
            "Opened \(code.code): returns are on time by the end of \(last).",
            vi: "Đã mở \(code.code): báo cáo đúng hạn nếu nộp đến hết ngày \(last.formatted(in: .vietnamese))."))
}
