import Crypto
import Diagnostics
import FoundationEssentials
import Values

/// The key with which this office signs its packages; the passphrase opens the private half.
struct ExchangeKey: Hashable {
    /// The code of the office's unit.
    let office: String
    /// The public half.
    let publicKey: OfficeKey
    /// The private half under the passphrase.
    let sealedKey: [UInt8]
    /// What was mixed into the passphrase.
    let salt: [UInt8]
    /// How much work the passphrase costs to try.
    let work: ScryptWork

    /// Makes a new pair and locks its private half.
    static func make(
        _ office: String, passphrase: [UInt8], salt: [UInt8], work: ScryptWork = .standard
    ) throws -> ExchangeKey {
        let pair = Curve25519.Signing.PrivateKey()
        guard let publicKey = OfficeKey(bytes: [UInt8](pair.publicKey.rawRepresentation)) else {
            throw Diagnostic.exchangeKeyUnreadable("public")
        }
        let locked = try PassphraseLock.close(
            pair.rawRepresentation, passphrase, salt: salt, work, boundTo: bound(office, publicKey))
        return ExchangeKey(office: office, publicKey: publicKey, sealedKey: locked, salt: salt, work: work)
    }

    /// What signs packages; a diagnostic when the passphrase is another one.
    func open(_ passphrase: [UInt8]) throws -> PackageSigner {
        let pair = try PassphraseLock.open(
            sealedKey, passphrase, salt: salt, work, boundTo: ExchangeKey.bound(office, publicKey)
        ) { try Curve25519.Signing.PrivateKey(rawRepresentation: $0) }
        guard let pair else { throw wrongPassphrase }
        return PackageSigner(publicKey: publicKey, pair: pair)
    }

    /// What the locked private half is bound to.
    private static func bound(_ office: String, _ publicKey: OfficeKey) -> [UInt8] {
        Array("sen exchange key 1\n\(office)\n".utf8) + publicKey.bytes
    }

    private var wrongPassphrase: Diagnostic {
        Diagnostic(
            .wrongPassphrase,
            Text(
                "This passphrase does not open the exchange key of \(office).",
                vi: "Cụm mật khẩu này không mở được khóa trao đổi của \(office)."),
            notes: [
                Text(
                    "No package was made. Type the line again; mind capital letters and the Vietnamese keyboard.",
                    vi: "Chưa lập gói nào. Hãy gõ lại dòng lệnh; chú ý chữ hoa và bộ gõ tiếng Việt.")
            ])
    }
}

/// A signing key that has been opened.
struct PackageSigner {
    /// The public half.
    let publicKey: OfficeKey
    fileprivate let pair: Curve25519.Signing.PrivateKey

    /// Signs bytes; the same bytes always get the same signature.
    func sign(_ content: [UInt8]) throws -> [UInt8] { [UInt8](try pair.signature(for: content)) }
}

extension Diagnostic {
    /// Says that an argument holds no part of an exchange key.
    static func exchangeKeyUnreadable(_ argument: String) -> Diagnostic {
        Diagnostic(
            .exchangeKeyUnreadable,
            Text(
                "‘\(argument):’ holds no part of an exchange key.",
                vi: "‘\(argument):’ không phải một phần của khóa trao đổi."),
            subject: argument,
            notes: [
                Text(
                    "A public key is 44 characters; ‘show exchange key’ of the other office prints it.",
                    vi: "Khóa công khai dài 44 ký tự; cơ quan kia gõ ‘show exchange key’ để xem.")
            ])
    }
}

extension Diagnostic.Code {
    /// A part of an exchange key that cannot be read.
    static let exchangeKeyUnreadable: Self = "exchange-key-unreadable"
}
