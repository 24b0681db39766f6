import Commands
import Documents
import Tables
import Values
import Workbooks

/// What became of the rows of a sheet. Each row with a record is stored, unchanged, refused or a duplicate, and nothing
/// else; each other row is counted as what it is.
struct ImportTally {
    private let source: SheetImport
    private var read = 0
    private var stored = 0
    private var unchanged = 0
    private var refused = 0
    private var conflicts: [(line: Int, cells: [Value])] = []
    private var waiting: [Waiting] = []
    private var duplicates: [[Value]] = []
    private var passed: [RowRules.Kind: [Int]] = [:]
    private var hidden: [Int] = []
    private var blankHeaded: Set<Int> = []
    /// The lines of mappings that would settle conflicts, in the order in which they came.
    private var proposed: [String] = []
    private var totals: TotalsCheck?

    /// A row and what it is about.
    private struct Waiting {
        let line: Int
        let place: String
        let what: String
    }

    init(_ source: SheetImport) {
        self.source = source
    }

    private var language: DisplayLanguage { source.session.surroundings.language }

    mutating func pass(over kind: RowRules.Kind, _ line: Int) { passed[kind, default: []].append(line) }

    /// Holds the rows of totals against the others, as far as there are any.
    mutating func checkTotals(_ places: [ImportPlace]) throws {
        guard passed[.total] != nil else { return }
        let doubled = duplicates.compactMap { row in if case .number(let line)? = row.first { line.whole } else { nil }
        }
        totals = try TotalsCheck(source, places, duplicates: Set(doubled.map { Int($0) }))
    }

    mutating func begin(_ row: ImportRow) {
        read += 1
        if row.walk.isHidden { hidden.append(row.line) }
        let width = source.headings.texts.count
        for (column, heading) in source.headings.texts.enumerated()
        where heading.isEmpty && !blankHeaded.contains(column) && row.cell(at: column) != nil {
            blankHeaded.insert(column)
        }
        if row.walk.exactWidth == nil, row.walk.width > width {
            blankHeaded.formUnion((width..<row.walk.width).filter { row.cell(at: $0) != nil })
        }
    }

    mutating func note(_ outcome: ImportOutcome, _ row: ImportRow, _ about: [ImportPlace]) {
        switch outcome {
        case .later:
            waiting.append(Waiting(line: row.line, place: address(row.line, about), what: ImportTally.what(row, about)))
        case .stored: stored += 1
        case .unchanged: unchanged += 1
        case .duplicate(let line):
            duplicates.append([.number(Number(row.line)), .number(Number(line))])
        }
    }

    mutating func refuse(_ row: ImportRow, _ reasons: [ImportConflict], _ about: [ImportPlace]) {
        refused += 1
        let what = ImportTally.what(row, about)
        for reason in reasons {
            let place =
                reason.column.map { source.sheet.address(row: row.line, column: $0) } ?? address(row.line, about)
            list(reason, Waiting(line: row.line, place: place, what: what))
        }
    }

    /// Notes what became of the rows that were to be decided later, in their order.
    mutating func settle(_ outcomes: [Result<ImportOutcome, ImportConflict>]) {
        for (row, outcome) in zip(waiting, outcomes) {
            switch outcome {
            case .success(.stored), .success(.later): stored += 1
            case .success(.unchanged): unchanged += 1
            case .success(.duplicate(let line)): duplicates.append([.number(Number(row.line)), .number(Number(line))])
            case .failure(let conflict):
                refused += 1
                list(conflict, row)
            }
        }
        conflicts.sort { left, right in left.line < right.line }
    }

    private mutating func list(_ reason: ImportConflict, _ row: Waiting) {
        if let line = reason.proposal?.english, !proposed.contains(line), ImportMapping.isLine(line) {
            proposed.append(line)
        }
        conflicts.append(
            (
                row.line,
                [
                    .text(row.place), .number(Number(row.line)), .text(row.what), .text(reason.why(in: language)),
                    reason.proposal.map { .text($0(in: language)) } ?? .missing,
                ]
            ))
    }

