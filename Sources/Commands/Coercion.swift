public import Values

extension ValueType {
    /// The value as one of this type, where its form leaves no doubt: a whole number as a year, a text as a code.
    ///
    /// `nil` when the value is none of this type.
    public func accepts(_ value: Value) -> Value? {
        switch (self, value) {
        case (.text, .text), (.path, .text), (.newCode, .text), (.code, .text), (.number, .number),
            (.percent, .percent),
            (.money, .money), (.date, .date), (.period, .period), (.time, .time), (.yesNo, .yesNo), (.record, .record):
            return value
        case (.choice(let choices), .text(let word)): return choices.contains(word) ? value : nil
        case (.choice(let choices), .yesNo(let yes)):
            let word = yes ? "yes" : "no"
            return choices.contains(word) ? .text(word) : nil
        case (.period, .number(let number)):
            return number.whole.flatMap { Period(.year, year: Int($0)) }.map { .period($0) }
        case (.code, .number(let number)), (.newCode, .number(let number)):
            return number.decimals == 0 ? .text(number.description) : nil
        case (.list(let element), .list(let values)):
            let accepted = values.compactMap { element.accepts($0) }
            return accepted.count == values.count ? .list(accepted) : nil
        case (_, .missing): return value
        default: return nil
        }
    }

    /// What can be typed where this type is expected.
    public var hints: [Text] {
        switch self {
        case .text: [Text("Text stands in quotes: \"…\".", vi: "Văn bản đặt trong dấu nháy: \"…\".")]
        case .date: [Text("For example 2025-03-14 or 14/3/2025.", vi: "Ví dụ 2025-03-14 hoặc 14/3/2025.")]
        case .period:
            [Text("For example 2025, 2025-Q3, 2025-10, 2025-2026.", vi: "Ví dụ 2025, 2025-Q3, 2025-10, 2025-2026.")]
        case .money: [Text("For example 1_250_000 đ.", vi: "Ví dụ 1_250_000 đ.")]
        case .percent: [Text("For example 33.5%.", vi: "Ví dụ 33.5%.")]
        case .number: [Text("For example 12 or 3.5.", vi: "Ví dụ 12 hoặc 3.5.")]
        case .choice(let choices):
            [
                Text(
                    "One of: \(choices.options.map(\.word).joined(separator: ", ")).",
                    vi: "Một trong: \(choices.options.map(\.word).joined(separator: ", ")).")
            ]
        default: []
        }
    }
}
