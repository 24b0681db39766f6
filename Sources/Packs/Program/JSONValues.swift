import JSON
import Syntax
import Tables
import Values

extension JSON {
    /// A value as programs get it: numbers and shares as numbers, amounts as whole đồng, days and periods as texts,
    /// what is missing as `null` or with its reason.
    init(_ value: Values.Value) {
        switch value {
        case .missing(.empty), .record: self = .null
        case .missing(let reason): self = .object(["missing": .string(reason.rawValue)])
        case .text(let text): self = .string(text)
        case .number(let number), .percent(let number):
            self = number.whole.map { .int(Int($0)) } ?? .decimal(number.description)
        case .money(let dong): self = .int(Int(dong))
        case .date(let day): self = .string(day.description)
        case .period(let period): self = .string(period.description)
        case .time: self = SourceForm.of(value).map { .string($0) } ?? .null
        case .yesNo(let yes): self = .bool(yes)
        case .list(let values): self = .array(values.map { JSON($0) })
        }
    }

    /// The value that a cell of a type holds; `nil` when it is none of that type.
    func value(of type: ValueType) -> Values.Value? {
        switch (self, type) {
        case (.null, _): return .missing
        case (.object, _): return self["missing"].string.flatMap(Missing.init(rawValue:)).map { .missing($0) }
        case (.string(let text), .text), (.string(let text), .code), (.string(let text), .newCode),
            (.string(let text), .path):
            return .text(SourceForm.visible(text))
        case (.string(let text), .choice(let choices)): return choices.contains(text) ? .text(text) : nil
        case (_, .number): return number.map { .number($0) }
        case (_, .percent): return number.map { .percent($0) }
        case (_, .money): return number?.whole.map { .money($0) }
        case (.string(let text), .date): return Day(iso: text).map { .date($0) }
        case (.string(let text), .period): return Period(text).map { .period($0) }
        case (.int(let year), .period): return Period(.year, year: year).map { .period($0) }
        case (.bool(let yes), .yesNo): return .yesNo(yes)
        default: return nil
        }
    }

    /// The exact number; also of one in quotes, for languages without exact numbers.
    private var number: Number? {
        switch self {
        case .int(let whole): Number(whole)
        case .decimal(let text), .string(let text): Number(text)
        default: nil
        }
    }
}
