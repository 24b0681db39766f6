private import Glibc

/// Student's distribution with so many degrees of freedom; the normal one with infinitely many.
public struct StudentDistribution: Sendable, Hashable {
    /// The degrees of freedom, above nought.
    public let degrees: Double

    /// Takes the degrees of freedom.
    public init(degrees: Double) {
        self.degrees = max(degrees, 1)
    }

    /// The normal distribution.
    public static let normal = StudentDistribution(degrees: .infinity)

    /// The chance of a value up to this one.
    public func probability(upTo value: Double) -> Double {
        guard value.isFinite else { return value > 0 ? 1 : 0 }
        guard degrees.isFinite else { return erfc(-value / 2.0.squareRoot()) / 2 }
        let tail = incompleteBeta(degrees / (degrees + value * value), degrees / 2, 0.5) / 2
        return value > 0 ? 1 - tail : tail
    }

    /// The value up to which the chance is so large; 0…1.
    public func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return -.infinity }
        guard probability < 1 else { return .infinity }
        guard probability != 0.5 else { return 0 }
        // The distribution is symmetric and monotone: halving the interval ends at neighbouring numbers.
        var (low, high) = (0.0, 1.0)
        let goal = max(probability, 1 - probability)
        while self.probability(upTo: high) < goal, high < 1e300 { high *= 2 }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if self.probability(upTo: middle) < goal { low = middle } else { high = middle }
        }
        return probability > 0.5 ? high : -high
    }
}

/// The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22, modified Lentz).
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    guard x <= (a + 1) / (a + b + 2) else { return 1 - incompleteBeta(1 - x, b, a) }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    let least = 1e-300
    func firm(_ value: Double) -> Double { abs(value) < least ? least : value }
    var c = 1.0
    var d = 1 / firm(1 - (a + b) * x / (a + 1))
    var fraction = d
    for m in 1...500 {
        let m = Double(m)
        let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / firm(1 + even * d)
        c = firm(1 + even / c)
        fraction *= d * c
        let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / firm(1 + odd * d)
        c = firm(1 + odd / c)
        fraction *= d * c
        if abs(d * c - 1) < 1e-15 { break }
    }
    return front * fraction
}
