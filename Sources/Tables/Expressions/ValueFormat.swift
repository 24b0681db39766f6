public import Diagnostics
public import Values

/// How a value in braces is written: `0`, `0,0`, `0.00`, `0,0.0` for numbers, `dd/mm/yyyy` for dates.
///
/// The comma asks for groups of three digits, the point for decimals, whatever marks the language then uses for them.
public struct ValueFormat: Sendable, Hashable {
    private let kind: Kind

    private enum Kind: Sendable, Hashable {
        case number(grouped: Bool, decimals: Int)
        case date([DatePiece])
    }

    enum DatePiece: Sendable, Hashable {
        case day(width: Int)
        case month(width: Int)
        case year
        case shortYear
        case text(String)
    }

    /// Reads a format; `nil` for what is none.
    public init?(_ format: String) {
        guard let kind = ValueFormat.number(format) ?? ValueFormat.date(format) else { return nil }
        self.kind = kind
    }

    private static func number(_ format: String) -> Kind? {
        let parts = format.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, whole == "0" || whole == "0,0", parts.count <= 2 else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }), parts.count == 1 || !decimals.isEmpty,
            decimals.utf8.count <= Number.maximumDecimals
        else { return nil }
        return .number(grouped: whole == "0,0", decimals: decimals.utf8.count)
    }

    private static func date(_ format: String) -> Kind? {
        var pieces: [DatePiece] = []
        var word = ""
        func close() {
            guard !word.isEmpty else { return }
            switch word {
            case "d", "dd": pieces.append(.day(width: word.utf8.count))
            case "m", "mm": pieces.append(.month(width: word.utf8.count))
            case "yyyy": pieces.append(.year)
            case "yy": pieces.append(.shortYear)
            default: pieces.append(.text(word))
            }
            word = ""
        }
        for character in format {
            if !character.isLetter { close() }
            word.append(character)
            if !character.isLetter { close() }
        }
        close()
        let isDate = pieces.contains { piece in
            if case .text = piece { false } else { true }
        }
        return isDate ? .date(pieces) : nil
    }

    /// How a number is written in this form; `nil` for a form of dates.
    public var digits: (decimals: Int, isGrouped: Bool)? {
        guard case .number(let grouped, let decimals) = kind else { return nil }
        return (decimals, grouped)
    }

    func fits(_ type: ValueType) -> Bool {
        switch kind {
        case .number: [.number, .percent, .money].contains(type.family)
        case .date: type.family == .date
        }
    }

    /// The value in this form, or `nil` when it has none: a missing value, or one of another type.
    public func written(_ value: Value, in language: DisplayLanguage) -> String? {
        switch (kind, value) {
        case (.number, .number(let number)): digits(number, language)
        case (.number, .percent(let share)): share.multiplied(by: 100).map { digits($0, language) + " %" }
        case (.number, .money(let amount)): digits(Number(amount), language) + " đ"
        case (.date(let pieces), .date(let day)): pieces.map { $0.written(day) }.joined()
        default: nil
        }
    }

    private func digits(_ number: Number, _ language: DisplayLanguage) -> String {
        guard case .number(let grouped, let decimals) = kind else { return "" }
        let usual = Separators.of(language)
        return number.formatted(
            decimals: decimals, separators: grouped ? usual : Separators(group: "", decimal: usual.decimal))
    }
}

extension ValueFormat.DatePiece {
    func written(_ day: Day) -> String {
        let parts = day.parts
        return switch self {
        case .day(let width): padded(parts.day, width)
        case .month(let width): padded(parts.month, width)
        case .year: padded(parts.year, 4)
        case .shortYear: padded(parts.year % 100, 2)
        case .text(let text): text
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Diagnostic.Code {
    /// A format behind a colon in braces that is none, or none for this type.
    public static let unknownFormat: Self = "unknown-format"
}

extension Diagnostic {
    private static let formats = Text(
        "Numbers take `0`, `0,0`, `0.00` or `0,0.0`; dates take `dd/mm/yyyy`.",
        vi: "Số dùng `0`, `0,0`, `0.00` hoặc `0,0.0`; ngày dùng `dd/mm/yyyy`.")

    static func unknownFormat(_ format: String) -> Diagnostic {
        Diagnostic(
            .unknownFormat, Text("‘\(format)’ is no format.", vi: "‘\(format)’ không phải là một định dạng."),
            notes: [formats])
    }

    static func unfitFormat(_ format: String, _ type: ValueType) -> Diagnostic {
        Diagnostic(
            .unknownFormat,
            Text(
                "The format ‘\(format)’ does not fit \(type.noun.english).",
                vi: "Định dạng ‘\(format)’ không dùng cho \(type.noun.vietnamese)."),
            notes: [formats])
    }
}
