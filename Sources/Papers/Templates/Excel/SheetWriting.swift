import Tables
import Values
import Workbooks

/// What is put into a sheet.
struct SheetFill {
    /// Single cells.
    var cells: [CellAddress: TemplateValues.Content] = [:]
    /// Rows that are repeated, by their numbers.
    var blocks: [Int: RowBlock] = [:]

    var isEmpty: Bool { cells.isEmpty && blocks.isEmpty }
}

/// A row of cells that stands once for each row of a table.
struct RowBlock {
    let columns: ClosedRange<Int>
    let rows: TemplateScope.Rows
    /// The cells that get values.
    let cells: [(column: Int, path: [String])]

    /// How many rows it becomes: one that stays empty where the table has none.
    var count: Int { max(1, rows.table.rowCount) }
}

/// Writes a sheet with its values; rows below repeated ones move down.
struct SheetWriting {
    let xml: XMLTokens
    let name: String
    let moves: WorkbookMoves
    let scope: TemplateScope
    let cells: CellWriting
    private let own: RowMoves
    private var shared: [String: (text: String, address: CellAddress)] = [:]
    private var prefix = Markup.empty

    init(_ xml: XMLTokens, name: String, _ moves: WorkbookMoves, _ scope: TemplateScope, _ cells: CellWriting) {
        (self.xml, self.name, self.moves, self.scope, self.cells) = (xml, name, moves, scope, cells)
        own = moves.of(name) ?? RowMoves()
    }

    mutating func written(_ fill: SheetFill) throws(TemplateTooLarge) -> [UInt8] {
        guard let data = xml.elements("sheetData").first else { return xml.bytes }
        prefix = Markup(stringLiteral: xml.prefix(data))
        gatherShared(data)
        var changes = XMLChanges(xml)
        moveAround(data, &changes)
        if !own.isEmpty { repeatMerges(fill, &changes) }
        let rows = try rows(data, fill)
        changes.replace(
            xml.range(of: data), Array("<\(prefix.source)sheetData>".utf8) + rows + "</\(prefix.source)sheetData>".utf8)
        return changes.bytes
    }

    // MARK: Rows

    private func rows(_ data: Int, _ fill: SheetFill) throws(TemplateTooLarge) -> [UInt8] {
        var tokens: [Int: Int] = [:]
        var number = 0
        for token in xml.children(of: data) where xml.tokens[token].name == "row" {
            number = xml.attributes(token)["r"].flatMap { Int($0) } ?? number + 1
            guard (1...CellAddress.most.rows).contains(number) else { throw TemplateTooLarge() }
            tokens[number] = token
        }
        let wanted = Set(tokens.keys).union(fill.cells.keys.map(\.row)).union(fill.blocks.keys)
        let cells = Dictionary(grouping: fill.cells) { $0.key.row }
        var written: [UInt8] = []
        for number in wanted.sorted() {
            let token = tokens[number]
            let put = Dictionary(
                (cells[number] ?? []).map { ($0.key.column, $0.value) }, uniquingKeysWith: { first, _ in first })
            let to = own.first(number)
            guard to <= CellAddress.most.rows, written.count <= TemplateWriting.mostBytes else {
                throw TemplateTooLarge()
            }
            if let block = fill.blocks[number] {
                for copy in 0..<block.count {
                    guard written.count <= TemplateWriting.mostBytes else { throw TemplateTooLarge() }
                    written += row(to + copy, token, number, put, block: (block, copy)).source.utf8
                }
            } else if let token, put.isEmpty, to == number, !holdsFormulas(token) {
                written += xml.bytes[xml.range(of: token)]
            } else {
                written += row(to, token, number, put, block: nil).source.utf8
            }
        }
        return written
    }

    private func holdsFormulas(_ row: Int) -> Bool {
        (row..<xml.tokens[row].partner).contains { xml.tokens[$0].name == "f" }
    }

    /// One row under its new number, with values put into some of its columns.
    private func row(
        _ number: Int, _ token: Int?, _ old: Int, _ put: [Int: TemplateValues.Content],
        block: (block: RowBlock, copy: Int)?
    ) -> Markup {
        var put = put
        if let (block, copy) = block {
            let place = scope.within(block.rows, row: copy)
            if copy > 0 { put = [:] }
            for (column, path) in block.cells {
                let isThere = copy < block.rows.table.rowCount
                put[column] = isThere ? place.find(path) ?? .absent : .absent
            }
        }
        var attributes = token.map { xml.attributes($0) } ?? XMLAttributeList("".utf8)
        attributes["r"] = String(number)
        attributes["spans"] = nil
        var columns: [Int: Markup] = [:]
        var column = -1
        for cell in token.map({ xml.children(of: $0) }) ?? [] where xml.tokens[cell].name == "c" {
            let facts = xml.attributes(cell)
            column = facts["r"].flatMap { CellAddress($0) }?.column ?? column + 1
            let address = CellAddress(row: number, column: column)
            if let content = put.removeValue(forKey: column) {
                columns[column] = cells.cell(content, at: address, like: facts, prefix)
            } else if let (block, copy) = block, copy > 0, !block.columns.contains(column) {
                columns[column] = cells.cell(.absent, at: address, like: facts, prefix)
            } else {
                let from = CellAddress(row: old, column: column)
                columns[column] = kept(cell, facts, from, to: address, copy: block?.copy)
            }
        }
        for (column, content) in put {
            let address = CellAddress(row: number, column: column)
            columns[column] = cells.cell(content, at: address, like: nil, prefix)
        }
        let list = columns.sorted { $0.key < $1.key }.map(\.value)
        return "<\(prefix)row\(attributes.markup)>\(list)</\(prefix)row>"
    }

