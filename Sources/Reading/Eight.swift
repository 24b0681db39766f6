/// Eight bytes at once, the first as the lowest.
enum Eight {
    /// Bytes below this one are control signs, the line ends and NUL among them.
    static let firstPlain: UInt8 = 0x0E
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func filled(with byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

    /// The bytes in their order; all eight must be readable.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// A mark in the highest bit of the first byte that is nought; bytes behind that may be marked too.
    @inline(__always)
    static func zeros(_ eight: UInt64) -> UInt64 { (eight &- ones) & ~eight & highs }

    /// A mark in the highest bit of the first byte below ``firstPlain``; bytes behind that may be marked too.
    @inline(__always)
    static func controls(_ eight: UInt64) -> UInt64 { (eight &- filled(with: firstPlain)) & ~eight & highs }

    /// Whether all bytes are ASCII.
    @inline(__always)
    static func isASCII(_ eight: UInt64) -> Bool { eight & highs == 0 }
}
