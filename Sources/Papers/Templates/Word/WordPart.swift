import Diagnostics
import Values

/// One part of a Word file that people read: the text, a header, a footer, the notes.
struct WordPart {
    let xml: XMLTokens
    /// What it is called in messages.
    let label: Text
    /// The prefix of Word's own elements, with its colon.
    let prefix: String
    private(set) var paragraphs: [WordParagraph] = []
    /// The numbers of tables in the part, of rows in their tables and of cells in their rows, for messages.
    private var numbers: [Int: Int] = [:]

    /// Reads a part; `nil` for one that holds no text of people.
    init?(_ xml: XMLTokens, file: String) {
        guard let root = xml.tokens.indices.first(where: { xml.tokens[$0].kind == .start }) else { return nil }
        self.xml = xml
        switch xml.tokens[root].name {
        case "document": label = Text("text", vi: "phần thân")
        case "hdr": label = Text("header (\(file))", vi: "đầu trang (\(file))")
        case "ftr": label = Text("footer (\(file))", vi: "chân trang (\(file))")
        case "footnotes": label = Text("footnotes", vi: "chú thích cuối trang")
        case "endnotes": label = Text("endnotes", vi: "chú thích cuối bài")
        default: return nil
        }
        prefix = xml.prefix(root)
        gather()
    }

    /// What a paragraph may hold beside text and still be nothing but its placeholders.
    private static let plain: Set<String> = [
        "p", "pPr", "r", "rPr", "t", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak",
    ]

    private mutating func gather() {
        var open: [WordParagraph] = []
        var properties = -1
        var (tables, counts) = (0, [Int: Int]())
        for (index, token) in xml.tokens.enumerated() {
            switch token.kind {
            case .start where token.name == "p" && xml.prefix(index) == prefix:
                if !open.isEmpty { open[open.count - 1].holdsMore = true }
                open.append(WordParagraph(token: index, number: paragraphs.count + open.count + 1))
            case .end where !open.isEmpty && open[open.count - 1].token == token.partner:
                var paragraph = open.removeLast()
                paragraph.close()
                paragraphs.append(paragraph)
            case .text where !open.isEmpty && token.parent >= 0:
                guard xml.tokens[token.parent].name == "t", xml.prefix(token.parent) == prefix else { continue }
                open[open.count - 1].add(index, token.range, of: xml.bytes)
            case .start, .empty:
                if token.name == "tbl" {
                    tables += 1
                    numbers[index] = tables
                } else if token.name == "tr" || token.name == "tc" {
                    counts[token.parent, default: 0] += 1
                    numbers[index] = counts[token.parent]
                }
                if token.name == "pPr" || token.name == "rPr", index > properties { properties = token.partner }
                let isProperty = index <= properties && token.name != "sectPr"
                if !open.isEmpty, !isProperty, !WordPart.plain.contains(token.name) {
                    open[open.count - 1].holdsMore = true
                }
            default: continue
            }
        }
    }

    /// Where a paragraph stands, in words.
    func place(of paragraph: WordParagraph) -> Text {
        let around = xml.ancestors(of: paragraph.token)
        let cell = around.first { xml.tokens[$0].name == "tc" }
        let row = around.first { xml.tokens[$0].name == "tr" }
        let table = around.first { xml.tokens[$0].name == "tbl" }
        guard let cell, let row, let table else {
            let (number, beginning) = (paragraph.number, paragraph.beginning)
            return label + Text(", paragraph \(number) (‘\(beginning)’)", vi: ", đoạn \(number) (‘\(beginning)’)")
        }
        let (tableNumber, rowNumber, cellNumber) = (numbers[table] ?? 1, numbers[row] ?? 1, numbers[cell] ?? 1)
        return label
            + Text(
                ", table \(tableNumber), row \(rowNumber), cell \(cellNumber)",
                vi: ", bảng \(tableNumber), dòng \(rowNumber), ô \(cellNumber)")
    }
}
