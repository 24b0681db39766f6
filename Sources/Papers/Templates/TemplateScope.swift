import Documents
import Tables
import Values

/// The names at one place of a template: those of the rows and groups around it, the innermost first, then all others.
struct TemplateScope {
    private var layers: [Layer]

    private enum Layer {
        case group(TemplateValues)
        case row(Rows, Int)
    }

    /// The rows of a section while they are gone through.
    struct Rows {
        let key: String
        let table: Table
        private let columns: [String: Int]

        init(_ key: String, _ table: Table) {
            (self.key, self.table) = (key, table)
            var columns: [String: Int] = [:]
            for (place, column) in table.schema.columns.enumerated() where columns[TemplateName.key(column.name)] == nil
            {
                columns[TemplateName.key(column.name)] = place
            }
            for (place, column) in table.schema.columns.enumerated() {
                for heading in [column.heading.english, column.heading.vietnamese] {
                    let key = TemplateName.key(heading)
                    if columns[key] == nil { columns[key] = place }
                }
            }
            self.columns = columns
        }

        /// The number of a row, which every row has under this name where no column has it.
        static let number = "stt"

        func find(_ key: String, in row: Int) -> TemplateValues.Content? {
            if let place = columns[key] {
                return .value(row < table.rowCount ? table[row, place] : .missing, table.schema.columns[place].type)
            }
            return key == Rows.number ? .value(.number(Number(row + 1)), .number) : nil
        }
    }

    init(_ values: TemplateValues) { layers = [.group(values)] }

    /// The names within one row.
    func within(_ rows: Rows, row: Int) -> TemplateScope {
        var copy = self
        copy.layers.append(.row(rows, row))
        return copy
    }

    /// The names within a group.
    func within(_ values: TemplateValues) -> TemplateScope {
        var copy = self
        copy.layers.append(.group(values))
        return copy
    }

    /// What a name stands for here, or `nil` where nothing offers it.
    func find(_ path: [String]) -> TemplateValues.Content? {
        guard let first = path.first else { return nil }
        for layer in layers.reversed() {
            switch layer {
            case .row(let rows, let row):
                if path.count == 1, let found = rows.find(first, in: row) { return found }
                if path.count == 2, first == rows.key, let found = rows.find(path[1], in: row) { return found }
            case .group(let values):
                if let found = values[first] { return descend(found, path.dropFirst()) }
            }
        }
        return nil
    }

    private func descend(_ content: TemplateValues.Content, _ path: ArraySlice<String>) -> TemplateValues.Content? {
        guard let next = path.first else { return content }
        switch content {
        case .group(let values): return values[next].flatMap { descend($0, path.dropFirst()) }
        case .rows(let table) where path.count == 1 && next == "count":
            return .value(.number(Number(table.rowCount)), .number)
        case .absent: return .absent
        default: return nil
        }
    }

    /// The names that may stand here, the innermost first, as they are offered in a language.
    func offered(in language: DisplayLanguage) -> [String] {
        layers.reversed().flatMap { layer -> [String] in
            switch layer {
            case .row(let rows, _): rows.table.schema.names + [Rows.number]
            case .group(let values): values.entries.map { TemplateName.key($0.name(in: language)) }
            }
        }
    }

    /// Every name that may stand here, in any language: for what was meant by a misspelt one.
    var everyName: [String] {
        layers.reversed().flatMap { layer -> [String] in
            switch layer {
            case .row(let rows, _):
                rows.table.schema.columns.flatMap { [$0.name, $0.heading.english, $0.heading.vietnamese] }
            case .group(let values): values.entries.flatMap { [$0.name.english, $0.name.vietnamese] }
            }
        }
    }
}

extension TemplateValues.Content {
    /// What stands in a name's place.
    func written(_ format: ValueFormat?, in language: DisplayLanguage) -> String {
        switch self {
        case .words(let words): words(in: language)
        case .value(.text(let word), .choice(let choices)):
            choices.options.first { $0.word == word }?.meaning(in: language) ?? word
        case .value(let value, _): format?.written(value, in: language) ?? value.written(in: language)
        case .rows, .group, .absent, .differing: ""
        }
    }

    /// Whether a section about it stands: a missing value, an empty text, `no` and a table without rows hold nothing.
    var holds: Bool {
        switch self {
        case .value(.missing, _), .value(.yesNo(false), _), .value(.text(""), _), .absent: false
        case .words(let words): words != Text(verbatim: "")
        case .rows(let table): table.rowCount > 0
        case .value, .group, .differing: true
        }
    }
}
