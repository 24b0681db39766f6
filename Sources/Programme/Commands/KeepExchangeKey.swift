import Commands
import Diagnostics
import Documents
import FoundationEssentials
import Values

/// `keep exchange key` puts a key that was made elsewhere into the database.
let keepExchangeKey = Command(
    "keep exchange key",
    Text(
        "Keeps a key made by ‘create exchange key’; internal, it stands in the journal.",
        vi: "Lưu khóa do ‘create exchange key’ tạo; lệnh nội bộ, ghi trong nhật ký."),
    effect: .writes, run: keep
) {
    Label<UnitCode>("unit", Text("The unit that this office is.", vi: "Đơn vị của chính cơ quan này."))
    Label<String>("public", Text("The public half, in base64.", vi: "Nửa công khai, dạng base64."))
    Label<String>(
        "sealed",
        Text("The private half under the passphrase, in base64.", vi: "Nửa riêng khóa bằng mật khẩu, dạng base64."))
    Label<String>(
        "salt", Text("What was mixed into the passphrase, in base64.", vi: "Muối trộn vào mật khẩu, dạng base64."))
    Label<String>(
        "work", Text("How hard the passphrase is to try: scrypt N r p.", vi: "Độ khó khi dò mật khẩu: scrypt N r p."))
} examples: {
    Example(ExampleOffice.keyLine).prints("NGO-QUYEN")
    Example(
        "keep exchange key unit: NGO-QUYEN public: \"AAAA\" sealed: \"AAAA\" salt: \"AAAA\" work: \"scrypt 65536 8 2\""
    ).reports(.exchangeKeyUnreadable)
}

private func keep(
    session: Session, unit: UnitCode, publicKey: String, sealed: String, salt: String, work: String
) throws -> Document {
    guard let known = OfficeKey(publicKey) else { throw Diagnostic.exchangeKeyUnreadable("public") }
    guard let effort = ScryptWork(work) else { throw Diagnostic.exchangeKeyUnreadable("work") }
    let key = ExchangeKey(
        office: unit.code, publicKey: known,
        sealedKey: try bytes(sealed, "sealed", PassphraseLock.length...PassphraseLock.length),
        salt: try bytes(salt, "salt", 16...64), work: effort)
    try Exchange(session).keep(key, unit: Units(session).id(of: unit))
    return .done(
        Text("Kept the exchange key of \(unit.code).", vi: "Đã lưu khóa trao đổi của \(unit.code)."))
}

/// The arguments of `keep exchange key`.
enum KeptExchangeKey {
    /// What a key is as arguments.
    static func values(of key: ExchangeKey) -> [String: Value] {
        [
            "unit": .text(key.office), "public": .text(key.publicKey.text),
            "sealed": .text(Data(key.sealedKey).base64EncodedString()),
            "salt": .text(Data(key.salt).base64EncodedString()), "work": .text(key.work.description),
        ]
    }
}

private func bytes(_ text: String, _ argument: String, _ lengths: ClosedRange<Int>) throws -> [UInt8] {
    guard let data = Data(base64Encoded: text), lengths ~= data.count else {
        throw Diagnostic.exchangeKeyUnreadable(argument)
    }
    return [UInt8](data)
}
