import Diagnostics
import Values
import Workbooks

/// Writes the parts of a workbook that its values change: sheets, names, tables, and what is anchored to rows.
struct WorkbookWriting {
    let name: String
    let layout: WorkbookLayout
    let moves: WorkbookMoves
    let scope: TemplateScope
    let language: DisplayLanguage

    private var isMoved: Bool { moves.sheets.values.contains { !$0.isEmpty } }

    func written(
        _ parts: [(name: String, bytes: [UInt8])], _ fills: [SheetFill]
    ) throws -> [(name: String, bytes: [UInt8])] {
        let files = Dictionary(parts.map { ($0.name, $0.bytes) }) { first, _ in first }
        var new = try sheets(files, fills)
        for sheet in layout.sheets { try follow(sheet, files, &new) }
        if isMoved {
            for part in parts where part.name.hasPrefix("xl/charts/chart") {
                new[part.name] = series(try tokens(part.bytes))
            }
        }
        if let bytes = files[layout.main] { new[layout.main] = try workbook(bytes) }
        let chain = isMoved ? parts.first { $0.name.hasSuffix("/calcChain.xml") }?.name : nil
        if let chain { try drop(chain, files, &new) }
        return parts.filter { $0.name != chain }.map { ($0.name, new[$0.name] ?? $0.bytes) }
    }

    private func tokens(_ bytes: [UInt8]) throws -> XMLTokens { try WordTemplate.tokens(bytes, name) }

    /// The sheets with values, and those whose formulas would speak of the wrong cells or hold old results.
    private func sheets(_ files: [String: [UInt8]], _ fills: [SheetFill]) throws -> [String: [UInt8]] {
        let styles = try files["xl/styles.xml"].map { try tokens($0) }
        let cells = CellWriting(language, styles: styles, countsFrom1904: layout.countsFrom1904)
        var new: [String: [UInt8]] = [:]
        for (sheet, fill) in zip(layout.sheets, fills) {
            guard let bytes = files[sheet.part] else { continue }
            let xml = try tokens(bytes)
            guard !fill.isEmpty || !xml.elements("f").isEmpty else { continue }
            var writing = SheetWriting(xml, name: sheet.name, moves, scope, cells)
            new[sheet.part] = try writing.written(fill)
        }
        return new
    }

    /// What hangs on a sheet goes along with its rows.
    private func follow(
        _ sheet: WorkbookLayout.SheetEntry, _ files: [String: [UInt8]], _ new: inout [String: [UInt8]]
    ) throws {
        guard let own = moves.of(sheet.name), !own.isEmpty else { return }
        for (kind, part) in sheet.related {
            guard let bytes = files[part] else { continue }
            switch kind {
            case "table", "comments", "threadedComment":
                new[part] = references(try tokens(bytes), own)
            case "drawing": new[part] = anchors(try tokens(bytes), own)
            case "vmlDrawing": new[part] = boxes(bytes, own)
            case "pivotTable":
                throw Diagnostic.templateMalformed(
                    name, Text("sheet ‘\(sheet.name)’", vi: "trang ‘\(sheet.name)’"),
                    Text(
                        "a pivot table stands where rows come in",
                        vi: "trang có PivotTable nên không chèn thêm dòng được"),
                    Text("Put the pivot table on a sheet of its own.", vi: "Hãy chuyển PivotTable sang trang khác."))
            default: continue
            }
        }
    }

    private func references(_ xml: XMLTokens, _ own: RowMoves) -> [UInt8] {
        var changes = XMLChanges(xml)
        for (index, token) in xml.tokens.enumerated() where token.kind == .start || token.kind == .empty {
            var attributes = xml.attributes(index)
            guard let old = attributes["ref"] else { continue }
            // A remark stays at its own cell.
            let single = SheetRange(old).flatMap { token.name.lowercased().contains("comment") ? $0 : nil }
            attributes["ref"] =
                single.map {
                    "\(CellAddress(row: own.first($0.rows.lowerBound), column: $0.columns.lowerBound))"
                } ?? own.mapped(list: old)
            if attributes["ref"] != old { changes.set(index, attributes) }
        }
        return changes.bytes
    }

    /// Pictures and charts, whose rows are counted from nought.
    private func anchors(_ xml: XMLTokens, _ own: RowMoves) -> [UInt8] {
        var changes = XMLChanges(xml)
        for token in xml.elements("row") {
            guard let row = Int(xml.text(token)), row >= 0, row < CellAddress.most.rows else { continue }
            changes.replace(xml.inner(token), "\(own.first(row + 1) - 1)" as Markup)
        }
        return changes.bytes
    }

    /// The boxes of remarks, in a form that need not be well-formed.
    private func boxes(_ bytes: [UInt8], _ own: RowMoves) -> [UInt8] {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "<x:Row>", omittingEmptySubsequences: false)
        let moved = parts.enumerated().map { index, part -> String in
            let digits = part.prefix { $0.isNumber }
            guard index > 0, let row = Int(digits), row < CellAddress.most.rows else { return String(part) }
            return "\(own.first(row + 1) - 1)\(part.dropFirst(digits.count))"
        }
        return Array(moved.joined(separator: "<x:Row>").utf8)
    }

    private func names(_ xml: XMLTokens) -> [UInt8] {
        changed(xml, "definedName") { moves.mapped(xml.text($0), on: nil) }
    }

    /// The values and categories of a chart grow with their rows; the names of its series are single cells.
    private func series(_ xml: XMLTokens) -> [UInt8] {
        changed(xml, "f") { token in
            let isName = xml.ancestors(of: token).contains { xml.tokens[$0].name == "tx" }
            return moves.mapped(xml.text(token), on: nil, isWhole: !isName)
        }
    }

    private func changed(_ xml: XMLTokens, _ element: String, _ new: (Int) -> String) -> [UInt8] {
        var changes = XMLChanges(xml)
        for token in xml.elements(element) where xml.tokens[token].kind == .start {
            let text = new(token)
            if text != xml.text(token) { changes.replace(xml.inner(token), "\(text)" as Markup) }
        }
        return changes.bytes
    }

    /// The names follow their cells, and whoever opens the workbook works it out anew.
    private func workbook(_ bytes: [UInt8]) throws -> [UInt8] {
        let xml = try tokens(names(try tokens(bytes)))
        var changes = XMLChanges(xml)
        if let token = xml.elements("calcPr").first {
            var attributes = xml.attributes(token)
            attributes["fullCalcOnLoad"] = "1"
            changes.set(token, attributes)
        } else {
            let before = ["definedNames", "externalReferences", "functionGroups", "sheets"]
            if let last = before.lazy.compactMap({ xml.elements($0).first }).first {
                let end = xml.range(of: last).upperBound
                let prefix = Markup(stringLiteral: xml.prefix(last))
                changes.replace(end..<end, "<\(prefix)calcPr fullCalcOnLoad=\"1\"/>" as Markup)
            }
        }
        return changes.bytes
    }

    /// The order of calculation names cells that are elsewhere now; the program makes it anew.
    private func drop(_ chain: String, _ files: [String: [UInt8]], _ new: inout [String: [UInt8]]) throws {
        for (part, element, key) in [
            ("[Content_Types].xml", "Override", "PartName"), (layout.relations, "Relationship", "Target"),
        ] {
            guard let bytes = files[part] else { continue }
            let xml = try tokens(bytes)
            var changes = XMLChanges(xml)
            for token in xml.elements(element) where xml.attributes(token)[key]?.hasSuffix("calcChain.xml") == true {
                changes.replace(xml.range(of: token), [UInt8]())
            }
            new[part] = changes.bytes
        }
    }
}
