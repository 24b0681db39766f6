import Commands
import Diagnostics
import Documents
import FoundationEssentials
import Values

/// `create case key` makes the key pair that cases are sealed to.
let createCaseKey = Command(
    "create case key",
    Text(
        "Makes the key that cases are sealed to; asks twice for the passphrase that opens them.",
        vi: "Tạo khóa để niêm phong vụ việc; hỏi hai lần cụm mật khẩu dùng để mở."),
    effect: .composes, run: create
) {
    Argument<NewCode>(
        "code", Text("A code that no key has.", vi: "Mã chưa khóa nào dùng."),
        default: .now(Text("the next free one, such as K1", vi: "mã trống kế tiếp, như K1")) { session in
            .text(try CaseRegister(session).nextKeyCode())
        })
} examples: {
    Example("create case key K2").prints("K2")
    Example("create case key K1").reports(.caseKeyCodeTaken)
}

private func create(session: Session, code: NewCode) throws -> Document {
    let register = CaseRegister(session)
    try refuseTaken(code.code, register)
    let earlier = try register.currentKey()
    var passphrase = try Passphrase.askForNew(session)
    defer { wipe(&passphrase) }
    let salt = session.surroundings.randomBytes(CaseKey.saltLength)
    let key = try CaseKey.make(code.code, passphrase: passphrase, salt: salt)
    var document = try session.perform("keep case key", KeptCaseKey.values(of: key))
    document.blocks.append(
        .paragraph(
            RichText(
                Text(
                    "Whoever forgets the passphrase cannot open these cases again; nobody can. Keep a copy in a safe.",
                    vi: "Quên cụm mật khẩu thì không ai mở lại được các vụ việc này. Hãy cất một bản trong két."),
                .warning)))
    if let earlier {
        document.blocks.append(
            .paragraph(
                RichText(
                    Text(
                        "New cases are sealed to \(code.code); those sealed to \(earlier.code) keep its passphrase.",
                        vi:
                            "Vụ việc mới niêm phong bằng \(code.code); vụ cũ của \(earlier.code) vẫn dùng mật khẩu cũ."
                    ))))
    }
    return document
}

/// Refuses the code of a key that exists.
func refuseTaken(_ code: String, _ register: CaseRegister) throws {
    guard try register.key(code) != nil else { return }
    throw Diagnostic(
        .caseKeyCodeTaken,
        Text("There is a case key ‘\(code)’ already.", vi: "Đã có khóa vụ việc mang mã ‘\(code)’."), subject: "code",
        notes: [
            Text(
                "Leave the code out, and the next free one is taken.",
                vi: "Bỏ trống mã thì chương trình lấy mã trống kế tiếp.")
        ])
}

extension Diagnostic.Code {
    /// A code that another case key has.
    static let caseKeyCodeTaken: Self = "case-key-code-taken"
}
