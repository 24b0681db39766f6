public import Documents
import Tables
public import Values

/// Writes a whole document as GitHub's Markdown.
public enum MarkdownDocument {
    /// The document as bytes of UTF-8.
    public static func bytes(_ document: Document, in language: DisplayLanguage) -> [UInt8] {
        var parts = document.letterhead.map { head($0, language) } ?? []
        let labels = document.annexLabels
        for (place, block) in document.blocks.enumerated() {
            if let label = labels[place] { parts.append("**\(MarkdownText.escaped(label(in: language)))**") }
            parts.append(MarkdownDocument.block(block, language))
        }
        if let end = document.letterhead.flatMap({ foot($0, language) }) { parts.append(end) }
        return Array((parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
    }

    private static func block(_ block: Block, _ language: DisplayLanguage) -> String {
        switch block {
        case .heading(let text, let level):
            String(repeating: "#", count: min(max(level, 1), 6)) + " " + MarkdownText.escaped(text(in: language))
        case .paragraph(let text): rich(text, language)
        case .message(let text, let remark):
            rich(text, language) + (remark.map { " *\(MarkdownText.escaped($0(in: language)))*" } ?? "")
        case .fields(let fields):
            fields.map { field in
                let value = MarkdownText.escaped(field.written(in: language))
                return "- **\(MarkdownText.escaped(field.label(in: language))):** \(value)"
            }.joined(separator: "\n")
        case .table(let block): table(block, language)
        case .chart(let drawn): chart(drawn, language)
        case .items(let items, let numbered):
            items.enumerated().map { (numbered ? "\($0 + 1). " : "- ") + rich($1, language) }.joined(separator: "\n")
        case .verbatim(let text): fenced(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        case .annex(let title): "# " + MarkdownText.escaped(title(in: language))
        case .reservation(let text): "> *\(MarkdownText.escaped(text(in: language)))*"
        }
    }

    private static func rich(_ text: RichText, _ language: DisplayLanguage) -> String {
        text.runs.enumerated().map { index, run in
            let words = run.text(in: language)
            switch run.role {
            case .strong, .warning, .error: return marked(MarkdownText.escaped(words), "**")
            case .code: return code(words.harmless)
            case .plain, .success, .muted:
                return index == 0 ? MarkdownText.escapedLine(words) : MarkdownText.escaped(words)
            }
        }.joined()
    }

    private static func marked(_ words: String, _ mark: String) -> String {
        words.isEmpty || words.first == " " || words.last == " " ? words : mark + words + mark
    }

    private static func code(_ text: String) -> String {
        let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
        let edge = text.first == "`" || text.last == "`" ? " " : ""
        return text.isEmpty ? "" : fence + edge + text + edge + fence
    }

    private static func longestRun(of mark: Character, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for character in text {
            run = character == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private static func table(_ block: TableBlock, _ language: DisplayLanguage) -> String {
        var parts = [String(decoding: MarkdownTable.bytes(block.table, in: language).dropLast(), as: UTF8.self)]
        if let caption = block.caption { parts.insert("**\(MarkdownText.escaped(caption(in: language)))**", at: 0) }
        if let remark = block.remark { parts.append("*\(MarkdownText.escaped(remark(in: language)))*") }
        return parts.joined(separator: "\n\n")
    }

    /// Lines as they stand, between fences longer than any in them.
    private static func fenced(_ lines: String) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: lines) + 1))
        return "\(fence)text\n\(lines)\n\(fence)"
    }

    /// A chart as bars of letters and as a table of its values.
    private static func chart(_ chart: Chart, _ language: DisplayLanguage) -> String {
        let drawing = ChartText(chart, language: language, width: 80).lines.joined(separator: "\n")
        let columns =
            [ColumnInfo("category", .text, Text("", vi: ""))] + chart.series.map { ColumnInfo("", chart.type, $0.name) }
        let rows = chart.categories.indices.map { place in
            [Value.text(chart.categories[place](in: language))]
                + chart.series.indices.map { series in
                    chart.value(of: series, at: place).map { .text(chart.written($0, in: language)) } ?? .missing
                }
        }
        let values = MarkdownTable.bytes(Table(Schema(columns), rows: rows), in: language)
        return "\(fenced(drawing))\n\n\(String(decoding: values.dropLast(), as: UTF8.self))"
    }

    // MARK: Official papers

    private static func head(_ head: Letterhead, _ language: DisplayLanguage) -> [String] {
        let issuer = [
            head.superior.map(MarkdownText.escapedLine), "**\(MarkdownText.escaped(head.issuerLine))**",
            MarkdownText.escapedLine(head.numberLine(in: language)),
        ]
        let nation = [
            "**\(Letterhead.nation(in: language))**", "**\(Letterhead.motto(in: language))**",
            "*\(MarkdownText.escaped(head.placeAndDate(in: language)))*",
        ]
        let kind = MarkdownText.escaped(head.kind(in: language))
        let subject = "**\(MarkdownText.escaped(head.subject(in: language)))**"
        return [issuer.compactMap { $0 }.joined(separator: "\\\n"), nation.joined(separator: "\\\n")]
            + (kind.isEmpty ? [subject] : ["# \(kind)", subject]) + addressees(head, language)
            + [head.basisLines.map { "*\(MarkdownText.escaped($0))*" }.joined(separator: "\\\n")]
    }

    private static func addressees(_ head: Letterhead, _ language: DisplayLanguage) -> [String] {
        let names = head.addresseeLines.map(MarkdownText.escaped)
        let label = Letterhead.addresseesLabel(in: language)
        guard names.count > 1 else { return names.map { "\(label) \($0)" } }
        return [
            label,
            head.addresseeLines.map { "- " + MarkdownText.escaped(String($0.dropFirst(2))) }.joined(separator: "\n"),
        ]
    }

    private static func foot(_ head: Letterhead, _ language: DisplayLanguage) -> String? {
        var parts: [String] = []
        let lines = (head.signatureLines + [head.signer].compactMap { $0 }).map { "**\(MarkdownText.escaped($0))**" }
        if !lines.isEmpty { parts.append(lines.joined(separator: "\\\n")) }
        if !head.recipients.isEmpty {
            let list = head.recipientLines.map { "- " + MarkdownText.escaped(String($0.dropFirst(2))) }
            parts.append("***\(Letterhead.recipientsLabel(in: language))***\n\n" + list.joined(separator: "\n"))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }
}
