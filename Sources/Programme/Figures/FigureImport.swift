import Commands
import Database
import Diagnostics
import Values

/// Takes figures from a sheet, row by row: one figure a row, or a row a unit with columns for several elements.
///
/// What the database holds is read once before, so that rows are only compared. A row is taken whole or not at all.
struct FigureImport {
    private let session: Session
    private let figures: Figures
    private let places: Places
    private var locks: FigureLocks
    private var elements: [String: Known] = [:]
    private var kinds: [Int64: Period.Kind] = [:]
    private var stored: [Int64: [Key: FigureClaim]] = [:]
    private var lines: [Int64: [Key: (line: Int, claim: FigureClaim)]] = [:]
    /// The elements that have columns of their own.
    private let wide: [Wide]

    /// Where the parts of a row stand.
    private struct Places {
        let element, unit, area, period, total, women, men, state: ImportPlace
    }

    /// The columns of one element.
    private struct Wide {
        let element: FigureElement
        let id: Int64
        let total, women, men: ImportPlace
    }

    /// Whose figure it is.
    private struct Key: Hashable {
        let unit: Int64
        let period: Period
    }

    /// An element and its id.
    private struct Known {
        let element: FigureElement
        let id: Int64?
    }

    /// One figure of a row.
    private struct Taken {
        let element: FigureElement
        let id: Int64
        let claim: FigureClaim
        let cell: String
    }

    init(_ session: Session, _ sheet: SheetImport) throws {
        self.session = session
        figures = Figures(session)
        locks = try FigureLocks(session)
        places = Places(
            element: sheet.place("element"), unit: sheet.place("unit"), area: sheet.place("place"),
            period: sheet.place("period"), total: sheet.place("total"), women: sheet.place("women"),
            men: sheet.place("men"), state: sheet.place("state"))
        var wide: [Wide] = []
        for element in try Elements(session).all() {
            elements[element.code] = Known(element: element, id: element.id)
            guard let id = element.id else { continue }
            if let every = element.every { kinds[id] = every.kind }
            let columns = FigureColumns.names(of: element.code).map { sheet.place($0) }
            if columns.contains(where: { $0.column != nil }) {
                wide.append(Wide(element: element, id: id, total: columns[0], women: columns[1], men: columns[2]))
            }
        }
        self.wide = wide
        try FigureColumns.check(places.element, hasOwn: !wide.isEmpty, sheet.file.name)
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let period = row.period(places.period)
        if period == nil, row.cell(places.period) == nil { row.missing(places.period) }
        if let period, period.first > session.today { row.note(places.period, Diagnostic.futurePeriod(period).message) }
        let span = (period?.first ?? session.today, period?.last ?? session.today)
        let unit = row.unit(places.unit, area: places.area, from: span.0, to: span.1)
        let taken = wide.isEmpty ? [try long(row)].compactMap { $0 } : wide.compactMap { figure(row, $0) }
        if let period { try check(taken, period, row) }
        try row.settle()
        guard let unit, let period else { return .unchanged }
        return try store(taken, Key(unit: unit.id, period: period), row.line)
    }

    /// The kind of period of each element, which its first figure decides.
    private mutating func check(_ taken: [Taken], _ period: Period, _ row: ImportRow) throws {
        for figure in taken {
            if stored[figure.id] == nil { try read(figure.id) }
            if let kind = kinds[figure.id], kind != period.kind {
                row.note(places.period, Diagnostic.wrongPeriodKind(figure.element.code, period, kind).message)
            }
        }
    }

    private mutating func read(_ element: Int64) throws {
        var found: [Key: FigureClaim] = [:]
        try session.database.forEach(
            "SELECT unit, period, total, women, state FROM figure WHERE element = \(element) AND \(session.visible())"
        ) { row in
            let period: Period = try row.value(1)
            kinds[element] = period.kind
            found[Key(unit: try row.value(0), period: period)] = FigureClaim(
                total: try row.value(2), women: try row.value(3), state: try row.value(4))
        }
        stored[element] = found
    }

