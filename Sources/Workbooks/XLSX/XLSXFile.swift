import Diagnostics
import Values

/// Workbooks in Office Open XML (ECMA-376), as Excel, LibreOffice and others write them.
public enum XLSXFile {
    /// Whether bytes begin like a workbook of the new or the old kind.
    public static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: oldMark)
    }

    private static let oldMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Reads all sheets. Texts that were typed with the fonts of TCVN3 or VNI become Unicode.
    public static func read(_ bytes: [UInt8], name: String) throws -> Workbook {
        guard !bytes.starts(with: oldMark) else {
            let locked = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            throw contains(bytes, locked) ? Diagnostic.workbookLocked(name) : .workbookTooOld(name)
        }
        guard !contains(Array(bytes.prefix(200)), Array("application/vnd.oasis.opendocument".utf8)) else {
            throw Diagnostic.workbookOtherKind(name)
        }
        let archive = try Archive(bytes, name: name)
        let root = RelationsPart()
        try archive.parse("_rels/.rels", name, root)
        let main = path(root.target("officeDocument") ?? "xl/workbook.xml", in: "")
        let workbook = WorkbookPart()
        guard try archive.parse(main, name, workbook) else { throw Diagnostic.notAWorkbook(name) }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let file = main.split(separator: "/").last.map(String.init) ?? ""
        let relations = RelationsPart()
        try archive.parse(joined(folder, "_rels/\(file).rels"), name, relations)
        let texts = SharedTexts()
        try archive.parse(path(relations.target("sharedStrings") ?? "sharedStrings.xml", in: folder), name, texts)
        let styles = Styles()
        try archive.parse(path(relations.target("styles") ?? "styles.xml", in: folder), name, styles)
        let sheets = try workbook.sheets.compactMap { entry -> Sheet? in
            // A sheet of charts has no cells and is no sheet to read.
            guard let target = relations.targets[entry.relation], target.type.hasSuffix("/worksheet") else {
                return nil
            }
            let part = SheetPart(texts.texts, styles, countsFrom1904: workbook.countsFrom1904)
            try archive.parse(path(target.target, in: folder), name, part)
            guard !part.isTooLarge else {
                throw Diagnostic.workbookHostile(name, Text("a sheet has too many cells", vi: "trang tính quá nhiều ô"))
            }
            return Sheet(
                name: entry.name, isHidden: entry.isHidden, rows: part.rows, hiddenColumns: part.hiddenColumns,
                merges: part.merges)
        }
        return decoded(sheets)
    }

    /// The sheets with texts of old fonts as Unicode.
    private static func decoded(_ sheets: [Sheet]) -> Workbook {
        let texts = sheets.lazy.flatMap(\.rows).flatMap(\.cells).compactMap { cell -> String? in
            if case .text(let text)? = cell { text } else { nil }
        }
        guard let encoding = TextEncoding.typed(in: texts) else { return Workbook(sheets: sheets, encoding: .utf8) }
        let decoded = sheets.map { sheet in
            Sheet(
                name: encoding.decode(typed: sheet.name), isHidden: sheet.isHidden,
                rows: sheet.rows.map { row in
                    SheetRow(
                        number: row.number, isHidden: row.isHidden,
                        cells: row.cells.map { cell in
                            if case .text(let text)? = cell { .text(encoding.decode(typed: text)) } else { cell }
                        })
                }, hiddenColumns: sheet.hiddenColumns, merges: sheet.merges)
        }
        return Workbook(sheets: decoded, encoding: encoding)
    }

    /// Where a part stands that another one in a folder names.
    private static func path(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for piece in target.split(separator: "/") {
            switch piece {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(piece)
            }
        }
        return parts.joined(separator: "/")
    }

    private static func joined(_ folder: String, _ file: String) -> String {
        folder.isEmpty ? file : "\(folder)/\(file)"
    }

    private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count, let first = wanted.first else { return false }
        var start = 0
        while let place = bytes[start...].firstIndex(of: first), place + wanted.count <= bytes.count {
            if bytes[place..<(place + wanted.count)].elementsEqual(wanted) { return true }
            start = place + 1
        }
        return false
    }
}
