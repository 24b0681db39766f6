/// The marks between groups of three digits and before the decimals.
public struct Separators: Sendable, Hashable {
    /// Between groups of three digits; empty for none.
    public let group: String
    /// Before the decimals.
    public let decimal: String

    /// Names the two marks.
    public init(group: String, decimal: String) {
        self.group = group
        self.decimal = decimal
    }

    /// `1250.5`, as the language and data files write it.
    public static let plain = Separators(group: "", decimal: ".")
    /// `1.250,5`, as Vietnamese papers write it.
    public static let vietnamese = Separators(group: ".", decimal: ",")
    /// `1,250.5`, as English papers write it.
    public static let english = Separators(group: ",", decimal: ".")

    /// The marks usual in a language.
    public static func of(_ language: DisplayLanguage) -> Separators {
        language == .vietnamese ? .vietnamese : .english
    }
}

extension Number {
    /// The number with exactly so many decimals, rounded half up where it has more.
    public func formatted(decimals places: Int, separators: Separators) -> String {
        var bytes: [UInt8] = []
        write(decimals: places, separators, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the number behind other bytes, as ``formatted(decimals:separators:)`` does.
    public func write(decimals places: Int, _ separators: Separators, to bytes: inout [UInt8]) {
        let value = rounded(to: places)
        let fraction = max(places, Int(value.decimals))
        DigitText(value.mantissa, zeros: fraction - Int(value.decimals), decimals: fraction).write(
            separators, to: &bytes)
    }

    /// Writes a whole number without any marks behind other bytes.
    public static func write(whole mantissa: Int64, to bytes: inout [UInt8]) {
        DigitText(mantissa, zeros: 0, decimals: 0).writeDigits(to: &bytes)
    }

    /// The number with the decimals it has and the marks of a language.
    public func formatted(in language: DisplayLanguage) -> String {
        formatted(decimals: Int(decimals), separators: .of(language))
    }
}

/// The digits of a number on their way into a text, whose length is known before it is written.
private struct DigitText {
    let magnitude: UInt64
    let isNegative: Bool
    /// Noughts behind the digits, to fill up the decimals.
    let zeros: Int
    let decimals: Int
    /// The digits before the point, one at least.
    let wholes: Int

    init(_ mantissa: Int64, zeros: Int, decimals: Int) {
        magnitude = mantissa.magnitude
        isNegative = mantissa < 0
        self.zeros = zeros
        self.decimals = decimals
        var count = 1
        var rest = magnitude / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        wholes = max(count + zeros - decimals, 1)
    }

    /// Writes from the last digit to the first.
    func write(_ separators: Separators, to bytes: inout [UInt8]) {
        let (group, point) = (separators.group.utf8, separators.decimal.utf8)
        let marks = (wholes - 1) / 3 * group.count + (decimals > 0 ? point.count + decimals : 0)
        if marks == 0 { return writeDigits(to: &bytes) }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: (isNegative ? 1 : 0) + wholes + marks))
        var place = bytes.count - zeros
        var rest = magnitude
        for position in 0..<(decimals - zeros + wholes) {
            let whole = position - (decimals - zeros)
            if whole == 0, decimals > 0 { for byte in point.reversed() { put(byte) } }
            if whole > 0, whole % 3 == 0 { for byte in group.reversed() { put(byte) } }
            put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        if isNegative { bytes[start] = UInt8(ascii: "-") }

        func put(_ byte: UInt8) {
            place -= 1
            bytes[place] = byte
        }
    }

    /// Writes a number that has neither decimals nor groups.
    func writeDigits(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: wholes))
        var room = bytes.mutableSpan
        var place = room.count
        var rest = magnitude
        while rest > 0 {
            place -= 1
            room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}
