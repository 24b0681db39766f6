import Diagnostics
import Values

/// Turns a part with placeholders into the steps that write it.
struct WordCompiler {
    let part: WordPart
    private var xml: XMLTokens { part.xml }
    private(set) var marks: [WordMark] = []
    private(set) var faults: [(place: Text, fault: Text, note: Text?)] = []
    private(set) var steps: [TemplateStep] = []
    private var edits: [(range: Range<Int>, steps: [TemplateStep])] = []
    private var nextEdit = 0
    /// The texts whose starts have an edit.
    private var touched: Set<Int> = []
    /// The places at which sections within a line begin and end.
    private var lineEnds: Set<Int> = []
    /// Cells and the like that may lose their last paragraph.
    private var emptied: Set<Int> = []
    /// Paragraphs and rows that hold nothing but placeholders.
    private var dropped: Set<Int> = []

    /// The paragraphs by their starts.
    private let places: [Int: Int]

    /// The most placeholders of a part.
    static let mostMarks = 10_000

    init(_ part: WordPart) {
        self.part = part
        places = Dictionary(part.paragraphs.enumerated().map { ($1.token, $0) }) { first, _ in first }
        for (place, paragraph) in part.paragraphs.enumerated() {
            let words = paragraph.marks.isEmpty && paragraph.faults.isEmpty ? nil : part.place(of: paragraph)
            guard let words else { continue }
            guard marks.count <= WordCompiler.mostMarks else {
                let most = WordCompiler.mostMarks
                faults = [
                    (words, Text("more than \(most) placeholders", vi: "có hơn \(most) chỗ điền"), nil)
                ]
                return
            }
            faults += paragraph.faults.map { (words, $0.fault, $0.note) }
            marks += paragraph.marks.map { mark in
                WordMark(
                    placed: PlacedTag(mark.tag, words), paragraph: place, joined: mark.range,
                    pieces: paragraph.places(of: mark.range))
            }
        }
        marks.sort { $0.start < $1.start }
        // A placeholder that nobody can read would leave another one alone.
        guard faults.isEmpty else { return }
        let pairs = WordPairs(marks)
        faults += pairs.faults.map { ($0.place, $0.fault, nil) }
        guard faults.isEmpty, !marks.isEmpty else { return }
        let sections = pairs.sections.map { resolved($0) }
        guard faults.isEmpty else { return }
        for mark in marks { replace(mark) }
        for paragraph in part.paragraphs where paragraph.isBare { dropRemark(paragraph) }
        edits += dropped.map { (xml.range(of: $0), []) }
        edits += emptied.map { container in
            let end = xml.tokens[xml.tokens[container].partner].range.lowerBound
            let must = TemplateStep.paragraphMust(
                end: Array("</\(part.prefix)p>".utf8), empty: Array("<\(part.prefix)p/>".utf8))
            return (end..<end, [must])
        }
        edits.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        steps = steps(of: sections, in: 0..<xml.bytes.count)
    }

    // MARK: Sections

    /// The section with the bytes that it repeats, those within first.
    private mutating func resolved(_ section: WordSection) -> WordSection {
        let children = section.children.map { resolved($0) }
        var section = WordSection(open: section.open, close: section.close, children: children)
        if section.open.paragraph == section.close.paragraph {
            resolveWithinParagraph(&section)
        } else {
            resolveAcross(&section)
        }
        return section
    }

    private mutating func resolveWithinParagraph(_ section: inout WordSection) {
        let paragraph = part.paragraphs[section.open.paragraph]
        let around = [0..<section.open.joined.lowerBound, section.close.joined.upperBound..<paragraph.joined.count]
        if around.allSatisfy({ paragraph.isSilent($0) }), !paragraph.holdsMore {
            section.range = xml.range(of: paragraph.token)
            return mustHoldParagraph(around: paragraph.token)
        }
        guard let first = section.open.pieces.first, let last = section.close.pieces.first,
            let before = run(of: first.token), let behind = run(of: last.token), before.parent == behind.parent
        else { return cross(section) }
        section.range = first.range.upperBound..<last.range.lowerBound
        section.head = before.open
        section.tail = behind.close
        edits.append((first.range, [.bytes(before.close[...])]))
        edits.append((last.range, [.bytes(behind.open[...])]))
        lineEnds.formUnion([first.range.lowerBound, last.range.lowerBound])
    }

