extension Number {
    /// The sum, or `nil` when it does not fit.
    @inlinable
    public func adding(_ other: Number) -> Number? {
        guard decimals | other.decimals == 0 else { return addingAligned(other) }
        let (sum, overflow) = mantissa.addingReportingOverflow(other.mantissa)
        return overflow ? nil : Number(sum)
    }

    /// The difference, or `nil` when it does not fit.
    @inlinable
    public func subtracting(_ other: Number) -> Number? {
        guard decimals | other.decimals == 0 else { return subtractingAligned(other) }
        let (difference, overflow) = mantissa.subtractingReportingOverflow(other.mantissa)
        return overflow ? nil : Number(difference)
    }

    /// The product, rounded half to even where it has more than 18 digits, or `nil` when it does not fit.
    @inlinable
    public func multiplied(by other: Number) -> Number? {
        if decimals | other.decimals == 0 {
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
            return overflow ? nil : Number(product)
        }
        return multipliedRounded(other)
    }

    @usableFromInline
    func addingAligned(_ other: Number) -> Number? {
        let (a, b, places) = Number.align(self, other)
        return Number(mantissa: a + b, decimals: places)
    }

    @usableFromInline
    func subtractingAligned(_ other: Number) -> Number? {
        let (a, b, places) = Number.align(self, other)
        return Number(mantissa: a - b, decimals: places)
    }

    @usableFromInline
    func multipliedRounded(_ other: Number) -> Number? {
        let places = decimals + other.decimals
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        if !overflow, places <= Number.maximumDecimals { return Number(scaled: product, decimals: places) }
        return Number.fitting(Int128(mantissa) * Int128(other.mantissa), over: 1, decimals: Int(places))
    }

    /// The quotient to 18 significant digits and at most 18 decimals, rounded half to even; `nil` for a division by
    /// nought.
    public func divided(by other: Number) -> Number? {
        guard other.mantissa != 0 else { return nil }
        guard mantissa != 0 else { return .zero }
        let shift = Int(other.decimals) - Int(decimals)
        if shift >= 0, let exact = wholeQuotient(other, shift) { return exact }
        // The most decimals with which the quotient fits, by an estimate that is never too low.
        let ratio = Double(mantissa.magnitude) / Double(other.mantissa.magnitude)
        var places = Number.maximumDecimals
        while places > 0, ratio * Number.doublePowers[places + shift + Number.maximumDecimals] >= 9.3e18 { places -= 1 }
        while places >= 0 {
            if let rounded = quotient(other, places + shift) {
                return Number(scaled: rounded, decimals: UInt8(places))
            }
            places -= 1
        }
        return nil
    }

    /// The quotient where it is whole.
    private func wholeQuotient(_ other: Number, _ shift: Int) -> Number? {
        guard shift == 0, other.mantissa != -1 else { return nil }
        let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: other.mantissa)
        return rest == 0 ? Number(quotient) : nil
    }

    /// The quotient of the mantissas times a power of ten, rounded half to even; `nil` where it does not fit. The
    /// estimate keeps the product below 9.4e18 times the divisor, far inside 128 bits.
    private func quotient(_ other: Number, _ exponent: Int) -> Int64? {
        let rounded =
            exponent >= 0
            ? Number.quotient(Int128(mantissa) * Number.powers[exponent], Int128(other.mantissa), .halfEven)
            : Number.quotient(Int128(mantissa), Int128(other.mantissa) * Number.powers[-exponent], .halfEven)
        return Int64(exactly: rounded)
    }

    /// Ten to the powers from -18 to 36.
    private static let doublePowers: [Double] = (0...54).map { place in
        place >= maximumDecimals ? power(place - maximumDecimals) : 1 / power(maximumDecimals - place)
    }

    /// The number with its sign changed, or `nil` when it does not fit.
    public var negated: Number? {
        Number(mantissa: -Int128(mantissa), decimals: Int(decimals))
    }

    /// How a number is rounded when it lies exactly between two.
    public enum Rounding: Sendable {
        /// Away from nought: 0.5 to 1, the usage of official reports.
        case halfUp
        /// To the even neighbour: 0.5 to 0, the usage of statistics.
        case halfEven
    }

    /// The number rounded to a count of decimals.
    public func rounded(to places: Int, _ rounding: Rounding = .halfUp) -> Number {
        guard places >= 0, places < Int(decimals) else { return self }
        let divisor = Number.powers[Int(decimals) - places]
        let quotient = Number.quotient(Int128(mantissa), divisor, rounding)
        return Number(mantissa: quotient, decimals: places) ?? self
    }

    /// What a whole division leaves over, with the sign of the number; `nil` for a division by nought.
    public func remainder(by divisor: Number) -> Number? {
        guard divisor != .zero else { return nil }
        let (a, b, decimals) = Number.align(self, divisor)
        return Number(mantissa: a % b, decimals: decimals)
    }

    /// The exact sum of many numbers, or `nil` when it does not fit.
    public static func sum(_ numbers: some Sequence<Number>) -> Number? {
        var total = Number.zero
        for number in numbers {
            guard let next = total.adding(number) else { return nil }
            total = next
        }
        return total
    }

    static func quotient(_ dividend: Int128, _ divisor: Int128, _ rounding: Rounding) -> Int128 {
        let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        let twice = rest.magnitude * 2
        let up =
            switch rounding {
            case .halfUp: twice >= divisor.magnitude
            case .halfEven: twice > divisor.magnitude || (twice == divisor.magnitude && whole % 2 != 0)
            }
        guard up else { return whole }
        return (dividend < 0) == (divisor < 0) ? whole + 1 : whole - 1
    }

    /// Divides and drops digits, one rounding in all, until the result fits.
    private static func fitting(_ dividend: Int128, over divisor: Int128, decimals: Int) -> Number? {
        let quotient = quotient(dividend, divisor, .halfEven)
        if let exact = Number(mantissa: quotient, decimals: decimals) { return exact }
        var drop = max(0, decimals - maximumDecimals)
        while drop < powers.count, decimals - drop >= 0 {
            let scaled = divisor.multipliedReportingOverflow(by: powers[drop])
            let (kept, places) =
                scaled.overflow
                ? (Number.quotient(quotient, powers[drop], .halfEven), decimals - drop)
                : (Number.quotient(dividend, scaled.partialValue, .halfEven), decimals - drop)
            if let number = Number(mantissa: kept, decimals: places) { return number }
            drop += 1
        }
        return nil
    }
}
