import Crypto
import FoundationEssentials

/// The public half of an office's signing key, Ed25519.
struct OfficeKey: Hashable {
    /// The 32 bytes.
    let bytes: [UInt8]

    /// How many bytes a public half has.
    static let length = 32
    /// How many bytes a signature has.
    static let signatureLength = 64

    /// Takes 32 bytes that are a key.
    init?(bytes: [UInt8]) {
        guard bytes.count == OfficeKey.length,
            (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil
        else { return nil }
        self.bytes = bytes
    }

    /// Reads the key as it is sent and typed: base64, in its only form.
    init?(_ text: String) {
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
        self.init(bytes: [UInt8](data))
    }

    /// The key as it is sent and typed.
    var text: String { Data(bytes).base64EncodedString() }

    /// Six groups of four digits, which two people can read to each other over the telephone.
    ///
    /// Nobody can make another key with the same digits: there are 2^80 of them.
    var fingerprint: String {
        let hash = [UInt8](SHA256.hash(data: Array("sen office key 1\n".utf8) + bytes))
        let groups = stride(from: 0, to: 24, by: 4).map { start -> String in
            let number = hash[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } % 10_000
            let digits = String(number)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }
        return groups.joined(separator: "-")
    }

    /// Whether a signature over some bytes was made with the private half.
    func signed(_ signature: [UInt8], over content: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: content)
    }
}
