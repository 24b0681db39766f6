import Commands
import Database
import Diagnostics
import Values

/// A figure that stands here, with what brought it.
struct Standing: Hashable {
    /// The figure.
    let claim: FigureClaim
    /// The entry that brought it; `nil` where it is worked out from records.
    let entry: Int?
}

/// Takes the lines of a package whose sender is trusted.
struct PackageTaking {
    let session: Session
    let package: Package
    private let sender: Int64
    private let earlier: [Int: ReceivedPackage]
    private let figures: Figures
    private var locks: FigureLocks
    let spans: UnitSpans
    let units: [String: Int64]
    let scope: Set<Int64>
    let elements: [String: FigureElement]
    let descriptions: [String: ElementLine]
    var kinds: [Int64: Period.Kind] = [:]
    /// The returns of the package's round, once they were needed.
    var returns: [Int64: Day?]?
    private var standing: [Cell: Standing] = [:]
    private var seen: Set<Cell> = []
    /// The figures about which there is a conflict with the sender, each with the entry of the package.
    private var disputed: [Cell: Int] = [:]

    /// Whose figure it is.
    private struct Cell: Hashable {
        let element: String
        let unit: Int64
        let period: Period
    }

    /// Why a line is not taken.
    struct Refusal: Error {
        let why: Text
    }

    /// Reads what stands here of everything that the package tells of.
    init(_ session: Session, _ package: Package, sender: Int64) throws {
        self.session = session
        self.package = package
        self.sender = sender
        earlier = Dictionary(try Exchange(session).received(from: sender).map { ($0.entry, $0) }) { first, _ in first }
        figures = Figures(session)
        locks = try FigureLocks(session)
        spans = try UnitSpans(session)
        units = Dictionary(try Units(session).ever().map { ($0.code, $0.id) }) { first, _ in first }
        scope = Set(
            Units.under(package.head.from, among: try Units(session).during(package.head.period)).map(\.id))
        let all = try Elements(session).all()
        elements = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
        descriptions = Dictionary(package.elements.map { ($0.code, $0) }) { first, _ in first }
        for conflict in try Conflicts(session).open() where conflict.office == package.head.from {
            let line = conflict.line
            disputed[Cell(element: line.element, unit: conflict.unit, period: line.period)] = conflict.entry
        }
        for code in descriptions.keys.sorted() {
            guard let element = elements[code] else { continue }
            if let id = element.id { try read(element, id) } else { try read(derived: element) }
        }
    }

    private mutating func read(_ element: FigureElement, _ id: Int64) throws {
        kinds[id] = try figures.periodKind(of: element)
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state, recorded FROM figure
            WHERE element = \(id) AND period IN (\(list: package.head.period.allParts)) AND \(session.visible())
            """
        ) { row in
            standing[Cell(element: element.code, unit: try row.value(0), period: try row.value(1))] = Standing(
                claim: FigureClaim(total: try row.value(2), women: try row.value(3), state: try row.value(4)),
                entry: try row.value(5))
        }
    }

    private mutating func read(derived element: FigureElement) throws {
        let period = package.head.period
        try session.database.forEach(
            """
            SELECT unit, total, women, recorded FROM exchange_count
            WHERE element = \(element.code) AND period = \(period) AND \(session.visible())
            """
        ) { row in
            standing[Cell(element: element.code, unit: try row.value(0), period: period)] = Standing(
                claim: FigureClaim(total: try row.value(1), women: try row.value(2)), entry: try row.value(3))
        }
        for (unit, figure) in try Elements(session).source(of: element.code)?.figures(session, period) ?? [:] {
            standing[Cell(element: element.code, unit: unit, period: period)] = Standing(
                claim: FigureClaim(total: figure.total, women: figure.women), entry: nil)
        }
    }

    /// Takes every line that can be taken.
    mutating func run() throws -> Receipt {
        var receipt = Receipt(package)
        for (place, sentence) in package.sentences.enumerated() {
            do {
                receipt.note(try take(sentence, number: package.number(ofLine: place)), of: place)
            } catch let refusal as Refusal {
                receipt.note(.refused(refusal.why), of: place)
            }
        }
        return receipt
    }

    private mutating func take(_ sentence: String, number: Int) throws -> Receipt.Outcome {
        switch PackageLine(sentence) {
        case .recorded(let line)?: try take(line, number, isDerived: false)
        case .derived(let line)?: try take(line, number, isDerived: true)
        case .returned(let line)?: try take(line)
        case nil:
            throw Refusal(why: Text("This line cannot be read.", vi: "Không đọc được dòng này."))
        }
    }

    private mutating func take(_ line: FigureLine, _ number: Int, isDerived: Bool) throws -> Receipt.Outcome {
        let element = try element(line, isDerived: isDerived)
        let unit = try unit(line.unit)
        try check(line, element, unit)
        let cell = Cell(element: line.element, unit: unit, period: line.period)
        guard seen.insert(cell).inserted else {
            throw Refusal(why: Text("The package has this figure twice.", vi: "Gói có số liệu này hai lần."))
        }
        let before = standing[cell]
        if before?.claim != line.claim, let fault = try locks.fault(line.element, unit, line.period) {
            throw Refusal(why: fault.message)
        }
        if let entry = disputed[cell] {
            try refuseOlder(than: entry)
            try Conflicts(session).end(element: line.element, unit: unit, period: line.period, office: sender)
        }
        guard let before else {
            try store(line, number, element, unit, replacing: false)
            return .stored
        }
        if before.claim == line.claim { return .unchanged }
        guard let entry = before.entry, earlier[entry] != nil else {
            return .conflict(Receipt.Conflict(line: line, unit: unit, standing: before))
        }
        try refuseOlder(than: entry)
        try store(line, number, element, unit, replacing: true)
        return .corrected(Receipt.Correction(line: line, before: before.claim))
    }

    /// Refuses a line of which a later package of the same office, received by an entry, said something already.
    private func refuseOlder(than entry: Int) throws {
        guard let source = earlier[entry], !source.isOlder(than: package.head.made, package.head.number) else { return }
        throw Refusal(
            why: Text(
                "A later package of the same office says otherwise (entry \(entry)).",
                vi: "Gói lập sau của cùng cơ quan ghi khác (mục \(entry))."))
    }

    private mutating func store(
        _ line: FigureLine, _ number: Int, _ element: FigureElement, _ unit: Int64, replacing: Bool
    ) throws {
        guard let id = element.id else {
            return try ReceivedCounts(session).record(line, unit, replacing: replacing)
        }
        try figures.record(line.claim, id, unit, line.period, replacing: replacing, cell: "\(number)")
        kinds[id] = line.period.kind
    }
}
