/// A linear regression by ordinary least squares.
///
/// The columns are made orthogonal in numbers of about 31 digits (modified Gram and Schmidt), so that polynomials and
/// near-collinear columns give the digits that NIST certifies for its reference sets.
public struct Regression: Sendable, Hashable {
    /// What each column is multiplied with.
    public let coefficients: [Double]
    /// The standard error of each coefficient.
    public let standardErrors: [Double]
    /// The root of the sum of squared residuals over the degrees of freedom.
    public let residualDeviation: Double
    /// The share of the variance about the mean that the columns explain; `nil` when nothing varies.
    public let explained: Double?
    /// How many rows there are more than columns.
    public let degrees: Int

    /// Fits values by columns of the same length, an intercept being a column of ones; `nil` without more rows than
    /// columns, and when a column is a combination of those before it.
    public init?(_ values: [Double], by columns: [[Double]]) {
        let count = columns.count
        guard count > 0, values.count > count, columns.allSatisfy({ $0.count == values.count }),
            values.allSatisfy(\.isFinite), columns.allSatisfy({ $0.allSatisfy(\.isFinite) })
        else { return nil }
        var basis = columns.map { $0.map(DoubleDouble.init) }
        var rest = values.map(DoubleDouble.init)
        var upper = [[DoubleDouble]](repeating: [], count: count)
        var projections: [DoubleDouble] = []
        for place in 0..<count {
            let whole = dot(columns[place].map(DoubleDouble.init), columns[place].map(DoubleDouble.init))
            let size = dot(basis[place], basis[place])
            guard size.high > 1e-26 * whole.high, size.high > 0 else { return nil }
            let length = size.squareRoot()
            basis[place] = basis[place].map { $0 / length }
            upper[place] = [length]
            for later in (place + 1)..<max(count, place + 1) {
                let part = dot(basis[place], basis[later])
                upper[place].append(part)
                basis[later] = zip(basis[later], basis[place]).map { $0 - part * $1 }
            }
            let part = dot(basis[place], rest)
            projections.append(part)
            rest = zip(rest, basis[place]).map { $0 - part * $1 }
        }
        degrees = values.count - count
        let squares = dot(rest, rest)
        let variance = squares / DoubleDouble(Double(degrees))
        residualDeviation = variance.squareRoot().rounded
        coefficients = solved(upper, projections).map(\.rounded)
        standardErrors = (0..<count).map { row in
            (inverseRowSquares(upper, row) * variance).squareRoot().rounded
        }
        explained = Regression.explained(values, squares)
    }

    private static func explained(_ values: [Double], _ squares: DoubleDouble) -> Double? {
        let numbers = values.map(DoubleDouble.init)
        let mean = numbers.reduce(DoubleDouble(0), +) / DoubleDouble(Double(values.count))
        let about = numbers.map { $0 - mean }
        let total = dot(about, about)
        return total.high > 0 ? (DoubleDouble(1) - squares / total).rounded : nil
    }
}

private func dot(_ left: [DoubleDouble], _ right: [DoubleDouble]) -> DoubleDouble {
    zip(left, right).reduce(DoubleDouble(0)) { $0 + $1.0 * $1.1 }
}

/// Solves an upper triangle, whose rows begin at the diagonal.
private func solved(_ upper: [[DoubleDouble]], _ right: [DoubleDouble]) -> [DoubleDouble] {
    var solution = right
    for row in upper.indices.reversed() {
        for later in (row + 1)..<max(upper.count, row + 1) {
            solution[row] = solution[row] - upper[row][later - row] * solution[later]
        }
        solution[row] = solution[row] / upper[row][0]
    }
    return solution
}

/// The sum of squares of a row of the inverse of an upper triangle.
private func inverseRowSquares(_ upper: [[DoubleDouble]], _ row: Int) -> DoubleDouble {
    var sum = DoubleDouble(0)
    for column in upper.indices {
        var unit = [DoubleDouble](repeating: DoubleDouble(0), count: upper.count)
        unit[column] = DoubleDouble(1)
        let value = solved(upper, unit)[row]
        sum = sum + value * value
    }
    return sum
}
