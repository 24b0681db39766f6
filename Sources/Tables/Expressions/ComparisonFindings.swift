public import Diagnostics
import Syntax
import Values

extension Compilation {
    /// Says that two sides cannot be compared, and what could be typed instead.
    func reportIncomparable(
        _ left: (expression: Expression, node: Node), _ right: (expression: Expression, node: Node),
        _ operation: ComparisonOperator, _ span: SourceSpan
    ) {
        guard let a = left.node.type, let b = right.node.type else { return }
        let words = (source[left.expression.span], source[right.expression.span])
        if a.family == b.family {
            return report(.noOrder(operation, words.0, a), at: span)
        }
        let finding = Diagnostic.cannotCompare((words.0, a), (words.1, b))
        if let hint = hint(left, beside: b) ?? hint(right, beside: a) {
            var better = finding
            better.replacement = hint.text
            return report(better, at: hint.span)
        }
        guard let share = shareNote(a, b) else { return report(finding, at: span) }
        var noted = finding
        noted.notes.append(share)
        report(noted, at: span)
    }

    /// What one side should be to fit the type of the other.
    private func hint(
        _ side: (expression: Expression, node: Node), beside other: ValueType
    ) -> (text: String, span: SourceSpan)? {
        let span = side.expression.span
        switch (side.node.literal, other.family) {
        case (.number(let number)?, .percent): return ("\(number)%", span)
        case (.number(let number)?, .money) where number.whole != nil: return ("\(number) đ", span)
        case (.text(let text)?, .date) where Day(iso: text) != nil: return (text, span)
        case (.text(let text)?, .period) where Period(text) != nil: return (text, span)
        case (.text(let text)?, .number) where Number(text) != nil: return (text, span)
        case (nil, .percent) where side.node.type == .number:
            guard ["women", "men"].contains(source[span]), let schema = columns.schema,
                schema["women"]?.type == .number, schema["men"]?.type == .number
            else { return nil }
            return ("share(\(source[span]), women + men)", span)
        default: return nil
        }
    }

    private func shareNote(_ a: ValueType, _ b: ValueType) -> Text? {
        guard (a == .number && b == .percent) || (a == .percent && b == .number) else { return nil }
        return Text(
            "`share(part, whole)` makes a percent of two numbers.",
            vi: "`share(phần, tổng)` cho tỷ lệ phần trăm của hai số.")
    }
}

extension Diagnostic.Code {
    /// Two values of which neither can be more, less or the same.
    public static let cannotCompare: Self = "cannot-compare"
    /// A comparison that no row can pass.
    public static let neverTrue: Self = "never-true"
}

extension Diagnostic {
    static func cannotCompare(_ left: (String, ValueType), _ right: (String, ValueType)) -> Diagnostic {
        let second = right.1.noun.english
        return Diagnostic(
            .cannotCompare,
            Text(
                "‘\(left.0)’ is \(left.1.noun.english), ‘\(right.0)’ \(second): they cannot be compared.",
                vi: "‘\(left.0)’ là \(left.1.noun.vietnamese), còn ‘\(right.0)’ là \(right.1.noun.vietnamese), "
                    + "không so sánh được."))
    }

    static func noOrder(_ operation: ComparisonOperator, _ words: String, _ type: ValueType) -> Diagnostic {
        Diagnostic(
            .cannotCompare,
            Text(
                "‘\(words)’ is \(type.noun.english), which ‘\(operation.rawValue)’ cannot compare.",
                vi: "‘\(words)’ là \(type.noun.vietnamese), không so sánh bằng ‘\(operation.rawValue)’ được."),
            notes: type.isChoice || type == .yesNo
                ? [
                    Text("Use `=`, `!=` or `in [a, b]`.", vi: "Hãy dùng `=`, `!=` hoặc `in [a, b]`.")
                ] : [])
    }

    static func neverTrue(_ left: String, _ right: String) -> Diagnostic {
        Diagnostic(
            .neverTrue,
            Text(
                "‘\(left)’ and ‘\(right)’ come from lists that share no word: this is never true.",
                vi: "‘\(left)’ và ‘\(right)’ thuộc hai danh sách không có mục chung: điều kiện này không bao giờ đúng.")
        )
    }

    static func emptyRange(_ low: String, _ high: String) -> Diagnostic {
        Diagnostic(
            .neverTrue,
            Text(
                "Nothing lies between ‘\(low)’ and ‘\(high)’: the first is the greater one.",
                vi: "Không có gì nằm giữa ‘\(low)’ và ‘\(high)’: mốc đầu lớn hơn mốc cuối."),
            replacement: "\(high) and \(low)")
    }

    static func missingCompared(_ words: String, _ missing: String, negated: Bool) -> Diagnostic {
        Diagnostic(
            .neverTrue,
            Text(
                "A comparison with a missing value is never true.",
                vi: "So sánh với giá trị trống không bao giờ đúng."),
            replacement: "\(words) is \(negated ? "not " : "")\(missing)")
    }
}
