@_spi(_Unicode) import Swift

/// Where a text stands in Vietnamese order.
///
/// Letters count first, in the order of the alphabet (a ă â b c d đ e ê …); where they are the same, the tones
/// (ngang, huyền, hỏi, ngã, sắc, nặng); then small before capital letters. Digits come before letters, spaces and
/// marks before digits, other scripts at the end.
public struct VietnameseKey: Comparable, Sendable {
    private let bytes: [UInt8]
    /// The first eight of the bytes, which decide most comparisons.
    private let head: UInt64

    /// Works out the place of a text.
    public init(_ text: String) {
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        var cases: [UInt8] = []
        letters.reserveCapacity(text.utf8.count * 3 + 3)
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { VietnameseKey.place(byte, &letters, &tones, &cases) }
        } else {
            for scalar in text._nfd { VietnameseKey.place(scalar, &letters, &tones, &cases) }
        }
        letters.append(0)
        letters.append(contentsOf: tones)
        letters.append(0)
        letters.append(contentsOf: cases)
        letters.append(0)
        letters.append(contentsOf: text.utf8)
        bytes = letters
        head = (0..<8).reduce(0) { $0 << 8 | ($1 < letters.count ? UInt64(letters[$1]) : 0) }
    }

    /// Orders by place.
    public static func < (left: VietnameseKey, right: VietnameseKey) -> Bool {
        left.head != right.head ? left.head < right.head : left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    private static let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)
    private static let firstLetter: UInt8 = 80

    /// The place of each ASCII character: space, marks, digits, letters.
    private static let ascii: [UInt8] = {
        var marks: UInt8 = 1
        return (UInt8(0)..<128).map { byte in
            let scalar = Unicode.Scalar(byte)
            if let letter = alphabet.firstIndex(where: { $0.value == UInt32(byte | 0x20) }), byte >= 65, byte != 96 {
                return firstLetter + UInt8(letter)
            }
            if 48...57 ~= byte { return 60 + byte - 48 }
            guard scalar.value > 32, scalar.value < 127 else { return 1 }
            marks += 1
            return marks
        }
    }()

    private static func place(_ byte: UInt8, _ letters: inout [UInt8], _ tones: inout [UInt8], _ cases: inout [UInt8]) {
        let weight = ascii[Int(byte & 0x7F)]
        letters.append(weight)
        guard weight >= firstLetter else { return }
        tones.append(1)
        cases.append(byte < 97 ? 2 : 1)
    }

    private static func place(
        _ scalar: Unicode.Scalar, _ letters: inout [UInt8], _ tones: inout [UInt8], _ cases: inout [UInt8]
    ) {
        switch scalar.value {
        case 0..<128: place(UInt8(scalar.value), &letters, &tones, &cases)
        case 0x110, 0x111:  // Đ, đ
            letters.append(rank(of: "đ"))
            tones.append(1)
            cases.append(scalar.value == 0x110 ? 2 : 1)
        case 0x302, 0x306, 0x31B: change(&letters, by: scalar)
        case 0x300...0x36F: mark(&tones, by: scalar)
        default:
            letters.append(255)
            letters.append(contentsOf: [16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) })
        }
    }

    private static func rank(of letter: Unicode.Scalar) -> UInt8 {
        firstLetter + UInt8(alphabet.firstIndex(of: letter) ?? 0)
    }

    /// Circumflex, breve and horn make another letter of the one before them.
    private static func change(_ letters: inout [UInt8], by mark: Unicode.Scalar) {
        guard let last = letters.last, last >= firstLetter, last < 255 else { return }
        let changed: Unicode.Scalar? =
            switch (alphabet[min(Int(last - firstLetter), alphabet.count - 1)], mark.value) {
            case ("a", 0x306): "ă"
            case ("a", 0x302): "â"
            case ("e", 0x302): "ê"
            case ("o", 0x302): "ô"
            case ("o", 0x31B): "ơ"
            case ("u", 0x31B): "ư"
            default: nil
            }
        if let changed { letters[letters.count - 1] = rank(of: changed) }
    }

    private static func mark(_ tones: inout [UInt8], by mark: Unicode.Scalar) {
        guard !tones.isEmpty else { return }
        tones[tones.count - 1] =
            switch mark.value {
            case 0x300: 2
            case 0x309: 3
            case 0x303: 4
            case 0x301: 5
            case 0x323: 6
            default: 7
            }
    }
}
