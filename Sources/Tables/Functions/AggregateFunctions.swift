import Diagnostics
import Syntax
public import Values

/// What an aggregate works on: the values of one group.
struct AggregateInput {
    /// The values that are there, in the order of the rows.
    let values: ArraySlice<Value>
    /// How many values are there; how many rows, where nothing was asked of them.
    let counted: Int
    /// How many rows the group has, those with a missing value too.
    let rows: Int
    /// Why the first of the missing values is missing.
    let reason: Missing
    /// The second argument.
    let extra: Value?
}

extension BuiltInFunction {
    static let aggregates: [BuiltInFunction] = [
        BuiltInFunction(
            "count", [Parameter("x", .any, optional: true)], .always(.number),
            Text(
                "How many rows there are; with a value, in how many it is not missing.",
                vi: "Số dòng; nếu có đối số thì đếm số dòng có giá trị."),
            .aggregate { .number(Number($0.counted)) }),
        BuiltInFunction(
            "count-missing", [Parameter("x", .any)], .always(.number),
            Text("In how many rows the value is missing.", vi: "Số dòng để trống giá trị này."),
            .aggregate { .number(Number($0.rows - $0.values.count)) }),
        BuiltInFunction(
            "count-where", [Parameter("condition", .yesNo)], .always(.number),
            Text("In how many rows the condition holds.", vi: "Số dòng thoả điều kiện."),
            .aggregate { .number(Number($0.values.count { $0.isYes })) }),
        BuiltInFunction(
            "count-distinct", [Parameter("x", .any)], .always(.number),
            Text("How many different values there are.", vi: "Số giá trị khác nhau."),
            .aggregate { .number(Number(Grouping(Column(.values(Array($0.values)))).count)) }),
        BuiltInFunction(
            "sum", [Parameter("x", .quantity)], .first,
            Text("The sum of the values that are there.", vi: "Tổng các giá trị có mặt."), .whenAny(sum)),
        BuiltInFunction(
            "average", [Parameter("x", .quantity)], .first,
            Text("The sum divided by the count of the values that are there.", vi: "Trung bình các giá trị có mặt."),
            .whenAny { try divided(sum($0), by: $0.values.count) }),
        BuiltInFunction(
            "median", [Parameter("x", .figure)], .first,
            Text("The value in the middle.", vi: "Trung vị."), .whenAny { try percentile($0, half) }),
        BuiltInFunction(
            "percentile", [Parameter("x", .figure), Parameter("p", .type(.percent))], .first,
            Text(
                "The value that p percent of the values do not pass: `percentile(hours, 90%)`.",
                vi: "Giá trị mà p phần trăm số liệu không vượt quá: `percentile(hours, 90%)`."),
            .whenAny { input in
                guard case .percent(let share)? = input.extra, !share.isNegative, share <= .one else {
                    throw Diagnostic.notAPercentile
                }
                return try percentile(input, share)
            }),
        BuiltInFunction(
            "stddev", [Parameter("x", .figure)], .first,
            Text(
                "The standard deviation of a sample; missing under two values.",
                vi: "Độ lệch chuẩn mẫu; để trống khi có ít hơn hai giá trị."), .whenAny(deviation)),
        BuiltInFunction(
            "min", [Parameter("x", .ordered)], .first,
            Text("The least of the values.", vi: "Giá trị nhỏ nhất."),
            .whenAny { extreme($0.values, greatest: false) }),
        BuiltInFunction(
            "max", [Parameter("x", .ordered)], .first,
            Text("The greatest of the values.", vi: "Giá trị lớn nhất."),
            .whenAny { extreme($0.values, greatest: true) }),
        BuiltInFunction(
            "first", [Parameter("x", .any)], .first,
            Text("The first value that is not missing.", vi: "Giá trị đầu tiên không trống."),
            .whenAny { $0.values.first ?? .missing }),
        BuiltInFunction(
            "last", [Parameter("x", .any)], .first,
            Text("The last value that is not missing.", vi: "Giá trị cuối cùng không trống."),
            .whenAny { $0.values.last ?? .missing }),
        BuiltInFunction(
            "all", [Parameter("condition", .yesNo)], .always(.yesNo),
            Text("Whether the condition holds in every row; yes for none.", vi: "Điều kiện có đúng ở mọi dòng không."),
            .aggregate { input in .yesNo(input.values.count == input.rows && input.values.allSatisfy(\.isYes)) }),
        BuiltInFunction(
            "any", [Parameter("condition", .yesNo)], .always(.yesNo),
            Text("Whether the condition holds in one row at least.", vi: "Điều kiện có đúng ở ít nhất một dòng không."),
            .aggregate { input in .yesNo(input.values.contains(where: \.isYes)) }),
    ]

