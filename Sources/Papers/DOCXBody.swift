import Documents
import Values

extension Document {
    /// Whether a block is the paragraph right above a list.
    fileprivate func opensList(at place: Int) -> Bool {
        guard place + 1 < blocks.count, case .paragraph = blocks[place], case .items = blocks[place + 1] else {
            return false
        }
        return true
    }
}

/// The text of a Word document, block by block; wide tables lie on pages of their own.
struct DOCXBody {
    private let language: DisplayLanguage
    private let outline: [Int?]
    private(set) var charts: [DOCXChart] = []
    private(set) var numberedLists = 0
    private var text: Markup = ""
    private var landscape = false
    private var sections = 0

    init(_ language: DisplayLanguage, outline: [Int?]) {
        self.language = language
        self.outline = outline
    }

    mutating func add(_ document: Document) {
        let ends = document.letterhead.map { DOCXLetterhead(head: $0, language: language) }
        if let ends { text += ends.top }
        let foot = ends?.foot
        var parts = document.blocks.enumerated().map { place, block in
            // What stands above the signature stays with it, so that it is never alone; so does the line above
            // a list.
            let keep = foot != nil && place == document.blocks.count - 1 || document.opensList(at: place)
            return markup(block, level: outline[place] ?? 1, keepNext: keep)
        }
        // A heading lies on the page of what it heads.
        for place in parts.indices.dropLast().reversed() where outline[place] != nil {
            parts[place].landscape = parts[place + 1].landscape
        }
        for part in parts {
            turn(landscape: part.landscape)
            text += part.markup
        }
        if let foot { text += foot }
        if text == .empty || foot != nil {
            text += DOCXText.paragraph("Plain", "", properties: "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>")
        }
    }

    /// The part that holds the text.
    var markup: Markup {
        """
        \(DOCXStyles.declaration)<w:document \(DOCXStyles.namespaces)><w:body>
        \(text)\(DOCXText.section(landscape: landscape, first: sections == 0))</w:body></w:document>
        """
    }

    /// Ends the section where the next block lies the other way.
    private mutating func turn(landscape next: Bool) {
        guard next != landscape else { return }
        if text != .empty {
            let end = DOCXText.section(landscape: landscape, first: sections == 0)
            text += DOCXText.paragraph(
                "Plain", "", properties: "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>\(end)")
            sections += 1
        }
        landscape = next
    }

    private mutating func markup(_ block: Block, level: Int, keepNext: Bool) -> (markup: Markup, landscape: Bool) {
        switch block {
        case .table(let block): return DOCXTable.markup(block, in: language, keepNext: keepNext)
        case .heading(let text, _):
            let style = "Heading\(min(level, 4))"
            return (DOCXText.paragraph(style, DOCXText.run(text(in: language)), keepNext: keepNext), false)
        case .paragraph(let text):
            return (DOCXText.paragraph("Body", DOCXText.rich(text, in: language), keepNext: keepNext), false)
        case .message(let text, let remark):
            let more = remark.map { DOCXText.run(" – " + $0(in: language), "<w:i/>") } ?? ""
            return (DOCXText.paragraph("Body", DOCXText.rich(text, in: language) + more, keepNext: keepNext), false)
        case .fields(let list): return (fields(list, keepNext: keepNext), false)
        case .chart(let chart):
            charts.append(DOCXChart(chart, language))
            return (charts[charts.count - 1].drawing(number: charts.count, keepNext: keepNext), false)
        case .items(let list, let numbered): return (items(list, numbered: numbered, keepNext: keepNext), false)
        case .verbatim(let text):
            let run = DOCXText.run(text.hasSuffix("\n") ? String(text.dropLast()) : text, "<w:rStyle w:val=\"Code\"/>")
            return (DOCXText.paragraph("Plain", run, keepNext: keepNext), false)
        case .reservation(let text):
            return (DOCXText.paragraph("Reservation", DOCXText.run(text(in: language)), keepNext: keepNext), false)
        }
    }

    private mutating func items(_ list: [RichText], numbered: Bool, keepNext: Bool) -> Markup {
        if numbered { numberedLists += 1 }
        let id = numbered ? numberedLists + 1 : 1
        let lines = list.enumerated().map { index, item in
            DOCXText.paragraph(
                "Item", DOCXText.rich(item, in: language), keepNext: keepNext && index == list.count - 1,
                properties: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(id)\"/></w:numPr>")
        }
        return "\(lines)"
    }

    /// Labels and values in two columns without lines.
    private func fields(_ list: [Field], keepNext: Bool) -> Markup {
        guard !list.isEmpty else { return "" }
        let width = DOCXText.Page.width(landscape: false)
        let labels = list.map { $0.label(in: language) }
        let widest = labels.map { Int(PrintWidth.of($0, size: 14, bold: true) * 20) + 300 }.max() ?? 0
        let left = min(widest, width * 45 / 100)
        let rows = zip(labels, list).map { label, field in
            [
                DOCXText.paragraph("Plain", DOCXText.run(label, "<w:b/>"), keepNext: keepNext),
                DOCXText.paragraph("Plain", DOCXText.run(field.written(in: language)), keepNext: keepNext),
            ]
        }
        let space: Markup = "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>"
        let gap = { DOCXText.paragraph("Plain", "", keepNext: keepNext, properties: space) }
        return gap() + DOCXText.plainTable([left, width - left], rows) + gap()
    }
}
