import Documents
import Values

/// Paragraphs of a PDF file.
struct PDFText {
    let flow: PDFFlow
    let language: DisplayLanguage

    static let body = Lettering(14)
    static let spacing = 269.0 / 240
    static let indent = OfficialPage.points(OfficialPage.indent)

    /// A paragraph of lines that may go on over pages; two lines at least stand together.
    func paragraph(
        _ tag: String, _ text: PrintedText?, x: Double = 0, before: Double, spacing: Double = PDFText.spacing,
        after: Double = 0, keepsNext: Bool = false, sign: PrintedText? = nil, signX: Double = 0
    ) -> PDFPiece? {
        text.map { text in
            piece(
                tag, text, text.lines[...], x: flow.left + x, spacing, before: before, after: after,
                keepsNext: keepsNext, sign: sign.map { ($0, flow.left + signX) })
        }
    }

    private func piece(
        _ tag: String, _ text: PrintedText, _ lines: ArraySlice<PrintedText.Line>, x: Double, _ spacing: Double,
        before: Double, after: Double, keepsNext: Bool, sign: (text: PrintedText, x: Double)?
    ) -> PDFPiece {
        let height = { (lines: ArraySlice<PrintedText.Line>) in lines.reduce(0) { $0 + $1.height * spacing } }
        let least = lines.count > 3 ? height(lines.prefix(2)) : height(lines)
        let split = { (room: Double) -> (PDFPiece, PDFPiece)? in
            var count = 0
            while count < lines.count, height(lines.prefix(count + 1)) <= room { count += 1 }
            count = min(count, lines.count - 2)
            guard count >= 2 else { return nil }
            let first = piece(
                tag, text, lines.prefix(count), x: x, spacing, before: before, after: 0, keepsNext: false, sign: sign)
            let rest = piece(
                tag, text, lines.dropFirst(count), x: x, spacing, before: 0, after: after, keepsNext: keepsNext,
                sign: nil)
            return (first, rest)
        }
        let canvas = flow.canvas
        return PDFPiece(
            before: before, height: height(lines) + after, keepsNext: keepsNext, least: least,
            split: lines.count > 3 ? split : nil
        ) { y in
            canvas.tagged(tag) {
                sign?.text.draw(x: sign?.x ?? x, y: y)
                var top = y
                for line in lines {
                    text.draw(line, x: x, y: top)
                    top += line.height * spacing
                }
            }
        }
    }

    /// Running text with its roles.
    func pieces(_ text: RichText, _ letters: Lettering) -> [(words: String, letters: Lettering, code: Bool)] {
        text.runs.map { run in
            var letters = letters
            let words = run.text(in: language)
            switch run.role {
            case .plain, .success, .muted: return (words, letters, false)
            case .strong, .warning, .error:
                letters.bold = true
                return (words, letters, false)
            case .code: return (words, letters, true)
            }
        }
    }

    func running(_ text: RichText, more: Text? = nil, before: Double = 6, keepsNext: Bool) -> PDFPiece? {
        var parts = pieces(text, PDFText.body)
        if let more { parts.append((" – " + more(in: language), Lettering(14, italic: true), false)) }
        let look = PrintedText.Look(width: flow.width, indent: PDFText.indent, align: .justified)
        return paragraph("P", flow.canvas.text(parts, PDFText.body, look), before: before, keepsNext: keepsNext)
    }

    func heading(_ words: String, level: Int, after: Double = 3) -> PDFPiece? {
        let letters = Lettering(14, bold: level <= 3, italic: level > 3)
        let look = PrintedText.Look(
            width: flow.width, indent: level == 1 ? 0 : PDFText.indent, align: level == 1 ? .centre : .left)
        return paragraph(
            "H\(min(level, 6))", flow.canvas.text(words, letters, look), before: 9, spacing: 1, after: after,
            keepsNext: true)
    }

    /// An item with its sign hanging in front.
    func item(_ text: RichText, sign: String, keepsNext: Bool) -> PDFPiece? {
        let inset = 48.2
        let look = PrintedText.Look(width: flow.width - inset, align: .justified)
        let words = flow.canvas.text(pieces(text, PDFText.body), PDFText.body, look)
        return paragraph(
            "LI", words, x: inset, before: 3, keepsNext: keepsNext, sign: flow.canvas.text(sign, PDFText.body),
            signX: inset - 19.85)
    }
}
