import Commands
import Database
import Values

/// The packed figures of some elements as they are now: what is kept, and what came since it was kept.
///
/// A column that is not kept is read from its rows, so that nobody can tell the difference but by the time it takes.
struct PackedFigures {
    /// The units by places.
    let register: PackedRegister
    private let database: any Connection
    private let mark: PackedMark?
    private let changes: PackedChanges?
    private var columns: [PackedKey: Column] = [:]
    /// The columns that are not kept because they cannot be packed, or were never packed.
    private var loose: Set<PackedKey> = []
    /// The distinct states of all columns: most elements are reported by the same units.
    private(set) var states: [PackedStates] = []
    private var shared = SharedStates()
    /// The states of all kept columns by element, and the elements that have columns which are not kept.
    private var statesOf: [Int64: Set<Int>] = [:]
    private var isLoose: Set<Int64> = []

    /// A column: where its numbers are, and what its figures are.
    struct Column {
        /// Where the numbers are.
        let numbers: Numbers
        /// The place of the states in ``PackedFigures/states``.
        let states: Int
        /// The place of the states that belong to the numbers as they are kept.
        let kept: Int
        /// The figures that are others than those that are kept, by place.
        var changed: [Int: FigureClaim?] = [:]
    }

    /// Where numbers are.
    enum Numbers {
        /// In a row of `packed_figure`, for so many places.
        case row(Int64, places: Int)
        case memory(PackedColumn)
    }

    /// The states that were read last, to find those that are the same byte for byte.
    private struct SharedStates {
        var recent: [(bytes: [UInt8], place: Int)] = []
    }

    /// Reads what is kept of elements; `nil` where nothing can be packed.
    init?(_ session: Session, elements: Set<Int64>) throws {
        let database = session.database
        self.database = database
        mark = try PackedMark.read(database)
        if let mark {
            var kept: PackedRegister?
            try database.scan("SELECT entry, register FROM packed_mark WHERE id = 1") { _, bytes in
                kept = PackedRegister(bytes[0])
            }
            guard let kept else { return nil }
            let changed = try PackedRegister.hasChanged(database, since: mark)
            guard let now = changed ? try PackedRegister(database, keeping: kept) : kept else { return nil }
            register = now
            changes = try PackedChanges(database, since: mark)
        } else {
            guard let now = try PackedRegister(database, keeping: nil) else { return nil }
            register = now
            changes = nil
        }
        try read(elements)
    }

    private mutating func read(_ elements: Set<Int64>) throws {
        guard mark != nil, !elements.isEmpty else { return }
        var keys: [Int64: PackedKey] = [:]
        let list = elements.sorted()
        let rows = try database.columns(
            "SELECT p.id, p.element, p.period FROM packed_figure p WHERE p.element IN (\(list: list))",
            as: [.integer, .integer, .integer])
        if case .words(let ids) = rows[0].cells, case .words(let elements) = rows[1].cells,
            case .words(let periods) = rows[2].cells
        {
            for row in ids.indices {
                keys[ids[row]] = PackedKey(element: elements[row], period: Period(word: periods[row]))
            }
        }
        try database.scan("SELECT id, states FROM packed_figure WHERE element IN (\(list: list))") { id, bytes in
            guard let key = keys[id] else { return }
            guard !bytes[0].isEmpty, let known = place(of: bytes[0]) else {
                loose.insert(key)
                return
            }
            let places = PackedStates.places(PackedReader(bytes[0]))
            columns[key] = Column(numbers: .row(id, places: places), states: known, kept: known)
        }
        for (key, figures) in changes?.figures ?? [:] where elements.contains(key.element) {
            guard let column = columns[key] else {
                loose.insert(key)
                continue
            }
            columns[key] = changed(column, figures)
            if columns[key] == nil { loose.insert(key) }
        }
        for (key, column) in columns { statesOf[key.element, default: []].insert(column.states) }
        isLoose = Set(loose.map(\.element))
    }

    /// The place of states, which are added when they are new.
    private mutating func place(of bytes: UnsafeRawBufferPointer) -> Int? {
        if let known = shared.recent.first(where: { PackedBytes.same($0.bytes, bytes) }) { return known.place }
        guard let read = PackedStates(PackedReader(bytes), places: register.units.count) else { return nil }
        states.append(read)
        shared.recent.insert((Array(bytes), states.count - 1), at: 0)
        if shared.recent.count > 8 { shared.recent.removeLast() }
        return states.count - 1
    }

    /// A column with what came since; `nil` where that cannot be packed.
    private mutating func changed(_ column: Column, _ figures: [Int64: FigureClaim?]) -> Column? {
        var known = states[column.states]
        var changed: [Int: FigureClaim?] = [:]
        for (unit, claim) in figures {
            guard let place = register.place(of: unit), PackedColumn.numbers(claim) != nil else { return nil }
            known.put(claim, at: place)
            changed[place] = claim
        }
        return Column(numbers: column.numbers, states: add(known), kept: column.kept, changed: changed)
    }

    /// Adds states to those that are known.
    mutating func add(_ more: PackedStates) -> Int {
        states.append(more)
        return states.count - 1
    }

    /// The column of an element and a period; `nil` where its numbers cannot be packed.
    mutating func column(_ key: PackedKey) throws -> Column? {
        if let column = columns[key] { return column }
        let isNothing = mark != nil && !loose.contains(key)
        let read =
            isNothing ? PackedColumn(places: register.units.count) : try PackedColumn(database, key, register)
        guard let read else { return nil }
        let place = add(read.states)
        columns[key] = Column(numbers: .memory(read), states: place, kept: place)
        return columns[key]
    }

    /// The periods for which an element has or had figures.
    func periods(_ element: Int64) throws -> Set<Period> {
        guard mark == nil else {
            return Set((Array(columns.keys) + loose).filter { $0.element == element }.map(\.period))
        }
        return Set(
            try database.rows("SELECT DISTINCT period FROM figure WHERE element = \(element) AND retired IS NULL").map {
                try $0.value(0)
            })
    }

    /// The states of all columns of an element, by their places; `nil` where not all are known.
    func allStates(_ element: Int64) -> Set<Int>? {
        mark == nil || isLoose.contains(element) ? nil : statesOf[element] ?? []
    }

    /// Where anybody was ever asked for an element, by its rows.
    func asked(_ element: Int64) throws -> PlaceBits {
        var asked = PlaceBits(places: register.units.count)
        try database.forEach(
            """
            SELECT DISTINCT unit FROM figure
            WHERE element = \(element) AND state <> 'not-applicable' AND retired IS NULL
            """
        ) { row in
            if let place = register.place(of: try row.value(0)) { asked[place] = true }
        }
        return asked
    }
}
