import Diagnostics
import Syntax
import Values

extension BuiltInFunction {
    static let numbers: [BuiltInFunction] = [
        BuiltInFunction(
            "share", [Parameter("part", .quantity), Parameter("whole", .quantity)], .always(.percent),
            Text(
                "The part as a percent of the whole; missing where the whole is 0.",
                vi: "Phần so với tổng, tính bằng phần trăm; để trống khi tổng bằng 0."),
            alikeFrom: 0, .two(share)
        ).columnar { batches, count, frame in
            batches.count == 2 ? try ColumnArithmetic.shares(batches[0], batches[1], count, frame.goOn) : nil
        },
        BuiltInFunction(
            "abs", [Parameter("x", .quantity)], .first,
            Text("The value without its sign.", vi: "Giá trị tuyệt đối."),
            .one { try isNegative($0) ? Arithmetic.negative($0) : $0 }),
        BuiltInFunction(
            "round", [Parameter("x", .figure), Parameter("decimals", .number, optional: true)], .first,
            Text(
                "Rounds half up to so many decimals, 0 if not said; -3 rounds to thousands.",
                vi: "Làm tròn đến số chữ số thập phân đã cho (mặc định 0); -3 là làm tròn đến hàng nghìn."),
            .present { try rounded($0, .halfUp) }),
        BuiltInFunction(
            "floor", [Parameter("x", .share)], .first,
            Text("The whole number (or percent) below.", vi: "Làm tròn xuống số nguyên (hoặc phần trăm nguyên)."),
            .one { try whole($0, step: -1) }),
        BuiltInFunction(
            "min", [Parameter("a", .ordered), Parameter("b", .ordered, repeats: true)], .alike,
            Text(
                "The least of several values; missing ones are left out.",
                vi: "Giá trị nhỏ nhất; bỏ qua giá trị trống."), alikeFrom: 0, .all { extreme($0, greatest: false) }),
        BuiltInFunction(
            "max", [Parameter("a", .ordered), Parameter("b", .ordered, repeats: true)], .alike,
            Text(
                "The greatest of several values; missing ones are left out.",
                vi: "Giá trị lớn nhất; bỏ qua giá trị trống."), alikeFrom: 0, .all { extreme($0, greatest: true) }),
        BuiltInFunction(
            "number", [Parameter("text", .text)], .always(.number),
            Text(
                "The number that a text writes, `1250.5` or `1.250,5`; missing where it writes none.",
                vi: "Số ghi trong đoạn chữ, `1250.5` hoặc `1.250,5`; để trống nếu không phải số."), .one(parsed)),
        BuiltInFunction(
            "range",
            [Parameter("from", .number), Parameter("to", .number), Parameter("step", .number, optional: true)],
            .always(.list(.number)),
            Text(
                "The numbers from one to another in steps, of 1 if not said; `for` goes through them without a list.",
                vi: "Các số từ số này đến số kia theo bước (mặc định 1); `for` duyệt mà không tạo danh sách."),
            .present { .list(try NumberRange($0).list().map { .number($0) }) }),
    ]

    /// The least or greatest of values of one type; all missing gives the first.
    static func extreme(_ values: some Sequence<Value>, greatest: Bool) -> Value {
        var best: Value?
        for value in values {
            guard let current = best, !current.isMissing else {
                if best == nil || !value.isMissing { best = value }
                continue
            }
            let better = greatest ? ValueOrder.precedes(current, value) : ValueOrder.precedes(value, current)
            if !value.isMissing, better { best = value }
        }
        return best ?? .missing
    }

    @Sendable private static func share(_ part: Value, _ whole: Value) throws -> Value {
        switch try Arithmetic.value(.over, part, whole) {
        case .number(let ratio): .percent(ratio)
        case let other: other
        }
    }

    private static func isNegative(_ value: Value) throws -> Bool {
        switch value {
        case .number(let number), .percent(let number): number.isNegative
        case .money(let amount): amount < 0
        case .time(let time): time.amount.isNegative
        default: throw Diagnostic.unfit(value)
        }
    }

    /// Rounds to decimals of a number, of percent points or of đồng.
    static func rounded(_ values: [Value], _ rounding: Number.Rounding) throws -> Value {
        guard let value = values.first else { return .missing }
        var places = 0
        if values.count > 1, case .number(let count) = values[1] {
            places = Int(min(max(count.rounded(to: 0).whole ?? 0, -30), 30))
        }
        switch value {
        case .number(let number): return .number(try round(number, places, rounding))
        case .percent(let share): return .percent(try round(share, places + 2, rounding))
        case .money(let amount):
            guard let rounded = try round(Number(amount), min(places, 0), rounding).whole else {
                throw Diagnostic.overflow
            }
            return .money(rounded)
        default: throw Diagnostic.unfit(value)
        }
    }

    private static func round(_ number: Number, _ places: Int, _ rounding: Number.Rounding) throws -> Number {
        guard places < 0 else { return number.rounded(to: places, rounding) }
        guard places >= -18 else { return .zero }
        let unit = (0..<(-places)).reduce(Int128(1)) { product, _ in product * 10 }
        let divisor = unit * (0..<Int(number.decimals)).reduce(Int128(1)) { product, _ in product * 10 }
        let (quotient, rest) = Int128(number.mantissa).quotientAndRemainder(dividingBy: divisor)
        let twice = rest.magnitude * 2
        let goesUp =
            twice > divisor.magnitude || twice == divisor.magnitude && (rounding == .halfUp || quotient % 2 != 0)
        let step: Int128 = goesUp ? (number.isNegative ? -1 : 1) : 0
        return try Arithmetic.fitting(Number(mantissa: (quotient + step) * unit, decimals: 0))
    }

    static func whole(_ value: Value, step: Int64) throws -> Value {
        switch value {
        case .number(let number): return .number(try whole(number, 0, step))
        case .percent(let share): return .percent(try whole(share, 2, step))
        default: throw Diagnostic.unfit(value)
        }
    }

    /// The neighbour with so many decimals in a direction, or the number itself where it has no more.
    private static func whole(_ number: Number, _ places: Int, _ step: Int64) throws -> Number {
        let near = number.rounded(to: places)
        guard near != number, (near < number) == (step > 0) else { return near }
        let unit = Number(mantissa: Int128(step), decimals: places)
        return try Arithmetic.fitting(unit.flatMap { near.adding($0) })
    }

    @Sendable private static func parsed(_ value: Value) throws -> Value {
        guard case .text(let text) = value else { throw Diagnostic.unfit(value) }
        let plain = String(trimmed(text))
        if plain.contains(",") {
            let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 2 else { return .missing }
            let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
            guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return .missing }
            return Number(groups.joined() + "." + parts[1]).map { .number($0) } ?? .missing
        }
        return Number(plain).map { .number($0) } ?? .missing
    }
}
