import Commands
import Database
import Values

/// Works indicators out from packed figures, all periods and branches at once, with the same results as
/// ``IndicatorComputation``: that is the meaning, this is the fast way where every figure is whole and of just the
/// period that is asked for.
struct PackedComputation {
    private let session: Session
    private let catalogue: FormulaCatalogue
    private let periods: [Period]
    private let request: IndicatorRequest
    private var figures: PackedFigures
    private var sums = PackedSums()
    private var frames: [Frame?] = []
    private var askedKinds: [AskedKey: UInt32] = [:]
    private var adjusted: [AdjustedKey: Int] = [:]
    private var exact: [PackedKey: Bool] = [:]
    private var periodKinds: [Int64: Period.Kind?] = [:]
    private let formulas: [String: PackedFormulas]

    /// What is the same for all indicators of a period.
    struct Frame {
        let structure: PackedStructure
        /// The number of the structure: periods in which nothing changed share it.
        let number: Int
        let branches: PackedBranches
        let scope: PlaceBits
        var counts: [[PackedCounts.Input]: PackedCounts] = [:]
        /// The units that follow each closed one.
        var heirs: [(place: Int, heirs: [Int])] = []
    }

    private struct AskedKey: Hashable {
        let states: Set<Int>
        let element: Int64
        let structure: Int
    }

    private struct AdjustedKey: Hashable {
        let states: Int
        let frame: Int
        let period: Period
        let isStock: Bool
    }

    /// Prepares the computation of some indicators; `nil` where nothing can be packed.
    init?(
        _ session: Session, _ periods: [Period], _ indicators: [Indicator], _ catalogue: FormulaCatalogue,
        _ request: IndicatorRequest
    ) throws {
        guard session.horizon == nil else { return nil }
        var formulas: [String: PackedFormulas] = [:]
        for indicator in indicators { formulas[indicator.code] = PackedFormulas(indicator, catalogue) }
        let elements = Set(
            formulas.values.flatMap { $0.readings.values.compactMap { catalogue.elements[$0.element]?.id } })
        guard !elements.isEmpty, let figures = try PackedFigures(session, elements: elements) else { return nil }
        self.session = session
        self.catalogue = catalogue
        self.periods = periods
        self.request = request
        self.formulas = formulas
        self.figures = figures
        try makeFrames()
    }

    private mutating func makeFrames() throws {
        let days = PackedRegister.Days(figures.register)
        for (number, period) in periods.enumerated() {
            if let same = frames.last.flatMap({ $0 }), days.areSame(periods[number - 1], period) {
                frames.append(same)
                continue
            }
            guard let structure = PackedStructure(figures.register, period, today: session.today) else {
                frames.append(nil)
                continue
            }
            let branches = PackedBranches(structure, request.division, heads: request.headKinds)
            frames.append(
                Frame(
                    structure: structure, number: frames.count, branches: branches,
                    scope: try scope(structure), heirs: try heirs(structure, period)))
        }
    }

    private func scope(_ structure: PackedStructure) throws -> PlaceBits {
        var scope = structure.open
        if let top = request.top {
            let place = try Units(session).id(of: top.code).flatMap { figures.register.place(of: $0) }
            scope = place.map { structure.under($0) } ?? PlaceBits(places: structure.kinds.count)
        }
        return request.kinds.map { scope & structure.places(of: UnitKind.bits($0)) } ?? scope
    }

    private func heirs(_ structure: PackedStructure, _ period: Period) throws -> [(place: Int, heirs: [Int])] {
        guard !structure.closed.isEmpty else { return [] }
        let end = min(period.last, session.today)
        let recast = try UnitRecast(session, structure: end)
        return structure.closed.compactMap { closed in
            let unit = figures.register.units[closed.place]
            let heirs = recast.heirs(of: unit, from: closed.until.adding(days: -1), to: end)
            return heirs.isEmpty ? nil : (closed.place, heirs.compactMap { figures.register.place(of: $0) })
        }
    }

    /// The results of indicators, by indicator and then by period; `nil` where the general way is needed.
    mutating func results(_ indicators: [Indicator]) throws -> [[PackedResults?]] {
        var work: [[(PackedPlan, PackedCounts)?]] = []
        for indicator in indicators {
            var row: [(PackedPlan, PackedCounts)?] = []
            for place in periods.indices { row.append(try ask(indicator, place)) }
            work.append(row)
        }
        try sums.run(&figures, session.database)
        let codes = try Codes(session, figures.register, frames, request.division)
        return work.map { row in
            row.enumerated().map { place, made in
                guard let (plan, counts) = made, let frame = frames[place] else { return nil }
                return PackedResults(plan, counts, frame, periods[place], request, sums, codes)
            }
        }
    }

