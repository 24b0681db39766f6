import Documents
import Tables
import Values

/// A row of a file that an import did not take, and why.
struct RefusedRow {
    /// The line of the file.
    let line: Int
    /// What the row is about: its code, or its first cell.
    let what: String
    /// Why it was refused.
    let why: Text
}

/// What became of the rows of a file. Each row that was read is stored, unchanged or refused, and nothing else.
struct ImportTally {
    /// How many rows were read.
    let read: Int
    /// How many were stored.
    private(set) var stored = 0
    /// How many said what the database says already.
    private(set) var unchanged = 0
    /// The others.
    private(set) var refused: [RefusedRow]

    /// Begins with the rows of a sheet.
    init(_ sheet: ImportSheet) {
        read = sheet.rowCount
        refused = sheet.misshapen
    }

    /// What became of one row.
    enum Outcome {
        case stored, unchanged
        case refused(RefusedRow)
    }

    /// Notes what became of a row.
    mutating func note(_ outcome: Outcome) {
        switch outcome {
        case .stored: stored += 1
        case .unchanged: unchanged += 1
        case .refused(let row): refused.append(row)
        }
    }

    /// The answer: the equation, and the refused rows in the order of their lines.
    func document(from path: String, _ language: DisplayLanguage) -> Document {
        let rest = refused.count
        var document = Document.done(
            Text(
                "‘\(path)’: \(read) rows read = \(stored) stored + \(rest) refused + \(unchanged) unchanged.",
                vi: "‘\(path)’: \(read) dòng đã đọc = \(stored) đã lưu + \(rest) bị từ chối + \(unchanged) không đổi."))
        guard rest > 0 else { return document }
        let rows = refused.sorted { $0.line < $1.line }.map { row -> [Value] in
            [.number(Number(row.line)), .text(row.what), .text(row.why(in: language))]
        }
        document.blocks.append(
            .table(
                TableBlock(
                    Table(ImportTally.columns, rows: rows), caption: Text("Refused rows", vi: "Các dòng bị từ chối"))))
        return document
    }

    /// The columns of the refused rows.
    static let columns = Schema([
        ColumnInfo("line", .number, Text("Line", vi: "Dòng")),
        ColumnInfo("row", .text, Text("Row", vi: "Nội dung dòng")),
        ColumnInfo("reason", .text, Text("Reason", vi: "Lý do")),
    ])
}
