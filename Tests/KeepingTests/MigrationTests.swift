import Commands
import Database
import DatabaseSQLite
import TestSupport
import Testing

@testable import Keeping

/// A database of every earlier Sen is brought up to date with all that it holds.
@Suite struct MigrationTests {
    /// All steps without the last ones of one pack.
    struct Earlier: CustomTestStringConvertible {
        let pack: String
        let steps: Int
        let migrations: [Migration]

        var testDescription: String { "\(pack) with \(steps) steps" }
    }

    static let all = (try? Registry(linkedPacks()))?.migrations ?? []

    static let earlier: [Earlier] = Set(all.map(\.pack)).subtracting(["journal"]).sorted().flatMap { pack in
        let own = all.filter { $0.pack == pack }.map(\.number).sorted()
        // Every pack rests on the first tables of the programme.
        return own.indices.filter { pack != "programme" || $0 > 0 }.map { count in
            let left = Set(own[count...])
            return Earlier(
                pack: pack, steps: count, migrations: all.filter { $0.pack != pack || !left.contains($0.number) })
        }
    }

    @Test(arguments: earlier)
    func everyRowIsStillThere(_ earlier: Earlier) throws {
        let database = try SQLiteConnection.inMemory()
        try Migrator(earlier.migrations).run(on: database)
        let filled = try FilledTables.fill(database, numbers: true)
        let before = try filled.map { try (form: database.form(of: $0), rows: database.content(of: $0)) }
        let session = try Session.empty(database: database)
        for (form, rows) in before {
            let kept = try database.form(of: form.name).columns.map(\.name)
            let columns = form.columns.map(\.name).filter { kept.contains($0) }
            let now = try database.rows("SELECT \(columns) FROM \(form.name) ORDER BY id")
            #expect(now.count == rows.count, "\(form.name)")
            for (row, old) in zip(now, rows) {
                for column in columns {
                    let value: SQLValue = try row.value(column.name)
                    #expect(try value == old.value(column.name), "\(form.name).\(column)")
                }
            }
        }
        #expect(Spoken(session)("check database").isEmpty)
    }

    @Test func thereAreEarlierOnes() {
        #expect(Self.earlier.count > 8)
    }
}
