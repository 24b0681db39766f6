import Crypto
import FoundationEssentials

/// Puts the private half of a key under a passphrase (ChaCha20-Poly1305 under a key from scrypt), and opens it again.
enum PassphraseLock {
    /// How many bytes a locked half has: nonce, 32 bytes of key and mark of integrity.
    static let length = 12 + 32 + 16
    /// How many bytes are mixed into a passphrase.
    static let saltLength = 32

    /// Locks a private half, bound to what it belongs to; the half itself is wiped.
    static func close(
        _ secret: consuming Data, _ passphrase: [UInt8], salt: [UInt8], _ work: ScryptWork, boundTo binding: [UInt8]
    ) throws -> [UInt8] {
        var secret = secret
        defer { secret.resetBytes(in: 0..<secret.count) }
        let key = try work.key(from: passphrase, salt: salt)
        return [UInt8](try ChaChaPoly.seal(secret, using: key, authenticating: binding).combined)
    }

    /// Makes a key of a locked half; `nil` when the passphrase is another one, or the binding.
    static func open<Key>(
        _ locked: [UInt8], _ passphrase: [UInt8], salt: [UInt8], _ work: ScryptWork, boundTo binding: [UInt8],
        as make: (Data) throws -> Key
    ) throws -> Key? {
        let key = try work.key(from: passphrase, salt: salt)
        guard let box = try? ChaChaPoly.SealedBox(combined: locked),
            var secret = try? ChaChaPoly.open(box, using: key, authenticating: binding)
        else { return nil }
        defer { secret.resetBytes(in: 0..<secret.count) }
        return try? make(secret)
    }
}
