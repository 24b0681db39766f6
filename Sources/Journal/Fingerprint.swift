public import Database

internal import struct Crypto.SHA256

/// The SHA-256 of some bytes: 32 bytes that no other content has.
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
    /// The bytes.
    public let bytes: [UInt8]

    /// How many bytes a fingerprint has.
    public static let length = 32
    /// What stands before the first entry of a journal: nothing but noughts.
    public static let none = Fingerprint(unchecked: [UInt8](repeating: 0, count: length))

    /// Computes the fingerprint of bytes.
    public init(of content: [UInt8]) {
        var hash = SHA256()
        content.withUnsafeBytes { hash.update(bufferPointer: $0) }
        bytes = hash.finalize().withUnsafeBytes { [UInt8]($0) }
    }

    fileprivate init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes in hexadecimal digits, as `sha256sum` writes them.
    public var description: String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

/// The SHA-256 of bytes that come piece by piece.
public struct RunningFingerprint {
    private var hash = SHA256()

    /// Begins without bytes.
    public init() {}

    /// Goes on with more bytes.
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }

    /// The fingerprint of all bytes so far.
    public var fingerprint: Fingerprint {
        Fingerprint(unchecked: hash.finalize().withUnsafeBytes { [UInt8]($0) })
    }
}

extension Fingerprint: SQLConvertible {
    /// The bytes.
    public var sqlValue: SQLValue { .blob(bytes) }

    /// Reads 32 bytes.
    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue, bytes.count == Fingerprint.length else { return nil }
        self.bytes = bytes
    }
}
