import Values

/// The walk over the rows of a sheet, which can be halted and gone on with.
struct SheetReading {
    /// What became of the rows so far.
    private(set) var tally: ImportTally
    /// Whether all rows were read.
    private(set) var isOver = false
    private let sheet: SheetImport
    private let about: [ImportPlace]
    private let row: ImportRow
    private let rules: RowRules
    private let given: [GivenTwice]
    private var isFirst = true

    /// Stands before the first row; `about` are the columns by which an answer tells a row.
    init(_ sheet: SheetImport, _ about: [String]) {
        self.sheet = sheet
        self.about = about.map { sheet.place($0) }
        tally = ImportTally(sheet)
        row = ImportRow(sheet.sheet, sheet.mapping, sheet.units)
        rules = RowRules(sheet.headings, sheet.sheet)
        given = sheet.given
    }

    /// Hands over the next rows that hold a record, at most so many.
    mutating func read(atMost count: Int, _ take: (ImportRow) throws -> ImportOutcome) throws {
        var left = count
        while left > 0 {
            guard try row.walk.advance() else {
                isOver = true
                return try tally.checkTotals(sheet.columns.filter { $0.content != .text }.map { sheet.place($0.name) })
            }
            guard row.walk.line > sheet.headings.lines.upperBound else { continue }
            if let kind = rules.kind(of: row, isFirst: isFirst) {
                tally.pass(over: kind, row.walk.line)
                if kind != .blank { isFirst = false }
                continue
            }
            isFirst = false
            left -= 1
            try hand(over: take)
        }
    }

    private mutating func hand(over take: (ImportRow) throws -> ImportOutcome) throws {
        tally.begin(row)
        row.clear()
        for twice in given { row.compare(twice) }
        do {
            if let width = row.walk.exactWidth, width != rules.width { try rules.refuse(row.walk) }
            tally.note(try take(row), row, about)
        } catch let conflicts as ImportConflicts {
            tally.refuse(row, conflicts.all, about)
        } catch let conflict as ImportConflict {
            tally.refuse(row, [conflict], about)
        }
    }
}

extension SheetImport {
    /// Reads rows while those before them are kept: `take` makes of each row what there is to keep, in a second thread
    /// and so without asking the database, and `keep` gets it in the order of the rows, many at a time.
    func read<Kept>(
        _ about: [String], rows: Int, _ take: @escaping (ImportRow, inout [Kept]) throws -> ImportOutcome,
        keep: ([Kept]) throws -> Void
    ) throws -> ImportTally {
        let ahead = ReadingAhead(SheetReading(self, about), take)
        ahead.read(rows)
        while !ahead.isOver {
            let kept = try ahead.takeOver()
            var outcome: Result<Void, any Error> = .success(())
            sideBySide {
                outcome = Result { try keep(kept) }
            } _: {
                ahead.read(rows)
            }
            try outcome.get()
        }
        try keep(ahead.takeOver())
        return ahead.tally
    }
}

/// Rows that are read while others are kept. The second thread alone touches it until that has ended.
private final class ReadingAhead<Kept>: @unchecked Sendable {
    private var reading: SheetReading
    private let take: (ImportRow, inout [Kept]) throws -> ImportOutcome
    private var kept: [Kept] = []
    private var failure: (any Error)?

    init(_ reading: SheetReading, _ take: @escaping (ImportRow, inout [Kept]) throws -> ImportOutcome) {
        self.reading = reading
        self.take = take
    }

    var tally: ImportTally { reading.tally }
    var isOver: Bool { reading.isOver || failure != nil }

    func read(_ rows: Int) {
        do { try reading.read(atMost: rows) { try take($0, &kept) } } catch { failure = error }
    }

    /// What the rows gave that were read since; throws what ended the reading.
    func takeOver() throws -> [Kept] {
        if let failure { throw failure }
        defer { kept = [] }
        return kept
    }
}
