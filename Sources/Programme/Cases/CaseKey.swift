import Crypto
import CryptoExtras
import Diagnostics
import FoundationEssentials
import Values

/// A key pair of the case office: anyone seals with the public half, the passphrase opens the private one.
struct CaseKey: Hashable {
    /// The code: `K1`.
    let code: String
    /// The public half, X25519.
    let publicKey: [UInt8]
    /// The private half under a key from the passphrase (ChaCha20-Poly1305).
    let sealedKey: [UInt8]
    /// What was mixed into the passphrase.
    let salt: [UInt8]
    /// How much work the passphrase costs to try.
    let work: ScryptWork

    /// How many bytes a public half has.
    static let publicLength = 32
    /// How many bytes a sealed private half has.
    static let sealedLength = PassphraseLock.length
    /// How many bytes are mixed into a passphrase.
    static let saltLength = PassphraseLock.saltLength

    /// Makes a new pair and seals its private half.
    static func make(_ code: String, passphrase: [UInt8], salt: [UInt8], work: ScryptWork = .standard) throws -> CaseKey
    {
        let pair = Curve25519.KeyAgreement.PrivateKey()
        let publicKey = [UInt8](pair.publicKey.rawRepresentation)
        let locked = try PassphraseLock.close(
            pair.rawRepresentation, passphrase, salt: salt, work, boundTo: bound(code, publicKey))
        return CaseKey(code: code, publicKey: publicKey, sealedKey: locked, salt: salt, work: work)
    }

    /// The private half; a diagnostic when the passphrase is another one.
    func open(_ passphrase: [UInt8]) throws -> Curve25519.KeyAgreement.PrivateKey {
        let pair = try PassphraseLock.open(
            sealedKey, passphrase, salt: salt, work, boundTo: CaseKey.bound(code, publicKey)
        ) { try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0) }
        guard let pair else { throw wrongPassphrase }
        return pair
    }

    /// What the sealed private half is bound to.
    private static func bound(_ code: String, _ publicKey: [UInt8]) -> [UInt8] {
        Array("sen case key 1\n\(code)\n".utf8) + publicKey
    }

    private var wrongPassphrase: Diagnostic {
        Diagnostic(
            .wrongPassphrase,
            Text(
                "This passphrase does not open the case key ‘\(code)’.",
                vi: "Cụm mật khẩu này không mở được khóa vụ việc ‘\(code)’."),
            notes: [
                Text(
                    "Nothing was opened. Type the line again; mind capital letters and the Vietnamese keyboard.",
                    vi: "Chưa mở gì cả. Hãy gõ lại dòng lệnh; chú ý chữ hoa và bộ gõ tiếng Việt.")
            ])
    }
}

/// How hard scrypt makes it to try a passphrase.
struct ScryptWork: Hashable, CustomStringConvertible {
    /// How many rounds; a power of two.
    let rounds: Int
    /// How large a block is.
    let blockSize: Int
    /// How many runs.
    let parallelism: Int

    /// What new keys get: 64 MB of memory for each try.
    static let standard = ScryptWork(rounds: 1 << 16, blockSize: 8, parallelism: 2)

    private init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Reads `scrypt 65536 8 2`; `nil` for anything else and for what is too weak or would take minutes.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 4, words[0] == "scrypt", let rounds = Int(words[1]), let size = Int(words[2]),
            let runs = Int(words[3]), (1 << 15)...(1 << 20) ~= rounds, rounds & (rounds - 1) == 0, 8...16 ~= size,
            1...8 ~= runs
        else { return nil }
        self.init(rounds: rounds, blockSize: size, parallelism: runs)
    }

    /// The form that is stored: `scrypt 65536 8 2`.
    var description: String { "scrypt \(rounds) \(blockSize) \(parallelism)" }

    /// The key from a passphrase.
    func key(from passphrase: [UInt8], salt: [UInt8]) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: passphrase, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
            parallelism: parallelism)
    }
}

extension Diagnostic.Code {
    /// A passphrase that does not open the key.
    static let wrongPassphrase: Self = "wrong-passphrase"
}
