import Documents
import Tables
import Values

/// A table of a PDF file: lines all round, the head again on every page, rows that keep together where they can.
struct PDFTable {
    private let flow: PDFFlow
    private let block: TableBlock
    private let language: DisplayLanguage
    private let fit: ColumnFit
    /// Where each column begins, and where the last one ends.
    private let edges: [Double]

    private static let side = 3.5
    private static let above = 1.0

    init(_ block: TableBlock, _ flow: PDFFlow, _ language: DisplayLanguage, _ fit: ColumnFit) {
        self.flow = flow
        self.block = block
        self.language = language
        self.fit = fit
        edges = fit.widths.reduce(into: [flow.left]) { $0.append(($0.last ?? 0) + OfficialPage.points($1)) }
    }

    func add(keepsNext: Bool) {
        let text = PDFText(flow: flow, language: language)
        let infos = block.table.schema.columns
        if let caption = block.caption {
            let look = PrintedText.Look(width: flow.width, align: .centre)
            let words = flow.canvas.text(caption(in: language), Lettering(14, bold: true), look)
            text.paragraph("Caption", words, before: 9, spacing: 1, after: 4, keepsNext: true).map(flow.add)
        }
        guard !infos.isEmpty else { return flow.settle() }
        let header = header()
        flow.add(.act(keepsNext: true) { [flow] in flow.open("Table", repeating: header) })
        flow.add(header)
        let columns = infos.indices.map { block.table.printed($0, in: language) }
        let aligns = infos.map { $0.type.isQuantity ? PrintedText.Look.Align.right : .left }
        let count = block.table.rowCount
        // A column says the same again and again: each text is set once, and once more where it stands for a gap.
        var known = infos.map { _ in [[String: PrintedText](), [:]] }
        for row in 0..<count {
            let cells = infos.indices.map { column -> PrintedText? in
                let (words, isMissing) = (columns[column][row], block.table[row, column].isMissing)
                if let text = known[column][isMissing ? 1 : 0][words] { return text }
                let look = self.look(column, isMissing ? .right : aligns[column])
                let text = flow.canvas.text(words, Lettering(Double(fit.size)), look)
                known[column][isMissing ? 1 : 0][words] = text
                return text
            }
            flow.add(self.row(cells, keepsNext: block.keepsNext(row: row) || keepsNext && row == count - 1))
        }
        flow.add(.act(keepsNext: keepsNext || block.remark != nil) { [flow] in flow.close() })
        guard let remark = block.remark else {
            return flow.add(PDFPiece(height: 6, keepsNext: keepsNext) { _ in })
        }
        let look = PrintedText.Look(width: flow.width, align: .justified)
        let words = flow.canvas.text(remark(in: language), Lettering(12, italic: true), look)
        text.paragraph("P", words, before: 3, spacing: 1, keepsNext: keepsNext).map(flow.add)
    }

    private func look(_ column: Int, _ align: PrintedText.Look.Align) -> PrintedText.Look {
        PrintedText.Look(width: edges[column + 1] - edges[column] - 2 * PDFTable.side, align: align)
    }

    // MARK: Head

    /// The rows of headings, cells over several columns and rows among them.
    private func header() -> PDFPiece {
        let letters = Lettering(Double(fit.size), bold: true)
        let (canvas, edges) = (flow.canvas, edges)
        let rows = block.header.map { cells in
            cells.map { cell -> (cell: HeaderCell, text: PrintedText?) in
                let width = edges[cell.columns.upperBound] - edges[cell.columns.lowerBound] - 2 * PDFTable.side
                return (
                    cell,
                    flow.canvas.text(cell.name(in: language), letters, .init(width: width, align: .centre))
                )
            }
        }
        let height = { (text: PrintedText?) in (text?.height ?? 0) + 2 * PDFTable.above }
        var heights = rows.map { row in row.filter { $0.cell.rows == 1 }.map { height($0.text) }.max() ?? 0 }
        let tallest = rows.joined().map { height($0.text) }.max() ?? 0
        // Cells over both rows may ask for more than the rows need.
        if heights.count == 2 { heights[1] = max(heights[1], tallest - heights[0]) }
        let whole = heights.reduce(0, +)
        return PDFPiece(height: whole, keepsNext: true) { y in
            var top = y
            for (row, cells) in rows.enumerated() {
                canvas.begin("TR")
                for (cell, text) in cells {
                    let high = cell.rows == 1 ? heights[row] : whole
                    let (x, end) = (edges[cell.columns.lowerBound], edges[cell.columns.upperBound])
                    canvas.frame([x, end], top, top + high)
                    let space = (high - (text?.height ?? 0)) / 2
                    canvas.tagged("TH") { text?.draw(x: x + PDFTable.side, y: top + space) }
                }
                canvas.end("TR")
                top += heights[row]
            }
        }
    }

    // MARK: Rows

    private func row(_ cells: [PrintedText?], keepsNext: Bool) -> PDFPiece {
        row(cells.map { $0.map { ($0, $0.lines[...]) } }, keepsNext: keepsNext)
    }

    /// A row of the lines that are left of each cell.
    private func row(
        _ cells: [(text: PrintedText, lines: ArraySlice<PrintedText.Line>)?], keepsNext: Bool
    ) -> PDFPiece {
        let height = { (lines: ArraySlice<PrintedText.Line>) in lines.reduce(0) { $0 + $1.height } }
        let whole = (cells.map { $0.map { height($0.lines) } ?? 0 }.max() ?? 0) + 2 * PDFTable.above
        let split = { (room: Double) -> (PDFPiece, PDFPiece)? in
            // Rows higher than half a page go on over the next one.
            guard whole > 300, room > 60 else { return nil }
            let counts = cells.map { cell -> Int in
                var (count, used) = (0, 2 * PDFTable.above)
                for line in cell?.lines ?? [] where used + line.height <= room && count >= 0 {
                    used += line.height
                    count += 1
                }
                return count
            }
            let first = zip(cells, counts).map { cell, count in cell.map { ($0.text, $0.lines.prefix(count)) } }
            let rest = zip(cells, counts).map { cell, count in cell.map { ($0.text, $0.lines.dropFirst(count)) } }
            return (row(first, keepsNext: false), row(rest, keepsNext: keepsNext))
        }
        let (canvas, edges) = (flow.canvas, edges)
        return PDFPiece(height: whole, keepsNext: keepsNext, least: whole > 300 ? 60 : whole, split: split) { y in
            canvas.begin("TR")
            canvas.frame(edges, y, y + whole)
            for (column, cell) in cells.enumerated() {
                canvas.tagged("TD") {
                    var top = y + PDFTable.above
                    for line in cell?.lines ?? [] {
                        cell?.text.draw(line, x: edges[column] + PDFTable.side, y: top)
                        top += line.height
                    }
                }
            }
            canvas.end("TR")
        }
    }
}

extension Canvas {
    /// The lines around the cells of a row, whose edges stand at places.
    fileprivate func frame(_ edges: [Double], _ top: Double, _ bottom: Double) {
        guard let left = edges.first, let right = edges.last else { return }
        let across: [[ChartMark.Point]] = [[(left, top), (right, top)], [(left, bottom), (right, bottom)]]
        path(across + edges.map { [($0, top), ($0, bottom)] }, colour: "000000", width: 0.5)
    }
}
