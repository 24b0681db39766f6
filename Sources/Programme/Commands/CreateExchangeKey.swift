import Commands
import Diagnostics
import Documents
import Values

/// `create exchange key` makes the key with which this office signs its packages.
let createExchangeKey = Command(
    "create exchange key",
    Text(
        "Makes the key with which this office signs its packages; asks twice for its passphrase.",
        vi: "Tạo khóa để cơ quan này ký các gói gửi đi; hỏi hai lần cụm mật khẩu."),
    effect: .composes, run: create
) {
    Label<UnitCode>("unit", Text("The unit that this office is.", vi: "Đơn vị của chính cơ quan này."))
} examples: {
    Example("create exchange key unit: NGO-QUYEN").prints("Fingerprint")
    Example("create exchange key unit: NGO-QUYNE").reports(.unknownCode)
}

private func create(session: Session, unit: UnitCode) throws -> Document {
    let earlier = try Exchange(session).currentKey()
    var passphrase = try Passphrase.askForNew(session)
    defer { wipe(&passphrase) }
    let salt = session.surroundings.randomBytes(PassphraseLock.saltLength)
    let key = try ExchangeKey.make(unit.code, passphrase: passphrase, salt: salt)
    var document = try session.perform("keep exchange key", KeptExchangeKey.values(of: key))
    document.blocks += ShownExchangeKey.blocks(key)
    if earlier != nil {
        document.blocks.append(
            .paragraph(
                RichText(
                    Text(
                        "Offices that trust the earlier key refuse new packages until they trust this one.",
                        vi: "Nơi đang tin khóa cũ sẽ từ chối gói mới cho đến khi họ tin khóa này."), .warning)))
    }
    return document
}
