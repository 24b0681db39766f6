public import Diagnostics
public import Syntax
public import Values

/// Sums, differences, products and quotients: which types they take, and their values.
public enum Arithmetic {
    /// The type of a result, or `nil` when the two cannot be combined.
    static func type(_ operation: ArithmeticOperator, _ left: Family, _ right: Family) -> ValueType? {
        switch operation {
        case .plus, .minus: sumType(operation, left, right)
        case .times: productType(left, right)
        case .over: quotientType(left, right)
        }
    }

    private static func sumType(_ operation: ArithmeticOperator, _ left: Family, _ right: Family) -> ValueType? {
        switch (left, right) {
        case (.number, .number): .number
        case (.percent, .percent): .percent
        case (.money, .money): .money
        case (.time, .time): .time
        case (.date, .time): .date
        case (.time, .date): operation == .plus ? .date : nil
        case (.date, .date): operation == .minus ? .time : nil
        default: nil
        }
    }

    private static func productType(_ left: Family, _ right: Family) -> ValueType? {
        switch (left, right) {
        case (.number, .number), (.percent, .number), (.number, .percent): .number
        case (.percent, .percent): .percent
        case (.money, .number), (.number, .money), (.money, .percent), (.percent, .money): .money
        case (.time, .number), (.number, .time), (.time, .percent), (.percent, .time): .time
        default: nil
        }
    }

    private static func quotientType(_ left: Family, _ right: Family) -> ValueType? {
        switch (left, right) {
        case (.number, .number), (.number, .percent), (.percent, .percent), (.money, .money), (.time, .time): .number
        case (.percent, .number): .percent
        case (.money, .number), (.money, .percent): .money
        case (.time, .number), (.time, .percent): .time
        default: nil
        }
    }

    /// The value of a result. A missing side makes it missing, for the reason of the first missing side; so does a
    /// division by nought, as “not applicable”.
    public static func value(
        _ operation: ArithmeticOperator, _ left: Value, _ right: Value
    ) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.missing, _): left
        case (_, .missing): right
        case (.number(let a), .number(let b)): try result(operation, a, b) { .number($0) }
        case (.percent(let a), .percent(let b)):
            try result(operation, a, b) { operation == .over ? .number($0) : .percent($0) }
        case (.percent(let a), .number(let b)) where operation == .over: try result(operation, a, b) { .percent($0) }
        case (.percent(let a), .number(let b)) where operation == .times: try result(operation, a, b) { .number($0) }
        case (.number(let a), .percent(let b)) where operation == .times || operation == .over:
            try result(operation, a, b) { .number($0) }
        case (.money(let a), _): try money(operation, a, right)
        case (.number(let b), .money(let a)) where operation == .times,
            (.percent(let b), .money(let a)) where operation == .times:
            try product(a, b)
        case (.date(let a), .date(let b)) where operation == .minus:
            .time(TimeAmount(Number(Int(a.number) - Int(b.number)), .days))
        case (.date(let day), .time(let time)) where operation == .plus: try shifted(day, by: time, sign: 1)
        case (.date(let day), .time(let time)) where operation == .minus: try shifted(day, by: time, sign: -1)
        case (.time(let time), .date(let day)) where operation == .plus: try shifted(day, by: time, sign: 1)
        case (.time(let a), _): try duration(operation, a, right)
        case (.number(let factor), .time(let a)) where operation == .times,
            (.percent(let factor), .time(let a)) where operation == .times:
            try scaled(a, operation, factor)
        default: throw unfit(operation, left, right)
        }
    }

    /// The value with its sign changed.
    public static func negative(_ value: Value) throws(Diagnostic) -> Value {
        switch value {
        case .missing: return value
        case .number(let number): return .number(try fitting(number.negated))
        case .percent(let share): return .percent(try fitting(share.negated))
        case .money(let amount):
            let (negated, overflow) = Int64(0).subtractingReportingOverflow(amount)
            guard !overflow else { throw .overflow }
            return .money(negated)
        case .time(let time): return .time(TimeAmount(try fitting(time.amount.negated), time.unit))
        default: throw .unfit(value)
        }
    }

    static func fitting(_ number: Number?) throws(Diagnostic) -> Number {
        guard let number else { throw .overflow }
        return number
    }

    private static func result(
        _ operation: ArithmeticOperator, _ a: Number, _ b: Number, _ make: (Number) -> Value
    ) throws(Diagnostic) -> Value {
        switch operation {
        case .plus: return make(try fitting(a.adding(b)))
        case .minus: return make(try fitting(a.subtracting(b)))
        case .times: return make(try fitting(a.multiplied(by: b)))
        case .over:
            guard b != .zero else { return .missing(.notApplicable) }
            return make(try fitting(a.divided(by: b)))
        }
    }

    private static func unfit(_ operation: ArithmeticOperator, _ left: Value, _ right: Value) -> Diagnostic {
        let (a, b) = (left.evidentType?.noun ?? Text(verbatim: "?"), right.evidentType?.noun ?? Text(verbatim: "?"))
        return Diagnostic(
            .wrongType,
            Text(
                "‘\(operation.rawValue)’ cannot combine \(a.english) and \(b.english).",
                vi: "Không thể dùng ‘\(operation.rawValue)’ giữa \(a.vietnamese) và \(b.vietnamese)."))
    }
}

