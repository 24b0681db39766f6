import Commands
import Database
import Diagnostics
import Values

/// Merges and splits units on one day by one document.
struct Reorganisation {
    let changes: UnitChanges
    let day: Day
    let document: String?

    private var session: Session { changes.session }
    private var histories: UnitHistories { changes.histories }

    init(_ changes: UnitChanges, on day: Day, document: String?) {
        (self.changes, self.day, self.document) = (changes, day, document)
    }

    /// A new unit, opened on the day.
    func open(_ code: String, _ state: UnitState) throws -> Int64 {
        if let manager = state.manager {
            try changes.requireManager(manager, of: 0, from: day, to: nil)
        }
        return try histories.insert(code, state, since: day, document: document)
    }

    /// Lets units become one. Those that are not the target close; the units under them pass to it.
    func merge(_ sources: [Int64], into target: Int64) throws {
        guard try histories.versions(of: target).index(on: day) != nil else {
            throw try changes.notOpen(target, day, "into")
        }
        for source in sources { try refuseOtherRole(source, becoming: "source") }
        try refuseOtherRole(target, becoming: "target")
        let leaving = Set(sources)
        for source in sources {
            _ = try changes.lastVersion(of: source, endingOn: day)
            for member in try histories.members(of: source, from: day) where !leaving.contains(member) {
                guard try histories.versions(of: member).index(on: day) != nil else { continue }
                try changes.change(member, on: day, document: document) { $0.manager = target }
            }
        }
        try DatedRecords(session).refuse(sources, from: day, histories)
        for source in sources {
            try changes.close(source, on: day, document: document, leaving: leaving)
            try record(source, target, .merge, .whole)
        }
    }

    /// Lets a unit become several; it closes unless it is one of them.
    func split(_ source: Int64, into targets: [Int64], shares: [Share]?) throws {
        try refuseOtherRole(source, becoming: "source")
        for target in targets {
            if target != source { try refuseOtherRole(target, becoming: "target") }
            guard try histories.versions(of: target).index(on: day) != nil else {
                throw try changes.notOpen(target, day, "into")
            }
        }
        if targets.contains(source) {
            let versions = try histories.versions(of: source)
            if let place = versions.index(on: day), versions[place].since == day,
                place == 0 || versions[place - 1].until != day
            {
                throw try UnitConflict.openedThatDay(histories.code(of: source), day)
            }
        } else {
            _ = try changes.lastVersion(of: source, endingOn: day)
            try DatedRecords(session).refuse([source], from: day, histories)
            try changes.close(source, on: day, document: document)
        }
        for (place, target) in targets.enumerated() {
            try record(source, target, .split, shares?[place])
        }
    }

    /// Notes that a unit follows another.
    func record(_ source: Int64, _ target: Int64, _ kind: SuccessionKind, _ share: Share?) throws {
        try UnitSuccession(
            source: source, target: target, kind: kind, day: day, share: share, document: document
        ).record(session)
    }

    /// What was said on one day in two sentences has no order: a unit that passes something on cannot receive too.
    private func refuseOtherRole(_ unit: Int64, becoming role: String) throws {
        let condition: SQL =
            role == "source" ? "(source = \(unit) OR target = \(unit))" : "source = \(unit)"
        guard try !UnitSuccession.all(session, where: "\(condition) AND on_day = \(day)").isEmpty else { return }
        throw try UnitConflict.changedThatDay(histories.code(of: unit), day)
    }
}
