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

    /// The finding with its place, as spreadsheets write it: `'Phụ lục 1'!C12`.
    var diagnostic: Diagnostic {
        let place = cells.map(\.description).joined(separator: ", ")
        return Diagnostic(code, Text(verbatim: "'\(sheet)'!\(place): ") + what, subject: "from", notes: [mend])
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
