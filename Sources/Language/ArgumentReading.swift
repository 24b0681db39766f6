import Commands
public import Diagnostics
import Syntax
import Tables
import Values

/// An argument that is ready to be worked out.
indirect enum ArgumentCode {
    /// Known before anything runs.
    case value(Value)
    /// A period or day named from today.
    case relative(Relative)
    /// A text with expressions in it.
    case text(CheckedExpression)
    /// A variable, call or pipeline in brackets.
    case pipeline(PipelineCode)
    /// Several values.
    case list([ArgumentCode])
}

extension Compiler {
    /// Reads an argument by what is expected; `nil` when it does not fit, which has been reported.
    func argument(_ given: ArgumentValue, as type: ValueType) -> ArgumentCode? {
        if case .list(let element) = type {
            if case .list(let items) = given.kind {
                let codes = items.compactMap { argument($0, as: element) }
                return codes.count == items.count ? .list(codes) : nil
            }
            if case .word = given.kind { return argument(given, as: element).map { .list([$0]) } }
        }
        switch given.kind {
        case .word(let word): return self.word(word, as: type, at: given.span)
        case .literal(let value): return literal(value, as: type, at: given.span)
        case .string(let literal): return string(literal, as: type)
        case .relative(let relative): return self.relative(relative, as: type, at: given.span)
        case .list: return mismatch(type, at: given.span)
        case .variable(let variable):
            return worked(
                Pipeline(
                    origin: .expression(Expression(.variable(variable), given.span)), stages: [], span: given.span),
                as: type)
        case .call(let call): return worked(Pipeline(origin: .expression(call), stages: [], span: given.span), as: type)
        case .group(let pipeline): return worked(pipeline, as: type)
        }
    }

    private func word(_ word: String, as type: ValueType, at span: SourceSpan) -> ArgumentCode? {
        switch type {
        case .code, .newCode:
            note(word, type, at: span)
            return .value(.text(word))
        case .choice(let choices):
            if choices.contains(word) { return .value(.text(word)) }
            report(choices.refusal(of: word), at: span)
            return nil
        case .text, .path:
            report(
                .textNeedsQuotes, Text("Text stands in quotes.", vi: "Văn bản phải đặt trong dấu nháy."), at: span,
                replacement: "\"\(word)\"")
            return nil
        default: return mismatch(type, at: span)
        }
    }

    private func literal(_ value: Value, as type: ValueType, at span: SourceSpan) -> ArgumentCode? {
        if let accepted = type.accepts(value) { return .value(accepted) }
        switch type {
        case .choice(let choices) where value.yesNoWord.map(choices.contains) == true:
            return .value(.text(value.yesNoWord ?? ""))
        case .text, .path, .code, .newCode:
            report(
                .textNeedsQuotes,
                Text(
                    "This reads as a value; a text or code that looks like one stands in quotes.",
                    vi:
                        "Đoạn này được đọc như một giá trị; văn bản hoặc mã giống giá trị phải đặt trong dấu nháy."
                ),
                at: span, replacement: "\"\(source[span])\"")
            return nil
        default: return mismatch(type, at: span)
        }
    }

    private func string(_ literal: StringLiteral, as type: ValueType) -> ArgumentCode? {
        switch type {
        case .text, .path, .code, .newCode, .choice: break
        default:
            guard let plain = literal.plain, let value = ArgumentCode.unquoted(plain, type) else {
                return mismatch(type, at: literal.span)
            }
            report(
                .wrongType,
                Text(
                    "Without quotes this is \(type.noun.english).",
                    vi: "Bỏ dấu nháy thì đây là \(type.noun.vietnamese)."),
                at: literal.span, replacement: SourceForm.of(value))
            return nil
        }
        guard let plain = literal.plain else { return .text(checkText(literal)) }
        if case .choice(let choices) = type, !choices.contains(plain) {
            report(choices.refusal(of: plain), at: literal.span)
            return nil
        }
        return .value(.text(plain))
    }

    private func relative(_ relative: Relative, as type: ValueType, at span: SourceSpan) -> ArgumentCode? {
        switch (type, relative.kind) {
        case (.period, .some), (.date, nil): return .relative(relative)
        default: return mismatch(type, at: span)
        }
    }

    private func worked(_ pipeline: Pipeline, as type: ValueType) -> ArgumentCode? {
        let (code, given) = self.pipeline(pipeline)
        guard let code else { return nil }
        if let given, !type.mayHold(given) { return mismatch(type, at: pipeline.span, given: given) }
        return .pipeline(code)
    }

    @discardableResult
    func mismatch(_ type: ValueType, at span: SourceSpan, given: ValueType? = nil) -> ArgumentCode? {
        let what =
            given.map { Text(", not \($0.noun.english)", vi: ", không phải \($0.noun.vietnamese)") }
            ?? Text(verbatim: "")
        report(
            .wrongType,
            Text("Here should stand \(type.noun.english)", vi: "Ở đây cần \(type.noun.vietnamese)") + what
                + Text(verbatim: "."),
            at: span, notes: type.hints)
        return nil
    }
}

extension Value {
    /// The word of yes or no, which may stand on a list of words too.
    fileprivate var yesNoWord: String? {
        if case .yesNo(let yes) = self { yes ? "yes" : "no" } else { nil }
    }
}

extension ArgumentCode {
    /// The value that a text in quotes would be without them.
    static func unquoted(_ text: String, _ type: ValueType) -> Value? {
        switch type {
        case .date: (Day(iso: text) ?? Day(dayFirst: text)).map { .date($0) }
        case .period: Period(text).map { .period($0) }
        case .number: Number(text).map { .number($0) }
        default: nil
        }
    }
}

extension ValueType {
    /// Whether a value of another type may turn out to be one of this type when it is there.
    func mayHold(_ other: ValueType) -> Bool {
        switch (self, other) {
        case (.text, .code), (.text, .choice), (.text, .newCode), (.text, .path), (.path, .text), (.code, .text),
            (.newCode, .text), (.newCode, .code), (.choice, .text), (.period, .number), (.anyTable, .table),
            (.table, .anyTable),
            (.table, .table), (.record, .record):
            true
        case (.code(let kind), .code(let given)): kind == given
        case (.choice(let choices), .choice(let given)):
            choices.options.contains { given.contains($0.word) }
        case (.list(let element), .list(let given)): element.mayHold(given)
        default: self == other
        }
    }
}

extension Diagnostic.Code {
    /// A text without quotes.
    public static let textNeedsQuotes: Self = "text-needs-quotes"
}
