import Diagnostics
public import Values

/// Writes values and trees as the language reads them, each on one line: what the journal keeps and messages suggest.
///
/// A function gives `nil` for what the language has no way to write: a missing value, a record, a number of more than
/// 18 digits. A year is written `2025` and reads back as a number; the argument that expects a period makes it one.
public enum SourceForm {
    /// Writes a text in quotes; control characters become escapes, so that it stays on one line.
    public static func text(_ text: String) -> String {
        "\"" + escaped(text) + "\""
    }

    /// Writes a code or choice: bare where it can be, else in quotes.
    public static func word(_ text: String) -> String {
        isWord(text) ? text : SourceForm.text(text)
    }

    /// Whether a text can stand as a bare word wherever an argument's value may: `HP-012` can, `2025`, `yes` and
    /// `last` cannot.
    public static func isWord(_ text: String) -> Bool {
        isPlainWord(text) ? !ambiguous.contains(text) : isWordByLexer(text)
    }

    /// Whether a text is a word by its bytes alone: letters of ASCII, digits and underlines, joined by single `-` or
    /// `.`, and no digit in front. Others may be words all the same.
    static func isPlainWord(_ text: String) -> Bool {
        var isJoint = true
        var isFirst = true
        for byte in text.utf8 {
            if Byte.isLetter(byte) || byte == Byte.underline || (Byte.isDigit(byte) && !isFirst) {
                isJoint = false
            } else {
                guard byte == Byte.hyphen || byte == Byte.point, !isJoint else { return false }
                isJoint = true
            }
            isFirst = false
        }
        return !isJoint
    }

    static func isWordByLexer(_ text: String) -> Bool {
        let source = Source(name: "", text: text)
        let tokens = Lexer.tokens(of: source)
        return tokens.count == 2 && tokens[0].kind == .word && tokens[0].span == SourceSpan(0, text.utf8.count)
            && text.composed.utf8.elementsEqual(text.utf8) && !ambiguous.contains(text)
    }

    /// Words that are values themselves, or are read together with the word before or behind them.
    private static let ambiguous: Set<String> = [
        "yes", "no", "last", "this", "next", "s", "min", "h", "d", "w", "working", "đ", "VND",
    ]

    /// Writes a value.
    public static func of(_ value: Value) -> String? {
        switch value {
        case .missing, .record: nil
        case .text(let text): self.text(text)
        case .number(let number): self.number(number)
        case .percent(let share): percent(share)
        case .money(let amount): number(Number(amount)).map { $0 + " đ" }
        case .date(let day): (1...9999).contains(day.year) ? day.description : nil
        case .period(let period): period.description
        case .time(let time): number(time.amount).map { $0 + " " + time.unit.rawValue }
        case .yesNo(let yes): yes ? "yes" : "no"
        case .list(let values): list(values.map(of))
        }
    }

    static func list(_ items: [String?]) -> String? {
        joined(items).map { "[" + $0 + "]" }
    }

    static func joined(_ items: [String?], by separator: String = ", ") -> String? {
        let written = items.compactMap { $0 }
        return written.count == items.count ? written.joined(separator: separator) : nil
    }

    private static func number(_ number: Number) -> String? {
        number.mantissa.magnitude < 1_000_000_000_000_000_000 ? number.description : nil
    }

    private static func percent(_ share: Number) -> String? {
        let hundredfold = Number(mantissa: Int128(share.mantissa) * 100, decimals: Int(share.decimals))
        return hundredfold.flatMap(number).map { $0 + "%" }
    }

    static func escaped(_ text: String) -> String {
        let text = text.composed
        guard text.unicodeScalars.contains(where: isEscaped) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "{": result += "{{"
            case "}": result += "}}"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isHidden(scalar): result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\\", "{", "}", "\n", "\t": true
        case " "..."~": false
        default: isHidden(scalar)
        }
    }
}
