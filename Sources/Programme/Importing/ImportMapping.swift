import Diagnostics
import Values
import Workbooks

/// What a saved mapping says of a sheet, so that next month's file is read like this month's.
///
/// A line says one thing: `column "Giáo viên / Nữ" -> women(teachers)`. What stands behind `#` is a remark.
struct ImportMapping {
    /// The sheet to read.
    var sheet: String?
    /// What a column stands for, by its heading as it is compared.
    var columns: [String: ColumnMeaning] = [:]
    /// What stands for every row, by the name of the column.
    var values: [String: String] = [:]
    /// How the numbers of a column are written, by its heading as it is compared.
    var numbers: [String: NumberStyle] = [:]
    /// The code of the unit that a text means.
    var units: [String: String] = [:]
    /// What stands for a text in any cell.
    var texts: [String: String] = [:]
    /// Whether columns that nobody knows are left out.
    var leavesOthersOut = false

    /// What a column stands for.
    enum ColumnMeaning {
        case name(String)
        case leftOut
    }

    /// Says nothing.
    init() {}

    /// Reads the bytes of a mapping.
    init(_ bytes: [UInt8], name: String) throws {
        try self.init(bytes, name, "map") { _ in }
    }

    /// Reads the bytes of a mapping that the argument `subject` brings, and tells each line that says something.
    private init(
        _ bytes: [UInt8], _ name: String, _ subject: String, _ note: (_ words: [String]) -> Void
    ) throws {
        guard let text = TextEncoding.utf8.decode(bytes) else { throw Diagnostic.mappingUnreadable(name, 1, subject) }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        var findings: [Diagnostic] = []
        for (place, line) in lines.enumerated() {
            guard let words = ImportMapping.words(of: line), take(words) else {
                findings.append(.mappingUnreadable(name, place + 1, subject))
                continue
            }
            if !words.isEmpty { note(words) }
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
    }

    /// The lines of a mapping that say something, as they would be written again.
    static func lines(_ bytes: [UInt8], _ name: String, _ subject: String) throws -> [String] {
        var lines: [String] = []
        _ = try ImportMapping(bytes, name, subject) { words in lines.append(written(words)) }
        return lines
    }

    /// The lines of two mappings; where both speak of the same, the later one holds, in the place of the first.
    static func joining(_ lines: [String], _ later: [String]) -> [String] {
        var joined: [String] = []
        var places: [[String]: Int] = [:]
        for line in lines + later {
            // The last word is the meaning, those before it are what it is about.
            let about = Array((words(of: line[...]) ?? [line]).dropLast())
            if let place = places[about] {
                joined[place] = line
            } else {
                places[about] = joined.count
                joined.append(line)
            }
        }
        return joined
    }

    /// Whether a text is a line that says something.
    static func isLine(_ text: String) -> Bool {
        guard let words = words(of: text[...]), !words.isEmpty else { return false }
        var mapping = ImportMapping()
        return mapping.take(words)
    }

    /// A line of these words: `sheet "Biểu 1"`, `others -> ignored`, `unit "THPT Thái Phiêm" -> TP-01`.
    private static func written(_ words: [String]) -> String {
        switch words.count {
        case 4: line(words[0], words[1], words[3])
        case 2: "\(words[0]) \(quoting(words[1]))"
        default: words.joined(separator: " ")
        }
    }

    private mutating func take(_ words: [String]) -> Bool {
        guard let first = words.first else { return true }
        switch (first, words.count) {
        case ("sheet", 2): sheet = words[1]
        case ("others", 3) where words[1] == "->" && words[2] == "ignored": leavesOthersOut = true
        case ("column", 4) where words[2] == "->":
            columns[headingKey(words[1])] = words[3] == "ignored" ? .leftOut : .name(words[3])
        case ("value", 4) where words[2] == "->": values[words[1]] = words[3]
        case ("numbers", 4) where words[2] == "->":
            guard let style = NumberStyle(sample: words[3]) else { return false }
            numbers[headingKey(words[1])] = style
        case ("unit", 4) where words[2] == "->": units[words[1]] = words[3]
        case ("text", 4) where words[2] == "->": texts[words[1]] = words[3]
        default: return false
        }
        return true
    }

    /// The words of a line; those in quotes may hold blanks, and a quote in them is doubled. `nil` for an open quote.
    private static func words(of line: Substring) -> [String]? {
        var words: [String] = []
        var rest = line
        while let letter = rest.first, letter != "#" {
            if letter.isWhitespace {
                rest = rest.dropFirst()
            } else if letter == "\"" {
                guard let (word, behind) = quoted(rest.dropFirst()) else { return nil }
                words.append(word)
                rest = behind
            } else {
                words.append(String(rest.prefix { !$0.isWhitespace }))
                rest = rest.drop { !$0.isWhitespace }
            }
        }
        return words
    }

    private static func quoted(_ text: Substring) -> (String, Substring)? {
        var word = ""
        var rest = text
        while let letter = rest.first {
            rest = rest.dropFirst()
            guard letter == "\"" else {
                word.append(letter)
                continue
            }
            guard rest.first == "\"" else { return (word, rest) }
            word.append(letter)
            rest = rest.dropFirst()
        }
        return nil
    }

    /// A line of a mapping: `unit "THPT Thái Phiêm" -> TP-01`.
    static func line(_ word: String, _ subject: String, _ meaning: String) -> String {
        "\(word) \(quoting(subject)) -> \(isPlain(meaning) ? meaning : quoting(meaning))"
    }

    /// Whether a text is one word of a line as it stands.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "#" || $0 == "\"" }
    }

    /// A text in quotes, as a mapping writes it.
    static func quoting(_ text: String) -> String {
        let plain = text.map { $0.isNewline ? " " : $0 }
        return "\"" + plain.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}

extension Diagnostic {
    fileprivate static func mappingUnreadable(_ name: String, _ line: Int, _ subject: String) -> Diagnostic {
        let forms = [
            "sheet \"Biểu 1\"", "column \"Giáo viên / Nữ\" -> women(teachers)", "column \"Ghi chú\" -> ignored",
            "others -> ignored", "value period -> 2025-10", "numbers \"Kinh phí\" -> 1.234,5",
            "unit \"THPT Thái Phiêm\" -> TP-01", "text \"-\" -> 0",
        ]
        return Diagnostic(
            .mappingUnreadable,
            Text(
                "‘\(name)’, line \(line), says nothing that a mapping can say.",
                vi: "‘\(name)’, dòng \(line): không phải là câu của bảng quy ước."),
            subject: subject,
            notes: [
                Text(
                    "Its lines are like these: \(forms.joined(separator: " · ")).",
                    vi: "Các dòng có dạng: \(forms.joined(separator: " · ")).")
            ])
    }
}

extension Diagnostic.Code {
    /// A line of a mapping that says nothing.
    static let mappingUnreadable: Self = "mapping-unreadable"
}
