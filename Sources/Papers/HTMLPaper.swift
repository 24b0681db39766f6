public import Documents
import Tables
public import Values

/// Writes a document as one HTML page that holds everything it needs and runs nothing.
public enum HTMLPaper {
    /// The page as bytes of UTF-8.
    public static func bytes(_ document: Document, in language: DisplayLanguage) throws -> [UInt8] {
        let outline = document.outline
        var body = document.letterhead.map { [head($0, language)] } ?? []
        let foot = document.letterhead.flatMap { HTMLPaper.foot($0, language) }
        let (end, labels) = (document.bodyEnd, document.annexLabels)
        for (place, block) in document.blocks.enumerated() {
            if place == end, let foot { body.append(foot) }
            if let label = labels[place] {
                body.append("<p class=\"annex\">\(label(in: language))</p>")
            }
            body.append(HTMLPaper.block(block, level: outline[place] ?? 1, place: place, language))
            if labels[place] != nil, let head = document.letterhead {
                body.append("<p class=\"annexed\">\(head.annexedTo(in: language))</p>")
            }
        }
        if end == document.blocks.count, let foot { body.append(foot) }
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(document.title(in: language))</title>
            <style>
            \(HTMLStyle.sheet)
            </style>
            </head>
            <body>
            <main>
            \(body.map { "\($0)\n" })</main>
            </body>
            </html>

            """
        return page.bytes
    }

    private static func block(_ block: Block, level: Int, place: Int, _ language: DisplayLanguage) -> Markup {
        switch block {
        case .heading(let text, _): return "<h\(level)>\(text(in: language))</h\(level)>"
        case .annex(let title): return "<h1>\(title(in: language))</h1>"
        case .paragraph(let text): return "<p>\(rich(text, language))</p>"
        case .message(let text, let remark):
            let more: Markup = remark.map { " <span class=\"muted\">– \($0(in: language))</span>" } ?? ""
            return "<p>\(rich(text, language))\(more)</p>"
        case .fields(let fields):
            let rows = fields.map { field -> Markup in
                "<dt>\(field.label(in: language))</dt><dd>\(field.written(in: language))</dd>"
            }
            return "<dl>\(rows)</dl>"
        case .table(let block): return table(block, language)
        case .chart(let chart):
            return "<figure>\(SVGChart.markup(chart, in: language, width: 640, name: "chart-\(place)"))</figure>"
        case .items(let items, let numbered):
            let list = items.map { "<li>\(rich($0, language))</li>" as Markup }
            return numbered ? "<ol>\(list)</ol>" : "<ul>\(list)</ul>"
        case .verbatim(let text):
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return "<pre>\(lines.map { "\(String($0))\n" })</pre>"
        case .reservation(let text): return "<p class=\"note\">\(text(in: language))</p>"
        }
    }

    private static func rich(_ text: RichText, _ language: DisplayLanguage) -> Markup {
        let runs = text.runs.map { run -> Markup in
            let lines = run.text(in: language).split(separator: "\n", omittingEmptySubsequences: false)
            let words = lines.enumerated().map { index, line -> Markup in
                index == 0 ? "\(String(line))" : "<br>\(String(line))"
            }
            switch run.role {
            case .plain, .success: return "\(words)"
            case .strong, .warning, .error: return "<strong>\(words)</strong>"
            case .code: return "<code>\(words)</code>"
            case .muted: return "<span class=\"muted\">\(words)</span>"
            }
        }
        return "\(runs)"
    }

    // MARK: Tables

    private static func table(_ block: TableBlock, _ language: DisplayLanguage) -> Markup {
        let caption = block.caption?(in: language)
        let name = caption ?? Text("Table", vi: "Bảng")(in: language)
        let infos = block.table.schema.columns
        let heads = header(block.header, language)
        let columns = infos.indices.map { block.table.printed($0, in: language) }
        let fit = ColumnFit(block, in: language)
        let lying: Markup = fit.landscape ? " lying" : ""
        let rows = (0..<block.table.rowCount).map { row -> Markup in
            let cells = infos.indices.map { index in
                let isFirst = index == 0 && !infos[0].type.isQuantity
                return cell(columns[index][row], heads: isFirst, infos[index].type, block.table[row, index].isMissing)
            }
            return "<tr>\(cells)</tr>\n"
        }
        let title: Markup = caption.map { "<caption>\($0)</caption>\n" } ?? ""
        let remark: Markup = block.remark.map { "\n<p class=\"remark\">\($0(in: language))</p>" } ?? ""
        return """
            <div class="wide\(lying)" role="group" tabindex="0" aria-label="\(name)">\
            <table style="--letters:\(fit.size)pt">
            \(title)<thead>\(heads)</thead>
            <tbody>
            \(rows)</tbody>
            </table></div>\(remark)
            """
    }

    /// The rows of headings; a cell that stands over several columns heads them all.
    private static func header(_ rows: [[HeaderCell]], _ language: DisplayLanguage) -> Markup {
        let lines = rows.map { cells -> Markup in
            let cells = cells.map { cell -> Markup in
                let wide = cell.columns.count
                let scope: Markup = wide > 1 ? "colgroup\" colspan=\"\(wide)" : "col"
                let deep: Markup = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
                return "<th scope=\"\(scope)\"\(deep)>\(cell.name(in: language))</th>"
            }
            return "<tr>\(cells)</tr>"
        }
        return "\(lines)"
    }

    private static func cell(_ words: String, heads: Bool, _ type: ValueType, _ isMissing: Bool) -> Markup {
        if heads { return "<th scope=\"row\">\(words)</th>" }
        let look: Markup = isMissing ? " class=\"n missing\"" : type.isQuantity ? " class=\"n\"" : ""
        return "<td\(look)>\(words)</td>"
    }

    // MARK: Official papers

    private static func head(_ head: Letterhead, _ language: DisplayLanguage) -> Markup {
        let superior: Markup = head.superior.map { "<p>\($0)</p>\n" } ?? ""
        let kind = head.kind(in: language)
        let subject = head.subject(in: language)
        let bases = head.basisLines.map { "<p class=\"basis\">\($0)</p>\n" as Markup }
        let title: Markup = kind.isEmpty ? "<h1>\(subject)</h1>" : "<h1>\(kind)</h1>\n<p>\(subject)</p>"
        return """
            <header>
            <div class="head"><div>
            \(superior)<p><strong>\(head.issuerLine)</strong></p>
            <hr class="rule" style="width:30%">
            <p class="number">\(head.numberLine(in: language))</p>
            </div><div>
            <p><strong>\(Letterhead.nation(in: language))</strong></p>
            <p class="motto"><strong>\(Letterhead.motto(in: language))</strong></p>
            <hr class="rule" style="width:\(PrintWidth.of(Letterhead.motto(in: language), size: 13, bold: true))pt">
            <p class="date">\(head.placeAndDate(in: language))</p>
            </div></div>
            <div class="title">
            \(title)
            <hr class="rule" style="width:25%">
            </div>
            \(addressees(head, language))\(bases)</header>
            """
    }

    /// Whom the paper speaks to: one behind the label, several below it.
    private static func addressees(_ head: Letterhead, _ language: DisplayLanguage) -> Markup {
        let label = Letterhead.addresseesLabel(in: language)
        let names = head.addresseeLines
        guard names.count > 1 else { return "\(names.map { "<p class=\"whom\">\(label) \($0)</p>\n" as Markup })" }
        return "<div class=\"whom\"><p>\(label)</p><ul>\(names.map { "<li>\($0)</li>" as Markup })</ul></div>\n"
    }

    private static func foot(_ head: Letterhead, _ language: DisplayLanguage) -> Markup? {
        guard head.hasFoot else { return nil }
        let list = head.recipientLines.map { "<li>\($0)</li>" as Markup }
        let to: Markup =
            list.isEmpty
            ? "" : "<p class=\"to\">\(Letterhead.recipientsLabel(in: language))</p><ul>\(list)</ul>"
        let signer: Markup = head.signer.map { "<p class=\"signer\">\($0)</p>" } ?? ""
        let signs: Markup = "\(head.signatureLines.map { "<p>\($0)</p>" as Markup })\(signer)"
        return "<footer class=\"foot\"><div>\(to)</div><div class=\"sign\">\(signs)</div></footer>"
    }
}
