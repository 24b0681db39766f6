import Syntax
import Values

// Arithmetic on whole columns; it agrees with `Arithmetic.value`.
enum ColumnArithmetic {
    /// The results; `nil` where the sides have no words that fit the operation, or a result does not fit a word.
    static func cells(
        _ operation: ArithmeticOperator, _ left: Batch, _ right: Batch, _ count: Int, _ check: () throws -> Void
    ) throws -> Column? {
        guard let a = Operand(left), let b = Operand(right) else { return nil }
        switch operation {
        case .plus, .minus: return sums(a, b, count, negated: operation == .minus)
        case .times: return products(a, b, count)
        case .over: return try quotients(a, b, count, check)
        }
    }

    /// The words with their signs changed.
    static func negative(_ batch: Batch, _ count: Int) -> Column? {
        guard let operand = Operand(batch), !operand.isSame else { return nil }
        switch operand.encoding {
        case .number, .percent, .money:
            let zero = Operand.same(0, operand.encoding)
            return sums(zero, operand, count, negated: true)
        case .date, .period, .yesNo: return nil
        }
    }

    /// Parts as percents of wholes.
    static func shares(_ part: Batch, _ whole: Batch, _ count: Int, _ check: () throws -> Void) throws -> Column? {
        guard let a = Operand(part), let b = Operand(whole), a.encoding.isAlike(b.encoding), a.encoding.isFigure else {
            return nil
        }
        return try divided(a, b, count, percent: true, check)
    }

    private static func sums(_ left: Operand, _ right: Operand, _ count: Int, negated: Bool) -> Column? {
        guard let encoding = left.encoding.common(with: right.encoding), encoding.isFigure else { return nil }
        let (a, b) = Operand.aligned(left, right)
        let (first, second) = Operand.factors(a, b)
        var failed = false
        let words: [Int64]
        switch (first == 1 && second == 1, negated) {
        case (true, false):
            words = Operand.map(a, b, count) { x, y in
                let (sum, overflow) = x.addingReportingOverflow(y)
                failed = failed || overflow
                return sum
            }
        case (true, true):
            words = Operand.map(a, b, count) { x, y in
                let (difference, overflow) = x.subtractingReportingOverflow(y)
                failed = failed || overflow
                return difference
            }
        case (false, _):
            words = Operand.map(a, b, count) { x, y in
                let (left, leftFailed) = x.multipliedReportingOverflow(by: first)
                let (right, rightFailed) = y.multipliedReportingOverflow(by: second)
                let (sum, overflow) =
                    negated ? left.subtractingReportingOverflow(right) : left.addingReportingOverflow(right)
                failed = failed || leftFailed || rightFailed || overflow
                return sum
            }
        }
        return failed ? nil : Column(.words(words, encoding), reasons: Operand.reasons(a, b))
    }

    private static func products(_ a: Operand, _ b: Operand, _ count: Int) -> Column? {
        let decimals = a.encoding.decimals + b.encoding.decimals
        let encoding: Column.Encoding
        switch (a.encoding, b.encoding) {
        case (.number, .number), (.percent, .number), (.number, .percent): encoding = .number(decimals: decimals)
        case (.percent, .percent): encoding = .percent(decimals: decimals)
        case (.money, .number), (.money, .percent), (.number, .money), (.percent, .money): encoding = .money
        default: return nil
        }
        guard decimals <= Number.maximumDecimals else { return nil }
        var failed = false
        let words: [Int64]
        if encoding == .money, decimals > 0 {
            let divisor = Int128(Number.power(of10: Int(decimals)) ?? 1)
            words = Operand.map(a, b, count) { x, y in
                let rounded = Arithmetic.quotient(Int128(x) * Int128(y), over: divisor)
                failed = failed || rounded == nil
                return rounded ?? 0
            }
        } else {
            words = Operand.map(a, b, count) { x, y in
                let (product, overflow) = x.multipliedReportingOverflow(by: y)
                failed = failed || overflow
                return product
            }
        }
        return failed ? nil : Column(.words(words, encoding), reasons: Operand.reasons(a, b))
    }

    private static func quotients(
        _ a: Operand, _ b: Operand, _ count: Int, _ check: () throws -> Void
    ) throws -> Column? {
        switch (a.encoding, b.encoding) {
        case (.number, .number), (.number, .percent), (.percent, .percent), (.money, .money):
            return try divided(a, b, count, percent: false, check)
        case (.percent, .number): return try divided(a, b, count, percent: true, check)
        default: return nil
        }
    }

    /// The quotients; missing as “not applicable” where the divisor is nought.
    private static func divided(
        _ a: Operand, _ b: Operand, _ count: Int, percent: Bool, _ check: () throws -> Void
    ) throws -> Column? {
        let reasons = Operand.reasons(a, b)
        let (first, second) = (a.encoding.decimals, b.encoding.decimals)
        var gathered = NumberColumn(percent: percent, capacity: count)
        for row in 0..<count {
            if row % Frame.batch == 0 { try check() }
            if let reasons, reasons[row] != 0 {
                gathered.append(reason: reasons[row])
                continue
            }
            let divisor = Number(scaled: b.words[b.isSame ? 0 : row], decimals: second)
            if divisor.mantissa == 0 {
                gathered.append(reason: Missing.notApplicable.number)
                continue
            }
            let number = Number(scaled: a.words[a.isSame ? 0 : row], decimals: first).divided(by: divisor)
            gathered.append(try Arithmetic.fitting(number))
        }
        return gathered.column
    }
}

/// Numbers of any count of decimals, brought to a common one at the end.
private struct NumberColumn {
    private let percent: Bool
    private var numbers: [Number] = []
    private var reasons: [UInt8] = []
    private var hasMissing = false

    init(percent: Bool, capacity: Int) {
        self.percent = percent
        numbers.reserveCapacity(capacity)
        reasons.reserveCapacity(capacity)
    }

    mutating func append(_ number: Number) {
        numbers.append(number)
        reasons.append(0)
    }

    mutating func append(reason: UInt8) {
        numbers.append(.zero)
        reasons.append(reason)
        hasMissing = true
    }

    var column: Column {
        let decimals = numbers.reduce(UInt8(0)) { max($0, $1.decimals) }
        let factors = (0...decimals).map { Number.power(of10: Int(decimals - $0)) ?? 1 }
        var failed = false
        let words = numbers.map { number in
            let (word, overflow) = number.mantissa.multipliedReportingOverflow(by: factors[Int(number.decimals)])
            failed = failed || overflow
            return word
        }
        let missing = hasMissing ? reasons : nil
        if failed { return Column(.values(numbers.map { percent ? .percent($0) : .number($0) }), reasons: missing) }
        let encoding: Column.Encoding = percent ? .percent(decimals: decimals) : .number(decimals: decimals)
        return Column(.words(words, encoding), reasons: missing)
    }
}

extension Operand {
    static func same(_ word: Int64, _ encoding: Column.Encoding) -> Operand {
        Operand(words: [word], isSame: true, encoding: encoding, reasons: nil)
    }

    private init(words: [Int64], isSame: Bool, encoding: Column.Encoding, reasons: [UInt8]?) {
        (self.words, self.isSame, self.encoding, self.reasons) = (words, isSame, encoding, reasons)
    }
}

extension Column.Encoding {
    /// Whether words can be added up: numbers, percents and money.
    var isFigure: Bool {
        switch self {
        case .number, .percent, .money: true
        case .date, .period, .yesNo: false
        }
    }
}
