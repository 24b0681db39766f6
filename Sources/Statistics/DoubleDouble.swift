/// A number of about 31 digits: the sum of two that do not overlap (Dekker, 1971; Hida, Li and Bailey, 2001).
struct DoubleDouble {
    let high: Double
    let low: Double

    init(_ value: Double) {
        high = value
        low = 0
    }

    private init(_ high: Double, _ low: Double) {
        let sum = high + low
        self.high = sum
        self.low = low - (sum - high)
    }

    /// The nearest number of a single one.
    var rounded: Double { high + low }

    static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let sum = left.high + right.high
        let shift = sum - left.high
        let error = (left.high - (sum - shift)) + (right.high - shift)
        return DoubleDouble(sum, error + left.low + right.low)
    }

    static prefix func - (value: DoubleDouble) -> DoubleDouble { DoubleDouble(-value.high, -value.low) }

    static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble { left + -right }

    static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let product = left.high * right.high
        let error = (-product).addingProduct(left.high, right.high)
        return DoubleDouble(product, error + left.high * right.low + left.low * right.high)
    }

    static func / (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let first = left.high / right.high
        let rest = left - right * DoubleDouble(first)
        let second = rest.high / right.high
        let last = rest - right * DoubleDouble(second)
        return DoubleDouble(first, second) + DoubleDouble(last.high / right.high)
    }

    func squareRoot() -> DoubleDouble {
        guard high > 0 else { return DoubleDouble(0) }
        let near = DoubleDouble(high.squareRoot())
        return (near + self / near) * DoubleDouble(0.5)
    }
}
