import Database
import Values

/// The units with their versions, by places: the order in which packed figures stand.
///
/// A place is never given to another unit. Units that come later get the next places, among themselves in the order of
/// the tree, so that everything below a unit lies in one run of places or a few.
struct PackedRegister {
    /// The unit of each place.
    private(set) var units: [Int64] = []
    /// All versions, by place and first day.
    private(set) var versions: [Version] = []
    /// The places at which a part of the tree begins or a part has ended, rising: sums are kept from each to the next.
    ///
    /// They are never taken back, so that a column knows its own by how many places it has. Where the tree was changed
    /// since, a sum may begin between two of them and is worked out from the numbers.
    private(set) var steps: [Int32] = []
    private var placeOf: [Int32] = []

    /// A unit as it is from a day up to another.
    struct Version: Hashable {
        let row: Int32
        let place: Int32
        /// The place of the unit that manages it; -1 for none.
        let manager: Int32
        let kind: UInt8
        let since: Int32
        let until: Int32

        /// The first day of a version whose first day nobody knows.
        static let ever = Int32.min
        /// The end of a version that lasts.
        static let lasting = Int32.max
    }

    /// Ids above this are not packed: places are found by a list as long as the largest.
    private static let largestID = 1 << 24

    /// Reads the units that stand, and gives those without a place the next ones; `nil` where they are too many.
    init?(_ database: any Connection, keeping kept: PackedRegister?, visible: PackedSight = .now) throws {
        guard add(kept?.units ?? []) else { return nil }
        let columns = try database.columns(
            """
            SELECT v.id, v.unit, v.manager, v.kind, v.since, v.until FROM unit_version v JOIN unit u ON u.id = v.unit
            WHERE \(visible.rows("v")) AND \(visible.rows("u")) ORDER BY v.unit, v.since NULLS FIRST, v.id
            """, as: [.integer, .integer, .integer, .text, .date, .date])
        guard case .words(let rows) = columns[0].cells, case .words(let units) = columns[1].cells,
            case .words(let managers) = columns[2].cells, case .texts(let kinds, let pool) = columns[3].cells,
            case .words(let since) = columns[4].cells, case .words(let until) = columns[5].cells
        else { return nil }
        let above = rows.indices.map { columns[2].absent?[$0] == 1 ? nil : Int64?.some(managers[$0]) }
        guard add(PackedRegister.inOrderOfTree(units, above)), (rows.max() ?? 0) <= Int32.max else { return nil }
        let numbers = try pool.map { try UnitKind.number(of: $0) }
        versions = rows.indices.map { row in
            Version(
                row: Int32(truncatingIfNeeded: rows[row]), place: Int32(place(of: units[row]) ?? -1),
                manager: Int32(above[row].flatMap { place(of: $0) } ?? -1), kind: numbers[Int(kinds[row])],
                since: columns[4].absent?[row] == 1 ? Version.ever : Int32(truncatingIfNeeded: since[row]),
                until: columns[5].absent?[row] == 1 ? Version.lasting : Int32(truncatingIfNeeded: until[row]))
        }
        steps = kept?.steps ?? []
        addSteps(from: kept?.units.count ?? 0)
        sort()
    }

    /// Adds the steps of new places, as the last versions have the tree. The versions stand by unit and first day.
    private mutating func addSteps(from first: Int) {
        var managers = [Int32](repeating: -1, count: units.count)
        for version in versions where version.place >= 0 { managers[Int(version.place)] = version.manager }
        var manages = PlaceBits(places: units.count)
        for manager in managers where manager >= 0 { manages[Int(manager)] = true }
        for place in first..<units.count {
            let isBelow = place > 0 && Int(managers[place]) == place - 1
            guard place == first || manages[place] || (managers[place] != managers[place - 1] && !isBelow) else {
                continue
            }
            steps.append(Int32(place))
        }
    }

