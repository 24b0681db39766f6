import Commands
import Database
import Documents
import Journal
import Values

/// What differs between a report as of two days, and which entries brought it.
///
/// The report is made again for entries in between, halving the stretches in which it changes, so that what is named as
/// the cause of a change is the very entry behind which the report read otherwise.
struct ReportComparison {
    /// One place that changed.
    struct Difference {
        let place: DocumentCells.Place
        let before: String?
        let after: String?
        /// What brought it, each with the entries; for the passing of time there are none.
        var causes: [Cause: Set<Int>] = [:]
        /// Whether some of the entries are only possible causes.
        var isUnsure = false
    }

    /// Why a report changes.
    enum Cause: Int, Comparable {
        case time, late, correction, definition, structure, other

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        var words: Text {
            switch self {
            case .time: Text("time passed", vi: "thời gian trôi qua")
            case .late: Text("late data", vi: "số liệu bổ sung")
            case .correction: Text("correction", vi: "đính chính")
            case .definition: Text("definition", vi: "thay đổi định nghĩa")
            case .structure: Text("structure", vi: "thay đổi đơn vị")
            case .other: Text("other", vi: "khác")
            }
        }
    }

    private let session: Session
    private let day: Day
    private let build: () throws -> Document
    private var differences: [DocumentCells.Place: Difference] = [:]
    private var order: [DocumentCells.Place] = []
    private let kinds: EntryKinds
    /// How many more times the report may be made.
    private var budget = 400

    /// Makes a report as of two days and compares what it says.
    init(from first: Day, to last: Day, _ session: Session, build: @escaping () throws -> Document) throws {
        self.session = session
        self.build = build
        day = last
        let (start, end) = try (session.journal.lastNumber(by: first), session.journal.lastNumber(by: last))
        kinds = try EntryKinds(from: start + 1, to: max(start, end), session)
        let before = try session.asOf(first) { try cells() }
        let after = try session.asOf(last) { try cells() }
        let known = Set(before.order)
        order = before.order + after.order.filter { !known.contains($0) }
        for place in order where before[place] != after[place] {
            differences[place] = Difference(place: place, before: before[place], after: after[place])
        }
        guard !differences.isEmpty else { return }
        let waited = try? session.asOf(last, through: start) { try cells() }
        if let waited {
            attribute(before, waited) { $0.causes[.time] = [] }
            explore(start, waited, end, after)
        } else {
            blame(start + 1...max(start + 1, end), before, after)
        }
    }

    /// The differences in the order of the report.
    var all: [Difference] { order.compactMap { differences[$0] } }

    private func cells() throws -> DocumentCells {
        DocumentCells(try build(), in: session.surroundings.language)
    }

    private mutating func explore(_ low: Int, _ before: DocumentCells, _ high: Int, _ after: DocumentCells) {
        guard low < high, before != after else { return }
        let middle = low + (high - low) / 2
        budget -= 1
        guard high - low > 1, budget >= 0,
            let between = try? session.asOf(day, through: middle, { try cells() })
        else { return blame(low + 1...high, before, after) }
        explore(low, before, middle, between)
        explore(middle, between, high, after)
    }

    /// Takes entries for the causes of what is different behind them.
    private mutating func blame(_ entries: ClosedRange<Int>, _ before: DocumentCells, _ after: DocumentCells) {
        let kinds = kinds
        attribute(before, after) { difference in
            if entries.count > 1 { difference.isUnsure = true }
            for entry in entries {
                let causes = kinds.causes[entry] ?? (entries.count > 1 ? [] : [.other])
                for cause in causes { difference.causes[cause, default: []].insert(entry) }
            }
        }
    }

    private mutating func attribute(
        _ before: DocumentCells, _ after: DocumentCells, _ change: (inout Difference) -> Void
    ) {
        for place in differences.keys where before[place] != after[place] {
            differences[place].map { difference in
                var difference = difference
                change(&difference)
                differences[place] = difference
            }
        }
    }
}

/// What entries did to the records, as causes of changes.
struct EntryKinds {
    private(set) var causes: [Int: Set<ReportComparison.Cause>] = [:]

    init(from first: Int, to last: Int, _ session: Session) throws {
        guard first <= last else { return }
        let kinds = session.registry.kindNames.compactMap { session.registry.kind($0) }
        for form in try session.recordTables() {
            let kind = kinds.first { $0.table == form.name || $0.parts[form.name] != nil }
            let ended = try session.database.rows(
                """
                SELECT DISTINCT retired FROM \(form.name) WHERE retired BETWEEN \(first) AND \(last)
                """
            ).map { try $0.integer(0) }
            let brought = try session.database.rows(
                """
                SELECT DISTINCT recorded FROM \(form.name) WHERE recorded BETWEEN \(first) AND \(last)
                """
            ).map { try $0.integer(0) }
            for entry in Set(ended + brought) {
                let cause: ReportComparison.Cause =
                    switch kind?.matter ?? .facts {
                    case .definitions: .definition
                    case .structure: .structure
                    case .facts: ended.contains(entry) ? .correction : .late
                    }
                causes[entry, default: []].insert(cause)
            }
        }
        let undoing = try session.database.rows(
            "SELECT recorded FROM taken_back WHERE recorded BETWEEN \(first) AND \(last)")
        for row in undoing {
            let entry = try row.integer(0)
            if causes[entry]?.remove(.late) != nil { causes[entry]?.insert(.correction) }
        }
        // An amended definition moves the records that refer to it; they did not change.
        for (entry, found) in causes where found.contains(.definition) || found.contains(.structure) {
            causes[entry] = found.subtracting([.correction, .late])
        }
    }
}
