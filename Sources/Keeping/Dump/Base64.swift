/// Bytes as letters, as RFC 4648 has it.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    /// The number of each letter; 255 for what is none.
    private static let numbers: [UInt8] = {
        var numbers = [UInt8](repeating: 255, count: 256)
        for (number, letter) in letters.enumerated() { numbers[Int(letter)] = UInt8(number) }
        return numbers
    }()

    /// Appends the letters of bytes.
    static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var word = UInt32(bytes[start]) << 16
            if count > 1 { word |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { word |= UInt32(bytes[start + 2]) }
            text.append(letters[Int(word >> 18)])
            text.append(letters[Int(word >> 12 & 63)])
            text.append(count > 1 ? letters[Int(word >> 6 & 63)] : padding)
            text.append(count > 2 ? letters[Int(word & 63)] : padding)
        }
    }

    /// The bytes of letters; `nil` when they are not exactly what ``append(_:to:)`` writes.
    static func bytes(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padded = text.suffix(2).count { $0 == padding }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (word, bits): (UInt32, UInt32) = (0, 0)
        for letter in text.dropLast(padded) {
            let number = numbers[Int(letter)]
            guard number < 64 else { return nil }
            word = word << 6 | UInt32(number)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: word >> bits))
        }
        // Bits that are left over are noughts, so that a content is written in one way only.
        guard word & ((1 << bits) - 1) == 0, bits < 6 else { return nil }
        return bytes
    }
}
