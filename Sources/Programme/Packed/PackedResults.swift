import Commands
import Database
import Tables
import Values

/// The results of an indicator for a period from the sums over its branches.
struct PackedResults {
    private let plan: PackedPlan
    private let counts: PackedCounts
    private let frame: PackedComputation.Frame
    private let request: IndicatorRequest
    private let codes: Codes
    /// What each input adds up to, by branch; of men, all and the women among them.
    private let sums: [FormulaInput: (all: [Int64], less: [Int64]?)]
    /// The sums above and below the line, where the value is their quotient and nothing else.
    private let plain: (above: [Int64], below: [Int64])?
    /// The period.
    let period: Period

    init(
        _ plan: PackedPlan, _ counts: PackedCounts, _ frame: PackedComputation.Frame, _ period: Period,
        _ request: IndicatorRequest, _ sums: PackedSums, _ codes: Codes
    ) {
        (self.plan, self.counts, self.frame, self.period) = (plan, counts, frame, period)
        (self.request, self.codes) = (request, codes)
        let added = plan.inputs.mapValues { reading -> (all: [Int64], less: [Int64]?) in
            func sum(_ ofWomen: Bool) -> [Int64] {
                sums.sums(PackedSums.Request(key: reading.key, ofWomen: ofWomen, mask: counts.mask))
            }
            return reading.measure == .men ? (sum(false), sum(true)) : (sum(reading.measure == .women), nil)
        }
        (self.sums, plain) = (added, PackedResults.plain(plan, added))
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
        if let (above, below) = plain, let value = Fraction.quotient(above[branch], below[branch]) {
            numbers.numerator = Number(above[branch])
            numbers.denominator = Number(below[branch])
            numbers.value = Number(mantissa: Int128(value), decimals: Number.maximumDecimals)
            return
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

    /// The sums above and below the line, where each side is a count and nothing else and the factor is one.
    private static func plain(
        _ plan: PackedPlan, _ sums: [FormulaInput: (all: [Int64], less: [Int64]?)]
    ) -> (above: [Int64], below: [Int64])? {
        guard case .input(let above) = plan.numerator, case .input(let below)? = plan.denominator,
            plan.indicator.annualised == nil, plan.indicator.unit.wholeFactor == 1,
            let above = sums[above], let below = sums[below], above.less == nil, below.less == nil
        else { return nil }
        return (above.all, below.all)
    }
}

// Results as columns.
extension PackedResults {
    /// The indicator.
    var indicator: Indicator { plan.indicator }

    /// How many branches have a result.
    var headCount: Int { counts.expected.count { $0 > 0 } }

    /// Hands over the units at the heads of branches that have a result, in the order of the register.
    func forEachHead(_ body: (Int, String) -> Void) {
        for (branch, code) in codes.ordered[frame.number] ?? [] where counts.expected[branch] > 0 { body(branch, code) }
    }

    /// Adds the value of each result as a word of 18 decimals, with the reason of one that is missing; says no where
    /// one has another form.
    func append(to words: inout [Int64], _ reasons: inout MissingReasons) -> Bool {
        let heads = codes.branches[frame.number] ?? []
        guard let (above, below) = plain, !plan.isUnaddable, plan.minimum <= .one, counts.counted == counts.expected
        else {
            return heads.allSatisfy { counts.expected[$0] == 0 || append($0, to: &words, &reasons) }
        }
        for branch in heads where counts.expected[branch] > 0 {
            if let word = Fraction.quotient(above[branch], below[branch]) {
                words.append(word)
            } else if !append(branch, to: &words, &reasons) {
                return false
            }
        }
        return true
    }

    private func append(_ branch: Int, to words: inout [Int64], _ reasons: inout MissingReasons) -> Bool {
        let result = result(branch, unit: nil, level: nil)
        guard let value = result.value else {
            reasons.note(result.absence, at: words.count)
            words.append(0)
            return true
        }
        let encoding = Column.Encoding.percent(decimals: value.decimals)
        guard let word = encoding.rescale(value.mantissa, to: .percent(decimals: 18)) else { return false }
        words.append(word)
        return true
    }
}

/// Why cells are missing, of the few that are.
struct MissingReasons {
    private var rows: [(row: Int, reason: Missing)] = []

    /// Notes the reason of a row.
    mutating func note(_ reason: Missing, at row: Int) { rows.append((row, reason)) }

    /// A number for each of so many rows; `nil` where none is missing.
    func numbers(_ count: Int) -> [UInt8]? {
        guard !rows.isEmpty else { return nil }
        var numbers = [UInt8](repeating: 0, count: count)
        for (row, reason) in rows { numbers[row] = reason.number }
        return numbers
    }
}

/// The codes of the units at the heads of branches, in the order of the register.
struct Codes {
    /// The branches in the order of the codes of their units, by the number of the structure.
    private(set) var ordered: [Int: [(branch: Int, code: String)]] = [:]
    /// The same branches without their codes.
    private(set) var branches: [Int: [Int]] = [:]

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
            let sorted = branches.sorted { $0.1 < $1.1 }
            ordered[number] = sorted
            self.branches[number] = sorted.map(\.0)
        }
    }
}
