import Commands
import Diagnostics
import Documents
import FoundationEssentials
import Values

/// `keep case key` puts a key that was made elsewhere into the database.
let keepCaseKey = Command(
    "keep case key",
    Text(
        "Keeps a key made by ‘create case key’; internal, it stands in the journal.",
        vi: "Lưu khóa do ‘create case key’ tạo; lệnh nội bộ, ghi trong nhật ký."),
    effect: .writes, run: keep
) {
    Argument<NewCode>("code", Text("The key's code.", vi: "Mã khóa."))
    Label<String>("public", Text("The public half, in base64.", vi: "Nửa công khai, dạng base64."))
    Label<String>(
        "sealed",
        Text("The private half under the passphrase, in base64.", vi: "Nửa riêng khóa bằng mật khẩu, dạng base64."))
    Label<String>(
        "salt", Text("What was mixed into the passphrase, in base64.", vi: "Muối trộn vào mật khẩu, dạng base64."))
    Label<String>(
        "work", Text("How hard the passphrase is to try: scrypt N r p.", vi: "Độ khó khi dò mật khẩu: scrypt N r p."))
} examples: {
    Example(ExampleCase.keyLine("K3")).prints("K3")
    Example("keep case key K4 public: \"AAAA\" sealed: \"AAAA\" salt: \"AAAA\" work: \"scrypt 65536 8 2\"")
        .reports(.caseKeyUnreadable)
}

private func keep(
    session: Session, code: NewCode, publicKey: String, sealed: String, salt: String, work: String
) throws -> Document {
    let register = CaseRegister(session)
    try refuseTaken(code.code, register)
    let key = CaseKey(
        code: code.code, publicKey: try bytes(publicKey, "public", CaseKey.publicLength...CaseKey.publicLength),
        sealedKey: try bytes(sealed, "sealed", CaseKey.sealedLength...CaseKey.sealedLength),
        salt: try bytes(salt, "salt", 16...64), work: try scrypt(work))
    try register.keep(key)
    return .done(Text("Kept the case key \(key.code).", vi: "Đã lưu khóa vụ việc \(key.code)."))
}

/// The arguments of `keep case key`.
enum KeptCaseKey {
    /// What a key is as arguments.
    static func values(of key: CaseKey) -> [String: Value] {
        [
            "code": .text(key.code), "public": .text(Data(key.publicKey).base64EncodedString()),
            "sealed": .text(Data(key.sealedKey).base64EncodedString()),
            "salt": .text(Data(key.salt).base64EncodedString()), "work": .text(key.work.description),
        ]
    }
}

private func bytes(_ text: String, _ argument: String, _ lengths: ClosedRange<Int>) throws -> [UInt8] {
    guard let data = Data(base64Encoded: text), lengths ~= data.count else { throw unreadable(argument) }
    return [UInt8](data)
}

private func scrypt(_ text: String) throws -> ScryptWork {
    guard let work = ScryptWork(text) else { throw unreadable("work") }
    return work
}

private func unreadable(_ argument: String) -> Diagnostic {
    Diagnostic(
        .caseKeyUnreadable,
        Text("‘\(argument):’ holds no part of a case key.", vi: "‘\(argument):’ không phải một phần của khóa vụ việc."),
        subject: argument,
        notes: [
            Text("A new key is made by ‘create case key’.", vi: "Muốn tạo khóa mới, gõ ‘create case key’.")
        ])
}

extension Diagnostic.Code {
    /// A part of a case key that cannot be read.
    static let caseKeyUnreadable: Self = "case-key-unreadable"
}