    /// The steps of a column that has so many places.
    func steps(below places: Int) -> ArraySlice<Int32> {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle] < places { low = middle + 1 } else { high = middle }
        }
        return steps[..<low]
    }

    /// The place of a unit.
    func place(of unit: Int64) -> Int? {
        guard unit >= 0, unit < placeOf.count else { return nil }
        let place = placeOf[Int(unit)]
        return place >= 0 ? Int(place) : nil
    }

    /// Gives units that have no place the next ones; no where there are too many.
    private mutating func add(_ more: [Int64]) -> Bool {
        guard let largest = more.max() else { return true }
        guard largest < PackedRegister.largestID, more.min() ?? 0 >= 0 else { return false }
        if largest >= placeOf.count {
            placeOf.append(contentsOf: repeatElement(-1, count: Int(largest) + 1 - placeOf.count))
        }
        for unit in more where placeOf[Int(unit)] < 0 {
            placeOf[Int(unit)] = Int32(units.count)
            units.append(unit)
        }
        return units.count <= PackedNumbers.mostPlaces
    }

    private mutating func sort() {
        versions.sort { ($0.place, $0.since, $0.row) < ($1.place, $1.since, $1.row) }
    }

    /// Units as the tree of their last versions has them: each before those that it manages.
    private static func inOrderOfTree(_ units: [Int64], _ managers: [Int64?]) -> [Int64] {
        var above: [Int64: Int64?] = [:]
        for (unit, manager) in zip(units, managers) { above[unit] = manager }
        var below: [Int64: [Int64]] = [:]
        for (unit, manager) in above { if let manager { below[manager, default: []].append(unit) } }
        var (ordered, seen) = ([Int64](), Set<Int64>())
        let roots = above.filter { $0.value.map { above[$0] == nil } ?? true }.map(\.key).sorted()
        // Units that manage each other have no root; they follow.
        for root in roots + above.keys.sorted() {
            var waiting = [root]
            while let unit = waiting.popLast() {
                guard seen.insert(unit).inserted else { continue }
                ordered.append(unit)
                waiting += (below[unit] ?? []).sorted(by: >)
            }
        }
        return ordered
    }
}

extension PackedRegister {
    /// The days on which anything about a unit begins or ends.
    struct Days {
        private let begins: Set<Int32>
        private let ends: Set<Int32>

        init(_ register: PackedRegister) {
            var (begins, ends) = (Set<Int32>(), Set<Int32>())
            var last: (Int32, Int32) = (Version.ever, Version.lasting)
            for version in register.versions where (version.since, version.until) != last {
                last = (version.since, version.until)
                begins.insert(version.since)
                ends.insert(version.until)
            }
            (self.begins, self.ends) = (begins, ends)
        }

        /// Whether the units of two periods are the same, and none of them closed meanwhile.
        func areSame(_ one: Period, _ other: Period) -> Bool {
            let first = min(one.first, other.first).number
            let last = max(one.last, other.last).number
            return !begins.contains { $0 > first && $0 <= last } && !ends.contains { $0 > first && $0 <= last }
        }
    }

    /// The bytes that are kept.
    var bytes: [UInt8] {
        var bytes = PackedBytes()
        // Kinds are kept by name, so that a later Sen may list them in another order.
        let names = UnitKind.allCases.map(\.rawValue).joined(separator: " ")
        bytes.append(UInt32(names.utf8.count))
        names.utf8.forEach { bytes.append($0) }
        bytes.append(UInt32(units.count))
        units.forEach { bytes.append(Int32(truncatingIfNeeded: $0)) }
        bytes.append(UInt32(versions.count))
        for version in versions {
            for number in [version.row, version.place, version.manager, version.since, version.until] {
                bytes.append(number)
            }
        }
        for version in versions { bytes.append(version.kind) }
        bytes.append(UInt32(steps.count))
        steps.forEach { bytes.append($0) }
        return bytes.bytes
    }

