import Commands
import Database
import Values

/// Brings the packed figures up to the present, when enough figures came since they were packed.
///
/// Whoever records figures asks for it, as a part of the same transaction; readers never do. Only the columns in which
/// something changed are written.
struct PackedUpkeep {
    private let database: any Connection
    private let entry: Int

    /// So many rows may wait before they are packed.
    static let patience: Int64 = 4096

    /// Prepares the upkeep within the entry that is being written.
    init(_ session: Session) {
        self.init(session.database, entry: session.entry)
    }

    /// Prepares the upkeep of a database whose last entry is known.
    init(_ database: any Connection, entry: Int) {
        self.database = database
        self.entry = entry
    }

    /// Packs where the row that was just inserted is a figure of this entry, and the last of so many.
    ///
    /// What was inserted last is otherwise a matter of the connection, not of the journal.
    func runWhenDue() throws {
        let last = database.lastInsertedID
        guard last % PackedUpkeep.patience == 0,
            try database.first("SELECT 1 FROM figure WHERE id = \(last) AND recorded = \(entry)") != nil
        else { return }
        try run(after: PackedUpkeep.patience / 2)
    }

    /// Packs what came since the last time, where it is more than so many rows, or the first time.
    func run(after patience: Int64 = PackedUpkeep.patience) throws {
        let now = try PackedMark.now(database, entry: entry)
        let before = try PackedMark.read(database)
        let mark = try before ?? start()
        let waiting = now.figure - mark.figure
        guard before == nil || waiting > patience else { return }
        guard let register = try register(mark) else { return try drop() }
        if waiting > PackedUpkeep.few {
            for key in try touched(mark) { try keep(packed(key, register), key) }
        } else {
            let changes = try PackedChanges(database, since: mark)
            for key in changes.figures.keys.sorted() {
                let column = try column(key, changes.figures[key] ?? [:], register)
                try keep(column?.bytes(register) ?? PackedUpkeep.unpackable, key)
            }
        }
        try packSome(register)
        try database.execute("DELETE FROM packed_mark")
        try database.execute(
            """
            INSERT INTO packed_mark (id, entry, figure, version, unit, register)
            VALUES (1, \(now.entry), \(now.figure), \(now.version), \(now.unit), \(register.bytes))
            """)
    }

    /// Of more changes than these, columns are read anew instead of the changes being gathered.
    private static let few: Int64 = 1 << 16

    /// The columns in which anything changed since a mark.
    private func touched(_ mark: PackedMark) throws -> [PackedKey] {
        try database.rows(
            """
            SELECT element, period FROM figure WHERE id > \(mark.figure)
            UNION SELECT element, period FROM figure WHERE retired > \(mark.entry)
            ORDER BY element, period
            """
        ).map { PackedKey(element: try $0.value(0), period: try $0.value(1)) }
    }

    /// The bytes of a column as its rows have it.
    private func packed(_ key: PackedKey, _ register: PackedRegister) throws -> PackedColumn.Bytes {
        try PackedColumn(database, key, register)?.bytes(register) ?? PackedUpkeep.unpackable
    }

    /// Nothing is packed yet: what stood before this entry stays with its rows until it changes.
    private func start() throws -> PackedMark {
        let before = try database.first("SELECT coalesce(max(id), 0) FROM figure WHERE recorded < \(entry)")
        try database.forEach(
            "SELECT DISTINCT element, period FROM figure WHERE recorded < \(entry) ORDER BY element, period"
        ) { row in
            try keep(nil, PackedKey(element: row.value(0), period: row.value(1)))
        }
        return PackedMark(entry: entry - 1, figure: try before?.value(0) ?? 0, version: 0, unit: 0)
    }

    private func register(_ mark: PackedMark) throws -> PackedRegister? {
        var kept: PackedRegister?
        try database.scan("SELECT entry, register FROM packed_mark WHERE id = 1") { _, bytes in
            kept = PackedRegister(bytes[0])
        }
        return try PackedRegister(database, keeping: kept)
    }

    /// Nothing can be packed any more.
    private func drop() throws {
        try database.execute("DELETE FROM packed_sum")
        try database.execute("DELETE FROM packed_figure")
        try database.execute("DELETE FROM packed_mark")
    }

    /// A column as it is now: as it was packed, with what changed, or read from its rows.
    private func column(
        _ key: PackedKey, _ figures: [Int64: FigureClaim?], _ register: PackedRegister
    ) throws -> PackedColumn? {
        var packed: PackedColumn?
        try database.scan(
            """
            SELECT id, states, totals, women FROM packed_figure
            WHERE element = \(key.element) AND period = \(key.period.word) AND states IS NOT NULL
            """
        ) { _, bytes in
            packed = PackedColumn(
                states: bytes[0], totals: bytes[1], women: bytes[2], places: register.units.count)
        }
        guard var column = packed else { return try PackedColumn(database, key, register) }
        for (unit, claim) in figures {
            guard let place = register.place(of: unit), column.put(claim, at: place) else { return nil }
        }
        return column
    }

    /// Packs some of the columns that were on record before anything was packed.
    private func packSome(_ register: PackedRegister) throws {
        let some = try database.rows(
            "SELECT element, period FROM packed_figure WHERE states IS NULL ORDER BY id LIMIT 16")
        for row in some {
            let key = PackedKey(element: try row.value(0), period: Period(word: try row.value(1)))
            try keep(packed(key, register), key)
        }
    }

    /// What stands for a column whose figures cannot be packed.
    private static let unpackable = PackedColumn.Bytes()

    /// Keeps a column; without bytes one that waits to be packed.
    private func keep(_ bytes: PackedColumn.Bytes?, _ key: PackedKey) throws {
        try database.execute(
            """
            INSERT INTO packed_figure (element, period, states, totals, women)
            VALUES (\(key.element), \(key.period.word), \(bytes?.states), \(bytes?.totals), \(bytes?.women))
            ON CONFLICT (element, period)
            DO UPDATE SET states = excluded.states, totals = excluded.totals, women = excluded.women
            """)
        let row: Int64? = try database.first(
            "SELECT id FROM packed_figure WHERE element = \(key.element) AND period = \(key.period.word)"
        )?.value(0)
        guard let row else { return }
        try database.execute("DELETE FROM packed_sum WHERE id = \(row)")
        guard let bytes, !bytes.states.isEmpty else { return }
        try database.execute(
            "INSERT INTO packed_sum (id, totals, women) VALUES (\(row), \(bytes.totalSums), \(bytes.womenSums))")
    }
}
