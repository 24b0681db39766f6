import Commands
import Values

/// Takes a whole reorganisation from a file: which units follow which from one day on.
///
/// A source with several rows splits, a target with several rows is merged. A source is taken with all its rows or not
/// at all, so that no share of it is lost.
struct ReorganisationImport {
    private let places: ReorganisationRow.Places
    private var plan: ReorganisationPlan

    init(_ session: Session, _ sheet: SheetImport, on day: Day, document: String?) throws {
        places = ReorganisationRow.Places(sheet)
        let changes = UnitChanges(session)
        try changes.histories.readAll()
        plan = try ReorganisationPlan(Reorganisation(changes, on: day, document: document), session)
    }

    /// Takes a row, whose fate the others decide too; what keeps one row of a source out keeps all of them out.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        do {
            plan.add(try ReorganisationRow(row, places))
        } catch {
            if let source = row.typed(places.source) { plan.leave(source, because: row.line) }
            throw error
        }
        return .later
    }

    /// Carries out what can be; gives what became of each row that was taken.
    mutating func carryOut() throws -> [Result<ImportOutcome, ImportConflict>] {
        try plan.check()
        try plan.carryOut()
        return plan.rows.indices.map { place in
            if let why = plan.refusals[place] { return .failure(ImportConflict(why)) }
            return .success(plan.unchanged.contains(place) ? .unchanged : .stored)
        }
    }
}
