import Documents
import Tables
import Values

/// A table of a Word document: lines all round, the header again on every page, no row split over two.
enum DOCXTable {
    /// The table with its caption and remark, and whether it needs a lying page.
    static func markup(
        _ block: TableBlock, in language: DisplayLanguage, keepNext: Bool
    ) -> (markup: Markup, landscape: Bool) {
        let caption = block.caption.map { DOCXText.paragraph("Caption", DOCXText.run($0(in: language))) }
        let remark = block.remark.map {
            DOCXText.paragraph("Remark", DOCXText.run($0(in: language)), keepNext: keepNext)
        }
        let gap = DOCXText.paragraph(
            "Plain", "", keepNext: keepNext, properties: "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>")
        let infos = block.table.schema.columns
        guard !infos.isEmpty else { return ("\(caption ?? "")\(remark ?? "")", false) }
        let columns = infos.indices.map { block.table.printed($0, in: language) }
        let fit = ColumnFit(block, in: language)
        let rows = (0..<block.table.rowCount).map { row -> Markup in
            let keep = block.keepsNext(row: row) || keepNext && row == block.table.rowCount - 1
            let cells = infos.indices.map { index in
                let right = infos[index].type.isQuantity || block.table[row, index].isMissing
                return cell(columns[index][row], right ? "Right" : "Plain", fit, index..<index + 1, keepNext: keep)
            }
            return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells)</w:tr>\n"
        }
        let title = block.caption?(in: language) ?? ""
        let table: Markup = """
            \(start(fit, title))\(header(block.header, fit, language))\(rows)</w:tbl>

            """
        return ("\(caption ?? "")\(table)\(remark ?? gap)", fit.landscape)
    }

    private static func start(_ fit: ColumnFit, _ title: String) -> Markup {
        let sides: [Markup] = ["top", "left", "bottom", "right", "insideH", "insideV"]
        let lines = sides.map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>" as Markup }
        let grid = fit.widths.map { "<w:gridCol w:w=\"\($0)\"/>" as Markup }
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(fit.widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
            <w:tblBorders>\(lines)</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>\
            <w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>\
            <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" \
            w:noVBand="1"/><w:tblCaption w:val="\(title)"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>

            """
    }

    /// The rows of headings, which stand again on every page. A cell over both rows goes on in the second.
    private static func header(_ rows: [[HeaderCell]], _ fit: ColumnFit, _ language: DisplayLanguage) -> Markup {
        let above = rows.count > 1 ? rows[0].filter { $0.rows > 1 } : []
        let lines = rows.enumerated().map { row, cells -> Markup in
            let going = row == 0 ? [] : above.map { ($0, "<w:vMerge/>" as Markup, "") }
            let own = cells.map { cell in
                (cell, (cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "") as Markup, cell.name(in: language))
            }
            let all = (going + own).sorted { $0.0.columns.lowerBound < $1.0.columns.lowerBound }
            let markup = all.map { cell, merge, words -> Markup in
                let span: Markup = cell.columns.count > 1 ? "<w:gridSpan w:val=\"\(cell.columns.count)\"/>" : ""
                return DOCXTable.cell(
                    words, "Centred", fit, cell.columns, bold: true, merged: span + merge, keepNext: true)
            }
            return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(markup)</w:tr>\n"
        }
        return "\(lines)"
    }

    private static func cell(
        _ words: String, _ style: String, _ fit: ColumnFit, _ columns: Range<Int>, bold: Bool = false,
        merged: Markup = "", keepNext: Bool
    ) -> Markup {
        let width = fit.widths[columns].reduce(0, +)
        let half = fit.size * 2
        let strong: Markup = bold ? "<w:b/>" : ""
        let middle: Markup = bold ? "<w:vAlign w:val=\"center\"/>" : ""
        let look: Markup = "\(strong)<w:sz w:val=\"\(half)\"/><w:szCs w:val=\"\(half)\"/>"
        let paragraph = DOCXText.paragraph(
            style, DOCXText.run(words, look), keepNext: keepNext,
            properties: "<w:spacing w:before=\"20\" w:after=\"20\"/>")
        return """
            <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/>\(merged)\(middle)</w:tcPr>\(paragraph)</w:tc>
            """
    }
}
