import Commands
import Values

/// The code of a sealed case: `C-7F3KQ2`.
struct CaseCode: CodeType {
    /// Sealed cases.
    static let kind = "case"
    /// The code.
    let code: String

    /// Takes a code without looking it up.
    init(code: String) {
        self.code = code
    }

    /// A code that nobody can foresee and that tells no order; letters and digits that look alike are left out.
    init(random bytes: [UInt8]) {
        let letters = bytes.prefix(CaseCode.length).map { CaseCode.alphabet[Int($0) % CaseCode.alphabet.count] }
        code = CaseCode.prefix + String(letters)
    }

    /// Whether the code has the form that Sen gives: whoever writes one by hand cannot hide a name in it.
    var isWellFormed: Bool {
        let letters = code.dropFirst(CaseCode.prefix.count)
        return code.hasPrefix(CaseCode.prefix) && letters.count == CaseCode.length
            && letters.allSatisfy(CaseCode.alphabet.contains)
    }

    /// How many letters and digits stand behind the prefix.
    static let length = 6
    private static let prefix = "C-"
    /// 32 of them, so that each byte chooses without favour.
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
}

/// The code of a key to which cases are sealed: `K1`.
struct CaseKeyCode: CodeType {
    /// Case keys.
    static let kind = "case-key"
    /// The code.
    let code: String

    /// Takes a code without looking it up.
    init(code: String) {
        self.code = code
    }
}
