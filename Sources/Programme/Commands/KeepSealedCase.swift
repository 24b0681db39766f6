import Commands
import Diagnostics
import Documents
import FoundationEssentials
import Values

/// `keep sealed case` puts a case that is sealed already into the database.
let keepSealedCase = Command(
    "keep sealed case",
    Text(
        "Keeps a case sealed by ‘record case referral’; internal, it stands in the journal.",
        vi: "Lưu vụ việc đã niêm phong bởi ‘record case referral’; lệnh nội bộ, ghi trong nhật ký."),
    effect: .writes, run: keep
) {
    Argument<NewCode>("code", Text("The case's random code.", vi: "Mã ngẫu nhiên của vụ việc."))
    Label<Period>("month", Text("The month of receipt.", vi: "Tháng tiếp nhận."))
    Label<CaseKeyCode>("key", Text("The key that it is sealed to.", vi: "Khóa dùng để niêm phong."))
    Label<String>("sealed", Text("The sealed case, in base64.", vi: "Nội dung niêm phong, dạng base64."))
} examples: {
    Example(ExampleCase.caseLine("C-22ABCD")).prints("C-22ABCD")
    Example("keep sealed case C-33ABCD month: 2025-11 key: K1 sealed: \"AAAA\"").reports(.sealedCaseUnreadable)
}

private func keep(
    session: Session, code: NewCode, month: Period, key: CaseKeyCode, sealed: String
) throws -> Document {
    let register = CaseRegister(session)
    let code = CaseCode(code: code.code)
    guard code.isWellFormed, try register.sealedCase(code.code) == nil else { throw codeRefused(code) }
    guard month.kind == .month, month.first <= session.today else { throw monthRefused(month) }
    guard let data = Data(base64Encoded: sealed), data.count == SealedCase.length else { throw unreadable }
    try register.keep(SealedCase(code: code, month: month, key: key.code, sealed: [UInt8](data)))
    return .done(
        Text(
            "Sealed case \(code.code), \(month).", vi: "Đã niêm phong vụ việc \(code.code), \(month.words.vietnamese).")
    )
}

private func codeRefused(_ code: CaseCode) -> Diagnostic {
    Diagnostic(
        .caseCodeRefused,
        Text(
            "‘\(code.code)’ cannot be the code of a new sealed case.",
            vi: "‘\(code.code)’ không thể là mã của một vụ việc niêm phong mới."),
        subject: "code",
        notes: [
            Text(
                "Sen gives the codes itself: ‘record case referral’.",
                vi: "Mã do chương trình tự cấp khi chạy ‘record case referral’.")
        ])
}

private func monthRefused(_ month: Period) -> Diagnostic {
    Diagnostic(
        .caseMonthRefused,
        Text("‘\(month)’ is not a month up to today.", vi: "‘\(month)’ không phải là một tháng tính đến hôm nay."),
        subject: "month", notes: [Text("For example 2025-11.", vi: "Ví dụ 2025-11.")])
}

private let unreadable = Diagnostic(
    .sealedCaseUnreadable, Text("‘sealed:’ holds no sealed case.", vi: "‘sealed:’ không phải nội dung niêm phong."),
    subject: "sealed",
    notes: [
        Text("A case is sealed by ‘record case referral’.", vi: "Muốn niêm phong vụ việc, gõ ‘record case referral’.")
    ])

extension Diagnostic.Code {
    /// A code that no new sealed case can have.
    static let caseCodeRefused: Self = "case-code-refused"
    /// A period that is no month of receipt.
    static let caseMonthRefused: Self = "case-month-refused"
    /// A text that is no sealed case.
    static let sealedCaseUnreadable: Self = "sealed-case-unreadable"
}
