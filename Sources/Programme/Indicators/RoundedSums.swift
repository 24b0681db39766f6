import Values

extension Number {
    /// The sum; where it needs more than 18 digits, as with thirds, rounded half to even to those that fit.
    func plus(_ other: Number) -> Number? {
        if let exact = adding(other) { return exact }
        var places = Int(max(decimals, other.decimals))
        while places > 0 {
            places -= 1
            if let sum = rounded(to: places, .halfEven).adding(other.rounded(to: places, .halfEven)) { return sum }
        }
        return nil
    }

    /// The sum of many numbers, exact wherever it fits.
    static func total(_ numbers: some Sequence<Number>) -> Number? {
        var total = Number.zero
        for number in numbers {
            guard let next = total.plus(number) else { return nil }
            total = next
        }
        return total
    }
}
