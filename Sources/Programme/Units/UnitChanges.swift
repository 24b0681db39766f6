import Commands
import Diagnostics
import Values

/// Changes units from a day on. What is said already of later days stays; what cannot hold beside it is refused.
struct UnitChanges {
    let session: Session
    let histories: UnitHistories

    init(_ session: Session) {
        self.session = session
        histories = UnitHistories(session)
    }

    /// Changes a unit from a day on, up to the day from which the register has something else already.
    func change(
        _ unit: Int64, on day: Day, document: String?, _ edit: (inout UnitState) -> Void
    ) throws {
        let versions = try histories.versions(of: unit)
        guard let place = versions.index(on: day) else { throw try notOpen(unit, day) }
        let before = versions[place]
        var after = before.state
        edit(&after)
        let parts = before.state.differences(to: after)
        guard !parts.isEmpty else { throw try UnitConflict.nothingChanges(histories.code(of: unit), day) }
        if before.since == day { try refuseSecondChange(unit, versions, place, parts) }
        let later = followers(of: place, in: versions, keeping: parts)
        if parts.contains(.manager), let manager = after.manager {
            try requireManager(manager, of: unit, from: day, to: later.last?.until ?? before.until)
        }
        var begun = before
        begun.state = after
        begun.since = day
        begun.document = before.since == day ? UnitChanges.joined(before.document, document) : document
        var ended = before
        (ended.until, ended.ending) = (day, nil)
        try histories.replace(before, of: unit, with: before.since == day ? [begun] : [ended, begun])
        for version in later {
            var changed = version
            for part in parts where version.state.agrees(with: before.state, in: part) {
                changed.state.take(part, from: after)
            }
            try histories.replace(version, of: unit, with: [changed])
        }
    }

    /// The later versions into which a change is carried: as long as they follow without a gap and have still
    /// something that the change replaces.
    private func followers(
        of place: Int, in versions: [UnitVersion], keeping parts: [UnitState.Part]
    ) -> [UnitVersion] {
        let before = versions[place]
        var (end, left): (Day?, [UnitState.Part]) = (before.until, parts)
        var found: [UnitVersion] = []
        for version in versions[(place + 1)...] {
            guard version.since == end else { break }
            left = left.filter { version.state.agrees(with: before.state, in: $0) }
            guard !left.isEmpty else { break }
            found.append(version)
            end = version.until
        }
        return found
    }

    /// A version that begins on the day may get another part changed, not the same part a second time.
    private func refuseSecondChange(
        _ unit: Int64, _ versions: [UnitVersion], _ place: Int, _ parts: [UnitState.Part]
    ) throws {
        let version = versions[place]
        let day = version.since ?? session.today
        let code = try histories.code(of: unit)
        guard place > 0, versions[place - 1].until == version.since else {
            throw UnitConflict.openedThatDay(code, day)
        }
        for part in parts where !versions[place - 1].state.agrees(with: version.state, in: part) {
            throw UnitConflict.changedThatDay(code, day)
        }
    }

    /// Closes a unit: the day is the first on which it is no longer open.
    ///
    /// `leaving` are units that go with it; any other that stands under it then is a conflict.
    func close(_ unit: Int64, on day: Day, document: String?, leaving: Set<Int64> = []) throws {
        let version = try lastVersion(of: unit, endingOn: day)
        let left = try histories.members(of: unit, from: day).filter { !leaving.contains($0) }
        guard left.isEmpty else {
            throw try UnitConflict.unitsBelow(
                histories.code(of: unit), left.map { try histories.code(of: $0) }, day)
        }
        var closed = version
        (closed.until, closed.ending) = (day, document)
        try histories.replace(version, of: unit, with: [closed])
    }

    /// The version with which a unit can end on a day: one that holds the day before, and after which nothing comes.
    func lastVersion(of unit: Int64, endingOn day: Day) throws -> UnitVersion {
        let versions = try histories.versions(of: unit)
        guard let place = versions.index(on: day) else { throw try notOpen(unit, day) }
        let version = versions[place]
        let code = try histories.code(of: unit)
        if version.since == day {
            guard place > 0, versions[place - 1].until == day else { throw UnitConflict.openedThatDay(code, day) }
            throw UnitConflict.changedThatDay(code, day)
        }
        if let next = version.until { throw UnitConflict.changedLater(code, next) }
        return version
    }

    /// Opens a closed unit again, as it last was.
    func reopen(_ unit: Int64, on day: Day, document: String?, _ edit: (inout UnitState) -> Void) throws {
        let versions = try histories.versions(of: unit)
        let code = try histories.code(of: unit)
        if versions.index(on: day) != nil { throw UnitConflict.openAlready(code, day) }
        guard let last = versions.last, let until = last.until, until <= day else {
            throw UnitConflict.changedLater(code, versions.first?.since ?? day)
        }
        var state = last.state
        edit(&state)
        if let manager = state.manager { try requireManager(manager, of: unit, from: day, to: nil) }
        if until == day {
            throw UnitConflict.changedThatDay(code, day)
        }
        try histories.add(
            UnitVersion(row: 0, state: state, since: day, until: nil, document: document, ending: nil), to: unit)
    }

    /// Refuses a manager that is not open all the time, or that stands under the unit itself.
    func requireManager(_ manager: Int64, of unit: Int64, from first: Day, to end: Day?) throws {
        var day: Day? = first
        for version in try histories.versions(of: manager) {
            guard let open = day, version.contains(open) else { continue }
            day = version.until
            if day == nil { break }
        }
        if let closing = day, end.map({ closing < $0 }) ?? true {
            let code = try histories.code(of: manager)
            if closing == first { throw try notOpen(manager, first, "under") }
            throw UnitConflict.managerCloses(code, closing)
        }
        try refuseCircle(manager, unit, from: first, to: end)
    }

    /// Walks up from a manager through every form that it had in the span.
    private func refuseCircle(_ manager: Int64, _ unit: Int64, from first: Day, to end: Day?) throws {
        var seen: Set<Int64> = []
        var waiting = [manager]
        while let next = waiting.popLast() {
            if next == unit {
                throw try UnitConflict.circle(histories.code(of: unit), histories.code(of: manager))
            }
            guard seen.insert(next).inserted else { continue }
            for version in try histories.versions(of: next) where version.overlaps(from: first, to: end) {
                if let above = version.state.manager { waiting.append(above) }
            }
        }
    }

    /// What is said of a unit that is not open on a day.
    func notOpen(_ unit: Int64, _ day: Day, _ argument: String = "unit") throws -> Diagnostic {
        var finding = Diagnostic.unitNotOpen(try histories.code(of: unit), on: Text(verbatim: "\(day)"))
        finding.subject = argument
        return finding
    }

    private static func joined(_ one: String?, _ other: String?) -> String? {
        let both = [one, other].compactMap { $0 }
        if both.count == 2, both[0] == both[1] { return one }
        return both.isEmpty ? nil : both.joined(separator: "; ")
    }
}
