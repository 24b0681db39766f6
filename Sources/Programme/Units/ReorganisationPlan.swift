import Commands
import Database
import Diagnostics
import Values

/// The rows of a reorganisation, held against the register and against each other.
struct ReorganisationPlan {
    let reorganisation: Reorganisation
    private(set) var rows: [ReorganisationRow] = []
    /// Why rows are not taken, by their places.
    private(set) var refusals: [Int: Text] = [:]
    /// The rows that the register has already.
    private(set) var unchanged: Set<Int> = []
    private let session: Session
    let ids: [String: Int64]
    private let standing: [Int64: [UnitSuccession]]
    private(set) var bySource: [String: [Int]] = [:]
    private(set) var byTarget: [String: [Int]] = [:]
    private(set) var shares: [Int: Share] = [:]
    private var broken: [String: Int] = [:]
    private var unknown = 0

    var changes: UnitChanges { reorganisation.changes }
    var histories: UnitHistories { changes.histories }
    var day: Day { reorganisation.day }

    init(_ reorganisation: Reorganisation, _ session: Session) throws {
        self.reorganisation = reorganisation
        self.session = session
        var ids: [String: Int64] = [:]
        for unit in reorganisation.changes.histories.all.keys {
            ids[try reorganisation.changes.histories.code(of: unit)] = unit
        }
        self.ids = ids
        standing = Dictionary(
            grouping: try UnitSuccession.all(session, where: "on_day = \(reorganisation.day)"), by: \.source)
    }

    /// Adds a row.
    mutating func add(_ row: ReorganisationRow) {
        bySource[row.source, default: []].append(rows.count)
        byTarget[row.target, default: []].append(rows.count)
        rows.append(row)
    }

    /// Leaves a source out, of which a line cannot be read.
    mutating func leave(_ source: String, because line: Int) {
        broken[source] = line
    }

    /// Finds every row that cannot be taken.
    mutating func check() throws {
        let sources = bySource.keys.sorted()
        for source in sources {
            guard let places = bySource[source] else { continue }
            if let finding = try fault(of: source, places) {
                for place in places where !unchanged.contains(place) && refusals[place] == nil {
                    refusals[place] = finding
                }
            }
        }
        for target in byTarget.keys.sorted() { try check(target: target) }
        try refuseRecorded()
        repeat { try spread() } while try refuseLeftBehind()
    }

    /// What is wrong with a source as a whole; its rows that are known already are noted.
    private mutating func fault(of source: String, _ places: [Int]) throws -> Text? {
        guard let id = ids[source] else {
            unknown += 1
            let near = unknown > 20 ? nil : nearest(to: source, among: ids.keys.sorted())
            return Text("There is no unit ‘\(source)’", vi: "Không có đơn vị ‘\(source)’")
                + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") } ?? Text(verbatim: "."))
        }
        if let line = broken[source] { return leftWith(line) }
        for (number, place) in places.enumerated() {
            if places[..<number].contains(where: { rows[$0].target == rows[place].target }) {
                return Text(
                    "Line \(rows[place].line) says the same again.", vi: "Dòng \(rows[place].line) lặp lại nội dung.")
            }
        }
        do {
            try readShares(places)
        } catch let finding as Diagnostic {
            return finding.message
        }
        if let known = standing[id] {
            let said = Set(places.map { Passed(target: ids[rows[$0].target], share: shares[$0]) })
            if said == Set(known.map { Passed(target: $0.target, share: $0.share) }) {
                unchanged.formUnion(places)
                return nil
            }
            return Text(
                "The register tells otherwise what follows \(source) on \(day).",
                vi: "Sổ đã ghi khác về đơn vị kế tục \(source) từ ngày \(day).")
        }
        if places.count == 1, rows[places[0]].target == source {
            return Text("\(source) cannot follow itself.", vi: "\(source) không thể kế tục chính nó.")
        }
        return try openFault(id, closing: byTarget[source] == nil)
    }

    private struct Passed: Hashable {
        let target: Int64?
        let share: Share?
    }

    private func openFault(_ unit: Int64, closing: Bool) throws -> Text? {
        do {
            if closing {
                _ = try changes.lastVersion(of: unit, endingOn: day)
            } else if try histories.versions(of: unit).index(on: day.adding(days: -1)) == nil
                || histories.versions(of: unit).index(on: day) == nil
            {
                throw try changes.notOpen(unit, day)
            }
            return nil
        } catch let finding as Diagnostic {
            return finding.message
        }
    }

    /// The shares of the rows of one source; unknown where none is given.
    private mutating func readShares(_ places: [Int]) throws {
        if places.count == 1 {
            shares[places[0]] = .whole
            return
        }
        let weights = places.compactMap { rows[$0].weight }
        guard !weights.isEmpty else { return }
        for (place, share) in zip(places, try Share.stated(weights, count: places.count)) { shares[place] = share }
    }

