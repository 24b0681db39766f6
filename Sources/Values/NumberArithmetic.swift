extension Number {
    /// The sum, or `nil` when it does not fit.
    public func adding(_ other: Number) -> Number? {
        if decimals == 0, other.decimals == 0 {
            let (sum, overflow) = mantissa.addingReportingOverflow(other.mantissa)
            return overflow ? nil : Number(sum)
        }
        let (a, b, places) = Number.align(self, other)
        return Number(mantissa: a + b, decimals: places)
    }

    /// The difference, or `nil` when it does not fit.
    public func subtracting(_ other: Number) -> Number? {
        if decimals == 0, other.decimals == 0 {
            let (difference, overflow) = mantissa.subtractingReportingOverflow(other.mantissa)
            return overflow ? nil : Number(difference)
        }
        let (a, b, places) = Number.align(self, other)
        return Number(mantissa: a - b, decimals: places)
    }

    /// The product, rounded half to even where it has more than 18 digits, or `nil` when it does not fit.
    public func multiplied(by other: Number) -> Number? {
        Number.fitting(
            Int128(mantissa) * Int128(other.mantissa), over: 1, decimals: Int(decimals) + Int(other.decimals))
    }

    /// The quotient to 18 significant digits and at most 18 decimals, rounded half to even; `nil` for a division by
    /// nought.
    public func divided(by other: Number) -> Number? {
        guard other.mantissa != 0 else { return nil }
        // Scale so that the whole quotient keeps at least 18 digits, within the 38 of a 128-bit integer.
        var dividend = Int128(mantissa)
        var places = Int(decimals) - Int(other.decimals)
        while dividend.magnitude < UInt128(Number.powers[36]), places < 36 {
            dividend *= 10
            places += 1
            if dividend == 0 { return .zero }
        }
        return Number.fitting(dividend, over: Int128(other.mantissa), decimals: places)
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