    /// Reads what is kept; `nil` where it is none.
    init?(_ kept: UnsafeRawBufferPointer) {
        var bytes = PackedReader(kept)
        guard let length = bytes.next(UInt32.self), let name = bytes.next(Int(length), of: UInt8.self),
            let count = bytes.next(UInt32.self), let units = bytes.next(Int(count), of: Int32.self),
            add(units.map(Int64.init)), let rows = bytes.next(UInt32.self),
            let numbers = bytes.next(Int(rows) * 5, of: Int32.self),
            let kinds = bytes.next(Int(rows), of: UInt8.self)
        else { return nil }
        // Registers that were kept before there were sums end here.
        if !bytes.isAtEnd {
            guard let count = bytes.next(UInt32.self), let steps = bytes.next(Int(count), of: Int32.self),
                bytes.isAtEnd, PackedRegister.areSteps(steps, of: units.count)
            else { return nil }
            self.steps = steps
        }
        let known = String(decoding: name, as: UTF8.self).split(separator: " ")
            .map { word in UnitKind.allCases.firstIndex { $0.rawValue == word }.map { UInt8($0) } }
        versions.reserveCapacity(Int(rows))
        for row in 0..<Int(rows) {
            let (place, manager) = (numbers[row * 5 + 1], numbers[row * 5 + 2])
            guard Int(kinds[row]) < known.count, let kind = known[Int(kinds[row])],
                place >= 0, place < units.count, manager >= -1, manager < units.count
            else { return nil }
            versions.append(
                Version(
                    row: numbers[row * 5], place: place, manager: manager, kind: kind,
                    since: numbers[row * 5 + 3], until: numbers[row * 5 + 4]))
        }
    }

    /// Whether numbers are places, each above the one before it.
    private static func areSteps(_ steps: [Int32], of places: Int) -> Bool {
        zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 } && (steps.first ?? 0) >= 0
            && (steps.last ?? -1) < places
    }

    /// Whether anything about units came after a mark.
    static func hasChanged(_ database: any Connection, since mark: PackedMark) throws -> Bool {
        try database.first(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM unit_version WHERE id > \(mark.version))
                OR EXISTS (SELECT 1 FROM unit WHERE id > \(mark.unit))
                OR EXISTS (SELECT 1 FROM unit_version WHERE retired > \(mark.entry))
                OR EXISTS (SELECT 1 FROM unit WHERE retired > \(mark.entry))
            """) != nil
    }
}

extension UnitKind {
    /// The number of a kind in packed registers.
    fileprivate static func number(of name: String) throws -> UInt8 {
        UInt8(allCases.firstIndex { $0.rawValue == name } ?? 0)
    }
}

/// Which rows count: those that stand now, or those that stood at an entry.
enum PackedSight {
    case now
    case at(Int)

    /// The condition on the rows of a table.
    func rows(_ alias: StaticString) -> SQL {
        let prefix = SQL(stringLiteral: alias) + "."
        switch self {
        case .now: return prefix + "retired IS NULL"
        case .at(let entry):
            return """
                \(prefix)recorded <= \(entry) AND (\(prefix)retired IS NULL OR \(prefix)retired > \(entry))
                """
        }
    }
}

/// Up to where the packed figures are true: the last entry, and the last rows that it and those before it brought.
struct PackedMark: Hashable {
    let entry: Int
    let figure: Int64
    let version: Int64
    let unit: Int64

    /// Reads the mark; `nil` where nothing is packed.
    static func read(_ database: any Connection) throws -> PackedMark? {
        try database.first("SELECT entry, figure, version, unit FROM packed_mark WHERE id = 1").map {
            PackedMark(entry: try $0.value(0), figure: try $0.value(1), version: try $0.value(2), unit: try $0.value(3))
        }
    }

    /// The mark of a database whose last entry is known, as it is now.
    static func now(_ database: any Connection, entry: Int) throws -> PackedMark {
        func last(_ table: SQL) throws -> Int64 {
            try database.first("SELECT coalesce(max(id), 0) FROM \(table)")?.value(0) ?? 0
        }
        return PackedMark(
            entry: entry, figure: try last("figure"), version: try last("unit_version"), unit: try last("unit"))
    }
}