    /// Holds the rows of a target against the register and each other.
    private mutating func check(target: String) throws {
        let places = taken(byTarget[target] ?? [])
        guard let first = places.first else { return }
        if let id = ids[target] {
            guard try histories.versions(of: id).index(on: day) != nil else {
                return refuse(places, try changes.notOpen(id, day).message)
            }
        } else if places.allSatisfy({ rows[$0].name == nil }) {
            return refuse(places, Diagnostic.successorUnnamed(target).message)
        } else if try newState(of: target) == nil {
            return refuse(
                places,
                Text(
                    "It cannot be told what ‘\(target)’ is or under whom; fill in kind and under.",
                    vi: "Chưa rõ loại hoặc đơn vị quản lý của ‘\(target)’; hãy điền kind và under."))
        }
        for place in places.dropFirst() where contradicts(rows[place], rows[first]) {
            refuse(
                [place],
                Text(
                    "Line \(rows[first].line) describes ‘\(target)’ otherwise.",
                    vi: "Dòng \(rows[first].line) ghi khác về ‘\(target)’."))
        }
        for place in places {
            if let under = rows[place].under, ids[under] == nil, byTarget[under] == nil {
                refuse([place], Text("There is no unit ‘\(under)’.", vi: "Không có đơn vị ‘\(under)’."))
            } else if let under = rows[place].under, bySource[under] != nil, byTarget[under] == nil {
                refuse([place], Text("‘\(under)’ closes on the day.", vi: "‘\(under)’ đóng đúng ngày này."))
            }
        }
    }

    private func contradicts(_ one: ReorganisationRow, _ other: ReorganisationRow) -> Bool {
        func differ<Part: Equatable>(_ left: Part?, _ right: Part?) -> Bool {
            left.flatMap { left in right.map { left != $0 } } ?? false
        }
        return differ(one.name, other.name) || differ(one.kind, other.kind) || differ(one.under, other.under)
            || differ(one.place, other.place)
    }

    /// Refuses sources of which something is recorded after the day.
    private mutating func refuseRecorded() throws {
        let closing = closingSources()
        let records = try DatedRecords(session)
        let counts = try records.counts(of: closing, from: day)
        for unit in Set(counts.map(\.unit)) {
            let code = try histories.code(of: unit)
            refuse(
                taken(bySource[code] ?? []),
                UnitConflict.recordsAfter(code, records.words(unit, in: counts), day).message)
        }
    }

    /// A source of which one row is refused is refused as a whole; so is what would stand under a unit that is not
    /// opened then.
    private mutating func spread() throws {
        var isDone = false
        while !isDone {
            isDone = true
            for (_, places) in bySource {
                guard let bad = places.first(where: { refusals[$0] != nil }) else { continue }
                let rest = taken(places)
                if !rest.isEmpty { isDone = false }
                refuse(rest, leftWith(rows[bad].line))
            }
            for (target, all) in byTarget where ids[target] == nil {
                let places = taken(all)
                guard !places.isEmpty, try newState(of: target) == nil else { continue }
                isDone = false
                refuse(places, Diagnostic.successorUnnamed(target).message)
            }
            for place in taken(Array(rows.indices)) {
                guard let under = rows[place].under, ids[under] == nil, taken(byTarget[under] ?? []).isEmpty else {
                    continue
                }
                isDone = false
                refuse([place], Text("‘\(under)’ is not opened.", vi: "‘\(under)’ không được thành lập."))
            }
        }
    }

    /// Refuses sources that would leave units behind; whether any was.
    private mutating func refuseLeftBehind() throws -> Bool {
        let closing = Set(closingSources())
        var found = false
        for unit in closing.sorted() {
            let code = try histories.code(of: unit)
            let places = taken(bySource[code] ?? [])
            let target = places.count == 1 ? ids[rows[places[0]].target] : nil
            let left = try histories.members(of: unit, from: day).filter { member in
                !closing.contains(member) && (places.count > 1 || member == target)
            }
            guard !left.isEmpty else { continue }
            found = true
            refuse(
                places, try UnitConflict.unitsBelow(code, left.map { try histories.code(of: $0) }, day).message)
        }
        return found
    }

    private mutating func refuse(_ places: [Int], _ why: Text) {
        for place in places where refusals[place] == nil { refusals[place] = why }
    }

    private func leftWith(_ line: Int) -> Text {
        Text(
            "Line \(line) of the same unit is refused; a unit passes on as a whole.",
            vi: "Dòng \(line) của cùng đơn vị bị từ chối; mỗi đơn vị phải chuyển đủ các phần.")
    }

    /// Those of some rows that are still to be carried out.
    func taken(_ places: [Int]) -> [Int] {
        places.filter { refusals[$0] == nil && !unchanged.contains($0) }
    }

    /// The units that close: sources that are no target.
    func closingSources() -> [Int64] {
        bySource.keys.filter { byTarget[$0] == nil && !taken(bySource[$0] ?? []).isEmpty }.compactMap { ids[$0] }
            .sorted()
    }

    /// What a new unit is: what its rows say, and else what its sources have in common. `nil` when that is not enough.
    func newState(of target: String) throws -> (state: UnitState, under: String?)? {
        let places = taken(byTarget[target] ?? [])
        let states = try places.compactMap { place in
            try ids[rows[place].source].flatMap { try histories.versions(of: $0).nearest(to: day)?.state }
        }
        guard let name = places.compactMap({ rows[$0].name }).first else { return nil }
        let kinds = Set(states.map(\.kind))
        let managers = Set(states.map(\.manager))
        guard let kind = places.compactMap({ rows[$0].kind }).first ?? (kinds.count == 1 ? kinds.first : nil) else {
            return nil
        }
        let place = places.compactMap { rows[$0].place }.first
        if let under = places.compactMap({ rows[$0].under }).first {
            return (UnitState(name: name, kind: kind, manager: ids[under], place: place), under)
        }
        guard managers.count == 1, let shared = managers.first else { return nil }
        if let shared {
            let code = try histories.code(of: shared)
            guard bySource[code] == nil || byTarget[code] != nil else { return nil }
        }
        return (UnitState(name: name, kind: kind, manager: shared, place: place), nil)
    }
}
