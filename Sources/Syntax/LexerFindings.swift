public import Diagnostics
import Values

extension Diagnostic.Code {
    /// A character that hides or reverses text.
    public static let forbiddenCharacter: Self = "forbidden-character"
    /// Bytes that are no text in UTF-8.
    public static let notUTF8: Self = "not-utf8"
    /// A character without a meaning.
    public static let unexpectedCharacter: Self = "unexpected-character"
    /// Round quotes, pasted from a word processor.
    public static let roundQuotes: Self = "round-quotes"
    /// A text whose closing quote is missing.
    public static let unfinishedText: Self = "unfinished-text"
    /// A single `}` in a text.
    public static let loneBrace: Self = "lone-brace"
    /// A `\` that no known letter follows.
    public static let badEscape: Self = "bad-escape"
    /// A number with several points.
    public static let malformedNumber: Self = "malformed-number"
    /// A number of more than 18 digits.
    public static let numberTooLong: Self = "number-too-long"
    /// Đồng with decimals.
    public static let fractionalMoney: Self = "fractional-money"
    /// `33 %`
    public static let spaceBeforePercent: Self = "space-before-percent"
    /// A day that no calendar has.
    public static let noSuchDay: Self = "no-such-day"
    /// A `$` without a name.
    public static let variableWithoutName: Self = "variable-without-name"
    /// `==` or `<>`
    public static let foreignOperator: Self = "foreign-operator"
    /// `#` in the middle of a word.
    public static let commentWithoutSpace: Self = "comment-without-space"
    /// More findings than anybody wants to read.
    public static let tooManyFindings: Self = "too-many-findings"
}

extension Diagnostic {
    static let notUTF8 = Diagnostic(
        .notUTF8,
        Text(
            "This is no text in UTF-8; here a letter cannot be read.",
            vi: "Tệp không ở dạng UTF-8; chỗ này có chữ không đọc được."),
        notes: [
            Text(
                "Save it again as UTF-8; in Notepad: Save as, Encoding: UTF-8.",
                vi: "Hãy lưu lại dạng UTF-8; trong Notepad: Save as, Encoding: UTF-8.")
        ])

    static func forbiddenCharacter(_ scalar: Unicode.Scalar) -> Diagnostic {
        let code = String(scalar.value, radix: 16)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code.uppercased()
        return Diagnostic(
            .forbiddenCharacter,
            Text(
                "The character \(name) is refused: it cannot be seen, or changes how a line looks.",
                vi: "Ký tự \(name) bị từ chối: nó không nhìn thấy được hoặc làm thay đổi cách dòng hiển thị."),
            notes: [
                Text(
                    "Delete it, or write \\u{\(code)} in a text.",
                    vi: "Hãy xóa nó, hoặc viết \\u{\(code)} trong văn bản.")
            ])
    }

    static func unexpectedCharacter(_ text: String) -> Diagnostic {
        Diagnostic(
            .unexpectedCharacter, Text("‘\(text)’ has no meaning here.", vi: "‘\(text)’ không có nghĩa ở đây."),
            notes: [Text("Text has quotes.", vi: "Văn bản phải nằm trong dấu ngoặc kép.")])
    }

    static func roundQuotes(_ meant: String?) -> Diagnostic {
        Diagnostic(
            .roundQuotes,
            Text(
                "Text has straight quotes, not round ones.",
                vi: "Văn bản dùng dấu ngoặc kép thẳng, không dùng dấu cong."),
            notes: meant == nil ? [Text("The closing quote is missing.", vi: "Thiếu dấu ngoặc kép đóng.")] : [],
            replacement: meant)
    }

    static func unfinishedText(hasBrace: Bool) -> Diagnostic {
        let note = Text(
            "‘{’ begins an expression in a text; a brace itself is written ‘{{’.",
            vi: "‘{’ mở đầu một biểu thức trong văn bản; muốn viết chính dấu này thì gõ ‘{{’.")
        return Diagnostic(
            .unfinishedText, Text("This text has no closing quote.", vi: "Văn bản này thiếu dấu ngoặc kép đóng."),
            notes: hasBrace ? [note] : [])
    }

