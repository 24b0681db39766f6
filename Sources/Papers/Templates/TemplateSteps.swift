import Tables
import Values

/// One step of writing a part of a template anew.
indirect enum TemplateStep: Sendable {
    /// Bytes that stand as they are.
    case bytes(ArraySlice<UInt8>)
    /// A value in place of its placeholder.
    case value(PlacedTag, TextMarkup)
    /// Steps that are done for each row, or where a name holds something, or where it holds nothing.
    case section(PlacedTag, [TemplateStep])
    /// The end of a cell or text box, which must hold a paragraph at its end.
    case paragraphMust(end: [UInt8], empty: [UInt8])
}

/// A placeholder with where it stands.
struct PlacedTag: Sendable {
    let tag: TemplateTag
    let path: [String]
    let place: Text

    init(_ tag: TemplateTag, _ place: Text) {
        (self.tag, self.place) = (tag, place)
        path = TemplateName.path(tag.name) ?? []
    }
}

/// How text stands among the elements of a part: what ends a line, what stands for a tabulator.
struct TextMarkup: Sendable {
    let lineEnd: Markup
    let tab: Markup

    /// A text as markup.
    func markup(_ text: String) -> Markup {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return "\(text)" }
        var markup = Markup.empty
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if index > 0 { markup += lineEnd }
            for (index, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { markup += tab }
                markup += "\(String(piece))"
            }
        }
        return markup
    }
}

/// Writes a part of a template with its values.
struct TemplateWriting {
    let language: DisplayLanguage
    private(set) var bytes: [UInt8] = []

    /// How often sections have stood.
    private var repetitions = 0

    /// The most bytes that a part may become, and how often its sections may stand: sections within sections multiply.
    static let mostBytes = 1 << 28
    static let mostRepetitions = 300_000

    init(_ language: DisplayLanguage) { self.language = language }

    mutating func write(_ steps: [TemplateStep], _ scope: TemplateScope) throws(TemplateTooLarge) {
        repetitions += 1
        guard bytes.count <= TemplateWriting.mostBytes, repetitions <= TemplateWriting.mostRepetitions else {
            throw TemplateTooLarge()
        }
        for step in steps {
            switch step {
            case .bytes(let slice): bytes += slice
            case .value(let placed, let form):
                let text = scope.find(placed.path)?.written(placed.tag.format, in: language) ?? ""
                bytes += form.markup(text).source.utf8
            case .section(let placed, let body): try write(body, of: placed, scope)
            case .paragraphMust(let end, let empty):
                if !bytes.endsElement(end) { bytes += empty }
            }
        }
    }

    private mutating func write(
        _ body: [TemplateStep], of placed: PlacedTag, _ scope: TemplateScope
    ) throws(TemplateTooLarge) {
        let content = scope.find(placed.path) ?? .absent
        guard content.holds == (placed.tag.kind == .section) else { return }
        guard placed.tag.kind == .section else { return try write(body, scope) }
        switch content {
        case .rows(let table):
            let rows = TemplateScope.Rows(placed.path.last ?? "", table)
            for row in 0..<table.rowCount { try write(body, scope.within(rows, row: row)) }
        case .group(let values): try write(body, scope.within(values))
        default: try write(body, scope)
        }
    }
}

/// A part of a paper would become larger than any paper is.
struct TemplateTooLarge: Error {}

extension [UInt8] {
    /// Whether the bytes end with the end of an element, blanks aside.
    fileprivate func endsElement(_ end: [UInt8]) -> Bool {
        var count = count
        while count > 0, self[count - 1] <= 0x20 { count -= 1 }
        return count >= end.count && self[(count - end.count)..<count].elementsEqual(end)
    }
}
