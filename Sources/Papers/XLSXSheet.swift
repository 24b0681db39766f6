import Documents
import Tables
import Values

/// One sheet of a workbook: lines of text, then a table whose head stays in sight, or a chart beside its values.
struct XLSXSheet {
    /// A line above the table, or of a report's text: one cell or two.
    struct Line {
        var words: String
        var style: XLSXStyle
        var value: Value?

        init(_ words: String, _ style: XLSXStyle = .wrapped, value: Value? = nil) {
            (self.words, self.style, self.value) = (words, style, value)
        }
    }

    var name: String
    var lines: [Line] = []
    var block: TableBlock?
    var chart: DOCXChart?
    let language: DisplayLanguage

    /// The row of the last heading, counted from 1.
    var headEnd: Int { lines.count + (block?.header.count ?? 0) }

    /// The rows that print again at the top of each page.
    var repeated: String? {
        guard let block, !block.table.schema.columns.isEmpty else { return nil }
        return "\(XLSXSheet.quoted(name))!$\(lines.count + 1):$\(headEnd)"
    }

    /// The name of a sheet as formulas have it.
    static func quoted(_ name: String) -> String {
        "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// The bytes of the part, piece by piece.
    func pieces() -> () -> [UInt8] {
        var rows = block.map { XLSXRows($0.table, from: headEnd + 1, language) }
        var stage = 0
        return {
            if stage == 0 {
                stage = 1
                return start.bytes + head()
            }
            if stage == 1, let piece = rows?.next(), !piece.isEmpty { return piece }
            guard stage < 2 else { return [] }
            stage = 2
            return tail.bytes
        }
    }

    private var columns: Int { block?.table.schema.columns.count ?? 0 }

    private var start: Markup {
        let frozen: Markup =
            columns == 0
            ? ""
            : """
            <pane ySplit="\(headEnd)" topLeftCell="A\(headEnd + 1)" activePane="bottomLeft" state="frozen"/>\
            <selection pane="bottomLeft"/>
            """
        return """
            \(DOCXStyles.declaration)<worksheet \(XLSXBook.namespaces)><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
            <sheetViews><sheetView workbookViewId="0" showGridLines="\(columns == 0 ? 0 : 1)">\(frozen)</sheetView>\
            </sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>\(widths)</cols><sheetData>
            """
    }

    /// Columns as wide as their longest words, by the first rows.
    private var widths: Markup {
        guard let block, columns > 0 else { return width(0, 80) + width(1, 24) }
        let table = block.table
        let list = table.schema.columns.enumerated().map { place, info -> Markup in
            let cells = (0..<min(table.rowCount, 200)).map { table[$0, place].written(in: language).count }
            let heading = info.heading(in: language)
            let word = heading.split(separator: " ").map(\.count).max() ?? 0
            let wide = min(60, max(8, word + 4, min(heading.count, 16), (cells.max() ?? 0) + 2))
            return width(place, wide)
        }
        return "\(list)"
    }

    private func width(_ column: Int, _ letters: Int) -> Markup {
        "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(letters)\" customWidth=\"1\"/>"
    }

    /// The lines of text and the rows of headings.
    private func head() -> [UInt8] {
        var cells = XLSXCells()
        for (place, line) in lines.enumerated() {
            let chars = Double(line.words.count) / 78
            cells.open(row: place + 1, height: line.style == .wrapped && chars > 1 ? 18 * chars.rounded(.up) : nil)
            cells.put(line.words, Array("A".utf8), line.style)
            switch line.value {
            case .number(let number): cells.put(number: number.description, Array("B".utf8), .number)
            case .percent(let number): cells.put(number: number.description, Array("B".utf8), .percent)
            case .some(let value): cells.put(value.written(in: language), Array("B".utf8), .text)
            case .none: break
            }
            cells.close()
        }
        let rows = block?.header ?? []
        for (row, headings) in rows.enumerated() {
            cells.open(row: lines.count + row + 1)
            var words: [Int: String] = [:]
            for cell in headings { words[cell.columns.lowerBound] = cell.name(in: language) }
            for column in 0..<columns {
                let letters = Array(XLSXCells.letters(column).utf8)
                if let text = words[column] { cells.put(text, letters, .heading) } else { cells.put(letters, .heading) }
            }
            cells.close()
        }
        return cells.bytes
    }

    private var tail: Markup {
        let last = XLSXCells.letters(max(0, columns - 1))
        let rows = block?.table.rowCount ?? 0
        let filter: Markup =
            columns > 0 && rows > 0 ? "<autoFilter ref=\"A\(headEnd):\(last)\(headEnd + rows)\"/>" : ""
        let landscape = block.map { columns > 0 && ColumnFit($0.sample, in: language).landscape } ?? false
        let drawing: Markup = chart == nil ? "" : "<drawing r:id=\"rId1\"/>"
        return """
            </sheetData>\(filter)\(merges)\
            <pageMargins left="1.18" right="0.79" top="0.79" bottom="0.79" header="0.39" footer="0.39"/>\
            <pageSetup paperSize="9" orientation="\(landscape ? "landscape" : "portrait")" fitToHeight="0"/>\
            <headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>\(drawing)</worksheet>
            """
    }

    private var merges: Markup {
        let cells = (block?.header ?? []).enumerated().flatMap { row, cells in
            cells.filter { $0.columns.count > 1 || $0.rows > 1 }.map { cell -> Markup in
                let top = lines.count + row + 1
                let (left, right) = (cell.columns.lowerBound, cell.columns.upperBound - 1)
                let end = "\(XLSXCells.letters(right))\(top + cell.rows - 1)"
                return "<mergeCell ref=\"\(XLSXCells.letters(left))\(top):\(end)\"/>"
            }
        }
        return cells.isEmpty ? "" : "<mergeCells count=\"\(cells.count)\">\(cells)</mergeCells>"
    }
}

extension TableBlock {
    /// The table with its first rows only, for judging how wide it is.
    var sample: TableBlock {
        guard table.rowCount > 200 else { return self }
        let rows = (0..<200).map { row in table.schema.columns.indices.map { table[row, $0] } }
        return TableBlock(Table(table.schema, rows: rows), caption: caption, groups: groups)
    }
}
