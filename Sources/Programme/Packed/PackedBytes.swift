import Glibc

/// Whole numbers as bytes, the lowest first, without gaps.
struct PackedBytes {
    /// Whether bytes are the same; as many are compared as both have.
    static func same(_ one: [UInt8], _ other: UnsafeRawBufferPointer) -> Bool {
        guard one.count == other.count, let start = other.baseAddress else { return one.count == other.count }
        return one.withUnsafeBytes { $0.baseAddress.map { memcmp($0, start, other.count) == 0 } ?? true }
    }

    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Reads whole numbers from bytes.
///
/// Every access is held against the end of the bytes, which last as long as whoever handed them over says.
struct PackedReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    /// The next number, or `nil` at the end.
    mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> Number? {
        guard bytes.count - position >= Number.bitWidth / 8 else { return nil }
        defer { position += Number.bitWidth / 8 }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
    }

    /// The next so many numbers.
    mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int, of _: Number.Type) -> [Number]? {
        let (start, width) = (position, Number.bitWidth / 8)
        guard count >= 0, (bytes.count - start) / width >= count else { return nil }
        position += count * width
        return Array(unsafeUninitializedCapacity: count) { numbers, filled in
            for place in 0..<count {
                let number = bytes.loadUnaligned(fromByteOffset: start + place * width, as: Number.self)
                numbers.initializeElement(at: place, to: Number(littleEndian: number))
            }
            filled = count
        }
    }
}
