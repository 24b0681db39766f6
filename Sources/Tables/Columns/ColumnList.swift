public import Diagnostics
import Syntax
public import Values

/// The columns of a table as text: `unit text, on date, hours number`.
public enum ColumnList {
    /// The types by their words, those of records aside.
    public static let types: [String: ValueType] = [
        "text": .text, "number": .number, "percent": .percent, "money": .money, "date": .date, "period": .period,
        "duration": .time, "yes-no": .yesNo,
    ]

    /// Reads names with their types; `kinds` are the record kinds, whose codes a column may hold. What is wrong is
    /// placed in a source that is the text itself.
    public static func schema(_ text: String, kinds: [String]) throws(Diagnostics) -> Schema {
        let source = Source(name: "columns", text: text)
        var columns: [ColumnInfo] = []
        var findings: [Diagnostic] = []
        var start = 0
        for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let words = ColumnList.words(part, from: start)
            let span = SourceSpan(start, start + part.count)
            start = span.end + 1
            guard words.count == 2 else {
                findings.append(
                    .columnListUnreadable(
                        at: words.first.map { $0.span.joined(words[words.count - 1].span) } ?? span, source))
                continue
            }
            let type = types[words[1].text] ?? (kinds.contains(words[1].text) ? .code(words[1].text) : nil)
            if type == nil { findings.append(.columnTypeUnknown(words[1], kinds, source)) }
            if columns.contains(where: { $0.name == words[0].text }) {
                findings.append(.doubledColumn(words[0].text).placed(at: words[0].span, in: source))
            }
            columns.append(ColumnInfo(words[0].text, type ?? .text))
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        return Schema(columns)
    }

    /// The text that ``schema(_:kinds:)`` reads as these columns.
    public static func text(of schema: Schema) -> String {
        schema.columns.map { column in
            if case .code(let kind) = column.type { return "\(column.name) \(kind)" }
            return "\(column.name) \(types.first { $0.value == column.type }?.key ?? "text")"
        }.joined(separator: ", ")
    }

    private static func words(_ part: Substring.UTF8View, from start: Int) -> [Word] {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        return part.split(whereSeparator: isBlank).map { piece in
            let offset = start + part.distance(from: part.startIndex, to: piece.startIndex)
            return Word(String(Substring(piece)).composed, SourceSpan(offset, offset + piece.count))
        }
    }
}

extension Diagnostic {
    fileprivate static func columnListUnreadable(at span: SourceSpan, _ source: Source) -> Diagnostic {
        Diagnostic(
            .columnListUnreadable,
            Text("A column is its name and its type.", vi: "Mỗi cột ghi tên rồi đến kiểu."),
            place: Place(source: source, span: span),
            notes: [Text("For example: unit text, hours number.", vi: "Ví dụ: unit text, hours number.")])
    }

    fileprivate static func columnTypeUnknown(_ word: Word, _ kinds: [String], _ source: Source) -> Diagnostic {
        let words = ColumnList.types.keys.sorted() + kinds
        return Diagnostic(
            .unknownType, Text("‘\(word.text)’ is not a type.", vi: "‘\(word.text)’ không phải là một kiểu."),
            place: Place(source: source, span: word.span),
            notes: [
                Text("Types: \(words.joined(separator: ", ")).", vi: "Các kiểu: \(words.joined(separator: ", ")).")
            ],
            replacement: nearest(to: word.text, among: words))
    }
}

extension Diagnostic.Code {
    /// A column that is not written as a name and a type.
    public static let columnListUnreadable: Self = "column-list-unreadable"
    /// A word that names no type.
    public static let unknownType: Self = "unknown-type"
}
