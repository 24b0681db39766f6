import Diagnostics
import Values
import Workbooks

/// The sheets, names and tables of a workbook.
struct WorkbookLayout: Sendable {
    /// The part of the workbook itself, and of its relations.
    let main: String
    let relations: String
    private(set) var sheets: [SheetEntry] = []
    private(set) var names: [Name] = []
    private(set) var tables: [SheetTable] = []
    private(set) var countsFrom1904 = false

    struct SheetEntry: Sendable {
        let name: String
        let part: String
        /// What the sheet refers to: kind and part.
        let related: [(kind: String, part: String)]
    }

    /// A name that stands for cells of one sheet.
    struct Name: Sendable {
        let name: String
        let sheet: Int
        let range: SheetRange
    }

    /// A table of a sheet, as Excel makes it.
    struct SheetTable: Sendable {
        let name: String
        let sheet: Int
        let range: SheetRange
        let columns: [String]
        let hasHead: Bool
        let hasTotals: Bool
    }

    init(_ files: [String: [UInt8]], _ template: String) throws {
        let root = try WorkbookLayout.related("", files, template)
        main = root.values.first { $0.kind == "officeDocument" }?.part ?? "xl/workbook.xml"
        relations = PackagePath.relations(of: main)
        guard let bytes = files[main] else { throw Diagnostic.templateUnreadable(template) }
        let xml = try WordTemplate.tokens(bytes, template)
        let parts = try WorkbookLayout.related(main, files, template)
        for token in xml.elements("sheet") {
            let attributes = xml.attributes(token)
            let id = attributes.list.first { $0.name.hasSuffix(":id") || $0.name == "id" }?.value ?? ""
            guard let name = attributes["name"], let part = parts[id]?.part else { continue }
            let related = files[part] == nil ? [:] : try WorkbookLayout.related(part, files, template)
            sheets.append(
                SheetEntry(name: name, part: part, related: related.sorted { $0.key < $1.key }.map(\.value)))
        }
        let facts = xml.elements("workbookPr").first.map { xml.attributes($0) }
        countsFrom1904 = ["1", "true"].contains(facts?["date1904"])
        for token in xml.elements("definedName") { addName(xml, token) }
        for (number, sheet) in sheets.enumerated() {
            for (kind, part) in sheet.related where kind == "table" {
                guard let bytes = files[part] else { continue }
                addTable(try WordTemplate.tokens(bytes, template), number)
            }
        }
    }

    private mutating func addName(_ xml: XMLTokens, _ token: Int) {
        let attributes = xml.attributes(token)
        guard let name = attributes["name"], !name.hasPrefix("_xl"), attributes["hidden"] == nil else { return }
        let text = xml.text(token)
        guard let mark = text.lastIndex(of: "!"), let range = SheetRange(String(text[text.index(after: mark)...]))
        else {
            return
        }
        var sheet = String(text[..<mark])
        if sheet.hasPrefix("'"), sheet.hasSuffix("'"), sheet.count > 1 {
            sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
        }
        guard let number = sheets.firstIndex(where: { $0.name.lowercased() == sheet.lowercased() }) else { return }
        names.append(Name(name: name, sheet: number, range: range))
    }

    private mutating func addTable(_ xml: XMLTokens, _ sheet: Int) {
        guard let token = xml.elements("table").first else { return }
        let attributes = xml.attributes(token)
        guard let name = attributes["displayName"] ?? attributes["name"],
            let range = attributes["ref"].flatMap({ SheetRange($0) })
        else { return }
        let columns = xml.elements("tableColumn").map { xml.attributes($0)["name"] ?? "" }
        tables.append(
            SheetTable(
                name: name, sheet: sheet, range: range, columns: columns, hasHead: attributes["headerRowCount"] != "0",
                hasTotals: !["0", nil].contains(attributes["totalsRowCount"])))
    }

    /// What a part refers to, by its keys.
    private static func related(
        _ part: String, _ files: [String: [UInt8]], _ template: String
    ) throws -> [String: (kind: String, part: String)] {
        guard let bytes = files[PackagePath.relations(of: part)] else { return [:] }
        let xml = try WordTemplate.tokens(bytes, template)
        var related: [String: (kind: String, part: String)] = [:]
        for token in xml.elements("Relationship") {
            let attributes = xml.attributes(token)
            guard let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
                attributes["TargetMode"] != "External"
            else { continue }
            let kind = String(type.split(separator: "/").last ?? "")
            related[id] = (kind, PackagePath.resolved(target, from: part))
        }
        return related
    }
}

/// The names of parts within a file of Word or Excel.
enum PackagePath {
    /// The part that holds the relations of a part.
    static func relations(of part: String) -> String {
        var pieces = part.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let file = pieces.popLast() ?? ""
        return (pieces + ["_rels", "\(file).rels"]).joined(separator: "/")
    }

    /// Where a target stands that a part names.
    static func resolved(_ target: String, from part: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var pieces = part.split(separator: "/").dropLast().map(String.init)
        for piece in target.split(separator: "/") {
            switch piece {
            case ".": continue
            case "..": _ = pieces.popLast()
            default: pieces.append(String(piece))
            }
        }
        return pieces.joined(separator: "/")
    }
}
