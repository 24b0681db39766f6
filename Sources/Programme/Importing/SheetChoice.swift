import Commands
import Diagnostics
import Values

/// Chooses the sheet of a file: the one that is named, else the one with the headings.
struct SheetChoice {
    private let file: ImportFile
    private let search: HeadingSearch
    private let columns: [ImportColumn]

    init(_ file: ImportFile, _ search: HeadingSearch, _ columns: [ImportColumn]) {
        self.file = file
        self.search = search
        self.columns = columns
    }

    /// The sheet and its headings.
    func sheet(named name: String?) throws -> (ImportSheet, FoundHeadings) {
        if let name {
            let key = headingKey(name)
            guard
                let sheet = file.sheets.first(where: { $0.name == name })
                    ?? file.sheets.first(where: { headingKey($0.name ?? "") == key })
            else { throw Diagnostic.noSuchSheet(name, file) }
            guard let headings = try search.find(in: sheet) else { throw Diagnostic.noHeadings(file, columns) }
            return (sheet, headings)
        }
        var found: [(sheet: ImportSheet, headings: FoundHeadings)] = []
        for sheet in file.sheets {
            if let headings = try search.find(in: sheet) { found.append((sheet, headings)) }
        }
        for isHidden in [false, true] {
            let those = found.filter { $0.sheet.isHidden == isHidden }
            let whole = those.filter { pair in isWhole(pair.headings) }
            if whole.count > 1 { throw Diagnostic.severalSheets(whole.compactMap(\.sheet.name), file) }
            if let only = whole.first { return only }
        }
        guard let best = found.max(by: { $0.headings.score < $1.headings.score }) else {
            throw file.sheets.isEmpty ? Diagnostic.noSheets(file) : Diagnostic.noHeadings(file, columns)
        }
        return best
    }

    private func isWhole(_ headings: FoundHeadings) -> Bool {
        columns.allSatisfy { !$0.isRequired || headings.places[$0.name] != nil }
    }

    /// Refuses columns that nobody knows, that stand twice, or that are missing: all of them at once.
    func check(_ headings: FoundHeadings) throws {
        var findings = headings.unknown.map { column in
            Diagnostic.unknownHeading(headings.texts[column], file.name, columns)
        }
        findings += headings.doubled.map { .doubledHeading(headings.texts[$0], file.name) }
        for column in columns where column.isRequired && headings.places[column.name] == nil {
            findings.append(.missingHeading(column, file.name))
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
    }
}

extension Text {
    /// Names the columns that an import knows, at most twenty of them.
    static func columnList(_ columns: [ImportColumn]) -> Text {
        let names = columns.prefix(20).map(\.name).joined(separator: ", ") + (columns.count > 20 ? ", …" : "")
        return Text("Columns: \(names).", vi: "Các cột: \(names).")
    }
}

extension Diagnostic {
    fileprivate static func unknownHeading(_ heading: String, _ file: String, _ columns: [ImportColumn]) -> Diagnostic {
        let near = nearest(to: heading, among: columns.flatMap { [$0.name] + $0.others })
        let known = near.flatMap { near in columns.first { $0.name == near || $0.others.contains(near) } }
        let line = ImportMapping.line("column", heading, known?.name ?? "ignored")
        return Diagnostic(
            .unknownHeading,
            Text(
                "‘\(file)’ has a column ‘\(heading)’ that is not known here.",
                vi: "Tệp ‘\(file)’ có cột lạ ‘\(heading)’."),
            subject: "from",
            notes: (near.map { [Text("Did you mean ‘\($0)’?", vi: "Có phải ý bạn là ‘\($0)’?")] } ?? []) + [
                Text(
                    "A mapping can say what it is: save mapping form-1 lines: [\(MappingProposal.quoted(line))]; then "
                        + "map: \"form-1\".",
                    vi: "Có thể quy ước: save mapping form-1 lines: [\(MappingProposal.quoted(line))]; rồi thêm "
                        + "map: \"form-1\"."),
                .columnList(columns),
            ])
    }

    fileprivate static func doubledHeading(_ heading: String, _ file: String) -> Diagnostic {
        Diagnostic(
            .doubledHeading,
            Text("‘\(file)’ has the column ‘\(heading)’ twice.", vi: "Tệp ‘\(file)’ có hai cột ‘\(heading)’."),
            subject: "from")
    }

    static func missingHeading(_ column: ImportColumn, _ file: String) -> Diagnostic {
        let others = column.others.joined(separator: ", ")
        return Diagnostic(
            .missingHeading,
            Text("‘\(file)’ has no column ‘\(column.name)’.", vi: "Tệp ‘\(file)’ thiếu cột ‘\(column.name)’."),
            subject: "from",
            notes: [Text("It may also be called: \(others).", vi: "Cột này cũng có thể đặt tên: \(others).")])
    }

    fileprivate static func noHeadings(_ file: ImportFile, _ columns: [ImportColumn]) -> Diagnostic {
        Diagnostic(
            .noHeadings,
            Text(
                "‘\(file.name)’ has no row of headings that this import knows.",
                vi: "Tệp ‘\(file.name)’ không có dòng tiêu đề nào lệnh này nhận ra."),
            subject: "from", notes: [.columnList(columns)])
    }

    fileprivate static func noSheets(_ file: ImportFile) -> Diagnostic {
        Diagnostic(
            .noHeadings,
            Text("‘\(file.name)’ has no sheet with cells.", vi: "Tệp ‘\(file.name)’ không có trang tính nào có ô."),
            subject: "from")
    }

    fileprivate static func noSuchSheet(_ name: String, _ file: ImportFile) -> Diagnostic {
        let names = file.sheets.compactMap(\.name)
        return Diagnostic(
            .noSuchSheet,
            Text("‘\(file.name)’ has no sheet ‘\(name)’.", vi: "Tệp ‘\(file.name)’ không có trang tính ‘\(name)’."),
            subject: "sheet",
            notes: names.isEmpty
                ? [Text("It has no sheets.", vi: "Tệp này không có trang tính.")]
                : [
                    Text(
                        "It has: \(names.joined(separator: ", ")).",
                        vi: "Các trang: \(names.joined(separator: ", ")).")
                ])
    }

    fileprivate static func severalSheets(_ names: [String], _ file: ImportFile) -> Diagnostic {
        Diagnostic(
            .severalSheets,
            Text(
                "Several sheets of ‘\(file.name)’ have these headings: \(names.joined(separator: ", ")).",
                vi: "Tệp ‘\(file.name)’ có nhiều trang tính đủ tiêu đề: \(names.joined(separator: ", "))."),
            subject: "from",
            notes: [
                Text(
                    "Name one: sheet: \(ImportMapping.quoting(names.first ?? "")).",
                    vi: "Hãy chọn một trang: sheet: \(ImportMapping.quoting(names.first ?? "")).")
            ])
    }
}

extension Diagnostic.Code {
    /// A column of a file that the import does not know.
    static let unknownHeading: Self = "unknown-heading"
    /// Two columns of a file with one meaning.
    static let doubledHeading: Self = "doubled-heading"
    /// A column that the file must have.
    static let missingHeading: Self = "missing-heading"
    /// A file without headings that the import knows.
    static let noHeadings: Self = "no-headings"
    /// A sheet that the file does not have.
    static let noSuchSheet: Self = "no-such-sheet"
    /// Several sheets that could be meant.
    static let severalSheets: Self = "several-sheets"
}