    private static let half = Number(mantissa: 5, decimals: 1) ?? .zero

    @Sendable private static func sum(_ input: AggregateInput) throws -> Value {
        guard var total = input.values.first else { return .missing }
        for value in input.values.dropFirst() {
            if case .number(let a) = total, case .number(let b) = value {
                total = .number(try Arithmetic.fitting(a.adding(b)))
            } else {
                total = try Arithmetic.value(.plus, total, value)
            }
        }
        return total
    }

    private static func divided(_ value: Value, by count: Int) throws -> Value {
        try Arithmetic.value(.over, value, .number(Number(count)))
    }

    /// The value between its neighbours in order, in proportion to the distance (the usual “type 7”).
    private static func percentile(_ input: AggregateInput, _ share: Number) throws -> Value {
        guard let kind = input.values.first else { return .missing }
        let sorted = input.values.compactMap(\.figure).sorted()
        return try percentile(sorted.lazy.map { $0 }, kind, share)
    }

    /// The value in the middle of a group.
    static func median(_ figures: Figures) throws -> Value {
        try percentile(figures, half)
    }

    /// The value that a share of a group does not pass.
    static func percentile(_ figures: Figures, _ share: Number) throws -> Value {
        try percentile(figures.words.sorted().lazy.map { figures.figure($0) }, figures.kind, share)
    }

    private static func percentile(
        _ sorted: LazyMapCollection<[some Any], Number>, _ kind: Value, _ share: Number
    ) throws -> Value {
        guard let last = sorted.last, let place = Number(sorted.count - 1).multiplied(by: share) else {
            return .missing
        }
        let near = place.rounded(to: 0)
        let below = Int((near > place ? near.subtracting(.one) : near)?.whole ?? 0)
        guard below + 1 < sorted.count else { return try kind.with(last) }
        let low = sorted[below]
        let rest = try Arithmetic.fitting(place.subtracting(Number(below)))
        let step = try Arithmetic.fitting(sorted[below + 1].subtracting(low)?.multiplied(by: rest))
        return try kind.with(Arithmetic.fitting(low.adding(step)))
    }

    /// Worked out in binary floating point, to six decimals of a number or a percent point.
    @Sendable private static func deviation(_ input: AggregateInput) throws -> Value {
        try deviation(input.values.compactMap(\.figure?.approximation), input.values.first)
    }

    /// The standard deviation of a group.
    static func deviation(_ figures: Figures) throws -> Value {
        try deviation(figures.words.map { figures.figure($0).approximation }, figures.kind)
    }

    private static func deviation(_ figures: [Double], _ kind: Value?) throws -> Value {
        guard figures.count > 1, let kind else { return .missing(.notApplicable) }
        let mean = figures.reduce(0, +) / Double(figures.count)
        let squares = figures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(figures.count - 1)).squareRoot()
        let places = [8, 6, 4, 2, 0]
        let number = places.lazy.compactMap { Number(rounding: deviation, decimals: $0) }.first
        return try kind.with(Arithmetic.fitting(number))
    }
}

extension BuiltInFunction.Work {
    /// An aggregate of the values that are there; where there are none, it is missing for the reason of the first row.
    static func whenAny(_ work: @escaping @Sendable (AggregateInput) throws -> Value) -> Self {
        .aggregate { input in input.values.isEmpty ? .missing(input.reason) : try work(input) }
    }
}

extension Value {
    /// The number in a number, percent or amount of money.
    public var figure: Number? {
        switch self {
        case .number(let number), .percent(let number): number
        case .money(let amount): Number(amount)
        default: nil
        }
    }

    /// Another number of the same kind; money is rounded half up.
    func with(_ number: Number) throws(Diagnostic) -> Value {
        switch self {
        case .percent: return .percent(number)
        case .money:
            guard let whole = number.rounded(to: 0).whole else { throw .overflow }
            return .money(whole)
        default: return .number(number)
        }
    }
}

extension Diagnostic {
    static let notAPercentile = Diagnostic(
        .wrongType,
        Text("‘percentile’ takes a percent from 0% to 100%.", vi: "‘percentile’ nhận tỷ lệ từ 0% đến 100%."),
        notes: [Text("Write `percentile(hours, 90%)`.", vi: "Hãy viết `percentile(hours, 90%)`.")])
}