    private func address(_ line: Int, _ about: [ImportPlace]) -> String {
        source.sheet.address(row: line, column: about.first?.column ?? 0)
    }

    private static func what(_ row: ImportRow, _ about: [ImportPlace]) -> String {
        about.compactMap { row.cell($0)?.typed }.joined(separator: " ")
    }

    /// The answer: the equation, what the file is, what was no record, what was matched by name, and every conflict.
    func document() throws -> Document {
        let matches = source.units.taken
        let name = source.file.name
        var document = Document.done(
            Text(
                "‘\(name)’: \(read.counted("row")) read = \(stored) stored + \(unchanged) unchanged"
                    + " + \(refused) refused + \(duplicates.count) duplicates.",
                vi: "‘\(name)’: \(read) dòng đã đọc = \(stored) đã lưu + \(unchanged) không đổi + \(refused) bị từ chối"
                    + " + \(duplicates.count) trùng lặp."))
        document.blocks.append(.message(RichText(formLine), remark: nil))
        for line in remarks { document.blocks.append(.message(RichText(line), remark: nil)) }
        if !matches.isEmpty { document.blocks.append(.table(ImportTally.table(of: matches, language))) }
        if !duplicates.isEmpty {
            document.blocks.append(
                .table(
                    TableBlock(
                        Table(ImportTally.duplicateColumns, rows: duplicates),
                        caption: Text("Duplicate rows", vi: "Các dòng trùng lặp"))))
        }
        if !conflicts.isEmpty {
            document.blocks.append(
                .table(
                    TableBlock(
                        Table(ImportTally.conflictColumns, rows: conflicts.map(\.cells)),
                        caption: Text("Refused rows", vi: "Các dòng bị từ chối"))))
        }
        if let differences = totals?.differences, !differences.isEmpty {
            document.blocks.append(
                .table(
                    TableBlock(
                        Table(TotalsCheck.columns, rows: differences.map(\.cells)),
                        caption: Text("Totals that differ from the rows", vi: "Số tổng cộng không khớp với các dòng"))))
        }
        if let next = try MappingProposal(proposed, source.map, source.session)?.line {
            document.blocks.append(.message(RichText(next), remark: nil))
        }
        return document
    }

    /// What the file is and where its headings stand.
    private var formLine: Text {
        let lines = source.headings.lines
        var text = source.file.form
        if let sheet = source.sheet.name { text = text + Text("; sheet ‘\(sheet)’", vi: "; trang tính ‘\(sheet)’") }
        guard lines.upperBound > 0 else { return text + Text(verbatim: ".") }
        let place = ImportTally.span(lines)
        return text + Text("; headings in line \(place).", vi: "; tiêu đề ở dòng \(place).")
    }

    private static func span(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
    }

    /// What is not a record and what is hidden: nothing of a sheet is passed over in silence.
    private var remarks: [Text] {
        var parts: [Text] = []
        func part(_ english: String, _ vietnamese: String, _ lines: [Int]) {
            guard !lines.isEmpty else { return }
            let list = ImportTally.list(lines)
            parts.append(Text("\(english): \(list)", vi: "\(vietnamese): \(list)"))
        }
        part("titles", "dòng tên biểu", source.headings.titles)
        part("repeated headings", "tiêu đề lặp lại", passed[.heading] ?? [])
        part("column numbers", "dòng đánh số cột", passed[.numbering] ?? [])
        part("totals", "dòng tổng cộng", passed[.total] ?? [])
        part("blank", "dòng trống", passed[.blank] ?? [])
        var remarks: [Text] = []
        if !parts.isEmpty {
            let joined = Text(
                parts.map(\.english).joined(separator: "; "), vi: parts.map(\.vietnamese).joined(separator: "; "))
            remarks.append(
                Text("Lines without a record — ", vi: "Dòng không có dữ liệu — ") + joined + Text(verbatim: "."))
        }
        if !hidden.isEmpty {
            let list = ImportTally.list(hidden)
            remarks.append(
                Text("Hidden rows, read like the others: \(list).", vi: "Dòng bị ẩn, vẫn được đọc: \(list)."))
        }
        if source.units.exactCount > 0 {
            let count = source.units.exactCount
            remarks.append(
                Text(
                    "Units known by their exact name: \(count).", vi: "Đơn vị nhận ra theo đúng tên: \(count)."))
        }
        if let lines = totals?.agreeing, !lines.isEmpty {
            let list = ImportTally.list(lines)
            remarks.append(
                Text("Totals that agree with the rows: \(list).", vi: "Dòng tổng cộng khớp với các dòng: \(list)."))
        }
        return remarks + source.given.map(\.remark) + columnRemarks + source.styleRemarks
    }

