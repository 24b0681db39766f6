public import Diagnostics
import Values

/// Walks through the bytes of separated values, row by row.
struct SeparatedReader {
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    let separator: SeparatedFile.Separator
    private let text: ArraySlice<UInt8>
    private let name: String
    private var position: Int
    private var line = 1

    init(_ text: ArraySlice<UInt8>, _ separator: SeparatedFile.Separator, _ name: String) {
        self.text = text
        self.separator = separator
        self.name = name
        position = text.startIndex
    }

    /// The next row that holds anything; `nil` at the end.
    mutating func next() throws(Diagnostic) -> SeparatedFile.Row? {
        while position < text.endIndex {
            let first = line
            let cells = try row()
            if cells.contains(where: { !$0.isEmpty }) { return SeparatedFile.Row(line: first, cells: cells) }
        }
        return nil
    }

    private mutating func row() throws(Diagnostic) -> [String] {
        var cells: [String] = []
        while true {
            let isQuoted = position < text.endIndex && text[position] == SeparatedReader.quote
            cells.append(isQuoted ? try quotedCell() : plainCell())
            guard position < text.endIndex else { return cells }
            let byte = text[position]
            position += 1
            if byte == separator.rawValue {
                // A separator at the very end stands before one more, empty cell.
                if position == text.endIndex { return cells + [""] }
                continue
            }
            if byte == SeparatedReader.carriageReturn, isAt(SeparatedReader.newline) { position += 1 }
            line += 1
            return cells
        }
    }

    private mutating func plainCell() -> String {
        let start = position
        while position < text.endIndex, !endsCell(text[position]) { position += 1 }
        return String(decoding: text[start..<position], as: UTF8.self).composed
    }

    private mutating func quotedCell() throws(Diagnostic) -> String {
        let opened = line
        position += 1
        var content: [UInt8] = []
        var start = position
        while position < text.endIndex {
            let byte = text[position]
            position += 1
            if byte == SeparatedReader.newline { line += 1 }
            guard byte == SeparatedReader.quote else { continue }
            content += text[start..<(position - 1)]
            if isAt(SeparatedReader.quote) {
                start = position
                position += 1
                continue
            }
            guard position == text.endIndex || endsCell(text[position]) else { throw .textBehindQuote(name, line) }
            return String(decoding: content, as: UTF8.self).composed
        }
        throw .quoteNotClosed(name, opened)
    }

    private func isAt(_ byte: UInt8) -> Bool { position < text.endIndex && text[position] == byte }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator.rawValue || byte == SeparatedReader.newline || byte == SeparatedReader.carriageReturn
    }
}

extension Diagnostic {
    fileprivate static func quoteNotClosed(_ name: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .quoteNotClosed,
            Text(
                "‘\(name)’, line \(line): a quote is opened and never closed.",
                vi: "‘\(name)’, dòng \(line): dấu nháy mở ra mà không đóng lại."))
    }

    fileprivate static func textBehindQuote(_ name: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .textBehindQuote,
            Text(
                "‘\(name)’, line \(line): something stands between a closing quote and the end of its cell.",
                vi: "‘\(name)’, dòng \(line): có nội dung thừa giữa dấu nháy đóng và hết ô."),
            notes: [
                Text(
                    "A quote inside a quoted cell is written twice: \"\".",
                    vi: "Dấu nháy nằm trong ô có nháy phải viết hai lần: \"\".")
            ])
    }
}

extension Diagnostic.Code {
    /// A quoted cell without an end.
    public static let quoteNotClosed: Self = "quote-not-closed"
    /// Text behind the closing quote of a cell.
    public static let textBehindQuote: Self = "text-behind-quote"
}
