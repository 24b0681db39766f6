import Commands
import Reading
import Values

/// Takes a whole reorganisation from a file: which units follow which from one day on.
///
/// A source with several rows splits, a target with several rows is merged. A source is taken with all its rows or not
/// at all, so that no share of it is lost.
struct ReorganisationImport {
    private let session: Session
    private let sheet: ImportSheet
    private var plan: ReorganisationPlan

    init(_ session: Session, _ sheet: ImportSheet, on day: Day, document: String?) throws {
        self.session = session
        self.sheet = sheet
        let changes = UnitChanges(session)
        try changes.histories.readAll()
        plan = try ReorganisationPlan(Reorganisation(changes, on: day, document: document), session)
    }

    /// Takes every row that can be taken.
    mutating func run() throws -> ImportTally {
        var tally = ImportTally(sheet)
        for row in sheet.rows {
            do {
                plan.add(try ReorganisationRow(row, sheet))
            } catch let refusal as ReorganisationRow.Refusal {
                let what = ["source", "target"].compactMap { sheet.cell(row, $0) }.joined(separator: " → ")
                tally.note(.refused(RefusedRow(line: row.line, what: what, why: refusal.why)))
                if let source = sheet.cell(row, "source") { plan.leave(source, because: row.line) }
            }
        }
        try plan.check()
        try plan.carryOut()
        for (place, row) in plan.rows.enumerated() {
            if let why = plan.refusals[place] {
                tally.note(.refused(RefusedRow(line: row.line, what: "\(row.source) → \(row.target)", why: why)))
            } else {
                tally.note(plan.unchanged.contains(place) ? .unchanged : .stored)
            }
        }
        return tally
    }
}
