import Commands
import Database
import Tables
import Values

/// The results of indicators for several periods: from packed figures where these tell them, else unit by unit.
struct IndicatorResults {
    private let session: Session
    private let periods: [Period]
    private let request: IndicatorRequest
    private let catalogue: FormulaCatalogue
    private let structure: Day?
    /// What the structure of another day cannot tell.
    private(set) var untold: [Text] = []

    init(
        _ session: Session, _ periods: [Period], _ request: IndicatorRequest, _ catalogue: FormulaCatalogue,
        structure: Day?
    ) {
        self.session = session
        self.periods = periods
        self.request = request
        self.catalogue = catalogue
        self.structure = structure
    }

    /// The results by indicator and then by period, as a table of the columns that somebody needs, and with all of them
    /// also one by one.
    mutating func table(_ indicators: [Indicator], needed: Set<String>?) throws -> (Table, [IndicatorResult]) {
        let packed = try packed(indicators)
        let language = session.surroundings.language
        if let needed, let table = PackedTable(packed, request, needed: needed)?.table(needed, language) {
            return (table, [])
        }
        let results = try all(indicators, packed)
        return (IndicatorTable.table(results, language, needed: needed), results)
    }

    /// The results by indicator and then by period.
    mutating func all(_ indicators: [Indicator]) throws -> [IndicatorResult] {
        try all(indicators, packed(indicators))
    }

    private mutating func all(_ indicators: [Indicator], _ packed: [[PackedResults?]]) throws -> [IndicatorResult] {
        var results = packed.map { $0.map { $0?.all } }
        let recast = try structure.map { try UnitRecast(session, structure: $0) }
        for (place, period) in periods.enumerated() {
            let missing = indicators.indices.filter { results[$0][place] == nil }
            guard !missing.isEmpty else { continue }
            var computation = try IndicatorComputation(
                session, period: period, under: request.top, kinds: request.kinds, catalogue, recast: recast)
            for indicator in missing {
                results[indicator][place] = try computation.results(
                    indicators[indicator], by: request.division, at: request.heads)
            }
            untold += computation.reservations.filter { !untold.contains($0) }
        }
        return results.flatMap { $0.flatMap { $0 ?? [] } }
    }

    private func packed(_ indicators: [Indicator]) throws -> [[PackedResults?]] {
        let nothing = indicators.map { _ in [PackedResults?](repeating: nil, count: periods.count) }
        guard structure == nil else { return nothing }
        guard var computation = try PackedComputation(session, periods, indicators, catalogue, request) else {
            return nothing
        }
        return try computation.results(indicators)
    }
}
