public import Documents
import Tables
public import Values

/// Writes documents for a screen.
public enum Terminal {
    /// What the screen is like.
    public struct Style: Sendable, Hashable {
        /// How many columns it has; `nil` where the text leaves the terminal, and then nothing is cut or wrapped.
        public var width: Int?
        /// Whether colours are wanted.
        public var colour: Bool
        /// The language of the reader.
        public var language: DisplayLanguage
        /// Whether tables show their columns' headings instead of the names that expressions use.
        var headings = false

        /// Describes a screen.
        public init(width: Int?, colour: Bool, language: DisplayLanguage) {
            self.width = width.map { max($0, 20) }
            self.colour = colour
            self.language = language
        }
    }

    /// The document as lines, each with its end.
    public static func render(_ document: Document, style: Style) -> String {
        var screen = Screen(style: style)
        if let head = document.letterhead { screen.letterhead(head) }
        let labels = document.annexLabels
        for (place, block) in document.blocks.enumerated() {
            if place > 0, block.standsApart(from: document.blocks[place - 1]) { screen.lines.append("") }
            if let label = labels[place] { screen.block(.heading(label, level: 2)) }
            screen.block(block)
        }
        if let head = document.letterhead { screen.signature(head) }
        return screen.lines.map { $0 + "\n" }.joined()
    }
}

/// The lines of a document as they are written, block by block.
struct Screen {
    let style: Terminal.Style
    let paint: Paint
    let flow: Flow
    var lines: [String] = []

    init(style: Terminal.Style) {
        self.style = style
        paint = Paint(colour: style.colour)
        flow = Flow(paint: paint, width: style.width)
    }

    mutating func block(_ block: Block) {
        switch block {
        case .heading(let text, let level): heading(text, level: level)
        case .paragraph(let text): lines += flow.lines(pieces(text))
        case .message(let text, let remark): message(text, remark: remark)
        case .fields(let list): fields(list)
        case .table(let block): table(block)
        case .chart(let chart):
            var drawing = ChartText(chart, language: style.language, width: style.width)
            drawing.paint = paint
            lines += drawing.lines
        case .items(let items, let numbered):
            for (index, item) in items.enumerated() {
                lines += flow.lines(pieces(item), first: numbered ? "  \(index + 1). " : "  - ")
            }
        case .verbatim(let text): verbatim(text)
        case .annex(let title):
            heading(title, level: 1)
        case .reservation(let text):
            lines += flow.lines([(text(in: style.language).harmless, .warning)], first: paint("  ! ", .warning))
        }
    }

    /// Lines as they stand, without the end of the last; a screen gets nothing that could steer it.
    private mutating func verbatim(_ text: String) {
        var whole = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if whole.last?.isEmpty == true { whole.removeLast() }
        guard style.width != nil else { return lines += whole }
        lines += whole.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            return cells.map { String($0).harmless }.joined(separator: "\t")
        }
    }

    func pieces(_ text: RichText) -> [Flow.Piece] {
        text.runs.map { ($0.text(in: style.language).harmless, $0.role) }
    }

    private mutating func heading(_ text: Text, level: Int) {
        let words = text(in: style.language).harmless
        lines += flow.lines([(words, .strong)])
        guard level <= 1 else { return }
        lines.append(paint(String(repeating: "─", count: min(words.displayWidth, style.width ?? 100)), .muted))
    }

    private mutating func message(_ text: RichText, remark: Text?) {
        let pieces = pieces(text)
        guard let remark = remark.map({ $0(in: style.language).harmless }), !remark.isEmpty else {
            lines += flow.lines(pieces)
            return
        }
        guard let width = style.width else {
            lines += flow.lines(pieces + [(" · " + remark, .muted)])
            return
        }
        let used = pieces.reduce(0) { $0 + $1.text.displayWidth }
        if used + 2 + remark.displayWidth <= width {
            let gap = String(repeating: " ", count: width - used - remark.displayWidth)
            lines += flow.lines(pieces + [(gap, .plain), (remark, .muted)])
        } else {
            lines += flow.lines(pieces)
            self.remark(remark, edge: width)
        }
    }

    /// A remark of its own, flush right at an edge where it is shorter.
    mutating func remark(_ text: String, edge: Int) {
        let gap = max(2, edge - text.displayWidth)
        let fits = style.width.map { gap + text.displayWidth <= $0 } ?? true
        lines += flow.lines([(text, .muted)], first: String(repeating: " ", count: fits ? gap : 2))
    }

    private mutating func fields(_ list: [Field]) {
        let labels = list.map { $0.label(in: style.language).harmless }
        let wide = min(labels.map(\.displayWidth).max() ?? 0, (style.width ?? 80) / 2)
        for (label, field) in zip(labels, list) {
            let value = field.words.map { $0(in: style.language).harmless } ?? cell(field.value)
            let role: RichText.Role = field.words == nil && field.value.isMissing ? .muted : .plain
            lines += flow.lines([(value, role)], first: "  " + label.padded(to: wide) + "  ")
        }
    }

    /// A value as one line; a missing one as its mark or `·`.
    func cell(_ value: Value) -> String {
        let text = value.written(in: style.language).harmless
        return text.isEmpty && value.isMissing ? "·" : text
    }
}

extension Screen {
    mutating func letterhead(_ head: Letterhead) {
        let language = style.language
        for line in [head.superior, head.issuerLine].compactMap({ $0 }) { lines.append(line.harmless) }
        lines.append(head.numberLine(in: language).harmless)
        lines.append(head.placeAndDate(in: language).harmless)
        lines.append("")
        for line in [head.kind(in: language), head.subject(in: language)] where !line.isEmpty {
            lines += flow.lines([(line.harmless, .strong)])
        }
        lines.append("")
        addressees(head)
        for line in head.basisLines { lines += flow.lines([(line.harmless, .plain)]) }
        if !head.bases.isEmpty { lines.append("") }
    }

    private mutating func addressees(_ head: Letterhead) {
        let names = head.addresseeLines.map(\.harmless)
        guard let first = names.first else { return }
        let label = Letterhead.addresseesLabel(in: style.language)
        if names.count == 1 { lines += flow.lines([("\(label) \(first)", .plain)]) } else { lines += [label] + names }
        lines.append("")
    }

    mutating func signature(_ head: Letterhead) {
        guard head.hasFoot else { return }
        lines.append("")
        for line in head.signatureLines + [head.signer].compactMap({ $0 }) {
            lines.append(paint(line.harmless, .strong))
        }
        guard !head.recipients.isEmpty else { return }
        lines.append(Letterhead.recipientsLabel(in: style.language))
        lines += head.recipientLines.map(\.harmless)
    }
}

extension Block {
    /// Whether an empty line parts the block from the one above it.
    fileprivate func standsApart(from above: Block) -> Bool {
        switch (above, self) {
        case (.heading, _), (.message, _), (_, .reservation): false
        case (_, .heading), (_, .annex): true
        default: above.isLarge || isLarge
        }
    }

    private var isLarge: Bool {
        switch self {
        case .table, .chart, .fields, .items, .verbatim, .reservation: true
        case .heading, .annex, .paragraph, .message: false
        }
    }
}
