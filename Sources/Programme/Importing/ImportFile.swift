import Diagnostics
import Reading
import Values
import Workbooks

/// A file that is taken in, whatever its format: its sheets, and what it was found to be.
struct ImportFile {
    /// Its name in messages.
    let name: String
    /// Its sheets in order; one without a name for a text file.
    let sheets: [ImportSheet]
    /// What it is: its format, encoding and separator.
    let form: Text

    /// Reads the bytes of a workbook, of JSON or of separated values; what it is, is found by its bytes and its name.
    init(_ bytes: [UInt8], name: String) throws {
        self.name = name
        let ending = FileEnding(of: name)
        if XLSXFile.isOne(bytes) || ending == .workbook {
            let book = try XLSXFile.read(bytes, name: name)
            sheets = book.sheets.map { sheet in
                ImportSheet(
                    name: sheet.name, isHidden: sheet.isHidden, sheet.hiddenColumns, sheet.merges, .cells(sheet.rows))
            }
            let format = Text("workbook (.xlsx)", vi: "tệp Excel (.xlsx)")
            form = book.encoding == .utf8 ? format : format + Text(verbatim: ", ") + book.encoding.name
            return
        }
        let encoding = TextEncoding.detected(in: bytes)
        guard let text = encoding == .utf8 ? bytes : encoding.decode(bytes).map({ Array($0.utf8) }) else {
            throw Diagnostic.textGarbled(name)
        }
        if ending == .json {
            sheets = [ImportSheet(rows: try JSONRows(text, name: name))]
            form = Text(verbatim: "JSON, ") + encoding.name
            return
        }
        guard text.contains(where: { $0 > 0x20 && $0 < 0x80 || $0 > 0xBF }) else {
            throw Diagnostic.fileHasNoRows(name)
        }
        let rows = SeparatedRows(text, name: name, dialect: ending == .tsv ? .tsv : nil)
        sheets = [ImportSheet(name: nil, isHidden: false, [], [], .separated(rows))]
        form = encoding.name + rows.dialect.separator.phrase
    }

    /// What the ending of a file's name promises.
    private enum FileEnding {
        case workbook, json, tsv, other

        init(of name: String) {
            let lower = name.lowercased()
            if lower.hasSuffix(".json") || lower.hasSuffix(".jsonl") {
                self = .json
            } else if lower.hasSuffix(".tsv") {
                self = .tsv
            } else {
                self = [".xlsx", ".xlsm", ".xls", ".ods"].contains(where: lower.hasSuffix) ? .workbook : .other
            }
        }
    }
}

/// One sheet of a file: rows of cells with their addresses.
struct ImportSheet {
    /// The name on its tab; `nil` for a text file.
    let name: String?
    /// Whether it is hidden.
    let isHidden: Bool
    /// The columns that are hidden, from nought.
    let hiddenColumns: Set<Int>
    /// The cells that are merged.
    let merges: [SheetRange]
    private let content: Content

    enum Content {
        case cells([SheetRow])
        case separated(SeparatedRows)
    }

    init(name: String?, isHidden: Bool, _ hiddenColumns: Set<Int>, _ merges: [SheetRange], _ content: Content) {
        self.name = name
        self.isHidden = isHidden
        self.hiddenColumns = hiddenColumns
        self.merges = merges
        self.content = content
    }

    /// Objects as rows, the names of their members as headings.
    init(rows: JSONRows) {
        let headings = SheetRow(number: 0, cells: rows.names.map { .text($0) })
        let cells = rows.rows.map { row in
            SheetRow(
                number: row.line,
                cells: rows.names.indices.map { column in
                    switch row.members[column] {
                    case .text(let text)? where !text.isEmpty: .text(text)
                    case .number(let digits)?: Number(digits).map { .number($0) } ?? .text(digits)
                    case .yesNo(let yes)?: .yesNo(yes)
                    case .text?, nil: nil
                    }
                })
        }
        self.init(name: nil, isHidden: false, [], [], .cells([headings] + cells))
    }

    /// About how many rows it has.
    var rowCount: Int {
        switch content {
        case .cells(let rows): rows.count
        case .separated(let rows): rows.lineCount
        }
    }

