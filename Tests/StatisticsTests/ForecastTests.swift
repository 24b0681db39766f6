import Statistics
import TestSupport
import Testing

@Suite struct ForecastTests {
    /// A series that wanders upwards.
    private func series(_ dice: inout Dice, _ count: Int) -> [Double] {
        var (value, trend) = (Double.random(in: 50...200, using: &dice), Double.random(in: -3...5, using: &dice))
        return (0..<count).map { _ in
            trend += Double.random(in: -1...1, using: &dice)
            value += trend + Double.random(in: -8...8, using: &dice)
            return value
        }
    }

    @Test func theVarianceIsThatOfTheBook() throws {
        // Hyndman and others 2008, table 6.1.
        let (alpha, beta) = (0.6, 0.2)
        let level = Smoothing([1, 2, 3], .level, .init(alpha: alpha), from: .init(level: 1))
        let trend = Smoothing([1, 2, 3], .trend, .init(alpha: alpha, beta: beta), from: .init(level: 1, trend: 1))
        for steps in 1...8 {
            let h = Double(steps)
            #expect(level.spread(steps).isAbout(1 + (h - 1) * alpha * alpha, within: 1e-12))
            let sum = alpha * alpha + alpha * beta * h + beta * beta * h * (2 * h - 1) / 6
            #expect(trend.spread(steps).isAbout(1 + (h - 1) * sum, within: 1e-12))
        }
    }

    @Test func aStraightLineGoesOn() throws {
        let forecast = try Forecast((1...9).map { 10 + 3 * Double($0) }, steps: 4)
        for step in 1...4 { #expect(abs(forecast.value(step) - (37 + 3 * Double(step))) < 1e-6) }
    }

    /// No model fits worse than its own search began, and other units give the same model.
    @Test func fitsFollowTheUnitsOfASeries() throws {
        var dice = Dice(5)
        for _ in 0..<60 {
            let series = series(&dice, Int.random(in: 8...20, using: &dice))
            let factor = Double.random(in: 0.01...1000, using: &dice)
            let shift = Double.random(in: -500...500, using: &dice)
            for form in Smoothing.Form.allCases {
                let one = try #require(Smoothing.fitted(to: series, form))
                let other = try #require(Smoothing.fitted(to: series.map { factor * $0 + shift }, form))
                #expect(other.squaredErrors.isAbout(factor * factor * one.squaredErrors, within: 1e-3))
                let byHand = Smoothing(series, form, one.weights, from: one.first)
                #expect(byHand == one)
                for _ in 0..<20 {
                    let alpha = Double.random(in: 0.0001...0.9999, using: &dice)
                    let weights = Smoothing.Weights(
                        alpha: alpha,
                        beta: form == .level ? 0 : Double.random(in: 0.0001...max(alpha, 0.000_11), using: &dice),
                        damping: form == .dampedTrend ? Double.random(in: 0.8...0.98, using: &dice) : 1)
                    let rival = Smoothing(series, form, weights, from: one.first)
                    #expect(one.squaredErrors <= rival.squaredErrors * 1.000_001)
                }
            }
        }
    }

    /// What a backtest foretells from an end, it foretells without what came behind that end.
    @Test func backtestsDoNotPeek() throws {
        var dice = Dice(6)
        for method in ForecastMethod.allCases {
            let series = series(&dice, 14)
            let whole = try #require(Backtest(method, series, from: 8, steps: 1))
            let short = try #require(Backtest(method, Array(series.dropLast(3)), from: 8, steps: 1))
            #expect(whole.errors[0].prefix(short.errors[0].count) == short.errors[0][...])
        }
    }

    @Test func intervalsHoldEachOtherAndTheMiddle() throws {
        var dice = Dice(7)
        for count in 4...16 {
            let shares = series(&dice, count).map { 1 / (1 + abs($0) / 100) }
            let forecast = try Forecast(shares, .share, steps: 5)
            for step in 1...5 {
                let (inner, outer) = (forecast.interval(step, 0.8), forecast.interval(step, 0.95))
                let value = forecast.value(step)
                #expect(inner.contains(value))
                #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
                #expect(outer.lowerBound >= 0 && outer.upperBound <= 1)
                #expect(abs(forecast.chance(ofAtLeast: value, step) - 0.5) < 1e-9)
                #expect(abs(forecast.chance(ofAtLeast: inner.lowerBound, step) - 0.9) < 1e-6)
                #expect(forecast.chance(ofAtLeast: 0, step) == 1 && forecast.chance(ofAtLeast: 1.01, step) == 0)
            }
            #expect(forecast.naive != nil)
            let best = try #require(forecast.backtests.first)
            #expect(forecast.backtests.allSatisfy { $0.meanAbsoluteError >= best.meanAbsoluteError })
            #expect(Set(forecast.backtests.map(\.count)).count == 1)
        }
    }

    @Test func sharesThatTouchTheirEndsStayWithinThem() throws {
        let forecast = try Forecast([0.9, 0.95, 1, 1, 1], .share, steps: 3)
        #expect(forecast.scale == .plain)
        #expect(forecast.interval(3, 0.95).upperBound <= 1)
    }

    @Test func shortAndSenselessSeriesAreRefused() {
        #expect(throws: Forecast.Refusal.tooShort(least: 4)) { try Forecast([1, 2, 3], steps: 1) }
        #expect(throws: Forecast.Refusal.outOfRange) { try Forecast([1, 2, .nan, 3], steps: 1) }
        #expect(throws: Forecast.Refusal.outOfRange) { try Forecast([0.1, 0.2, 1.5, 0.3], .share, steps: 1) }
        #expect(ForecastMethod.compared(on: [1, 2, 3], steps: 2).isEmpty)
        #expect(Backtest(.holt, [1, 2, 3, 4, 5, 6, 7], from: 3, steps: 1) == nil)
    }

    @Test func aSeriesThatStandsStillIsSure() throws {
        let forecast = try Forecast([5, 5, 5, 5, 5, 5, 5, 5], steps: 2)
        #expect(forecast.value(2) == 5)
        #expect(forecast.chance(ofAtLeast: 5, 1) == 1)
        #expect(forecast.chance(ofAtLeast: 5.1, 1) == 0)
    }

    /// Points of printed tables of Student's distribution.
    @Test(arguments: [
        (1.0, 0.975, 12.7062), (5, 0.975, 2.5706), (5, 0.9, 1.4759), (30, 0.995, 2.7500), (.infinity, 0.975, 1.9600),
    ])
    func quantilesOfThePrintedTable(_ degrees: Double, _ probability: Double, _ value: Double) {
        let student = StudentDistribution(degrees: degrees)
        #expect(abs(student.quantile(probability) - value) < 0.00006)
        #expect(abs(student.probability(upTo: student.quantile(probability)) - probability) < 1e-12)
        #expect(student.quantile(1 - probability) == -student.quantile(probability) || degrees.isFinite)
    }
}
