public import Diagnostics
import Syntax
import Values

// What can be seen before anything runs: comparisons that are never true, divisions by nought, odd patterns. They are
// warnings, for the line has a meaning; it is hardly the one that was meant.
extension Compilation {
    /// Two written values, or a period of one kind beside one of another.
    func checkConstants(
        _ operation: ComparisonOperator, _ left: (expression: Expression, node: Node),
        _ right: (expression: Expression, node: Node), _ span: SourceSpan
    ) {
        if let a = left.node.literal, let b = right.node.literal {
            if (try? Comparison.holds(operation, a, b)) == false { report(.falseConstant(source[span]), at: span) }
            return
        }
        guard operation == .equal else { return }
        checkKinds(left, right, span)
        checkKinds(right, left, span)
    }

    /// `period-of(on, month) = 2025-Q3`
    private func checkKinds(
        _ made: (expression: Expression, node: Node), _ written: (expression: Expression, node: Node),
        _ span: SourceSpan
    ) {
        guard case .call(let name, let arguments) = made.expression.kind, name.text == "period-of",
            arguments.count == 2, case .column(let word) = arguments[1].kind, let kind = Period.Kind(rawValue: word),
            case .period(let period)? = written.node.literal, period.kind != kind
        else { return }
        report(.otherKind(source[made.expression.span], kind, period), at: span)
    }

    /// `x / 0`
    func checkDivisor(
        _ operation: ArithmeticOperator, _ right: (expression: Expression, node: Node), _ span: SourceSpan
    ) {
        let isNought =
            switch right.node.literal {
            case .number(.zero)?, .percent(.zero)?, .money(0)?: true
            case .time(let time)?: time.amount == .zero
            default: false
            }
        if operation == .over, isNought { report(.dividedByNought(source[span]), at: span) }
    }

    /// A pattern with the signs of another language, or one that only an empty text fits.
    func checkPattern(_ pattern: String, _ span: SourceSpan) {
        var meant = pattern
        if meant.hasPrefix("^") { meant.removeFirst() } else if pattern.contains(".*") { meant = "*" + meant }
        if meant.hasSuffix("$") { meant.removeLast() } else if pattern.contains(".*") { meant += "*" }
        let simple = meant.split(separator: ".*", omittingEmptySubsequences: false).joined(separator: "*")
            .split(separator: "%", omittingEmptySubsequences: false).joined(separator: "*")
            .split(separator: "**", omittingEmptySubsequences: false).joined(separator: "*")
        guard pattern.isEmpty || simple != pattern else { return }
        report(.oddPattern(pattern, pattern.isEmpty ? nil : SourceForm.text(simple)), at: span)
    }
}

extension Diagnostic.Code {
    /// A division by a written nought.
    public static let divisionByNought: Self = "division-by-nought"
    /// A pattern of `matches` that reads like one of another language.
    public static let oddPattern: Self = "odd-pattern"
}

extension Diagnostic {
    fileprivate static func falseConstant(_ words: String) -> Diagnostic {
        Diagnostic(
            .neverTrue,
            Text("‘\(words)’ is never true.", vi: "‘\(words)’ không bao giờ đúng."), severity: .warning,
            notes: [
                Text(
                    "Both sides are written out; one of them should be a column or a variable.",
                    vi: "Cả hai vế đều là giá trị viết sẵn; một vế nên là cột hoặc biến.")
            ])
    }

    fileprivate static func otherKind(_ words: String, _ kind: Period.Kind, _ period: Period) -> Diagnostic {
        Diagnostic(
            .neverTrue,
            Text(
                "‘\(words)’ is a \(kind.rawValue); ‘\(period)’ is a \(period.kind.rawValue): this is never true.",
                vi: "‘\(words)’ là kỳ \(kind.rawValue), còn ‘\(period)’ là kỳ \(period.kind.rawValue): "
                    + "điều kiện này không bao giờ đúng."),
            severity: .warning,
            notes: [
                Text(
                    "`<=` and `between` take the periods that lie inside another.",
                    vi: "Dùng `<=` hoặc `between` để lấy các kỳ nằm trong một kỳ khác.")
            ])
    }

    fileprivate static func dividedByNought(_ words: String) -> Diagnostic {
        Diagnostic(
            .divisionByNought,
            Text(
                "‘\(words)’ is always missing: nothing can be divided by 0.",
                vi: "‘\(words)’ luôn để trống: không chia cho 0 được."),
            severity: .warning)
    }

    fileprivate static func oddPattern(_ pattern: String, _ meant: String?) -> Diagnostic {
        Diagnostic(
            .oddPattern,
            pattern.isEmpty
                ? Text("Only an empty text matches an empty pattern.", vi: "Mẫu trống chỉ khớp với đoạn chữ trống.")
                : Text(
                    "‘\(pattern)’ is taken letter for letter, except for `*` and `?`.",
                    vi: "‘\(pattern)’ được so đúng từng ký tự, trừ `*` và `?`."),
            severity: .warning,
            notes: [
                Text(
                    "`*` stands for any letters, `?` for one letter.",
                    vi: "`*` thay cho chuỗi ký tự bất kỳ, `?` thay cho một ký tự.")
            ],
            replacement: meant)
    }
}