    static let loneBrace = Diagnostic(
        .loneBrace,
        Text("A brace in a text is doubled: ‘}}’.", vi: "Dấu ngoặc nhọn trong văn bản phải viết đôi: ‘}}’."),
        replacement: "}}")

    static let badEscape = Diagnostic(
        .badEscape,
        Text(
            "Behind ‘\\’ stands n, t, a quote, ‘\\’ or u{…} with a character's number.",
            vi: "Sau ‘\\’ phải là n, t, dấu ngoặc kép, ‘\\’ hoặc u{…} với mã của ký tự."),
        notes: [
            Text(
                "A text in single quotes is read as it stands: 'C:\\data'.",
                vi: "Văn bản trong nháy đơn được đọc nguyên văn: 'C:\\data'.")
        ])

    static func malformedNumber(_ text: String) -> Diagnostic {
        let groups = text.split(separator: ".")
        let isGrouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        return Diagnostic(
            .malformedNumber, Text("‘\(text)’ is not a number.", vi: "‘\(text)’ không phải là số."),
            notes: [Text("A number is written 1_250_000 or 3.5.", vi: "Số được viết là 1_250_000 hoặc 3.5.")],
            replacement: isGrouped ? groups.joined(separator: "_") : nil)
    }

    static let numberTooLong = Diagnostic(
        .numberTooLong, Text("A number has at most 18 digits.", vi: "Một số có tối đa 18 chữ số."),
        notes: [Text("A code of digits has quotes.", vi: "Mã gồm toàn chữ số phải đặt trong dấu ngoặc kép.")])

    static let fractionalMoney = Diagnostic(
        .fractionalMoney, Text("An amount of money is whole đồng.", vi: "Số tiền phải là số đồng nguyên."),
        notes: [
            Text(
                "Groups are joined with underlines: 1_250_000 đ.",
                vi: "Các nhóm chữ số nối bằng gạch dưới: 1_250_000 đ.")
        ])

    static func spaceBeforePercent(_ written: String) -> Diagnostic {
        Diagnostic(
            .spaceBeforePercent,
            Text(
                "A percent is written without a space: \(written).",
                vi: "Phần trăm viết liền, không có dấu cách: \(written)."),
            replacement: written)
    }

    static func noSuchDay(_ text: String) -> Diagnostic {
        Diagnostic(
            .noSuchDay, Text("The calendar has no day \(text).", vi: "Lịch không có ngày \(text)."),
            notes: [
                Text(
                    "A date is year, month, day (2025-03-14) or day, month, year (14/3/2025).",
                    vi: "Ngày được viết theo năm, tháng, ngày (2025-03-14) hoặc ngày, tháng, năm (14/3/2025).")
            ], replacement: likelyDay(text))
    }

    /// The last day of the month that was written, or the day with month and day exchanged.
    private static func likelyDay(_ text: String) -> String? {
        let numbers = text.split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        let (year, month, day) =
            text.contains("/") ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2])
        if let exchanged = Day(year: year, month: day, day: month) { return exchanged.description }
        guard (29...31).contains(day), (1...12).contains(month) else { return nil }
        return Day(year: year, month: month, day: Day.length(ofMonth: month, in: year))?.description
    }

    static let variableWithoutName = Diagnostic(
        .variableWithoutName,
        Text("Behind ‘$’ stands the name of a variable, as in $month.", vi: "Sau ‘$’ phải là tên biến, ví dụ $month."))

    static func foreignOperator(_ text: String, _ meant: String) -> Diagnostic {
        Diagnostic(
            .foreignOperator,
            Text("‘\(text)’ is written ‘\(meant)’ here.", vi: "Ở đây ‘\(text)’ được viết là ‘\(meant)’."),
            replacement: meant)
    }

    static let commentWithoutSpace = Diagnostic(
        .commentWithoutSpace,
        Text("A comment needs a space before ‘#’.", vi: "Trước ‘#’ của chú thích phải có dấu cách."), replacement: " #")

    /// Says that no more findings are told.
    public static let tooManyFindings = Diagnostic(
        .tooManyFindings,
        Text(
            "There are more findings than \(Findings.limit); the rest of the text was not looked at.",
            vi: "Có hơn \(Findings.limit) lỗi; phần còn lại chưa được xem xét."))
}
