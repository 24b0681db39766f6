import Testing
import Values

@testable import Programme

/// Exact fractions against sums of whole numbers over one common denominator.
@Suite struct FractionTests {
    private static let common = 27_720 * 1000

    /// A random fraction whose denominator divides the common one, with its numerator over that.
    private func random() -> (Fraction, Int) {
        let below = (1...12).randomElement() ?? 1
        let above = Int.random(in: -5000...5000)
        return (Fraction(above).over(Fraction(below)) ?? .zero, above * (Self.common / below))
    }

    @Test func addsWithoutRounding() {
        for _ in 0..<300 {
            let parts = (0..<20).map { _ in random() }
            let sum = parts.reduce(Fraction?.some(.zero)) { sum, part in sum.flatMap { $0.plus(part.0) } }
            let whole = parts.map(\.1).reduce(0, +)
            #expect(sum == Fraction(whole).over(Fraction(Self.common)))
        }
    }

    @Test func multipliesAndDividesBack() throws {
        for _ in 0..<300 {
            let (a, _) = random()
            let (b, _) = random()
            guard b != .zero else { continue }
            #expect(a.times(b)?.over(b) == a && a.over(b)?.times(b) == a && a.plus(b)?.minus(b) == a)
        }
    }

    @Test func ordersLikeTheCommonDenominator() {
        for _ in 0..<2000 {
            let (a, one) = random()
            let (b, other) = random()
            #expect((a < b) == (one < other) && (a == b) == (one == other))
        }
    }

    @Test func roundsOnceAndLast() throws {
        #expect(Fraction(2).over(Fraction(3))?.number?.description == "0.666666666666666667")
        #expect(Fraction(-200).over(Fraction(3))?.number?.description == "-66.66666666666666667")
        #expect(Fraction(1).over(Fraction(8))?.number?.description == "0.125")
        let third = try #require(Fraction(1).over(Fraction(3)))
        #expect(third.times(Fraction(3)) == Fraction(1))
        let half = try #require(Number("0.0000000000000000005") ?? Number("0.000000000000000001"))
        #expect(Fraction(half).number == half)
    }

    @Test func staysInsideItsBounds() throws {
        let large = Fraction(try #require(Number("999999999999999999")))
        let product = try #require(large.times(large))
        #expect(product.number == nil && product.over(large) == large)
        #expect(product.times(large) == nil)
        let odd = try #require(Fraction(1).over(large))
        let sum = (1...40).reduce(Fraction?.some(odd)) { sum, n in
            sum.flatMap { sum in Fraction(1).over(Fraction(1_000_003 + n)).flatMap(sum.plus) }
        }
        #expect(sum?.number != nil)
    }
}