    /// What ends and begins a run of the look of the one that holds a text.
    private func run(of text: Int) -> (parent: Int, open: [UInt8], close: [UInt8])? {
        let words = xml.tokens[text].parent
        guard words >= 0, xml.tokens[words].parent >= 0 else { return nil }
        let run = xml.tokens[words].parent
        guard xml.tokens[run].name == "r" else { return nil }
        var open = Array(xml.bytes[xml.tokens[run].range])
        for child in xml.children(of: run) where xml.tokens[child].name == "rPr" {
            open += xml.bytes[xml.range(of: child)]
        }
        open += "<\(part.prefix)t xml:space=\"preserve\">".utf8
        return (xml.tokens[run].parent, open, Array("</\(part.prefix)t></\(part.prefix)r>".utf8))
    }

    private mutating func resolveAcross(_ section: inout WordSection) {
        let (first, last) = (part.paragraphs[section.open.paragraph], part.paragraphs[section.close.paragraph])
        let before = [first.token] + xml.ancestors(of: first.token)
        let behind = [last.token] + xml.ancestors(of: last.token)
        guard let shared = before.first(where: { behind.contains($0) }), shared != first.token, shared != last.token,
            let from = before.first(where: { xml.tokens[$0].parent == shared }),
            let to = behind.first(where: { xml.tokens[$0].parent == shared })
        else { return cross(section) }
        let names = [xml.tokens[from].name, xml.tokens[to].name]
        if xml.tokens[shared].name == "tr" {
            section.range = xml.range(of: shared)
        } else if names == ["tr", "tr"] {
            section.range = boundary(from, isOpening: true)..<boundary(to, isOpening: false)
        } else if from == first.token, to == last.token {
            resolveParagraphs(&section, first, last)
            mustHoldParagraph(around: first.token)
        } else {
            cross(section)
        }
    }

    /// Where rows begin or end; a row that holds nothing but placeholders is left out.
    private mutating func boundary(_ row: Int, isOpening: Bool) -> Int {
        let range = xml.range(of: row)
        let within = (row..<xml.tokens[row].partner).compactMap { places[$0].map { part.paragraphs[$0] } }
        guard within.allSatisfy({ $0.isBare || $0.isEmpty }) else {
            return isOpening ? range.lowerBound : range.upperBound
        }
        dropped.insert(row)
        return isOpening ? range.upperBound : range.lowerBound
    }

    private mutating func resolveParagraphs(_ section: inout WordSection, _ first: WordParagraph, _ last: WordParagraph)
    {
        let (begin, end) = (xml.range(of: first.token), xml.range(of: last.token))
        var (from, to) = (begin.lowerBound, end.upperBound)
        if first.isBare {
            dropped.insert(first.token)
            from = begin.upperBound
        } else if !first.isSilent(0..<section.open.joined.lowerBound) {
            alone(section.open, Text("in front of", vi: "trước"))
        }
        if last.isBare {
            dropped.insert(last.token)
            to = end.lowerBound
        } else if !last.isSilent(section.close.joined.upperBound..<last.joined.count) {
            alone(section.close, Text("behind", vi: "sau"))
        }
        section.range = from..<max(from, to)
    }

    private mutating func alone(_ mark: WordMark, _ side: Text) {
        let written = mark.tag.written
        faults.append(
            (
                mark.placed.place,
                Text(
                    "text stands \(side.english) \(written), whose section goes over several paragraphs",
                    vi: "có chữ đứng \(side.vietnamese) \(written), trong khi mục này gồm nhiều đoạn"),
                Text("Give \(written) a paragraph of its own.", vi: "Hãy đặt \(written) thành một đoạn riêng.")
            ))
    }

