import Diagnostics
public import Syntax
import Values

/// Comparisons of two values. One with a missing side is always false, `!=` too.
///
/// A date stands to a period as to a stretch of days: `=` means that it lies inside, `<` before the first day, `>`
/// after the last, `<=` not after the last, `>=` not before the first. Two periods are equal when they are the same;
/// `<` means wholly before and `<=` that it ends no later, so `between 2025-Q1 and 2025-Q3` takes the months inside.
enum Comparison {
    /// Whether the comparison holds.
    static func holds(_ operation: ComparisonOperator, _ left: Value, _ right: Value) throws(Diagnostic) -> Bool {
        switch (left, right) {
        case (.missing, _), (_, .missing): false
        case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)): compare(operation, a, b)
        case (.text(let a), .text(let b)): texts(operation, a, b)
        case (.money(let a), .money(let b)): compare(operation, a, b)
        case (.date(let a), .date(let b)): compare(operation, a, b)
        case (.date(let day), .period(let period)): lies(operation, day, day, period.first, period.last)
        case (.period(let period), .date(let day)): lies(operation.mirrored, day, day, period.first, period.last)
        case (.period(let a), .period(let b)): periods(operation, a, b)
        case (.time(let a), .time(let b)): try durations(operation, a, b)
        case (.yesNo(let a), .yesNo(let b)) where operation == .equal: a == b
        case (.yesNo(let a), .yesNo(let b)) where operation == .unequal: a != b
        default: throw .cannotCompare(left, right)
        }
    }

    @inline(__always)
    static func compare<T: Comparable>(_ operation: ComparisonOperator, _ a: T, _ b: T) -> Bool {
        switch operation {
        case .equal: a == b
        case .unequal: a != b
        case .less: a < b
        case .atMost: a <= b
        case .more: a > b
        case .atLeast: a >= b
        }
    }

    private static func texts(_ operation: ComparisonOperator, _ a: String, _ b: String) -> Bool {
        switch operation {
        case .equal: sameBytes(a, b)
        case .unequal: !sameBytes(a, b)
        default: compare(operation, VietnameseKey(a), VietnameseKey(b))
        }
    }

    /// A stretch from `first` to `last` against another from `low` to `high`.
    private static func lies(
        _ operation: ComparisonOperator, _ first: Day, _ last: Day, _ low: Day, _ high: Day
    ) -> Bool {
        switch operation {
        case .equal: low <= first && last <= high
        case .unequal: !(low <= first && last <= high)
        case .less: last < low
        case .atMost: last <= high
        case .more: first > high
        case .atLeast: first >= low
        }
    }

    private static func periods(_ operation: ComparisonOperator, _ a: Period, _ b: Period) -> Bool {
        switch operation {
        case .equal: a == b
        case .unequal: a != b
        default: lies(operation, a.first, a.last, b.first, b.last)
        }
    }

    private static func durations(
        _ operation: ComparisonOperator, _ a: TimeAmount, _ b: TimeAmount
    ) throws(Diagnostic) -> Bool {
        let (left, right, _) = try Arithmetic.aligned(a, b)
        return compare(operation, left, right)
    }
}

/// Whether two texts are the same byte for byte, which for composed texts means the same text.
func sameBytes(_ a: String, _ b: String) -> Bool {
    let left = a.utf8
    let right = b.utf8
    guard left.count == right.count else { return false }
    return left.withContiguousStorageIfAvailable { one in
        right.withContiguousStorageIfAvailable { other in one.elementsEqual(other) }
    }.flatMap { $0 } ?? left.elementsEqual(right)
}

extension ComparisonOperator {
    /// The operator with its sides exchanged.
    public var mirrored: ComparisonOperator {
        switch self {
        case .equal, .unequal: self
        case .less: .more
        case .atMost: .atLeast
        case .more: .less
        case .atLeast: .atMost
        }
    }

    /// Whether it asks for an order and not only for sameness.
    public var isOrder: Bool { self != .equal && self != .unequal }
}

/// The order of rows, of `min` and of `max`.
enum ValueOrder {
    /// Whether a value comes first; values of two families stand in no order.
    static func precedes(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)): a < b
        case (.money(let a), .money(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        case (.period(let a), .period(let b)): a < b
        case (.text(let a), .text(let b)): VietnameseKey(a) < VietnameseKey(b)
        case (.yesNo(let a), .yesNo(let b)): !a && b
        case (.time(let a), .time(let b)): precedes(a, b)
        default: false
        }
    }

    /// Working days, which have no fixed length, come after all other durations.
    private static func precedes(_ a: TimeAmount, _ b: TimeAmount) -> Bool {
        switch (a.seconds, b.seconds) {
        case (let a?, let b?): a < b
        case (nil, nil): a.amount < b.amount
        case (let a, _): a != nil
        }
    }
}

extension Diagnostic {
    static func cannotCompare(_ left: Value, _ right: Value) -> Diagnostic {
        let unknown = Text("something unknown", vi: "thứ chưa rõ")
        let (a, b) = (left.evidentType?.noun ?? unknown, right.evidentType?.noun ?? unknown)
        return Diagnostic(
            .cannotCompare,
            Text(
                "\(a.english.capitalizedFirst) cannot be compared with \(b.english).",
                vi: "Không thể so sánh \(a.vietnamese) với \(b.vietnamese)."))
    }
}
