public import Documents
import Tables
public import Values

/// Writes a document as a PDF file in the layout of Nghị định 30/2020. The same document gives the same bytes.
public enum PDFPaper {
    /// The file; its day is the letterhead's, never the clock's.
    public static func bytes(_ document: Document, in language: DisplayLanguage) throws -> [UInt8] {
        let width = OfficialPage.points(OfficialPage.short)
        let height = OfficialPage.points(OfficialPage.long)
        let canvas = try Canvas.pdf(width: width, height: height, language: language)
        canvas.note(0, Canvas.printable(document.title(in: language)))
        if let issuer = document.letterhead?.issuer { canvas.note(1, Canvas.printable(issuer)) }
        let day = document.letterhead?.date ?? Day(number: 0)
        canvas.note(5, "\(day)T00:00:00Z")
        canvas.note(6, "\(day)T00:00:00Z")
        var body = PDFBody(document, canvas, language)
        body.add()
        canvas.endPage()
        return PDFFacts.told(
            try canvas.finishedPDF(), language: language,
            pictures: document.blocks.compactMap { block in
                guard case .chart(let chart) = block else { return nil }
                return "\(chart.title(in: language)). \(chart.summary(in: language))"
            })
    }
}

/// The blocks of a document on the pages of a PDF file.
private struct PDFBody {
    let document: Document
    let language: DisplayLanguage
    let flow: PDFFlow
    let text: PDFText
    /// The fit of each table by the place of its block.
    private let fits: [Int: ColumnFit]

    init(_ document: Document, _ canvas: Canvas, _ language: DisplayLanguage) {
        self.document = document
        self.language = language
        var fits: [Int: ColumnFit] = [:]
        for (place, block) in document.blocks.enumerated() {
            guard case .table(let block) = block, !block.table.schema.columns.isEmpty else { continue }
            fits[place] = ColumnFit(block, in: language)
        }
        self.fits = fits
        flow = PDFFlow(canvas, landscape: false)
        text = PDFText(flow: flow, language: language)
    }

    mutating func add() {
        let head = document.letterhead.map { PDFLetterhead(head: $0, flow: flow, language: language) }
        head?.addTop()
        let outline = document.outline
        let labels = document.annexLabels
        let end = document.bodyEnd
        let lying = document.lying { fits[$0]?.landscape ?? false }
        for (place, block) in document.blocks.enumerated() {
            if place == end { head?.addFoot() }
            if let label = labels[place] { annex(label, landscape: lying[place]) }
            flow.lie(lying[place])
            let keeps = head?.head.hasFoot == true && place == end - 1 || document.opensList(at: place)
            add(block, place, level: outline[place] ?? 1, keepsNext: keeps)
        }
        if end == document.blocks.count { head?.addFoot() }
        flow.settle()
    }

    private func annex(_ label: Text, landscape: Bool) {
        flow.restart(landscape: landscape)
        let look = PrintedText.Look(width: flow.width, align: .centre)
        let words = flow.canvas.text(label(in: language), Lettering(14, bold: true), look)
        text.paragraph("P", words, before: 0, spacing: 1, keepsNext: true).map(flow.add)
    }

    private func add(_ block: Block, _ place: Int, level: Int, keepsNext: Bool) {
        switch block {
        case .heading(let words, _): text.heading(words(in: language), level: level).map(flow.add)
        case .annex(let title): annexTitle(title)
        case .paragraph(let words): text.running(words, keepsNext: keepsNext).map(flow.add)
        case .message(let words, let remark): text.running(words, more: remark, keepsNext: keepsNext).map(flow.add)
        case .fields(let list): fields(list, keepsNext: keepsNext)
        case .table(let block):
            if let fit = fits[place] { PDFTable(block, flow, language, fit).add(keepsNext: keepsNext) }
        case .chart(let chart): add(chart, keepsNext: keepsNext)
        case .items(let items, let numbered): add(items, numbered: numbered, keepsNext: keepsNext)
        case .verbatim(let lines): verbatim(lines, keepsNext: keepsNext)
        case .reservation(let words):
            let look = PrintedText.Look(width: flow.width, indent: PDFText.indent, align: .justified)
            let printed = flow.canvas.text(words(in: language), Lettering(13, italic: true), look)
            text.paragraph("P", printed, before: 5, spacing: 1, keepsNext: keepsNext).map(flow.add)
        }
    }

    private func annexTitle(_ title: Text) {
        let look = PrintedText.Look(width: flow.width, align: .centre)
        let bold = flow.canvas.text(title(in: language), Lettering(14, bold: true), look)
        text.paragraph("H1", bold, before: 3, spacing: 1, keepsNext: true).map(flow.add)
        guard let head = document.letterhead else { return }
        let words = flow.canvas.text(head.annexedTo(in: language), Lettering(14, italic: true), look)
        text.paragraph("P", words, before: 3, spacing: 1, after: 6, keepsNext: true).map(flow.add)
    }

    private func add(_ items: [RichText], numbered: Bool, keepsNext: Bool) {
        guard !items.isEmpty else { return }
        flow.add(.act(keepsNext: true) { [flow] in flow.open("L") })
        for (place, item) in items.enumerated() {
            let last = place == items.count - 1
            text.item(item, sign: numbered ? "\(place + 1)." : "-", keepsNext: keepsNext && last).map(flow.add)
        }
        flow.add(.act(keepsNext: keepsNext) { [flow] in flow.close() })
    }

    /// Labels and values in two columns.
    private func fields(_ list: [Field], keepsNext: Bool) {
        let bold = Lettering(14, bold: true)
        let left = OfficialPage.points(list.labelWidth(in: language))
        for (place, field) in list.enumerated() {
            let label = flow.canvas.text(field.label(in: language), bold, .init(width: left - 6))
            let value = flow.canvas.text(field.written(in: language), PDFText.body, .init(width: flow.width - left))
            let (canvas, x) = (flow.canvas, flow.left)
            let piece = PDFPiece(
                before: place == 0 ? 6 : 0, height: max(label?.height ?? 0, value?.height ?? 0),
                keepsNext: keepsNext && place == list.count - 1
            ) { y in
                canvas.tagged("P") {
                    label?.draw(x: x, y: y)
                    value?.draw(x: x + left, y: y)
                }
            }
            flow.add(piece)
        }
        if !list.isEmpty { flow.add(PDFPiece(height: 6, keepsNext: keepsNext) { _ in }) }
    }

    /// A chart as wide as the text, or as high as the page lets it be.
    private func add(_ chart: Chart, keepsNext: Bool) {
        let drawing = ChartDrawing.of(chart, language, width: 600)
        let scale = min(flow.width / max(drawing.width, 240), 600 / max(1, drawing.top))
        let x = flow.left + (flow.width - drawing.width * scale) / 2
        let canvas = flow.canvas
        let piece = PDFPiece(before: 8, height: drawing.top * scale + 6, keepsNext: keepsNext) { y in
            canvas.tagged("Figure") { canvas.draw(drawing, x: x, y: y, scale: scale) }
        }
        flow.add(piece)
    }

    private func verbatim(_ lines: String, keepsNext: Bool) {
        let words = lines.hasSuffix("\n") ? String(lines.dropLast()) : lines
        let parts = [(words: words, letters: PDFText.body, code: true)]
        let printed = flow.canvas.text(parts, PDFText.body, .init(width: flow.width))
        text.paragraph("P", printed, before: 6, spacing: 1, keepsNext: keepsNext).map(flow.add)
    }
}
