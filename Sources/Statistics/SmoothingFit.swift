extension Smoothing {
    /// The model of a form with the least sum of squared errors, which with normal errors is the most likely one; `nil`
    /// for a series with fewer values than the form has parameters, or with one that is not finite.
    ///
    /// The errors are linear in the state at the beginning, so that it is solved for exactly; only the weights are
    /// searched for, within 0.0001 ≤ alpha ≤ 0.9999, 0.0001 ≤ beta ≤ alpha and 0.8 ≤ damping ≤ 0.98: from the best of a
    /// grid and of the weights that fit a shorter series, if they are known.
    public static func fitted(to series: [Double], _ form: Form, near known: Weights? = nil) -> Smoothing? {
        guard series.count >= form.parameterCount, series.allSatisfy(\.isFinite) else { return nil }
        func loss(_ point: Point) -> Double {
            let loss = start(series, form, weights(point, form)).loss
            return loss.isFinite ? loss : .greatestFiniteMagnitude
        }
        let size = form == .level ? 1 : form == .trend ? 2 : 3
        let starts = (grid(size) + (known.map { [point($0)] } ?? []))
            .map { ($0, loss($0)) }.sorted { $0.1 < $1.1 }.prefix(known == nil ? 2 : 1).map(\.0)
        let best = starts.map { minimum(from: $0, size, loss) }.min { $0.loss < $1.loss }
        return best.map { best in
            let weights = weights(best.point, form)
            return Smoothing(series, form, weights, from: start(series, form, weights).state)
        }
    }

    /// Weights from a point of the unit cube.
    private static func weights(_ point: Point, _ form: Form) -> Weights {
        let alpha = lowest + (1 - 2 * lowest) * point.x
        let beta = lowest + (alpha - lowest) * point.y
        switch form {
        case .level: return Weights(alpha: alpha)
        case .trend: return Weights(alpha: alpha, beta: beta)
        case .dampedTrend: return Weights(alpha: alpha, beta: beta, damping: 0.8 + 0.18 * point.z)
        }
    }

    private static func point(_ weights: Weights) -> Point {
        let share = weights.alpha > lowest ? (weights.beta - lowest) / (weights.alpha - lowest) : 0
        let point = Point((weights.alpha - lowest) / (1 - 2 * lowest), share, (weights.damping - 0.8) / 0.18)
        return point.clamped(lowerBound: Point(), upperBound: Point(repeating: 1))
    }

    private static let lowest = 0.0001

    /// The state at the beginning with the least sum of squared errors, and that sum.
    private static func start(_ series: [Double], _ form: Form, _ weights: Weights) -> (state: State, loss: Double) {
        // The errors are those from nought less what level 1 and trend 1 alone would forecast. The first value is taken
        // off everything, so that little is lost where they are large and alike.
        let base = series[0]
        var (rest, level, trend) = (State(level: 0), State(level: 1), State(level: 0, trend: 1))
        var (ll, lt, tt, le, te, ee) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        for value in series {
            let error = take(value - base, &rest, weights)
            let byLevel = -take(0, &level, weights)
            let byTrend = -take(0, &trend, weights)
            ll += byLevel * byLevel
            lt += byLevel * byTrend
            tt += byTrend * byTrend
            le += byLevel * error
            te += byTrend * error
            ee += error * error
        }
        guard form != .level else {
            let first = ll > 0 ? le / ll : 0
            return (State(level: base + first), ee - first * le)
        }
        let determinant = ll * tt - lt * lt
        guard determinant > 1e-12 * ll * tt else {
            let step = series.count > 1 ? series[1] - base : 0
            return (State(level: base, trend: step), .greatestFiniteMagnitude)
        }
        let first = (le * tt - te * lt) / determinant
        let step = (te * ll - le * lt) / determinant
        return (State(level: base + first, trend: step), ee - first * le - step * te)
    }

    /// Where a search begins.
    private static func grid(_ size: Int) -> [Point] {
        var points: [Point] = []
        for alpha in [0.02, 0.3, 0.6, 0.95] {
            for beta in size > 1 ? [0.02, 0.3, 0.9] : [0] {
                for damping in size > 2 ? [0.2, 0.9] : [0] { points.append(Point(alpha, beta, damping)) }
            }
        }
        return points
    }
}

/// A point of the unit cube.
typealias Point = SIMD4<Double>

extension SIMD4<Double> {
    init(_ x: Double, _ y: Double, _ z: Double) {
        self.init(x, y, z, 0)
    }
}

/// The least value of a function of the first so many coordinates near a point of the unit cube (Nelder and Mead,
/// 1965); beyond the cube its walls count.
func minimum(from start: Point, _ size: Int, _ function: (Point) -> Double) -> (point: Point, loss: Double) {
    var corners = [(point: start, loss: function(start))]
    for place in 0..<size {
        var point = start
        point[place] += point[place] + 0.12 <= 1 ? 0.12 : -0.12
        corners.append((point, function(point)))
    }
    for _ in 0..<(100 * size) {
        corners.sort { $0.loss < $1.loss }
        let (best, worst) = (corners[0], corners[size])
        let width = (best.point - worst.point).largest
        guard width > 1e-7, worst.loss - best.loss > 1e-12 * abs(best.loss) else { break }
        let centre = corners.dropLast().reduce(Point()) { $0 + $1.point } / Double(size)
        func along(_ factor: Double) -> (point: Point, loss: Double) {
            let point = (centre + factor * (centre - worst.point))
                .clamped(lowerBound: Point(), upperBound: Point(repeating: 1))
            return (point, function(point))
        }
        let mirrored = along(1)
        if mirrored.loss < best.loss {
            let farther = along(2)
            corners[size] = farther.loss < mirrored.loss ? farther : mirrored
        } else if mirrored.loss < corners[size - 1].loss {
            corners[size] = mirrored
        } else {
            let nearer = along(mirrored.loss < worst.loss ? 0.5 : -0.5)
            if nearer.loss < min(mirrored.loss, worst.loss) {
                corners[size] = nearer
            } else {
                for place in 1...size {
                    let point = (best.point + corners[place].point) / 2
                    corners[place] = (point, function(point))
                }
            }
        }
    }
    return corners.min { $0.loss < $1.loss } ?? corners[0]
}

extension SIMD4<Double> {
    /// The largest coordinate without its sign.
    fileprivate var largest: Double {
        replacing(with: -self, where: self .< 0).max()
    }
}
