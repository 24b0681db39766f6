import Commands
import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The passphrase of a key, asked for at the terminal and never taken from a line, a file or a history.
enum Passphrase {
    /// The fewest characters a new one may have.
    static let shortest = 12

    /// Asks for the passphrase of a key.
    static func ask(for key: CaseKey, _ session: Session) throws -> [UInt8] {
        try ask(
            Text("Passphrase of the case key \(key.code): ", vi: "Cụm mật khẩu của khóa vụ việc \(key.code): "),
            session)
    }

    /// Asks for a passphrase that was chosen before.
    static func ask(_ question: Text, _ session: Session) throws -> [UInt8] {
        bytes(try answer(question, session))
    }

    /// Asks twice for a new passphrase.
    static func askForNew(_ session: Session) throws -> [UInt8] {
        let first = try answer(
            Text(
                "New passphrase, at least \(shortest) characters: ",
                vi: "Cụm mật khẩu mới, ít nhất \(shortest) ký tự: "), session)
        guard first.composed.count >= shortest else {
            throw Diagnostic(
                .passphraseTooShort,
                Text(
                    "The passphrase is too short: it needs at least \(shortest) characters.",
                    vi: "Cụm mật khẩu quá ngắn: cần ít nhất \(shortest) ký tự."),
                notes: [
                    Text(
                        "Four or five words that nobody would guess are easy to keep in mind.",
                        vi: "Bốn, năm từ không ai đoán ra thì dễ nhớ mà vẫn an toàn.")
                ])
        }
        let second = try answer(Text("The same again: ", vi: "Nhập lại cụm mật khẩu: "), session)
        guard first.composed == second.composed else {
            throw Diagnostic(
                .passphrasesDiffer,
                Text("The two passphrases are not the same.", vi: "Hai lần nhập cụm mật khẩu không giống nhau."),
                notes: [Text("No key was made; type the line again.", vi: "Chưa tạo khóa nào; hãy gõ lại dòng lệnh.")])
        }
        return bytes(first)
    }

    private static func answer(_ question: Text, _ session: Session) throws -> String {
        guard let answer = try session.surroundings.askSecret(question), !answer.isEmpty else {
            throw Diagnostic(
                .passphraseNotGiven,
                Text("No passphrase was given.", vi: "Chưa nhập cụm mật khẩu."),
                notes: [
                    Text(
                        "A passphrase is typed at the prompt only, never in a script or on the command line.",
                        vi:
                            "Cụm mật khẩu chỉ được gõ tại dấu nhắc, không ghi trong tệp lệnh hay trên dòng lệnh."
                    )
                ])
        }
        return answer
    }

    /// The bytes that the key is made from: composed, so that every keyboard gives the same. Swift keeps the text
    /// itself until its memory is used again; the bytes are wiped by whoever takes them.
    private static func bytes(_ text: String) -> [UInt8] { Array(text.composed.utf8) }
}

/// Overwrites bytes that must not stay in memory.
func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        explicit_bzero(start, buffer.count)
    }
}

extension Diagnostic.Code {
    /// Nobody was there to type a passphrase, or nothing was typed.
    static let passphraseNotGiven: Self = "passphrase-not-given"
    /// A new passphrase of too few characters.
    static let passphraseTooShort: Self = "passphrase-too-short"
    /// A new passphrase that was not typed the same twice.
    static let passphrasesDiffer: Self = "passphrases-differ"
}