    /// A walk over its rows from the first on.
    func walk() -> RowWalk {
        switch content {
        case .cells(let rows): RowWalk(rows)
        case .separated(let rows): RowWalk(rows)
        }
    }

    /// Where a cell stands, as messages and records name it: `Sheet1!D7`, without a sheet `D7`.
    func address(row: Int, column: Int) -> String {
        let cell = CellAddress(row: row, column: column).description
        guard let name else { return cell }
        return name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) ? "\(name)!\(cell)" : "'\(name)'!\(cell)"
    }
}

/// The rows of a sheet, one behind the other; a row without content stands between others as one of them.
struct RowWalk {
    private var cells: [SheetRow]?
    private var next = 0
    private var row: SheetRow?
    private var separated: SeparatedRows?

    init(_ rows: [SheetRow]) { cells = rows }
    init(_ rows: SeparatedRows) { separated = rows }

    /// Goes to the next row.
    mutating func advance() throws -> Bool {
        if separated != nil { return try separated?.next() ?? false }
        guard let cells, next < cells.count else { return false }
        row = cells[next]
        next += 1
        return true
    }

    /// The number of the row, which is the line of a text file.
    var line: Int { separated?.line ?? row?.number ?? 0 }
    /// How many cells the row has; `nil` where rows need not be equally long.
    var exactWidth: Int? { separated?.count }
    /// How many cells the row has.
    var width: Int { separated?.count ?? row?.cells.count ?? 0 }
    /// Whether the row is hidden.
    var isHidden: Bool { row?.isHidden ?? false }
    /// Whether nothing stands in the row.
    var isBlank: Bool { separated?.isBlank ?? (0..<width).allSatisfy { cell($0) == nil } }

    /// What stands in a cell, texts without blanks at their ends; `nil` where nothing does.
    func cell(_ column: Int) -> SheetCell? {
        if let separated {
            let text = separated.text(column).trimmed
            return text.isEmpty ? nil : .text(text)
        }
        guard case .text(let text)? = row?[column] else { return row?[column] }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : .text(trimmed)
    }

    /// The number of a cell among those that a memory of its column has; `nil` where none is kept.
    func number(_ column: Int, in memory: inout CellMemory) -> Int? { separated?.number(column, in: &memory) }

    /// A cell of digits as a whole number, without making a text of it.
    func wholeNumber(_ column: Int) -> Int64? { separated?.wholeNumber(column) }

    /// A cell such as `2025-03-14` as a day, without making a text of it.
    func day(_ column: Int) -> Day? { separated?.day(column) }

    /// All cells of the row.
    var contents: [SheetCell?] { (0..<width).map { cell($0) } }
}

extension String {
    /// The text without blanks at its ends, those that do not break lines among them.
    var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return self }
        let start = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}

extension Dialect.Separator {
    /// What an answer says of it.
    fileprivate var phrase: Text {
        switch self {
        case .comma: Text(", separated by ‘,’", vi: ", ngăn cách bằng ‘,’")
        case .semicolon: Text(", separated by ‘;’", vi: ", ngăn cách bằng ‘;’")
        case .tab: Text(", separated by tabs", vi: ", ngăn cách bằng tab")
        case .bar: Text(", separated by ‘|’", vi: ", ngăn cách bằng ‘|’")
        }
    }
}

extension Diagnostic {
    fileprivate static func textGarbled(_ name: String) -> Diagnostic {
        Diagnostic(
            .textGarbled,
            Text(
                "‘\(name)’ begins like a file in UTF-16 and is none.",
                vi: "‘\(name)’ mở đầu như tệp UTF-16 nhưng nội dung không đúng."),
            subject: "from",
            notes: [
                Text(
                    "Save it again from the spreadsheet as .xlsx or “CSV UTF-8”.",
                    vi: "Hãy lưu lại từ bảng tính thành .xlsx hoặc “CSV UTF-8”.")
            ])
    }
}

extension Diagnostic.Code {
    /// A text file that is not in the encoding that its mark promises.
    static let textGarbled: Self = "text-garbled"
}
