/// The marks between groups of three digits and before the decimals.
public struct Separators: Sendable, Hashable {
    /// Between groups of three digits; empty for none.
    public let group: String
    /// Before the decimals.
    public let decimal: String

    /// Names the two marks.
    public init(group: String, decimal: String) {
        self.group = group
        self.decimal = decimal
    }

    /// `1250.5`, as the language and data files write it.
    public static let plain = Separators(group: "", decimal: ".")
    /// `1.250,5`, as Vietnamese papers write it.
    public static let vietnamese = Separators(group: ".", decimal: ",")
    /// `1,250.5`, as English papers write it.
    public static let english = Separators(group: ",", decimal: ".")

    /// The marks usual in a language.
    public static func of(_ language: DisplayLanguage) -> Separators {
        language == .vietnamese ? .vietnamese : .english
    }
}

extension Number {
    /// The number with exactly so many decimals, rounded half up where it has more.
    public func formatted(decimals places: Int, separators: Separators) -> String {
        let value = rounded(to: places)
        var digits = String(value.mantissa.magnitude)
        let have = Int(value.decimals)
        if digits.utf8.count <= have {
            digits = String(repeating: "0", count: have + 1 - digits.utf8.count) + digits
        }
        let whole = String(digits.dropLast(have))
        let fraction = String(digits.suffix(have)) + String(repeating: "0", count: max(0, places - have))
        var text = value.isNegative ? "-" : ""
        text += separators.group.isEmpty ? whole : Number.group(whole, by: separators.group)
        return fraction.isEmpty ? text : text + separators.decimal + fraction
    }

    /// The number with the decimals it has and the marks of a language.
    public func formatted(in language: DisplayLanguage) -> String {
        formatted(decimals: Int(decimals), separators: .of(language))
    }

    private static func group(_ digits: String, by mark: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text += mark }
            text.append(digit)
        }
        return text
    }
}
