import Documents
import Values

/// Pieces of a Word document: lengths are in twentieths of a point, text sizes in half points, as Word counts.
enum DOCXText {
    /// A paragraph of a style; `extra` holds properties that come after `keepNext` and before text, in Word's order.
    static func paragraph(
        _ style: String, _ runs: Markup, keepNext: Bool = false, properties: Markup = ""
    ) -> Markup {
        let keep: Markup = keepNext ? "<w:keepNext/>" : ""
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(keep)\(properties)</w:pPr>\(runs)</w:p>\n"
    }

    /// A stretch of text; line ends become line breaks.
    static func run(_ text: String, _ properties: Markup = "") -> Markup {
        guard !text.isEmpty else { return "" }
        let look: Markup = properties == .empty ? "" : "<w:rPr>\(properties)</w:rPr>"
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let words = lines.enumerated().map { index, line -> Markup in
            "\((index > 0 ? "<w:br/>" : "") as Markup)<w:t xml:space=\"preserve\">\(line)</w:t>"
        }
        return "<w:r>\(look)\(words)</w:r>"
    }

    /// Running text with its roles.
    static func rich(_ text: RichText, in language: DisplayLanguage) -> Markup {
        let runs = text.runs.map { run -> Markup in
            let words = run.text(in: language)
            switch run.role {
            case .plain, .success, .muted: return DOCXText.run(words)
            case .strong, .warning, .error: return DOCXText.run(words, "<w:b/>")
            case .code: return DOCXText.run(words, "<w:rStyle w:val=\"Code\"/>")
            }
        }
        return "\(runs)"
    }

    /// A rule of a width in points, centred in a room of a width in twips.
    static func rule(points: Double, room: Int, after: Int = 0) -> Markup {
        let length = min(Int(points * 20), room)
        let side = max(0, (room - length) / 2)
        return paragraph(
            "Plain", "",
            properties: """
                <w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>\
                <w:spacing w:before="40" w:after="\(after)" w:line="60" w:lineRule="exact"/>\
                <w:ind w:left="\(side)" w:right="\(side)"/>
                """)
    }

    /// A table without lines; cells hold paragraphs.
    static func plainTable(_ widths: [Int], _ rows: [[Markup]]) -> Markup {
        let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" as Markup }
        let lines = rows.map { cells -> Markup in
            let cells = zip(widths, cells).map { width, cell -> Markup in
                "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(cell)</w:tc>"
            }
            return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells)</w:tr>\n"
        }
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:tblLayout w:type="fixed"/>\
            <w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>\
            <w:tblGrid>\(grid)</w:tblGrid>
            \(lines)</w:tbl>

            """
    }

    /// The end of a section: its page, its header; one that restarts counts from page 1, which shows no number.
    static func section(landscape: Bool, restarts: Bool) -> Markup {
        let size: Markup =
            landscape
            ? "<w:pgSz w:w=\"\(OfficialPage.long)\" w:h=\"\(OfficialPage.short)\" w:orient=\"landscape\"/>"
            : "<w:pgSz w:w=\"\(OfficialPage.short)\" w:h=\"\(OfficialPage.long)\"/>"
        let margin = OfficialPage.margin
        return """
            <w:sectPr><w:headerReference w:type="default" r:id="rId4"/>\(size)\
            <w:pgMar w:top="\(margin)" w:right="\(margin)" w:bottom="\(margin)" w:left="\(OfficialPage.binding)" \
            w:header="\(OfficialPage.number)" w:footer="\(OfficialPage.number)" w:gutter="0"/>\
            \((restarts ? "<w:pgNumType w:start=\"1\"/>" : "") as Markup)<w:cols w:space="708"/>\
            \((restarts ? "<w:titlePg/>" : "") as Markup)</w:sectPr>
            """
    }
}
