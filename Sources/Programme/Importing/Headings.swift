import Diagnostics
import Values
import Workbooks

/// The headings of a sheet and what they stand for.
struct FoundHeadings {
    /// The lines in which they stand.
    let lines: ClosedRange<Int>
    /// The heading of each column, those of several rows joined: `Tổng số / Nữ`.
    let texts: [String]
    /// The column of each known name.
    let places: [String: Int]
    /// The columns that nobody knows and that are not left out on purpose.
    let unknown: [Int]
    /// The columns whose name another one has already.
    let doubled: [Int]
    /// The columns that are left out on purpose.
    let leftOut: [Int]
    /// The lines with content above them.
    let titles: [Int]

    /// How well they fit: known columns count for them, and rows of headings a little against them.
    let score: Int
}

/// Looks for headings among the first rows of a sheet: in one row, or in two or three that belong together.
struct HeadingSearch {
    private let columns: [ImportColumn]
    private let mapping: ImportMapping
    private let names: [String: String]

    /// How many rows with content are looked at.
    private static let depth = 40

    /// The headings that every list has and that hold nothing to keep.
    private static let idle: Set<String> = [
        "stt", "tt", "so tt", "so thu tu", "no", "#", "ghi chu", "note", "notes", "remarks", "ky nhan",
    ]

    init(_ columns: [ImportColumn], _ mapping: ImportMapping) {
        self.columns = columns
        self.mapping = mapping
        var names: [String: String] = [:]
        for column in columns {
            for heading in [column.name] + column.others where names[headingKey(heading)] == nil {
                names[headingKey(heading)] = column.name
            }
        }
        self.names = names
    }

    /// The headings that fit best; `nil` where no row has a single one that is known.
    func find(in sheet: ImportSheet) throws -> FoundHeadings? {
        var walk = sheet.walk()
        var rows: [(line: Int, cells: [SheetCell?])] = []
        while rows.count < HeadingSearch.depth, try walk.advance() {
            if !walk.isBlank { rows.append((walk.line, walk.contents)) }
        }
        var best: FoundHeadings?
        for start in rows.indices {
            for height in 1...3 where start + height <= rows.count {
                let block = rows[start..<(start + height)]
                guard height == 1 || HeadingSearch.belongTogether(block, sheet.merges) else { break }
                let found = headings(block, sheet, titles: rows[..<start].map(\.line))
                if found.score > best?.score ?? 0 { best = found }
            }
        }
        return best
    }

    /// Whether rows can be the parts of one heading: all of words, each line directly below the other.
    private static func belongTogether(_ block: ArraySlice<(line: Int, cells: [SheetCell?])>, _ merges: [SheetRange])
        -> Bool
    {
        guard let first = block.first, let last = block.last, last.line - first.line == block.count - 1 else {
            return false
        }
        return block.allSatisfy { row in
            row.cells.allSatisfy { cell in if case .text? = cell { true } else { cell == nil } }
        }
    }

    private func headings(
        _ block: ArraySlice<(line: Int, cells: [SheetCell?])>, _ sheet: ImportSheet, titles: [Int]
    ) -> FoundHeadings {
        let parts = HeadingSearch.parts(block, sheet.merges)
        let texts = parts.map { $0.joined(separator: " / ") }
        var places: [String: Int] = [:]
        var (unknown, doubled, leftOut): ([Int], [Int], [Int]) = ([], [], [])
        var byLast: [String: [Int]] = [:]
        for (column, text) in texts.enumerated() where !text.isEmpty {
            switch meaning(of: text) {
            case .known(let name):
                if places[name] == nil { places[name] = column } else { doubled.append(column) }
            case .leftOut: leftOut.append(column)
            case .unknown:
                let last = parts[column].count > 1 ? parts[column].last.flatMap { names[headingKey($0)] } : nil
                if let last { byLast[last, default: []].append(column) } else { unknown.append(column) }
            }
        }
        for (name, found) in byLast.sorted(by: { $0.key < $1.key }) {
            if found.count == 1, places[name] == nil { places[name] = found[0] } else { unknown += found }
        }
        if mapping.leavesOthersOut { (leftOut, unknown) = (leftOut + unknown, []) }
        let required = columns.count { $0.isRequired && places[$0.name] != nil }
        let score = places.count == 0 ? 0 : places.count * 8 + required * 16 - block.count
        return FoundHeadings(
            lines: (block.first?.line ?? 0)...(block.last?.line ?? 0), texts: texts, places: places,
            unknown: unknown.sorted(), doubled: doubled, leftOut: leftOut, titles: titles, score: score)
    }

    private enum Meaning {
        case known(String)
        case leftOut, unknown
    }

    private func meaning(of text: String) -> Meaning {
        let key = headingKey(text)
        switch mapping.columns[key] {
        case .name(let name)?: return .known(name)
        case .leftOut?: return .leftOut
        case nil: break
        }
        if let name = names[key] { return .known(name) }
        return HeadingSearch.idle.contains(key) ? .leftOut : .unknown
    }

    /// The headings of each column from the top down, each said once: a merged one counts for all its columns.
    private static func parts(
        _ block: ArraySlice<(line: Int, cells: [SheetCell?])>, _ merges: [SheetRange]
    ) -> [[String]] {
        let width = block.map(\.cells.count).max() ?? 0
        var parts = [[String]](repeating: [], count: width)
        for row in block {
            var spread = ""
            for column in 0..<width {
                var text = column < row.cells.count ? row.cells[column]?.typed ?? "" : ""
                let merge = merges.first { $0.rows.contains(row.line) && $0.columns.contains(column) }
                if let merge, text.isEmpty, merge.columns.lowerBound < column, merge.rows.lowerBound == row.line {
                    text = spread
                }
                if merge == nil || merge?.columns.lowerBound == column { spread = text }
                text = text.split { $0.isWhitespace }.joined(separator: " ")
                if !text.isEmpty, parts[column].last != text { parts[column].append(text) }
            }
        }
        guard merges.isEmpty, block.count > 1, let top = block.first else { return parts }
        return filled(parts, top.cells)
    }

    /// Without merged cells a heading above several others stands over the first of them only.
    private static func filled(_ parts: [[String]], _ top: [SheetCell?]) -> [[String]] {
        var parts = parts
        var over = ""
        for column in parts.indices {
            if column < top.count, let cell = top[column] {
                over = parts[column].count > 1 ? cell.typed : ""
            } else if !over.isEmpty, !parts[column].isEmpty {
                parts[column].insert(over, at: 0)
            } else {
                over = ""
            }
        }
        return parts
    }
}