    /// A cell that keeps its content; a formula speaks of the cells where they are now, and is worked out anew.
    private func kept(_ cell: Int, _ facts: XMLAttributeList, _ from: CellAddress, to: CellAddress, copy: Int?)
        -> Markup
    {
        var facts = facts
        facts["r"] = "\(to)"
        guard let formula = xml.children(of: cell).first(where: { xml.tokens[$0].name == "f" }) else {
            let inner = Markup(stringLiteral: String(decoding: xml.bytes[xml.inner(cell)], as: UTF8.self))
            return inner == .empty
                ? "<\(prefix)c\(facts.markup)/>" : "<\(prefix)c\(facts.markup)>\(inner)</\(prefix)c>"
        }
        facts["t"] = nil
        var look = xml.attributes(formula)
        let text = moved(plain(formula, look, at: from), from, copy: copy)
        if look["t"] == "shared" { look = XMLAttributeList("".utf8) }
        if let area = look["ref"].flatMap({ SheetRange($0) }) {
            look["ref"] =
                SheetRange(
                    rows: to.row...to.row + area.rows.count - 1, columns: area.columns
                ).text
        }
        return "<\(prefix)c\(facts.markup)><\(prefix)f\(look.markup)>\(text)</\(prefix)f></\(prefix)c>"
    }

    private func moved(_ formula: String, _ from: CellAddress, copy: Int?) -> String {
        guard let copy else { return moves.mapped(formula, on: name) }
        return moves.mapped(formula, on: name, row: from.row, copy: copy)
    }

    // MARK: Formulas that several cells share

    private mutating func gatherShared(_ data: Int) {
        for token in xml.elements("f") where xml.tokens[token].parent > data {
            let look = xml.attributes(token)
            let cell = xml.attributes(xml.tokens[token].parent)["r"].flatMap { CellAddress($0) }
            let text = xml.text(token)
            guard look["t"] == "shared", let group = look["si"], !text.isEmpty, let cell else { continue }
            shared[group] = (text, cell)
        }
    }

    /// The formula of a cell, written out where it shares that of another.
    private func plain(_ formula: Int, _ look: XMLAttributeList, at place: CellAddress) -> String {
        let text = xml.text(formula)
        guard text.isEmpty, look["t"] == "shared", let group = look["si"], let origin = shared[group] else {
            return text
        }
        let (rows, columns) = (place.row - origin.address.row, place.column - origin.address.column)
        let shift = { (cell: inout FormulaText.Cell) in
            if !cell.isFixed { cell.row = max(1, cell.row + rows) }
            guard !cell.column.hasPrefix("$"), let old = CellAddress("\(cell.column)1") else { return }
            cell.column = CellAddress.letters(max(0, old.column + columns))
        }
        return FormulaText.mapped(origin.text) { reference in
            shift(&reference.first)
            if var last = reference.last {
                shift(&last)
                reference.last = last
            }
        }
    }

    // MARK: What stands around the cells

    private static let formulas: Set<String> = ["formula", "formula1", "formula2", "f"]

    /// Ranges and formulas outside of the cells follow the rows.
    private func moveAround(_ data: Int, _ changes: inout XMLChanges) {
        let end = xml.tokens[data].partner
        for (index, token) in xml.tokens.enumerated() where index < data || index > end {
            guard token.kind == .start || token.kind == .empty else { continue }
            if !own.isEmpty { moveAttributes(index, token.name, &changes) }
            guard token.kind == .start else { continue }
            if SheetWriting.formulas.contains(token.name) {
                changes.replace(xml.inner(index), "\(moves.mapped(xml.text(index), on: name))" as Markup)
            } else if token.name == "sqref", !own.isEmpty {
                changes.replace(xml.inner(index), "\(own.mapped(list: xml.text(index)))" as Markup)
            }
        }
    }

    private func moveAttributes(_ token: Int, _ name: String, _ changes: inout XMLChanges) {
        guard name != "mergeCell", name != "mergeCells" else { return }
        var attributes = xml.attributes(token)
        var isMoved = false
        for key in ["ref", "sqref", "activeCell"] {
            guard let old = attributes[key] else { continue }
            attributes[key] = own.mapped(list: old)
            isMoved = isMoved || attributes[key] != old
        }
        let parent = xml.tokens[token].parent
        if name == "brk", parent >= 0, xml.tokens[parent].name == "rowBreaks",
            let row = attributes["id"].flatMap({ Int($0) }), (1...CellAddress.most.rows).contains(row)
        {
            // The break stands below the row.
            attributes["id"] = String(own.last(row))
            isMoved = isMoved || own.last(row) != row
        }
        if isMoved { changes.set(token, attributes) }
    }

    /// Merged cells within a repeated row are merged in every copy; others grow or move.
    private func repeatMerges(_ fill: SheetFill, _ changes: inout XMLChanges) {
        guard let list = xml.elements("mergeCells").first else { return }
        var merges: [Markup] = []
        for token in xml.children(of: list) where xml.tokens[token].name == "mergeCell" {
            guard let range = xml.attributes(token)["ref"].flatMap({ SheetRange($0) }) else { continue }
            let row = range.rows.lowerBound
            if range.rows.count == 1, let block = fill.blocks[row] {
                for copy in 0..<block.count {
                    let to = own.first(row) + copy
                    merges.append(
                        "<\(prefix)mergeCell ref=\"\(SheetRange(rows: to...to, columns: range.columns).text)\"/>")
                }
            } else {
                merges.append("<\(prefix)mergeCell ref=\"\(own.mapped(range).text)\"/>")
            }
        }
        changes.replace(
            xml.range(of: list), "<\(prefix)mergeCells count=\"\(merges.count)\">\(merges)</\(prefix)mergeCells>")
    }
}
