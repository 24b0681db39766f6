/// An exact decimal number of up to 18 significant digits: a whole mantissa and a count of decimals.
///
/// It is never binary floating point and never wraps: an operation whose result does not fit gives `nil`. The form is
/// canonical (no trailing zeros behind the point), so that equal numbers are equal values.
public struct Number: Sendable, Hashable {
    /// The digits, as a whole number.
    public let mantissa: Int64
    /// How many of the digits stand behind the decimal point, 0 to 18.
    public let decimals: UInt8

    /// The most decimals a number can carry.
    public static let maximumDecimals = 18
    /// Nought.
    public static let zero = Number(0)
    /// One.
    public static let one = Number(1)

    @usableFromInline
    init(canonical mantissa: Int64, decimals: UInt8) {
        self.mantissa = mantissa
        self.decimals = decimals
    }

    /// Holds a whole number.
    @inlinable
    public init(_ whole: Int64) {
        mantissa = whole
        decimals = 0
    }

    /// Holds a whole number.
    @inlinable
    public init(_ whole: Int) {
        self.init(Int64(whole))
    }

    /// Holds `mantissa` divided by ten to the power of `decimals`; `nil` when it needs more than 18 digits.
    public init?(mantissa: Int128, decimals: Int) {
        var digits = mantissa
        var places = decimals
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        guard places >= 0, places <= Number.maximumDecimals, let fitting = Int64(exactly: digits) else { return nil }
        self.mantissa = fitting
        self.decimals = UInt8(places)
    }

    /// Reads `-1250.5`: ASCII digits, an optional sign, an optional point. Underlines between digits are skipped.
    public init?(_ text: some StringProtocol) {
        var digits: Int128 = 0
        var places: Int?
        var count = 0
        var negative = false
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: negative = true
            case UInt8(ascii: "_") where count > 0: continue
            case UInt8(ascii: ".") where places == nil && count > 0: places = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard digits < Int128(Int64.max) * 10 else { return nil }
                digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
                count += 1
                places = places.map { $0 + 1 }
            default: return nil
            }
        }
        guard count > 0, places != 0 else { return nil }
        self.init(mantissa: negative ? -digits : digits, decimals: places ?? 0)
    }

    /// The nearest number to a binary floating-point value, at a given count of decimals; `nil` when it does not fit.
    public init?(rounding value: Double, decimals: Int) {
        let scaled = (value * Number.power(decimals)).rounded(.toNearestOrEven)
        guard scaled.isFinite, abs(scaled) < 9e18 else { return nil }
        self.init(mantissa: Int128(scaled), decimals: decimals)
    }

    /// The nearest binary floating-point value, for statistics only.
    public var approximation: Double { Double(mantissa) / Number.power(Int(decimals)) }

    /// The value as a machine integer, when it has no decimals.
    @inlinable
    public var whole: Int64? { decimals == 0 ? mantissa : nil }

    /// Whether the number is below nought.
    @inlinable
    public var isNegative: Bool { mantissa < 0 }

    static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { product, _ in product * 10 }
    }

    static let powers: [Int128] = {
        var list: [Int128] = [1]
        for _ in 0..<37 { list.append(list[list.count - 1] * 10) }
        return list
    }()

    /// Brings the mantissas of two numbers to the same count of decimals.
    static func align(_ left: Number, _ right: Number) -> (Int128, Int128, decimals: Int) {
        let decimals = max(left.decimals, right.decimals)
        return (
            Int128(left.mantissa) * powers[Int(decimals - left.decimals)],
            Int128(right.mantissa) * powers[Int(decimals - right.decimals)],
            Int(decimals)
        )
    }
}

extension Number: Comparable {
    /// Orders by value.
    @inlinable
    public static func < (left: Number, right: Number) -> Bool {
        left.decimals == right.decimals ? left.mantissa < right.mantissa : precedesAligned(left, right)
    }

    @usableFromInline
    static func precedesAligned(_ left: Number, _ right: Number) -> Bool {
        let (a, b, _) = align(left, right)
        return a < b
    }

    /// Whether two numbers are the same; the form is canonical.
    @inlinable
    public static func == (left: Number, right: Number) -> Bool {
        left.mantissa == right.mantissa && left.decimals == right.decimals
    }
}

extension Number: ExpressibleByIntegerLiteral {
    /// Holds a whole number.
    public init(integerLiteral value: Int64) {
        self.init(value)
    }
}

extension Number: CustomStringConvertible {
    /// The canonical form: ASCII digits with a point, as Sen's language writes it.
    public var description: String {
        formatted(decimals: Int(decimals), separators: .plain)
    }
}
