import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `set contact` keeps the address to which a unit gets its mail.
let setContact = Command(
    "set contact",
    Text(
        "Keeps the e-mail address of a unit: the office's, not a person's.",
        vi: "Ghi địa chỉ thư điện tử của đơn vị (hộp thư công vụ, không phải của cá nhân)."),
    effect: .writes, run: set
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<String>("email", Text("Its address.", vi: "Địa chỉ thư điện tử."))
} examples: {
    Example("set contact LE-CHAN email: \"c3lechan@haiphong.edu.vn\"").prints("Mail to LE-CHAN")
    Example("set contact LE-CHAN email: \"c3lechan, c3@haiphong.edu.vn\"").reports(.notAnAddress)
}

private func set(session: Session, unit: UnitCode, email: String) throws -> Document {
    guard let address = MailAddress(email) else {
        throw Diagnostic(
            .notAnAddress, Text("‘\(email)’ is no e-mail address.", vi: "‘\(email)’ không phải địa chỉ thư điện tử."),
            subject: "email",
            notes: [
                Text(
                    "One address, such as \"c3lechan@haiphong.edu.vn\".",
                    vi: "Ghi một địa chỉ, ví dụ \"c3lechan@haiphong.edu.vn\".")
            ])
    }
    let id = try Units(session).id(of: unit)
    try session.database.execute(
        "UPDATE reporting_contact SET retired = \(session.entry) WHERE unit = \(id) AND retired IS NULL")
    try session.database.execute(
        "INSERT INTO reporting_contact (unit, email, recorded) VALUES (\(id), \(address.text), \(session.entry))")
    return .done(
        Text("Mail to \(unit.code) goes to \(address.text).", vi: "Thư gửi \(unit.code) đến \(address.text)."))
}

extension Diagnostic.Code {
    /// A text that is no e-mail address.
    static let notAnAddress: Self = "not-an-address"
}
