public import Commands
import Database
import Diagnostics
public import Values

/// A figure of a unit's return: a number, or why there is none.
public struct ReturnedFigure: Sendable, Hashable {
    /// All of them; `nil` where there is no number.
    public let total: Number?
    /// The women among them; `nil` for what is not counted by sex.
    public let women: Number?
    /// Whether there is a number, and if not, why.
    public let state: FigureState

    /// Holds a figure.
    public init(total: Number?, women: Number?, state: FigureState = .reported) {
        (self.total, self.women, self.state) = (total, women, state)
    }
}

/// The figures that returns of units bring: typed ones go on record, those that packs here derive from records are kept
/// as the unit's own counts, which stand where this office has no records of the unit.
public struct ReturnedFigures {
    private let session: Session
    private let figures: Figures
    private var elements: [String: FigureElement] = [:]
    private var locks: FigureLocks
    /// The codes of elements that are not defined, as they were asked for.
    public let unknown: [String]

    /// Looks up the elements that a return tells of.
    public init(_ session: Session, of codes: [String]) throws {
        self.session = session
        figures = Figures(session)
        locks = try FigureLocks(session)
        let list = Elements(session)
        for code in codes { elements[code] = try list.element(code) }
        let known = elements
        unknown = codes.filter { known[$0] == nil }
    }

    /// What stands of an element in a period, by the lasting ids of units; where this office has records of a unit,
    /// what these say.
    public func known(of code: String, in period: Period) throws -> [Int64: ReturnedFigure] {
        guard elements[code]?.isDerived == true else { return try returned(of: code, in: period) }
        return try Elements(session).figures(derivedAs: code, period).mapValues {
            ReturnedFigure(total: $0.total, women: $0.women)
        }
    }

    /// What units have returned of an element for a period.
    public func returned(of code: String, in period: Period) throws -> [Int64: ReturnedFigure] {
        guard let element = elements[code] else { return [:] }
        guard let id = element.id else {
            return try Elements(session).received(code, period).mapValues {
                ReturnedFigure(total: $0.total, women: $0.women)
            }
        }
        var known: [Int64: ReturnedFigure] = [:]
        try session.database.forEach(
            """
            SELECT unit, total, women, state FROM figure
            WHERE element = \(id) AND period = \(period) AND \(session.visible())
            """
        ) { row in
            known[try row.value(0)] = ReturnedFigure(
                total: try row.value(1), women: try row.value(2), state: try row.value(3))
        }
        return known
    }

    /// Keeps a figure with the cell in which it stood; says whether it is another than the one before. What is wrong
    /// with it by itself is thrown as a diagnostic.
    public mutating func record(
        _ figure: ReturnedFigure, of code: String, unit: Int64, period: Period, cell: String
    ) throws -> Bool {
        guard let element = elements[code] else { return false }
        let claim = FigureClaim(total: figure.total, women: figure.women, state: figure.state)
        if let fault = claim.fault(element) { throw fault }
        guard let id = element.id else { return try keep(claim, derivedAs: code, unit, period) }
        if let kind = try figures.periodKind(of: element), kind != period.kind {
            throw Diagnostic.wrongPeriodKind(code, period, kind)
        }
        let before = try figures.current(id, unit, period)
        guard before != claim else { return false }
        if let fault = try locks.fault(code, unit, period) { throw fault }
        try FigureParts(session, element, id, unit: unit, period).check(claim)
        try figures.record(claim, id, unit, period, replacing: before != nil, cell: cell)
        return true
    }

    /// Packs the figures where enough of them have come.
    public func finish() throws { try PackedUpkeep(session).runWhenDue() }

    /// Keeps a count as the unit's own; without a number there is none any more.
    private mutating func keep(_ claim: FigureClaim, derivedAs code: String, _ unit: Int64, _ period: Period) throws
        -> Bool
    {
        let before = try session.database.first(
            """
            SELECT total, women FROM exchange_count
            WHERE element = \(code) AND period = \(period) AND unit = \(unit) AND \(session.visible())
            """
        ).map { FigureClaim(total: try $0.value(0), women: try $0.value(1)) }
        guard before != claim, before != nil || claim.total != nil else { return false }
        if let fault = try locks.fault(code, unit, period) { throw fault }
        if before != nil {
            try session.database.execute(
                """
                UPDATE exchange_count SET retired = \(session.entry)
                WHERE element = \(code) AND period = \(period) AND unit = \(unit) AND retired IS NULL
                """)
        }
        if let total = claim.total {
            try session.database.execute(
                """
                INSERT INTO exchange_count (element, unit, period, total, women, recorded)
                VALUES (\(code), \(unit), \(period), \(total), \(claim.women), \(session.entry))
                """)
        }
        return true
    }
}
