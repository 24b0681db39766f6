import Documents
import Values

/// The text of a Word document, block by block; wide tables lie on pages of their own.
struct DOCXBody {
    private let language: DisplayLanguage
    private let outline: [Int?]
    private(set) var charts: [DOCXChart] = []
    private(set) var numberedLists = 0
    private var text: Markup = ""
    private var landscape = false
    /// Whether the section begins with page 1, which shows no number.
    private var restarts = true

    init(_ language: DisplayLanguage, outline: [Int?]) {
        self.language = language
        self.outline = outline
    }

    mutating func add(_ document: Document) {
        let ends = document.letterhead.map { DOCXLetterhead(head: $0, language: language) }
        if let ends { text += ends.top }
        let foot = ends?.foot
        let end = document.bodyEnd
        let parts = document.blocks.enumerated().map { place, block in
            // What stands above the signature stays with it, so that it is never alone; so does the line above
            // a list.
            let keep = foot != nil && place == end - 1 || document.opensList(at: place)
            return markup(block, level: outline[place] ?? 1, keepNext: keep)
        }
        let lying = document.lying { parts[$0].landscape }
        let labels = document.annexLabels
        for (place, part) in parts.enumerated() {
            if place == end, let foot { text += foot }
            if let label = labels[place] {
                endSection(restarting: true)
                landscape = lying[place]
                text += centred(label(in: language), "<w:b/>", before: 0)
            } else if lying[place] != landscape {
                if text != .empty { endSection(restarting: false) }
                landscape = lying[place]
            }
            text += part.markup
            if labels[place] != nil, let head = document.letterhead {
                text += centred(head.annexedTo(in: language), "<w:i/>", before: 60)
            }
        }
        if end == document.blocks.count, let foot { text += foot }
        if text == .empty || foot != nil {
            text += DOCXText.paragraph("Plain", "", properties: "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>")
        }
    }

    /// The part that holds the text.
    var markup: Markup {
        """
        \(DOCXStyles.declaration)<w:document \(DOCXStyles.namespaces)><w:body>
        \(text)\(section)</w:body></w:document>
        """
    }

    /// The page of the section that the text is in.
    private var section: Markup { DOCXText.section(landscape: landscape, restarts: restarts) }

    /// Ends the section: the next one lies the other way, or begins with page 1 again.
    private mutating func endSection(restarting: Bool) {
        text += DOCXText.paragraph(
            "Plain", "", properties: "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>\(section)")
        restarts = restarting
    }

    private func centred(_ words: String, _ look: Markup, before: Int) -> Markup {
        DOCXText.paragraph(
            "Centred", DOCXText.run(words, look), keepNext: true,
            properties: "<w:spacing w:before=\"\(before)\" w:after=\"60\"/>")
    }

    private mutating func markup(_ block: Block, level: Int, keepNext: Bool) -> (markup: Markup, landscape: Bool) {
        switch block {
        case .table(let block): return DOCXTable.markup(block, in: language, keepNext: keepNext)
        case .heading(let text, _):
            let style = "Heading\(min(level, 4))"
            return (DOCXText.paragraph(style, DOCXText.run(text(in: language)), keepNext: keepNext), false)
        case .annex(let title):
            let space: Markup = "<w:spacing w:before=\"60\" w:after=\"60\"/>"
            let words = DOCXText.run(title(in: language))
            return (DOCXText.paragraph("Heading1", words, keepNext: true, properties: space), false)
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
        let width = OfficialPage.width(landscape: false)
        let labels = list.map { $0.label(in: language) }
        let left = list.labelWidth(in: language)
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
