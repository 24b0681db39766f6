import Values

/// What can change of a unit while it stays the same unit.
struct UnitState: Hashable {
    /// The full name.
    var name: String
    /// What it is.
    var kind: UnitKind
    /// The lasting id of the unit that manages it.
    var manager: Int64?
    /// Where it lies: the commune, in words.
    var place: String?

    /// The parts of a state, in the order in which they are told.
    static let parts: [Part] = [.name, .kind, .manager, .place]

    /// One part of a state.
    enum Part {
        case name, kind, manager, place
    }

    /// The parts in which two states differ.
    func differences(to other: UnitState) -> [Part] {
        UnitState.parts.filter { !agrees(with: other, in: $0) }
    }

    /// Whether two states have a part in common.
    func agrees(with other: UnitState, in part: Part) -> Bool {
        switch part {
        case .name: name == other.name
        case .kind: kind == other.kind
        case .manager: manager == other.manager
        case .place: place == other.place
        }
    }

    /// Takes a part over from another state.
    mutating func take(_ part: Part, from other: UnitState) {
        switch part {
        case .name: name = other.name
        case .kind: kind = other.kind
        case .manager: manager = other.manager
        case .place: place = other.place
        }
    }
}

/// What a unit was called, was and belonged to from a day on and until another.
struct UnitVersion: Hashable {
    /// The id of the row.
    let row: Int64
    /// What held.
    var state: UnitState
    /// The first day; `nil` when nobody knows.
    var since: Day?
    /// The first day on which it no longer held; `nil` while it lasts.
    var until: Day?
    /// The document that brought it about.
    var document: String?
    /// The document that closed the unit when it ended.
    var ending: String?

    /// Whether it held on a day.
    func contains(_ day: Day) -> Bool {
        (since.map { $0 <= day } ?? true) && (until.map { $0 > day } ?? true)
    }

    /// Whether it held on some day of a span whose end is not in it.
    func overlaps(from first: Day, to end: Day?) -> Bool {
        (until.map { $0 > first } ?? true) && (end.map { limit in since.map { $0 < limit } ?? true } ?? true)
    }
}

extension [UnitVersion] {
    /// The place of the version that held on a day.
    func index(on day: Day) -> Int? {
        firstIndex { $0.contains(day) }
    }

    /// The version that was nearest to a day: the one that held, else the last before it, else the first.
    func nearest(to day: Day) -> UnitVersion? {
        if let place = index(on: day) { return self[place] }
        return last { $0.until.map { $0 <= day } ?? false } ?? first
    }
}
