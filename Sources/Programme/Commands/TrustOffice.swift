import Commands
import Diagnostics
import Documents
import Values

/// `trust office` accepts the packages of another office from now on.
let trustOffice = Command(
    "trust office",
    Text(
        "Accepts packages of another office, if they are signed with its key.",
        vi: "Chấp nhận gói của một cơ quan khác, nếu được ký bằng khóa của họ."),
    effect: .writes, run: trust
) {
    Argument<UnitCode>("office", Text("The other office.", vi: "Cơ quan gửi."))
    Label<String>(
        "key",
        Text(
            "Its public key, as ‘show exchange key’ prints it there.",
            vi: "Khóa công khai của họ, do ‘show exchange key’ in ra."))
} examples: {
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"").prints(ExampleOffice.fingerprint)
    Example("trust office NGO-QUYEN key: \"AAAA\"").reports(.exchangeKeyUnreadable)
    Example(ExampleOffice.keyLine)
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"").reports(.ownOffice)
}

private func trust(session: Session, office: UnitCode, key: String) throws -> Document {
    guard let publicKey = OfficeKey(key) else { throw Diagnostic.exchangeKeyUnreadable("key") }
    let exchange = Exchange(session)
    guard try exchange.currentKey()?.office != office.code else { throw Diagnostic.ownOffice(office.code, "office") }
    let unit = try Units(session).id(of: office)
    let earlier = try exchange.trustedKey(of: unit)
    try exchange.trust(publicKey, of: unit)
    var document = Document.done(
        Text(
            "Packages of \(office.code) are accepted; fingerprint \(publicKey.fingerprint).",
            vi: "Chấp nhận gói của \(office.code); dấu nhận dạng \(publicKey.fingerprint)."))
    if let earlier, earlier != publicKey {
        document.blocks.append(
            .paragraph(
                RichText(
                    Text(
                        "Its earlier key \(earlier.fingerprint) is no longer accepted.",
                        vi: "Khóa cũ \(earlier.fingerprint) không còn được chấp nhận."), .warning)))
    }
    document.blocks.append(
        .paragraph(
            RichText(
                Text(
                    "Ask \(office.code) by telephone whether it sees the same digits; "
                        + "if not: revoke office \(office.code).",
                    vi:
                        "Hãy gọi điện hỏi \(office.code) có thấy đúng các chữ số này không; "
                        + "nếu không: revoke office \(office.code)."
                ), .muted)))
    return document
}

extension Diagnostic {
    /// Says that an office is this one.
    static func ownOffice(_ code: String, _ argument: String) -> Diagnostic {
        Diagnostic(
            .ownOffice,
            Text("\(code) is this office itself.", vi: "\(code) là chính cơ quan này."), subject: argument)
    }
}

extension Diagnostic.Code {
    /// Another office was expected, and this one was named.
    static let ownOffice: Self = "own-office"
}