// Money: whole đồng, rounded half up.
extension Arithmetic {
    private static func money(
        _ operation: ArithmeticOperator, _ amount: Int64, _ right: Value
    ) throws(Diagnostic) -> Value {
        switch (operation, right) {
        case (.plus, .money(let other)): return try whole(amount.addingReportingOverflow(other))
        case (.minus, .money(let other)): return try whole(amount.subtractingReportingOverflow(other))
        case (.over, .money(let other)): return try result(.over, Number(amount), Number(other)) { .number($0) }
        case (.times, .number(let factor)), (.times, .percent(let factor)): return try product(amount, factor)
        case (.over, .number(let divisor)), (.over, .percent(let divisor)):
            guard divisor != .zero else { return .missing(.notApplicable) }
            return try rounded(Int128(amount) * power(divisor.decimals), over: Int128(divisor.mantissa))
        default: throw unfit(operation, .money(amount), right)
        }
    }

    private static func product(_ amount: Int64, _ factor: Number) throws(Diagnostic) -> Value {
        try rounded(Int128(amount) * Int128(factor.mantissa), over: power(factor.decimals))
    }

    private static func whole(_ result: (partialValue: Int64, overflow: Bool)) throws(Diagnostic) -> Value {
        guard !result.overflow else { throw .overflow }
        return .money(result.partialValue)
    }

    /// The quotient as whole đồng, half away from nought. Both sides are far inside 128 bits.
    static func rounded(_ dividend: Int128, over divisor: Int128) throws(Diagnostic) -> Value {
        guard let amount = quotient(dividend, over: divisor) else { throw .overflow }
        return .money(amount)
    }

    /// The whole quotient, half away from nought; `nil` where it does not fit.
    static func quotient(_ dividend: Int128, over divisor: Int128) -> Int64? {
        let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        let up: Int128 = rest.magnitude * 2 >= divisor.magnitude ? 1 : 0
        return Int64(exactly: (dividend < 0) == (divisor < 0) ? quotient + up : quotient - up)
    }

    private static func power(_ decimals: UInt8) -> Int128 {
        (0..<decimals).reduce(1) { product, _ in product * 10 }
    }
}

// Dates and durations.
extension Arithmetic {
    /// The first and last day that a year of four digits has.
    private static let days =
        (Day(year: 1, month: 1, day: 1)?.number ?? 0)...(Day(year: 9999, month: 12, day: 31)?.number ?? 0)

    /// The units by which a date moves.
    static let dayUnits: Set<TimeAmount.Unit> = [.days, .weeks, .workingDays]

    private static func shifted(_ day: Day, by time: TimeAmount, sign: Int64) throws(Diagnostic) -> Value {
        guard Arithmetic.dayUnits.contains(time.unit), let count = time.amount.whole else {
            throw .wrongDuration(time)
        }
        if time.unit == .workingDays {
            let steps = Int(clamping: count).multipliedReportingOverflow(by: Int(sign))
            guard !steps.overflow, let end = WorkingDays.adding(steps.partialValue, to: day) else {
                throw .outsideCalendar
            }
            return .date(end)
        }
        let (length, tooLong) = count.multipliedReportingOverflow(by: time.unit == .weeks ? 7 * sign : sign)
        let (number, tooFar) = Int64(day.number).addingReportingOverflow(length)
        guard !tooLong, !tooFar, let short = Int32(exactly: number), days.contains(short) else {
            throw .outsideCalendar
        }
        return .date(Day(number: short))
    }

    private static func duration(
        _ operation: ArithmeticOperator, _ time: TimeAmount, _ right: Value
    ) throws(Diagnostic) -> Value {
        switch (operation, right) {
        case (.plus, .time(let other)), (.minus, .time(let other)):
            let (a, b, unit) = try aligned(time, other)
            return try result(operation, a, b) { .time(TimeAmount($0, unit)) }
        case (.over, .time(let other)):
            let (a, b, _) = try aligned(time, other)
            return try result(.over, a, b) { .number($0) }
        case (.times, .number(let factor)), (.times, .percent(let factor)), (.over, .number(let factor)),
            (.over, .percent(let factor)):
            return try scaled(time, operation, factor)
        default: throw unfit(operation, .time(time), right)
        }
    }

    private static func scaled(
        _ time: TimeAmount, _ operation: ArithmeticOperator, _ factor: Number
    ) throws(Diagnostic) -> Value {
        try result(operation, time.amount, factor) { .time(TimeAmount($0, time.unit)) }
    }

    /// Two durations in the smaller of their units.
    static func aligned(
        _ left: TimeAmount, _ right: TimeAmount
    ) throws(Diagnostic) -> (Number, Number, TimeAmount.Unit) {
        if left.unit == right.unit { return (left.amount, right.amount, left.unit) }
        guard let a = TimeAmount(.one, left.unit).seconds, let b = TimeAmount(.one, right.unit).seconds else {
            throw .mixedDurations(left, right)
        }
        let factor = try fitting((a < b ? b.divided(by: a) : a.divided(by: b)))
        return a < b
            ? (left.amount, try fitting(right.amount.multiplied(by: factor)), left.unit)
            : (try fitting(left.amount.multiplied(by: factor)), right.amount, right.unit)
    }
}
