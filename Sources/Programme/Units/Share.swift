import Values

/// A share of a unit's figures as an exact fraction between nought and one.
struct Share: Hashable {
    /// What stands above the line.
    let numerator: Int64
    /// What stands below the line; above nought.
    let denominator: Int64

    /// Everything.
    static let whole = Share(reduced: 1, 1)

    private init(reduced numerator: Int64, _ denominator: Int64) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// A fraction in its lowest terms; `nil` when it is none between nought and one, or too fine for a machine word.
    init?(_ numerator: Int128, of denominator: Int128) {
        guard numerator > 0, numerator <= denominator else { return nil }
        var (one, other) = (denominator, numerator)
        while other != 0 { (one, other) = (other, one % other) }
        guard let above = Int64(exactly: numerator / one), let below = Int64(exactly: denominator / one) else {
            return nil
        }
        self.init(reduced: above, below)
    }

    /// The share of a share.
    func multiplied(by other: Share) -> Share? {
        if other == .whole { return self }
        return Share(
            Int128(numerator) * Int128(other.numerator), of: Int128(denominator) * Int128(other.denominator))
    }

    /// The sum of two shares of one whole.
    func adding(_ other: Share) -> Share? {
        let (above, tooLarge) = (Int128(numerator) * Int128(other.denominator))
            .addingReportingOverflow(Int128(other.numerator) * Int128(denominator))
        guard !tooLarge else { return nil }
        return Share(above, of: Int128(denominator) * Int128(other.denominator))
    }

    /// The shares that weights stand for: each weight over their sum. `nil` where one is not above nought or the sum
    /// does not fit.
    static func of(_ weights: [Number]) -> [Share]? {
        guard let sum = Number.sum(weights), sum > .zero else { return nil }
        let decimals = weights.map { Int($0.decimals) }.max() ?? 0
        guard let whole = scaled(sum, decimals) else { return nil }
        let shares = weights.compactMap { weight in scaled(weight, decimals).flatMap { Share($0, of: whole) } }
        return shares.count == weights.count ? shares : nil
    }

    private static func scaled(_ number: Number, _ decimals: Int) -> Int128? {
        Number.power(of10: decimals - Int(number.decimals)).map { Int128(number.mantissa) * Int128($0) }
    }

    /// The share in digits: `1`, `3/5`.
    var words: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

/// Divides a number by shares that make one, so that the parts make the number again.
enum Apportionment {
    /// The parts of a count of smallest pieces, by the largest remainder; of equal remainders the earlier share counts.
    static func parts(of count: Int64, by shares: [Share]) -> [Int64] {
        if shares.count == 1 { return [count] }
        var parts: [Int64] = []
        var rests: [(place: Int, rest: Int128, below: Int128)] = []
        var left = count
        for (place, share) in shares.enumerated() {
            let product = Int128(count) * Int128(share.numerator)
            let part = Int64(truncatingIfNeeded: product / Int128(share.denominator))
            parts.append(part)
            rests.append((place, product % Int128(share.denominator), Int128(share.denominator)))
            left -= part
        }
        rests.sort { one, other in
            let (left, right) = (one.rest * other.below, other.rest * one.below)
            return left == right ? one.place < other.place : left > right
        }
        for rest in rests.prefix(Int(max(0, left))) { parts[rest.place] += 1 }
        return parts
    }

    /// The parts of a number: in whole pieces where it is counted so, else to six more decimals than it has.
    static func parts(of number: Number, by shares: [Share], whole: Bool) -> [Number] {
        if shares.count == 1 { return [number] }
        var decimals = Int(number.decimals)
        var pieces = number.mantissa
        for _ in 0..<(whole ? 0 : 6) where decimals < Number.maximumDecimals {
            let (more, tooLarge) = pieces.multipliedReportingOverflow(by: 10)
            if tooLarge { break }
            (pieces, decimals) = (more, decimals + 1)
        }
        return parts(of: pieces, by: shares).map { Number(scaled: $0, decimals: UInt8(decimals)) }
    }
}
