import Values

/// An exact quotient of two whole numbers, in lowest terms: what formulas are worked out in, so that a third times
/// three is one and nothing is rounded before it is used.
///
/// Where a result needs more than 38 digits its operands are first rounded to the 18 that a number holds.
struct Fraction: Hashable {
    private let above: Int128
    private let below: Int128

    static let zero = Fraction(whole: 0)

    private init(whole: Int128) {
        above = whole
        below = 1
    }

    /// Holds a number as it is.
    init(_ number: Number) {
        guard number.decimals > 0 else {
            self.init(whole: Int128(number.mantissa))
            return
        }
        self.init(reducing: Int128(number.mantissa), Int128(Fraction.power(Int(number.decimals))))
    }

    /// Holds a whole number.
    init(_ whole: Int) { self.init(whole: Int128(whole)) }

    /// Divides; the divisor is above nought.
    private init(reducing above: Int128, _ below: Int128) {
        var (a, b) = (above.magnitude, below.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(a)
        self.above = divisor > 1 ? above / divisor : above
        self.below = divisor > 1 ? below / divisor : below
    }

    /// The sum, or `nil` when it is too large.
    func plus(_ other: Fraction) -> Fraction? {
        if below == 1, other.below == 1 {
            let (sum, overflow) = above.addingReportingOverflow(other.above)
            return overflow ? nil : Fraction(whole: sum)
        }
        return sum(other) ?? rounded.flatMap { one in other.rounded.flatMap { one.sum($0) } }
    }

    /// The difference, or `nil` when it is too large.
    func minus(_ other: Fraction) -> Fraction? { other.negated.flatMap(plus) }

    /// The number with its sign changed, or `nil` when it is too large.
    var negated: Fraction? { above == .min ? nil : Fraction(above: -above, below: below) }

    /// The product, or `nil` when it is too large.
    func times(_ other: Fraction) -> Fraction? {
        product(other) ?? rounded.flatMap { one in other.rounded.flatMap { one.product($0) } }
    }

    /// The quotient, or `nil` when it is too large; the divisor is not nought.
    func over(_ other: Fraction) -> Fraction? {
        quotient(other) ?? rounded.flatMap { one in other.rounded.flatMap { one.quotient($0) } }
    }

    private func quotient(_ other: Fraction) -> Fraction? {
        guard other.above != 0, other.above != .min else { return nil }
        let inverse =
            other.above > 0
            ? Fraction(above: other.below, below: other.above)
            : Fraction(above: -other.below, below: -other.above)
        return product(inverse)
    }

    /// The quotient of two whole numbers with 18 decimals, rounded as ``number`` rounds: for the many that are below
    /// nine and not below nought; `nil` for others and for a divisor of nought.
    static func quotient(_ above: Int64, _ below: Int64) -> Int64? {
        guard above >= 0, below > 0, above / 9 < below else { return nil }
        let divisor = UInt64(below)
        let (digits, rest) = divisor.dividingFullWidth(UInt64(above).multipliedFullWidth(by: trillions))
        let isMore = rest > divisor - rest || (rest == divisor - rest && digits % 2 == 1)
        return Int64(exactly: isMore ? digits + 1 : digits)
    }

    /// What 18 decimals are counted in.
    private static let trillions: UInt64 = 1_000_000_000_000_000_000

    private init(above: Int128, below: Int128) {
        self.above = above
        self.below = below
    }

    private func sum(_ other: Fraction) -> Fraction? {
        let (left, one) = above.multipliedReportingOverflow(by: other.below)
        let (right, two) = other.above.multipliedReportingOverflow(by: below)
        let (divisor, three) = below.multipliedReportingOverflow(by: other.below)
        let (sum, four) = left.addingReportingOverflow(right)
        guard !one, !two, !three, !four, sum != .min else { return nil }
        return Fraction(reducing: sum, divisor)
    }

    private func product(_ other: Fraction) -> Fraction? {
        // Crosswise in lowest terms first, so that the products are as small as they can be.
        let (one, two) = (Fraction(reducing: above, other.below), Fraction(reducing: other.above, below))
        let (product, overflow) = one.above.multipliedReportingOverflow(by: two.above)
        let (divisor, beyond) = one.below.multipliedReportingOverflow(by: two.below)
        return overflow || beyond ? nil : Fraction(above: product, below: divisor)
    }

    /// The same to as many digits as a number holds.
    private var rounded: Fraction? { number.map { Fraction($0) } }

    /// The number of the most decimals, 18 at most, whose digits still fit, rounded half to even; `nil` when it is too
    /// large.
    var number: Number? {
        if below == 1 { return Int64(exactly: above).map { Number($0) } }
        let divisor = below.magnitude
        let (whole, rest) = above.magnitude.quotientAndRemainder(dividingBy: divisor)
        guard whole <= UInt128(Int64.max) else { return nil }
        var (digits, left) = (whole, rest)
        for _ in 0..<Number.maximumDecimals {
            let (digit, remainder) = divisor.dividingFullWidth(left.multipliedFullWidth(by: 10))
            (digits, left) = (digits * 10 + digit, remainder)
        }
        for dropped in 0...Number.maximumDecimals {
            let kept = Fraction.rounded(digits, dropping: dropped, isMore: left, than: divisor)
            guard let mantissa = Int64(exactly: kept) else { continue }
            return Number(
                mantissa: Int128(above < 0 ? -mantissa : mantissa), decimals: Number.maximumDecimals - dropped)
        }
        return nil
    }

    /// Digits without their last few, rounded half to even; behind them comes `left` ÷ `divisor` of the last place.
    private static func rounded(
        _ digits: UInt128, dropping dropped: Int, isMore left: UInt128, than divisor: UInt128
    ) -> UInt128 {
        guard dropped > 0 else {
            let (twice, isAbove) = left.multipliedReportingOverflow(by: 2)
            return isAbove || twice > divisor || (twice == divisor && digits % 2 == 1) ? digits + 1 : digits
        }
        let unit = UInt128(power(dropped))
        let (kept, rest) = digits.quotientAndRemainder(dividingBy: unit)
        let isHalf = rest * 2 == unit && left == 0
        return rest * 2 > unit || (rest * 2 == unit && left > 0) || (isHalf && kept % 2 == 1) ? kept + 1 : kept
    }

    private static func power(_ exponent: Int) -> Int64 {
        var power: Int64 = 1
        for _ in 0..<min(exponent, 18) { power *= 10 }
        return power
    }
}

extension Fraction: Comparable {
    static func < (left: Fraction, right: Fraction) -> Bool {
        if left.below == right.below { return left.above < right.above }
        // Equal whole parts are told apart by what is left, turned over: it ends as Euclid's algorithm does.
        var (a, b, c, d) = (left.above, left.below, right.above, right.below)
        var isTurned = false
        while true {
            let (one, other) = (floor(a, b), floor(c, d))
            if one != other { return (one < other) != isTurned }
            let (rest, otherRest) = (a - one * b, c - other * d)
            guard rest != 0, otherRest != 0 else {
                return rest == otherRest ? false : (rest == 0) != isTurned
            }
            (a, b, c, d) = (b, rest, d, otherRest)
            isTurned.toggle()
        }
    }

    private static func floor(_ dividend: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}
