import Commands
import Database
import Values

/// The results of an indicator for a period from the sums over its branches.
struct PackedResults {
    private let plan: PackedPlan
    private let counts: PackedCounts
    private let frame: PackedComputation.Frame
    private let period: Period
    private let request: IndicatorRequest
    private let codes: Codes
    /// What each input adds up to, by branch; of men, all and the women among them.
    private let sums: [FormulaInput: (all: [Int64], less: [Int64]?)]

    init(
        _ plan: PackedPlan, _ counts: PackedCounts, _ frame: PackedComputation.Frame, _ period: Period,
        _ request: IndicatorRequest, _ sums: PackedSums, _ codes: Codes
    ) {
        (self.plan, self.counts, self.frame, self.period) = (plan, counts, frame, period)
        (self.request, self.codes) = (request, codes)
        self.sums = plan.inputs.mapValues { reading in
            func sum(_ ofWomen: Bool) -> [Int64] {
                sums.sums(PackedSums.Request(key: reading.key, ofWomen: ofWomen, mask: counts.mask))
            }
            return reading.measure == .men ? (sum(false), sum(true)) : (sum(reading.measure == .women), nil)
        }
    }

    /// All results, in the order of the register or of kinds.
    var all: [IndicatorResult] {
        switch request.division {
        case .total: return [result(0, unit: request.top?.code, level: nil)]
        case .level:
            return UnitKind.allCases.enumerated().compactMap { branch, kind in
                counts.expected[branch] > 0 ? result(branch, unit: request.top?.code, level: kind) : nil
            }
        case .unit, .tree:
            return (codes.ordered[frame.number] ?? []).compactMap { branch, code in
                counts.expected[branch] > 0 ? result(branch, unit: code, level: nil) : nil
            }
        }
    }

    private func result(_ branch: Int, unit: String?, level: UnitKind?) -> IndicatorResult {
        let (counted, expected) = (Int(counts.counted[branch]), Int(counts.expected[branch]))
        var numbers: (numerator: Number?, denominator: Number?, value: Number?) = (nil, nil, nil)
        var obstacle: IndicatorResult.Obstacle?
        if counted == 0 {
            let isDue = expected == 0 || counts.notReported[branch] + counts.withheld[branch] > 0
            obstacle = isDue ? .noReports : .notYetDue
        } else if plan.isUnaddable && counted > 1 {
            obstacle = .notAddable
        } else {
            do throws(FormulaFailure) {
                try work(branch, &numbers)
            } catch {
                obstacle = error == .divisionByNought ? .divisionByNought : .tooLarge
            }
            let least = plan.minimum.multiplied(by: Number(expected))
            if least.map({ Number(counted) < $0 }) ?? true { (numbers.value, obstacle) = (nil, .belowMinimum) }
        }
        return IndicatorResult(
            indicator: plan.indicator, period: period, unit: unit, level: level, numerator: numbers.numerator,
            denominator: numbers.denominator, value: numbers.value, counted: counted, expected: expected,
            leftOut: IndicatorResult.LeftOut(
                notReported: Int(counts.notReported[branch]), withheld: Int(counts.withheld[branch]),
                notYetDue: Int(counts.notYetDue[branch]), notApplicable: Int(counts.notApplicable[branch])),
            isToDate: false, target: plan.indicator.target(for: period, unit: unit), obstacle: obstacle)
    }

    /// What an input adds up to in a branch.
    private func sum(_ input: FormulaInput, _ branch: Int) -> Int64? {
        guard let (all, less) = sums[input], branch < all.count else { return nil }
        return all[branch] - (less?[branch] ?? 0)
    }

    private func work(
        _ branch: Int, _ numbers: inout (numerator: Number?, denominator: Number?, value: Number?)
    ) throws(FormulaFailure) {
        if plan.indicator.annualised == nil, let above = plain(plan.numerator, branch) {
            let below = plan.denominator.map { plain($0, branch) }
            if case .some(let below?) = below {
                numbers.numerator = Number(above)
                numbers.denominator = Number(below)
                let (dividend, overflow) = above.multipliedReportingOverflow(by: plan.indicator.unit.wholeFactor)
                if !overflow, let value = Fraction.quotient(dividend, below) {
                    numbers.value = value
                    return
                }
            }
        }
        let values = FormulaValues(period: period) { input throws(FormulaFailure) in
            sum(input, branch).map { Fraction(Number($0)) } ?? .zero
        } count: { _ in
            0
        }
        let above = try plan.numerator.value(values)
        numbers.numerator = above.number
        var below: Fraction?
        if let formula = plan.denominator { below = try formula.value(values) }
        numbers.denominator = below?.number
        numbers.value = try plan.indicator.value(above, over: below, period).number
        guard numbers.value != nil, numbers.numerator != nil else { throw .tooLarge }
    }

    /// The sum of a formula that is a count and nothing else.
    private func plain(_ formula: Formula, _ branch: Int) -> Int64? {
        guard case .input(let input) = formula else { return nil }
        return sum(input, branch)
    }
}

/// The codes of the units at the heads of branches, in the order of the register.
struct Codes {
    /// The branches in the order of the codes of their units, by the number of the structure.
    private(set) var ordered: [Int: [(branch: Int, code: String)]] = [:]

    init(
        _ session: Session, _ register: PackedRegister, _ frames: [PackedComputation.Frame?],
        _ division: IndicatorComputation.Division
    ) throws {
        guard division == .unit || division == .tree else { return }
        var known: [Int64: String] = [:]
        let different = Dictionary(frames.compactMap { $0 }.map { ($0.number, $0) }) { first, _ in first }
        let heads = Set(different.values.flatMap { $0.branches.heads }.map { register.units[$0] })
        let most = 5000
        let some: SQL = heads.count <= most ? "id IN (\(list: heads.sorted()))" : "1 = 1"
        try session.database.forEach("SELECT id, code FROM unit WHERE \(some)") {
            known[try $0.value(0)] = try $0.text(1)
        }
        for (number, frame) in different {
            let branches = frame.branches.heads.enumerated().map {
                ($0.offset, known[register.units[$0.element]] ?? "")
            }
            ordered[number] = branches.sorted { $0.1 < $1.1 }
        }
    }
}
