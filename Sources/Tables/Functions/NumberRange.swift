public import Diagnostics
public import Values

/// The numbers from one to another in equal steps, both ends included where the steps meet them.
public struct NumberRange: Sendable, Hashable {
    /// The first number.
    public let first: Number
    /// What is added from one to the next.
    public let step: Number
    /// How many there are.
    public let count: Int64

    /// The most numbers that a list of them may have.
    public static let longestList: Int64 = 1_000_000

    /// Counts from one number to another; a step of nought is refused.
    public init(from first: Number, to last: Number, step: Number) throws(Diagnostic) {
        guard step != .zero else { throw .stepOfNought }
        self.first = first
        self.step = step
        let places = max(first.decimals, last.decimals, step.decimals)
        let (low, high) = (try first.scaled(to: places), try last.scaled(to: places))
        let (way, stride) = (high - low, try step.scaled(to: places))
        guard way == 0 || (way < 0) == (stride < 0) else {
            count = 0
            return
        }
        count = Int64(clamping: way / stride + 1)
    }

    /// Reads the arguments of `range(from, to, [step])`.
    init(_ arguments: [Value]) throws(Diagnostic) {
        var numbers: [Number] = []
        for case .number(let number) in arguments { numbers.append(number) }
        guard numbers.count >= 2, numbers.count == arguments.count else { throw .unfit(arguments.first ?? .missing) }
        try self.init(from: numbers[0], to: numbers[1], step: numbers.count > 2 ? numbers[2] : .one)
    }

    /// All of them, unless they are too many for a list.
    public func list() throws(Diagnostic) -> [Number] {
        guard count <= NumberRange.longestList else { throw .listTooLong(count) }
        var numbers: [Number] = []
        numbers.reserveCapacity(Int(count))
        var next = first
        for place in 0..<count {
            if place > 0 { next = try Arithmetic.fitting(next.adding(step)) }
            numbers.append(next)
        }
        return numbers
    }
}

extension Number {
    /// The digits with so many decimals, which are no fewer than the number has; far inside 128 bits.
    fileprivate func scaled(to places: UInt8) throws(Diagnostic) -> Int128 {
        let (digits, tooMany) = (0..<(places - decimals)).reduce((Int128(mantissa), false)) { sum, _ in
            let (product, overflow) = sum.0.multipliedReportingOverflow(by: 10)
            return (product, sum.1 || overflow)
        }
        guard !tooMany else { throw .overflow }
        return digits
    }
}

extension Diagnostic.Code {
    /// A range that would never end, because its step is nought.
    public static let stepOfNought: Self = "step-of-nought"
    /// More values than a list may have.
    public static let listTooLong: Self = "list-too-long"
}

extension Diagnostic {
    fileprivate static let stepOfNought = Diagnostic(
        .stepOfNought, Text("A range cannot go in steps of 0.", vi: "Dãy số không thể đi theo bước bằng 0."),
        notes: [
            Text(
                "`range(1, 10, 2)` goes up in steps of 2, `range(10, 1, -1)` goes down.",
                vi: "`range(1, 10, 2)` đi lên theo bước 2, `range(10, 1, -1)` đi xuống.")
        ])

    fileprivate static func listTooLong(_ count: Int64) -> Diagnostic {
        Diagnostic(
            .listTooLong,
            Text(
                "A list of \(count) numbers is too long; it may have \(NumberRange.longestList).",
                vi: "Danh sách \(count) số là quá dài; tối đa \(NumberRange.longestList)."),
            notes: [
                Text(
                    "`for i in range(…) do` goes through any range without a list.",
                    vi: "`for i in range(…) do` duyệt dãy số dài bao nhiêu cũng được vì không tạo danh sách.")
            ])
    }
}