    private mutating func cross(_ section: WordSection) {
        let (open, close) = (section.open, section.close)
        let (begun, ended) = (open.tag.written, close.tag.written)
        faults.append(
            (
                open.placed.place,
                Text(
                    "\(begun) begins here and \(ended) ends it in \(close.placed.place.english)",
                    vi:
                        "\(begun) mở ở đây nhưng \(ended) lại đóng ở \(close.placed.place.vietnamese)"
                ),
                Text(
                    "Both stand in one paragraph, in paragraphs of one cell, or in rows of one table.",
                    vi: "Hai dấu phải nằm trong cùng một đoạn, trong các đoạn của một ô, hoặc các dòng của một bảng.")
            ))
    }

    private mutating func mustHoldParagraph(around paragraph: Int) {
        let container = xml.tokens[paragraph].parent
        guard container >= 0, !["body", "sdtContent"].contains(xml.tokens[container].name) else { return }
        emptied.insert(container)
    }

    /// A paragraph of remarks alone leaves no empty line.
    private mutating func dropRemark(_ paragraph: WordParagraph) {
        guard paragraph.marks.allSatisfy({ $0.tag.kind == .remark }) else { return }
        dropped.insert(paragraph.token)
        mustHoldParagraph(around: paragraph.token)
    }

    // MARK: Steps

    /// The placeholder goes; its value takes the look of the run in which it begins.
    private mutating func replace(_ mark: WordMark) {
        for (place, piece) in mark.pieces.enumerated() {
            keepBlanks(xml.tokens[piece.token].parent)
            // The ends of sections within a line have edits of their own.
            guard !lineEnds.contains(piece.range.lowerBound) else { continue }
            guard place == 0, mark.tag.kind == .value else {
                edits.append((piece.range, []))
                continue
            }
            let (open, close) = ("<\(part.prefix)t xml:space=\"preserve\">", "</\(part.prefix)t>")
            let markup = TextMarkup(
                lineEnd: Markup(stringLiteral: "\(close)<\(part.prefix)br/>\(open)"),
                tab: Markup(stringLiteral: "\(close)<\(part.prefix)tab/>\(open)"))
            edits.append((piece.range, [.value(mark.placed, markup)]))
        }
    }

    /// Blanks at the ends of a text count only where it says so.
    private mutating func keepBlanks(_ words: Int) {
        guard touched.insert(words).inserted else { return }
        edits.append(
            (xml.tokens[words].range, [.bytes(Array("<\(part.prefix)t xml:space=\"preserve\">".utf8)[...])]))
    }

    private mutating func steps(of sections: [WordSection], in range: Range<Int>) -> [TemplateStep] {
        var list: [TemplateStep] = []
        var here = range.lowerBound
        for section in sections.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            copy(to: section.range.lowerBound, from: &here, into: &list)
            guard here == section.range.lowerBound, section.range.upperBound <= range.upperBound else {
                cross(section)
                return []
            }
            var body: [TemplateStep] = section.head.isEmpty ? [] : [.bytes(section.head[...])]
            body += steps(of: section.children, in: section.range)
            if !section.tail.isEmpty { body.append(.bytes(section.tail[...])) }
            list.append(.section(section.open.placed, body))
            here = section.range.upperBound
        }
        copy(to: range.upperBound, from: &here, into: &list)
        return list
    }

    /// Goes on to a place, with the edits on the way.
    private mutating func copy(to end: Int, from here: inout Int, into list: inout [TemplateStep]) {
        while nextEdit < edits.count, edits[nextEdit].range.lowerBound < end {
            let edit = edits[nextEdit]
            nextEdit += 1
            // What lies in something that was left out goes with it.
            guard edit.range.lowerBound >= here else { continue }
            if here < edit.range.lowerBound { list.append(.bytes(xml.bytes[here..<edit.range.lowerBound])) }
            list += edit.steps
            here = edit.range.upperBound
        }
        if here < end {
            list.append(.bytes(xml.bytes[here..<end]))
            here = end
        }
    }
}