    /// Asks for the sums that an indicator needs in a period; `nil` where the general way is needed.
    private mutating func ask(_ indicator: Indicator, _ place: Int) throws -> (PackedPlan, PackedCounts)? {
        let period = periods[place]
        guard let frame = frames[place], let formulas = formulas[indicator.code] else { return nil }
        guard
            let plan = try formulas.plan(
                period, today: session.today, catalogue, isExact: { try isExact($0, $1) })
        else { return nil }
        var inputs: Set<PackedCounts.Input> = []
        for reading in plan.inputs.values {
            guard let column = try figures.column(reading.key) else { return nil }
            inputs.insert(
                PackedCounts.Input(
                    states: try states(column.states, reading, place, frame), needsWomen: reading.measure != .total,
                    kinds: try kinds(reading.element, frame), isDue: reading.isDue))
        }
        let sorted = inputs.sorted()
        let counts: PackedCounts
        if let known = frames[place]?.counts[sorted] {
            counts = known
        } else {
            counts = PackedCounts(
                sorted, figures.states, scope: frame.scope, ofKinds: { frame.structure.places(of: $0) }, frame.branches,
                number: { sums.add($0) })
            frames[place]?.counts[sorted] = counts
        }
        for reading in plan.inputs.values {
            let measures = reading.measure == .men ? [false, true] : [reading.measure == .women]
            for ofWomen in measures {
                sums.ask(PackedSums.Request(key: reading.key, ofWomen: ofWomen, mask: counts.mask))
            }
        }
        return (plan, counts)
    }

    /// Whether the figures of an element for a period stand for just that period, and none for a part of it.
    private mutating func isExact(_ key: PackedKey, _ element: FigureElement) throws -> Bool {
        if let known = exact[key] { return known }
        let kind: Period.Kind?
        if let known = periodKinds[key.element] {
            kind = known
        } else {
            kind = try Figures(session).periodKind(of: element)
            periodKinds[key.element] = kind
        }
        var answer = kind.map { $0 == key.period.kind } ?? true
        if answer, key.period.kind != .month {
            answer = try !figures.periods(key.element).contains { part in
                part != key.period && part.first >= key.period.first && part.last <= key.period.last
            }
        }
        exact[key] = answer
        return answer
    }

    /// The kinds of units that were ever asked for an element, as they are in a structure.
    private mutating func kinds(_ element: FigureElement, _ frame: Frame) throws -> UInt32 {
        guard let id = element.id else { return 0 }
        let all = figures.allStates(id)
        let key = AskedKey(states: all ?? [], element: all == nil ? id : -1, structure: frame.number)
        if let known = askedKinds[key] { return known }
        let asked: PlaceBits
        if let all {
            asked = all.reduce(PlaceBits(places: frame.structure.kinds.count)) { $0 | figures.states[$1].asked }
        } else {
            asked = try figures.asked(id)
        }
        let kinds = frame.structure.kinds(of: asked)
        askedKinds[key] = kinds
        return kinds
    }

    /// The states of a column as a period sees them, by their number.
    private mutating func states(
        _ number: Int, _ reading: PackedReading, _ place: Int, _ frame: Frame
    ) throws -> Int {
        guard !reading.isOwn || !frame.heirs.isEmpty else { return number }
        let key = AdjustedKey(
            states: number, frame: frame.number, period: reading.key.period, isStock: reading.element.isStock)
        if let known = adjusted[key] { return known }
        var states = figures.states[number]
        if reading.isOwn {
            for (place, heirs) in frame.heirs {
                let isTold = heirs.contains { frame.structure.open[$0] && states.reported[$0] }
                guard !states.recorded[place] || (reading.element.isStock && isTold) else { continue }
                states.leaveOut(place)
            }
        } else {
            let before = PackedStructure(figures.register, reading.key.period, today: session.today)
            states.leaveOut(allBut: before?.open ?? PlaceBits(places: frame.structure.kinds.count))
        }
        let made = figures.add(states)
        adjusted[key] = made
        return made
    }
}

extension UnitKind {
    /// Kinds as bits, each at its place in the list.
    static func bits(_ kinds: Set<UnitKind>) -> UInt32 {
        allCases.enumerated().reduce(0) { $0 | (kinds.contains($1.element) ? 1 << UInt32($1.offset) : 0) }
    }
}

extension PackedStates {
    /// The question does not arise at all places but some.
    mutating func leaveOut(allBut open: PlaceBits) {
        (reported, women) = (reported & open, women & open)
        (withheld, declared) = (withheld & open, declared & open)
        let all = PlaceBits(words: open.words.map { _ in .max })
        notApplicable = (notApplicable & open) | (all - open)
    }
}
