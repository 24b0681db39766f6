import Diagnostics
import Values
import Workbooks

/// What is wrong with a filled-in file, and in which cell.
struct AnnexFinding {
    let code: Diagnostic.Code
    let sheet: String
    /// The cells that are meant, the first of them first.
    let cells: [CellAddress]
    let what: Text
    /// What to put there.
    let mend: Text

    /// Where it stands on the sheet: row, then column.
    var order: (Int, Int) { (cells.first?.row ?? 0, cells.first?.column ?? 0) }

    /// The cells as blocks, such as `C10:D15, C17`.
    private var place: String {
        var rows: [(row: Int, columns: [Int])] = []
        for cell in cells {
            if let last = rows.last, last.row == cell.row {
                rows[rows.count - 1].columns.append(cell.column)
            } else {
                rows.append((cell.row, [cell.column]))
            }
        }
        var blocks: [(rows: ClosedRange<Int>, columns: [Int])] = []
        for (row, columns) in rows {
            if let last = blocks.last, last.columns == columns, last.rows.upperBound + 1 == row {
                blocks[blocks.count - 1].rows = last.rows.lowerBound...row
            } else {
                blocks.append((row...row, columns))
            }
        }
        return blocks.map { rows, columns in
            let first = CellAddress(row: rows.lowerBound, column: columns.first ?? 0)
            let last = CellAddress(row: rows.upperBound, column: columns.last ?? 0)
            return first == last ? "\(first)" : "\(first):\(last)"
        }.joined(separator: ", ")
    }

    /// The finding with its place, as spreadsheets write it: `'Phụ lục 1'!C12`.
    var diagnostic: Diagnostic {
        Diagnostic(code, Text(verbatim: "'\(sheet)'!\(place): ") + what, subject: "from", notes: [mend])
    }
}

extension Diagnostic.Code {
    /// A file that no office wrote as this form, or whose stamp was changed.
    static let annexNotStamped: Self = "annex-not-stamped"
    /// A file of another form, version, office, round, unit or period.
    static let annexOfAnother: Self = "annex-of-another"
    /// Printed words that are not as they were, or rows that moved.
    static let annexChanged: Self = "annex-changed"
    /// A cell whose content cannot be what it asks for.
    static let annexCell: Self = "annex-cell"
    /// A cell that must be filled in and is not.
    static let annexEmpty: Self = "annex-empty"
    /// Numbers that cannot be true together.
    static let annexRule: Self = "annex-rule"
}