    /// Stores the figures of a row; those that came earlier in the sheet with other numbers refuse it.
    private mutating func store(_ taken: [Taken], _ key: Key, _ line: Int) throws -> ImportOutcome {
        guard !taken.isEmpty else {
            throw ImportConflict(Text("The row has no number.", vi: "Dòng không có số liệu nào."))
        }
        let earlier = taken.compactMap { figure in lines[figure.id]?[key].map { (figure, $0) } }
        for (figure, before) in earlier where before.claim != figure.claim {
            throw ImportConflict(
                Text(
                    "Line \(before.line) has another number for this figure (\(figure.element.code)).",
                    vi: "Dòng \(before.line) đã có số khác cho số liệu này (\(figure.element.code))."))
        }
        if earlier.count == taken.count, let first = earlier.first { return .duplicate(of: first.1.line) }
        for figure in taken where stored[figure.id]?[key] != figure.claim {
            if let fault = try locks.fault(figure.element.code, key.unit, key.period) {
                throw ImportConflict(fault.message)
            }
        }
        var isNew = false
        for figure in taken {
            lines[figure.id, default: [:]][key] = (line, figure.claim)
            let before = stored[figure.id]?[key]
            guard before != figure.claim else { continue }
            try figures.record(
                figure.claim, figure.id, key.unit, key.period, replacing: before != nil, cell: figure.cell)
            kinds[figure.id] = key.period.kind
            isNew = true
        }
        return isNew ? .stored : .unchanged
    }

    /// The one figure of a row that names its element.
    private func long(_ row: ImportRow) throws -> Taken? {
        let claim = claim(row)
        guard let code = row.requiredText(places.element) else { return nil }
        guard let known = elements[code] else {
            let near = nearest(to: code, among: elements.keys.sorted())
            row.note(
                places.element,
                Text("There is no element ‘\(code)’", vi: "Không có số liệu ‘\(code)’")
                    + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") } ?? Text(verbatim: ".")),
                proposal: near.map { Text(verbatim: ImportMapping.line("text", code, $0)) })
            return nil
        }
        guard let id = known.id else {
            row.note(places.element, Diagnostic.figureDerived(code).message)
            return nil
        }
        guard let claim else { return nil }
        if let fault = claim.fault(known.element) { row.note(place(of: fault), fault.message) }
        return Taken(element: known.element, id: id, claim: claim, cell: row.address(places.total))
    }

    /// The figure of one element in a row of several; `nil` where its cells are empty.
    private func figure(_ row: ImportRow, _ wide: Wide) -> Taken? {
        guard [wide.total, wide.women, wide.men].contains(where: { row.cell($0) != nil }) else { return nil }
        guard let claim = completed(row, wide.total, wide.women, wide.men) else { return nil }
        let cell = wide.total.exists ? wide.total : wide.women
        if let fault = claim.fault(wide.element) {
            row.note(fault.subject == "women" ? wide.women : cell, fault.message)
        }
        return Taken(element: wide.element, id: wide.id, claim: claim, cell: row.address(cell))
    }

    private func place(of fault: Diagnostic) -> ImportPlace { fault.subject == "women" ? places.women : places.total }

    /// The numbers and the state of a row that names its element.
    private func claim(_ row: ImportRow) -> FigureClaim? {
        guard var claim = completed(row, places.total, places.women, places.men) else { return nil }
        guard row.cell(places.state) != nil else { return claim }
        guard let state: FigureState = row.choice(places.state) else { return nil }
        claim.state = state
        return claim
    }

    /// Any two of total, women and men give the third; all three must agree.
    private func completed(
        _ row: ImportRow, _ totalPlace: ImportPlace, _ womenPlace: ImportPlace, _ menPlace: ImportPlace
    ) -> FigureClaim? {
        let before = row.conflictCount
        let (total, women, men) = (row.number(totalPlace), row.number(womenPlace), row.number(menPlace))
        guard row.conflictCount == before else { return nil }
        var claim = FigureClaim(total: total, women: women)
        guard let men else { return claim }
        claim.total = total ?? women?.adding(men)
        claim.women = women ?? total?.subtracting(men)
        guard let women = claim.women, women.adding(men) == claim.total else {
            row.note(
                totalPlace,
                Text("Women and men do not add up to the total.", vi: "Số nữ cộng số nam không bằng tổng số."))
            return nil
        }
        return claim
    }
}
