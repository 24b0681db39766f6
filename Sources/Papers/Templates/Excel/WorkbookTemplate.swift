import Diagnostics
import Tables
import Values
import Workbooks

/// A workbook whose named cells are filled: a name over one cell gets a value; a name over cells of one row, or a table
/// with one row, is repeated for each row. Names over formulas and over several rows are the workbook's own.
struct WorkbookTemplate: Sendable {
    private let name: String
    private let layout: WorkbookLayout
    /// The names over single cells.
    private let cells: [Target]
    /// The names over the cells of one row, and tables.
    private let areas: [Area]

    /// A cell that gets the value of a name.
    struct Target: Sendable {
        let placed: PlacedTag
        let sheet: Int
        let address: CellAddress
    }

    /// Cells of one row that get the rows of a name.
    struct Area: Sendable {
        let placed: PlacedTag
        let sheet: Int
        let row: Int
        let columns: ClosedRange<Int>
        /// The cells that get values, by the names over them or the headings above them.
        let cells: [Target]
        /// Whether it is a table, which need not be filled.
        let isTable: Bool
    }

    /// The most names and tables of a workbook.
    static let mostNames = 2000

    init(_ parts: [(name: String, bytes: [UInt8])], _ name: String) throws {
        self.name = name
        let files = Dictionary(parts.map { ($0.name, $0.bytes) }) { first, _ in first }
        layout = try WorkbookLayout(files, name)
        let layout = layout
        for part in parts
        where part.name == "xl/sharedStrings.xml" || layout.sheets.contains(where: { $0.part == part.name }) {
            try WorkbookTemplate.refuseBraces(in: part.bytes, name)
        }
        let looks = try layout.sheets.map { sheet in
            try SheetLook(files[sheet.part].map { try WordTemplate.tokens($0, name) })
        }
        guard layout.names.count + layout.tables.count <= WorkbookTemplate.mostNames else {
            throw Diagnostic.templateMalformed(
                name, Text("names", vi: "danh sách tên"),
                Text(
                    "more than \(WorkbookTemplate.mostNames) cells have names",
                    vi: "có hơn \(WorkbookTemplate.mostNames) vùng được đặt tên"))
        }
        var singles: [Target] = []
        var wide: [(placed: PlacedTag, name: WorkbookLayout.Name)] = []
        for entry in layout.names {
            let look = looks[entry.sheet]
            let place = WorkbookTemplate.place(entry.range, layout.sheets[entry.sheet].name)
            guard let tag = TemplateTag(entry.name), let section = TemplateTag("#" + entry.name) else { continue }
            let placed = PlacedTag(tag, place)
            let first = CellAddress(row: entry.range.rows.lowerBound, column: entry.range.columns.lowerBound)
            if entry.range.text == "\(first)" || look.merges.contains(entry.range) {
                guard !look.formulas.contains(first) else { continue }
                singles.append(Target(placed: placed, sheet: entry.sheet, address: first))
            } else if entry.range.rows.count == 1 {
                wide.append((PlacedTag(section, place), entry))
            }
        }
        var areas = wide.map { placed, entry in
            let within = singles.filter {
                $0.sheet == entry.sheet && $0.address.row == entry.range.rows.lowerBound
                    && entry.range.columns.contains($0.address.column)
            }
            return Area(
                placed: placed, sheet: entry.sheet, row: entry.range.rows.lowerBound, columns: entry.range.columns,
                cells: within, isTable: false)
        }
        areas += layout.tables.compactMap { WorkbookTemplate.area($0, layout, looks[$0.sheet]) }
        let inner = Set(areas.flatMap(\.cells).map { CellPlace(sheet: $0.sheet, address: $0.address) })
        cells = singles.filter { !inner.contains(CellPlace(sheet: $0.sheet, address: $0.address)) }
        self.areas = areas
    }

    /// Placeholders of Word files would stay as they are.
    private static func refuseBraces(in bytes: [UInt8], _ name: String) throws {
        let mark = UInt8(ascii: "{")
        guard let place = bytes.indices.dropLast().first(where: { bytes[$0] == mark && bytes[$0 + 1] == mark }) else {
            return
        }
        let rest = bytes[place...].prefix(60).prefix { $0 != UInt8(ascii: "<") }
        let text = XMLText.plain(String(decoding: rest, as: UTF8.self))
        throw Diagnostic.templateMalformed(
            name, Text("cells", vi: "các ô"),
            Text("‘\(text)’ stands in a cell", vi: "có ô ghi ‘\(text)’"),
            Text(
                "In workbooks a cell gets a name instead: Formulas › Define Name.",
                vi: "Trong Excel hãy đặt tên cho ô: Công thức › Xác định tên (Define Name)."))
    }

    private struct CellPlace: Hashable {
        let sheet: Int
        let address: CellAddress
    }

    private static func place(_ range: SheetRange, _ sheet: String) -> Text {
        Text("sheet ‘\(sheet)’, \(range.text)", vi: "trang ‘\(sheet)’, \(range.text)")
    }

