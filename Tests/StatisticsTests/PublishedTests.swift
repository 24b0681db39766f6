import Foundation
import Statistics
import Testing

/// What textbooks, R, NIST and the M3 competition published.
@Suite(.enabled(if: SharedData.isThere, "the published series are not beside the checkout"))
struct PublishedTests {
    /// Hyndman and Athanasopoulos, Forecasting, table 7.3.
    @Test func holtsTrendOfAirPassengers() throws {
        let series = try SharedData.series("series_air_ausair.csv")
        let expected = try #require(SharedData.json("expected_holt_air_ausair.json") as? [String: Any])
        let holt = try #require(expected["holt_linear"] as? [String: Any])
        let forecasts = try #require(holt["forecast_5"] as? [Double])
        let first = Smoothing.State(level: series[0], trend: series[1] - series[0])
        let model = Smoothing(series, .trend, Smoothing.Weights(alpha: 0.8, beta: 0.8 * 0.2), from: first)
        for (step, forecast) in forecasts.enumerated() {
            #expect(abs(model.mean(step + 1) - forecast) < 0.01)
        }
    }

    /// The same book, table 7.1: alpha 0.89, level 447.5 at the beginning.
    @Test func simpleSmoothingOfOil() throws {
        let model = try #require(Smoothing.fitted(to: SharedData.series("series_oildata_oil.csv"), .level))
        #expect(abs(model.weights.alpha - 0.89) < 0.005)
        #expect(abs(model.first.level - 447.48) < 0.01)
        #expect(abs(model.mean(1) - 496.49) < 0.01)
    }

    /// R's fits of oil: run with its weights and state the models forecast the same, and our own fit is no worse.
    @Test(arguments: [("FALSE", "ANN"), ("FALSE", "AAN"), ("TRUE", "AAN")])
    func fitsOfR(_ damped: String, _ name: String) throws {
        let all = try #require(SharedData.json("ets_R_forecast_oil_nonseasonal.json") as? [String: Any])
        let fit = try #require((all[damped] as? [String: Any])?[name] as? [String: Any])
        func numbers(_ key: String) -> [Double] { (fit[key] as? [Any] ?? []).compactMap { $0 as? Double } }
        let (fitted, residuals) = (numbers("fitted"), numbers("residuals"))
        let series = zip(fitted, residuals).map { $0 + $1 }
        let form: Smoothing.Form = damped == "TRUE" ? .dampedTrend : name == "AAN" ? .trend : .level
        let first = numbers("initstate")
        let weights = Smoothing.Weights(
            alpha: try #require(numbers("alpha").first), beta: numbers("beta").first ?? 0,
            damping: numbers("phi").first ?? 1)
        let state = Smoothing.State(level: first[0], trend: form == .level ? 0 : first[1])
        let theirs = Smoothing(series, form, weights, from: state)
        for (step, forecast) in numbers("forecast").enumerated() {
            #expect(theirs.mean(step + 1).isAbout(forecast, within: 1e-5))
        }
        let ours = try #require(Smoothing.fitted(to: series, form))
        #expect(ours.squaredErrors <= theirs.squaredErrors * 1.000_001)
    }

    /// Makridakis and Hibon, The M3-Competition (2000): the first 60 yearly series and six years of outcomes.
    @Test func choiceOnTheM3Series() throws {
        struct Published: Decodable {
            let x, actual, damped, naive: [Double]
            enum CodingKeys: String, CodingKey {
                case x, actual
                case damped = "DAMPEN"
                case naive = "NAIVE2"
            }
        }
        let text = try String(
            contentsOf: SharedData.folder.appendingPathComponent("m3_yearly_N0001-60.jsonl"), encoding: .utf8)
        let series = try text.split(separator: "\n").map {
            try JSONDecoder().decode(Published.self, from: Data($0.utf8))
        }
        func error(_ forecasts: [Double], _ outcomes: [Double]) -> Double {
            zip(forecasts, outcomes).reduce(0) { $0 + 200 * abs($1.0 - $1.1) / (abs($1.0) + abs($1.1)) }
                / Double(outcomes.count)
        }
        var (ours, naive, damped) = (0.0, 0.0, 0.0)
        for one in series {
            let forecast = try Forecast(one.x, steps: one.actual.count)
            ours += error(one.actual.indices.map { forecast.value($0 + 1) }, one.actual)
            naive += error(one.naive, one.actual)
            damped += error(one.damped, one.actual)
        }
        #expect(series.count == 60)
        #expect(ours < naive)
        #expect(ours <= damped + 0.5 * Double(series.count))
    }

    @Test(arguments: ["norris", "pontius"])
    func digitsThatNISTCertifies(_ name: String) throws {
        let all = try #require(SharedData.json("nist_certified.json") as? [String: Any])
        let certified = try #require(all[name] as? [String: Any])
        let regression = try self.regression("nist_\(name).csv", power: name == "norris" ? 1 : 2)
        let estimates = try #require(certified["estimates"] as? [Double])
        let errors = try #require(certified["std_errors"] as? [Double])
        for (ours, theirs) in zip(regression.coefficients + regression.standardErrors, estimates + errors) {
            #expect(ours.isAbout(theirs, within: 1e-9))
        }
        #expect(regression.residualDeviation.isAbout(try #require(certified["residual_sd"] as? Double), within: 1e-9))
        #expect(try #require(regression.explained).isAbout(#require(certified["r_squared"] as? Double), within: 1e-9))
    }

    /// Longley's columns are nearly combinations of each other; certified values as NIST prints them.
    @Test func longleysNearlyCollinearColumns() throws {
        let rows = try SharedData.rows("nist_longley.csv")
        let columns = [rows.map { _ in 1.0 }] + (1...6).map { place in rows.map { $0[place] } }
        let regression = try #require(Regression(rows.map { $0[0] }, by: columns))
        let certified = [
            -3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683, -1.03322686717359,
            -0.511041056535807E-01, 1829.15146461355,
        ]
        for (ours, theirs) in zip(regression.coefficients, certified) { #expect(ours.isAbout(theirs, within: 1e-9)) }
        #expect(regression.residualDeviation.isAbout(304.854073561965, within: 1e-9))
    }

    /// Polynomials of the fifth degree whose coefficients are all 1.
    @Test(arguments: ["nist_wampler1.csv", "nist_wampler4.csv"])
    func polynomialsOfWampler(_ name: String) throws {
        let regression = try regression(name, power: 5)
        for coefficient in regression.coefficients { #expect(coefficient.isAbout(1, within: 1e-9)) }
    }

    private func regression(_ name: String, power: Int) throws -> Regression {
        let rows = try SharedData.rows(name)
        let columns = (0...power).map { power in rows.map { row in (0..<power).reduce(1) { sum, _ in sum * row[1] } } }
        return try #require(Regression(rows.map { $0[0] }, by: columns))
    }
}
