import Statistics
import TestSupport
import Testing

@Suite struct OutlierTests {
    @Test func aValueIsHeldAgainstTheOthersOnly() throws {
        let others = [10.0, 11, 12, 13, 14]
        let score = try #require(RobustScore(of: 900, among: others))
        #expect(score.median == 12)
        #expect(abs(score.deviation - 1.4826) < 1e-12)
        #expect(score.isOutlier(900))
        #expect(try !#require(RobustScore(of: 15, among: others)).isOutlier(15))
    }

    @Test func aLongTailIsNotFlaggedOnItsOwnSide() throws {
        let skewed = [1.0, 1, 2, 2, 3, 4, 6, 9, 14, 22, 35]
        #expect(try !#require(RobustScore(of: 40, among: skewed)).isOutlier(40))
        #expect(try #require(RobustScore(of: 400, among: skewed)).isOutlier(400))
    }

    @Test func othersThatAreAlikeFlagWhatDiffers() throws {
        let score = try #require(RobustScore(of: 3, among: [7, 7, 7, 7, 7]))
        #expect(score.score == nil)
        #expect(score.isOutlier(3))
        #expect(!score.isOutlier(7))
    }

    @Test func tooFewOthersSayNothing() {
        #expect(RobustScore(of: 3, among: [1, 2, 3, 4]) == nil)
        #expect(RobustScore(of: 3, among: [1, 2, 3, .nan, 4]) == nil)
    }

    @Test func scoresDoNotDependOnUnits() throws {
        var dice = Dice(8)
        for _ in 0..<300 {
            let others = (0..<Int.random(in: 5...30, using: &dice)).map { _ in Double.random(in: 0...100, using: &dice)
            }
            let value = Double.random(in: -50...200, using: &dice)
            let one = try #require(RobustScore(of: value, among: others)?.score)
            let other = try #require(RobustScore(of: 8 * value + 64, among: others.map { 8 * $0 + 64 })?.score)
            #expect(abs(one - other) < 1e-9 * max(1, abs(one)))
        }
    }
}

@Suite struct RegressionTests {
    @Test func residualsStandAcrossTheColumns() throws {
        var dice = Dice(9)
        for _ in 0..<100 {
            let rows = Int.random(in: 6...20, using: &dice)
            let columns =
                [[Double](repeating: 1, count: rows)]
                + (0..<3).map { _ in
                    (0..<rows).map { _ in Double.random(in: -10...10, using: &dice) }
                }
            let values = (0..<rows).map { _ in Double.random(in: -10...10, using: &dice) }
            let regression = try #require(Regression(values, by: columns))
            let residuals = values.indices.map { row in
                values[row] - zip(columns, regression.coefficients).reduce(0) { $0 + $1.0[row] * $1.1 }
            }
            for column in columns {
                #expect(abs(zip(column, residuals).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-9)
            }
        }
    }

    @Test func columnsThatSayTheSameAreRefused() {
        let ones = [Double](repeating: 1, count: 5)
        #expect(Regression([1, 2, 3, 4, 6], by: [ones, [1, 2, 3, 4, 5], [3, 5, 7, 9, 11]]) == nil)
        #expect(Regression([1, 2], by: [[1, 1], [1, 2]]) == nil)
        #expect(Regression([1, .infinity, 3], by: [[1, 1, 1]]) == nil)
        #expect(Regression([4, 4, 4], by: [[1, 1, 1]])?.explained == nil)
    }
}