    /// A table with one row below its headings, whose columns get what the headings name.
    private static func area(
        _ table: WorkbookLayout.SheetTable, _ layout: WorkbookLayout, _ look: SheetLook
    ) -> Area? {
        let row = table.range.rows.lowerBound + (table.hasHead ? 1 : 0)
        guard table.range.rows.upperBound - (table.hasTotals ? 1 : 0) == row, let tag = TemplateTag("#" + table.name)
        else {
            return nil
        }
        let sheet = layout.sheets[table.sheet].name
        let cells = zip(table.range.columns, table.columns).compactMap { column, heading -> Target? in
            let address = CellAddress(row: row, column: column)
            guard !look.formulas.contains(address), let tag = TemplateTag(heading) else { return nil }
            let place = Text("sheet ‘\(sheet)’, \(address)", vi: "trang ‘\(sheet)’, \(address)")
            return Target(placed: PlacedTag(tag, place), sheet: table.sheet, address: address)
        }
        return Area(
            placed: PlacedTag(tag, place(table.range, sheet)), sheet: table.sheet, row: row,
            columns: table.range.columns, cells: cells, isTable: true)
    }

    /// What it asks for.
    var placeholders: [Template.Placeholder] {
        let single = cells.map { Template.Placeholder(name: $0.placed.tag.name, kind: .value, place: $0.placed.place) }
        return single
            + areas.flatMap { area in
                [Template.Placeholder(name: area.placed.tag.name, kind: .section, place: area.placed.place)]
                    + area.cells.map {
                        Template.Placeholder(name: $0.placed.tag.name, kind: .value, place: $0.placed.place)
                    }
            }
    }

    // MARK: Filling

    func filled(
        _ parts: [(name: String, bytes: [UInt8])], _ scope: TemplateScope, _ language: DisplayLanguage
    ) throws -> [(name: String, bytes: [UInt8])] {
        try check(scope, language)
        var fills = layout.sheets.map { _ in SheetFill() }
        for cell in cells {
            // What may be missing and is leaves the cell empty.
            fills[cell.sheet].cells[cell.address] = scope.find(cell.placed.path) ?? .absent
        }
        for area in areas { try put(area, scope, &fills) }
        guard fills.contains(where: { !$0.isEmpty }) else { return parts }
        var moves = WorkbookMoves()
        for (sheet, fill) in zip(layout.sheets, fills) {
            moves.sheets[sheet.name.lowercased()] = RowMoves(fill.blocks.map { ($0.key, $0.value.count - 1) })
        }
        let writing = WorkbookWriting(name: name, layout: layout, moves: moves, scope: scope, language: language)
        return try writing.written(parts, fills)
    }

    private func check(_ scope: TemplateScope, _ language: DisplayLanguage) throws {
        var check = TemplateCheck(language)
        for cell in cells { check.check(value: cell.placed, scope) }
        for area in areas where !area.isTable || scope.find(area.placed.path) != nil {
            check.check([.section(area.placed, area.cells.map { .value($0.placed, WorkbookTemplate.noMarkup) })], scope)
        }
        guard check.faults.isEmpty else {
            throw Diagnostic.templateNameMissing(name, check.faults, offered: scope.offered(in: language))
        }
    }

    private static let noMarkup = TextMarkup(lineEnd: "", tab: "")

    private func put(_ area: Area, _ scope: TemplateScope, _ fills: inout [SheetFill]) throws {
        let content = scope.find(area.placed.path) ?? .absent
        guard case .rows(let table) = content else {
            guard !area.isTable else { return }
            let address = CellAddress(row: area.row, column: area.columns.lowerBound)
            if area.cells.isEmpty { fills[area.sheet].cells[address] = content }
            // A group, or something that is not there: the cells within get what it holds.
            for cell in area.cells {
                var inner = scope
                if case .group(let values) = content { inner = scope.within(values) }
                fills[area.sheet].cells[cell.address] =
                    content.holds ? inner.find(cell.placed.path) ?? .absent : .absent
            }
            return
        }
        let name = area.placed.tag.name
        guard !area.cells.isEmpty else {
            throw Diagnostic.templateMalformed(
                self.name, area.placed.place,
                Text("no cell within ‘\(name)’ has a name", vi: "trong vùng ‘\(name)’ chưa ô nào được đặt tên"),
                Text(
                    "Give each cell of the row the name of the column that it shows.",
                    vi: "Hãy đặt tên cho từng ô trong dòng theo tên cột dữ liệu."))
        }
        guard fills[area.sheet].blocks[area.row] == nil else {
            throw Diagnostic.templateMalformed(
                self.name, area.placed.place,
                Text(
                    "two names repeat the row \(area.row)", vi: "hai tên cùng lặp dòng \(area.row)"),
                Text("Put one below the other.", vi: "Hãy đặt bảng này bên dưới bảng kia."))
        }
        fills[area.sheet].blocks[area.row] = RowBlock(
            columns: area.columns, rows: TemplateScope.Rows(area.placed.path.last ?? "", table),
            cells: area.cells.map { ($0.address.column, $0.placed.path) })
    }
}

/// What must be known of a sheet before it is filled: its formulas and merged cells.
private struct SheetLook {
    var formulas: Set<CellAddress> = []
    var merges: Set<SheetRange> = []

    init(_ xml: XMLTokens?) throws {
        guard let xml else { return }
        for token in xml.elements("f") where xml.tokens[token].parent >= 0 {
            guard let address = xml.attributes(xml.tokens[token].parent)["r"].flatMap({ CellAddress($0) }) else {
                continue
            }
            formulas.insert(address)
        }
        for token in xml.elements("mergeCell") {
            if let range = xml.attributes(token)["ref"].flatMap({ SheetRange($0) }) { merges.insert(range) }
        }
    }
}
