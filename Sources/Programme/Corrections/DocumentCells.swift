import Documents
import Tables
import Values

/// What a document says, cell by cell, so that two can be held against each other.
struct DocumentCells: Equatable {
    /// Where something stands: under which heading or caption, in which row and column; a text has neither.
    struct Place: Hashable {
        let section: String
        let row: String
        let column: String
    }

    /// The places in the order of the document.
    private(set) var order: [Place] = []
    private var words: [Place: String] = [:]
    private let language: DisplayLanguage
    private var section = ""
    private var counts: [String: Int] = [:]

    init(_ document: Document, in language: DisplayLanguage) {
        self.language = language
        for block in document.blocks { take(block) }
    }

    /// What stands at a place; `nil` where the document has no such place.
    subscript(place: Place) -> String? { words[place] }

    private mutating func take(_ block: Block) {
        switch block {
        case .heading(let text, _), .annex(let text): section = text(in: language)
        case .paragraph(let text): put(plain(text))
        case .message(let text, let remark): put(plain(text) + (remark.map { " " + $0(in: language) } ?? ""))
        case .reservation(let text): put(text(in: language))
        case .verbatim(let text): put(text)
        case .items(let items, _): for item in items { put(plain(item)) }
        case .fields(let fields):
            for field in fields { put(field.written(in: language), row: field.label(in: language)) }
        case .table(let block): take(block)
        case .chart(let chart):
            for series in chart.series {
                for (category, value) in zip(chart.categories, series.values) {
                    put(
                        value?.description ?? "", row: category(in: language),
                        column: "\(chart.title(in: language)), \(series.name(in: language))")
                }
            }
        }
    }

    private mutating func take(_ block: TableBlock) {
        let table = block.table
        let cells = table.schema.columns.indices.map { table.printed($0, in: language) }
        let keys = DocumentCells.keys(of: table.schema)
        for row in 0..<table.rowCount {
            let key = keys.map { cells[$0][row] }.joined(separator: " · ")
            var seen = 0
            for (place, column) in table.schema.columns.enumerated() where !keys.contains(place) {
                let title = column.heading(in: language)
                // Rows of the same key are told apart by their order.
                if seen == 0 { seen = number("\(section)\u{1F}\(block.caption?(in: language) ?? "")\u{1F}\(key)") }
                let name = seen > 1 ? "\(key) (\(seen))" : key
                put(cells[place][row], row: name, column: title, in: block.caption?(in: language))
            }
        }
        if let remark = block.remark { put(remark(in: language)) }
    }

    /// The columns that tell which row it is: those in front of the first number, or the first one.
    private static func keys(of schema: Schema) -> [Int] {
        let front = schema.columns.prefix { column in
            switch column.type {
            case .number, .percent, .money, .yesNo, .list: false
            default: true
            }
        }
        return front.count == schema.columns.count ? [0] : Array(0..<max(1, front.count))
    }

    private mutating func number(_ name: String) -> Int {
        counts[name, default: 0] += 1
        return counts[name] ?? 1
    }

    private mutating func put(_ text: String, row: String = "", column: String = "", in caption: String? = nil) {
        var place = Place(section: caption ?? section, row: row, column: column)
        while words[place] != nil {
            let next = number("\(place.section)\u{1F}\(row)\u{1F}\(column)\u{1F}again") + 1
            place = Place(section: place.section, row: "\(row) (\(next))", column: column)
        }
        order.append(place)
        words[place] = text
    }

    private func plain(_ text: RichText) -> String {
        text.runs.map { $0.text(in: language) }.joined()
    }
}
