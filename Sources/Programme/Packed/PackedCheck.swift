import Commands
import Database
import Diagnostics
import Values

/// Holds the packed figures against the rows, as both were at the entry up to which they are packed.
enum PackedCheck {
    /// How many columns say something else than the rows.
    static func faults(_ database: any Connection) throws -> Int {
        guard let mark = try PackedMark.read(database) else { return 0 }
        var kept: PackedRegister?
        try database.scan("SELECT entry, register FROM packed_mark WHERE id = 1") { _, bytes in
            kept = PackedRegister(bytes[0])
        }
        let sight = PackedSight.at(mark.entry)
        guard let kept, let register = try PackedRegister(database, keeping: kept, visible: sight),
            register.versions == kept.versions, register.units == kept.units
        else { return 1 }
        var faults = 0
        let columns = try database.rows(
            "SELECT id, element, period FROM packed_figure WHERE states IS NOT NULL ORDER BY element, period")
        for row in columns {
            let key = PackedKey(element: try row.value(1), period: Period(word: try row.value(2)))
            let expected = try PackedColumn(database, key, register, visible: sight)
            let isSame = try isSame(row.integer(0), expected, register, database)
            if !isSame { faults += 1 }
        }
        return faults
    }

    /// Whether a row of packed figures says what is expected, and its sums, where it has some, add up to the same.
    private static func isSame(
        _ row: Int, _ expected: PackedColumn?, _ register: PackedRegister, _ database: any Connection
    ) throws -> Bool {
        var isSame = true
        var places = 0
        try database.scan("SELECT id, states, totals, women FROM packed_figure WHERE id = \(row)") { _, bytes in
            places = PackedStates.places(PackedReader(bytes[0]))
            let found = PackedColumn(
                states: bytes[0], totals: bytes[1], women: bytes[2], places: register.units.count)
            isSame = found == expected
        }
        guard isSame, places <= register.units.count else { return false }
        try database.scan("SELECT id, totals, women FROM packed_sum WHERE id = \(row)") { _, bytes in
            let sums = expected?.sums(register, places: places)
            isSame =
                isSame && sums.map { PackedBytes.same($0.totals, bytes[0]) } ?? false
                && sums.map { PackedBytes.same($0.women, bytes[1]) } ?? false
        }
        return isSame
    }
}

/// The packed figures as something that a check of the database looks at.
let packedLaw = DatabaseLaw(Text("packed figures", vi: "số liệu nén")) { database in
    guard try database.tables().contains("packed_mark") else { return (Text(verbatim: "–"), []) }
    let count = try database.first("SELECT count(*) FROM packed_figure WHERE states IS NOT NULL")?.integer(0) ?? 0
    let faults = try PackedCheck.faults(database)
    let extent = Text(count == 1 ? "1 column" : "\(count) columns", vi: "\(count) cột")
    guard faults > 0 else { return (extent, []) }
    let what = Text(
        "Packed figures say something else than the rows: \(faults) columns.",
        vi: "Số liệu nén khác với các dòng số liệu: \(faults) cột.")
    return (extent, [what])
}
