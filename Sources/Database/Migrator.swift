public import Diagnostics
internal import Values

/// Brings a database to the tables that this program knows.
public struct Migrator: Sendable {
    /// The steps, in the order in which they run: by pack as given, then by number.
    public let migrations: [Migration]

    /// Gathers the steps of all packs; a pack whose tables refer to another's stands behind it.
    public init(_ migrations: [Migration]) throws {
        var packs: [String] = []
        var steps: [String: [Migration]] = [:]
        for migration in migrations {
            if steps[migration.pack] == nil { packs.append(migration.pack) }
            guard !steps[migration.pack, default: []].contains(where: { $0.number == migration.number }) else {
                throw Migrator.doubled(migration)
            }
            steps[migration.pack, default: []].append(migration)
        }
        self.migrations = packs.flatMap { steps[$0, default: []].sorted { $0.number < $1.number } }
    }

    /// Runs the steps that are missing, all or none of them, and gives them back.
    ///
    /// Refuses a database of another program, of a newer format, or with steps that this program does not know.
    @discardableResult
    public func run(on connection: any Connection) throws -> [Migration] {
        // Most starts find nothing to do, and then nobody is kept from writing.
        guard try !missing(on: connection).isEmpty else { return [] }
        guard !connection.isReadOnly else { throw Diagnostic.databaseOlder(connection.name) }
        return try connection.transaction {
            // Somebody else may have made the tables meanwhile.
            let missing = try missing(on: connection)
            try connection.setStamp(.current)
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS migration (
                    pack TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (pack, number))
                """)
            for migration in missing {
                for statement in migration.statements { try connection.migrate(statement) }
                try connection.execute(
                    "INSERT INTO migration (pack, number) VALUES (\(migration.pack), \(migration.number))")
            }
            return missing
        }
    }

    /// The steps that a database lacks. Refuses it as ``run(on:)`` does, and writes nothing.
    public func missing(on connection: any Connection) throws -> [Migration] {
        let tables = try connection.tables()
        try connection.stamp().check(hasTables: !tables.isEmpty, name: connection.name)
        guard tables.contains("migration") else { return migrations }
        var done: [String: Set<Int>] = [:]
        try connection.forEach("SELECT pack, number FROM migration ORDER BY pack, number") { row in
            let (pack, number) = (try row.text(0), try row.integer(1))
            try check(pack: pack, number: number, name: connection.name)
            done[pack, default: []].insert(number)
        }
        return migrations.filter { !done[$0.pack, default: []].contains($0.number) }
    }

    private func check(pack: String, number: Int, name: String) throws {
        let known = migrations.filter { $0.pack == pack }
        guard let latest = known.last else { throw Diagnostic.databasePackMissing(name, pack: pack) }
        guard known.contains(where: { $0.number == number }) else {
            throw Diagnostic.databaseNewer(name, pack: pack, migration: number, known: latest.number)
        }
    }

    private static func doubled(_ migration: Migration) -> Diagnostic {
        let name = "\(migration.pack) \(migration.number)"
        return Diagnostic(
            .migrationDoubled,
            Text("Two migrations are called ‘\(name)’.", vi: "Có hai bước nâng cấp cùng tên ‘\(name)’."))
    }
}

extension Diagnostic.Code {
    /// Two steps of one pack have the same number.
    public static let migrationDoubled: Self = "migration-doubled"
}