    private var columnRemarks: [Text] {
        var remarks: [Text] = []
        func letters(_ columns: some Sequence<Int>) -> String {
            columns.sorted().map { CellAddress.letters($0) }.joined(separator: ", ")
        }
        let hiddenColumns = source.headings.places.values.filter { source.sheet.hiddenColumns.contains($0) }
        if !hiddenColumns.isEmpty {
            let list = letters(hiddenColumns)
            remarks.append(
                Text("Hidden columns, read like the others: \(list).", vi: "Cột bị ẩn, vẫn được đọc: \(list)."))
        }
        let sheets = source.file.sheets.filter { $0.isHidden && $0.name != source.sheet.name }.compactMap(\.name)
        if !sheets.isEmpty {
            let list = sheets.joined(separator: ", ")
            remarks.append(Text("Hidden sheets, not read: \(list).", vi: "Trang tính bị ẩn, không đọc: \(list)."))
        }
        if source.sheet.isHidden {
            remarks.append(Text("The sheet itself is hidden.", vi: "Chính trang tính này đang bị ẩn."))
        }
        let left = source.headings.leftOut.map { source.headings.texts[$0] }
        if !left.isEmpty {
            let list = left.map { "‘\($0)’" }.joined(separator: ", ")
            remarks.append(Text("Columns left out: \(list).", vi: "Cột bỏ qua: \(list)."))
        }
        if !blankHeaded.isEmpty {
            let list = letters(blankHeaded)
            remarks.append(
                Text("Columns without a heading, left out: \(list).", vi: "Cột không có tiêu đề, bỏ qua: \(list)."))
        }
        return remarks
    }

    /// Lines as a list, long runs as from–to, at most twenty.
    private static func list(_ lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines {
            if let last = runs.last, last.upperBound + 1 == line {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        let shown = runs.prefix(20).map(span).joined(separator: ", ")
        return runs.count > 20 ? "\(shown), … (\(lines.count))" : shown
    }

    private static func table(of matches: [UnitNames.Match], _ language: DisplayLanguage) -> TableBlock {
        let old = Text("an old name", vi: "tên cũ")
        return TableBlock(
            Table(
                matchColumns,
                rows: matches.map { match in
                    [
                        .text(match.text), .text(match.code), .text(match.name),
                        match.isOld ? .text(old(in: language)) : .missing,
                    ]
                }), caption: Text("Matched by name", vi: "Nhận ra theo tên"))
    }

    /// The columns of what was refused.
    static let conflictColumns = Schema([
        ColumnInfo("place", .text, Text("Cell", vi: "Ô")),
        ColumnInfo("line", .number, Text("Line", vi: "Dòng")),
        ColumnInfo("row", .text, Text("Row", vi: "Nội dung dòng")),
        ColumnInfo("reason", .text, Text("Reason", vi: "Lý do")),
        ColumnInfo("proposal", .text, Text("Proposal", vi: "Đề xuất")),
    ])

    private static let duplicateColumns = Schema([
        ColumnInfo("line", .number, Text("Line", vi: "Dòng")),
        ColumnInfo("same", .number, Text("Same as line", vi: "Trùng với dòng")),
    ])

    private static let matchColumns = Schema([
        ColumnInfo("text", .text, Text("In the sheet", vi: "Trong tệp")),
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
        ColumnInfo("name", .text, Text("Name", vi: "Tên")),
        ColumnInfo("remark", .text, Text("Remark", vi: "Ghi chú")),
    ])
}
