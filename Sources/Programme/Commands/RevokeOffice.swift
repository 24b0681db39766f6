import Commands
import Diagnostics
import Documents
import Values

/// `revoke office` accepts no more packages of an office.
let revokeOffice = Command(
    "revoke office",
    Text(
        "Accepts no more packages of an office; figures that came before stay.",
        vi: "Thôi chấp nhận gói của một cơ quan; số liệu đã nhận vẫn giữ."),
    effect: .writes, run: revoke
) {
    Argument<UnitCode>("office", Text("The other office.", vi: "Cơ quan gửi."))
    Label<String>("reason", Text("Why.", vi: "Lý do."))
} examples: {
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"")
    Example("revoke office NGO-QUYEN reason: \"mất máy\"").prints("no longer")
    Example("revoke office NGO-QUYEN reason: \"mất máy\"").reports(.officeNotTrusted)
}

private func revoke(session: Session, office: UnitCode, reason: String) throws -> Document {
    try requireWords(reason, "reason")
    let exchange = Exchange(session)
    let unit = try Units(session).id(of: office)
    guard try exchange.trustedKey(of: unit) != nil else {
        throw Diagnostic(
            .officeNotTrusted,
            Text(
                "Packages of \(office.code) are not accepted anyway.",
                vi: "Gói của \(office.code) vốn không được chấp nhận."),
            subject: "office",
            notes: [
                Text("‘list trusted offices’ shows those that are.", vi: "Gõ ‘list trusted offices’ để xem danh sách.")
            ])
    }
    try exchange.trust(nil, of: unit)
    return .done(
        Text(
            "Packages of \(office.code) are no longer accepted.", vi: "Thôi chấp nhận gói của \(office.code)."))
}

extension Diagnostic.Code {
    /// An office whose packages are not accepted.
    static let officeNotTrusted: Self = "office-not-trusted"
}
