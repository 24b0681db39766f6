import Database
import Diagnostics
import TestSupport
import Testing
import Values

@Suite struct MigratorTests {
    private func step(_ pack: String, _ number: Int, _ statement: SQL) -> Migration {
        Migration(pack: pack, number: number, [statement])
    }

    @Test(arguments: Engine.all) func stepsRunByPackAndNumberOnce(_ engine: Engine) throws {
        let connection = try engine.empty()
        let steps = [
            step("core", 2, "ALTER TABLE unit ADD COLUMN name TEXT"),
            step("budget", 1, "CREATE TABLE budget (unit INTEGER REFERENCES unit)"),
            step("core", 1, "CREATE TABLE unit (id INTEGER PRIMARY KEY)"),
        ]
        let migrator = try Migrator(steps)
        #expect(try migrator.run(on: connection).map { "\($0.pack) \($0.number)" } == ["core 1", "core 2", "budget 1"])
        #expect(try migrator.run(on: connection).isEmpty)
        #expect(try connection.tables() == ["budget", "migration", "unit"])
        #expect(try connection.stamp() == .current)
    }

    @Test(arguments: Engine.all) func aLaterStepFollows(_ engine: Engine) throws {
        let connection = try engine.empty()
        let first = step("core", 1, "CREATE TABLE unit (id INTEGER PRIMARY KEY)")
        try Migrator([first]).run(on: connection)
        try connection.execute("INSERT INTO unit (id) VALUES (5)")
        let second = step("core", 2, "ALTER TABLE unit ADD COLUMN name TEXT NOT NULL DEFAULT ''")
        #expect(try Migrator([first, second]).run(on: connection) == [second])
        #expect(try connection.first("SELECT id, name FROM unit")?.values == [.integer(5), .text("")])
    }

    @Test(arguments: Engine.all) func aStepThatFailsLeavesNothing(_ engine: Engine) throws {
        let connection = try engine.empty()
        let migrator = try Migrator([
            step("core", 1, "CREATE TABLE unit (id INTEGER PRIMARY KEY)"), step("core", 2, "CREATE TABLE unit (id)"),
        ])
        refuses(.databaseStatement) { try migrator.run(on: connection) }
        #expect(try connection.tables().isEmpty)
        #expect(try connection.stamp() == Stamp(application: 0, format: 0))
    }

    @Test(arguments: Engine.all) func aNewerPackIsRefusedNamingBothVersions(_ engine: Engine) throws {
        let connection = try engine.empty()
        let steps = [
            step("core", 1, "CREATE TABLE a (id INTEGER)"), step("core", 2, "CREATE TABLE b (id INTEGER)"),
        ]
        try Migrator(steps).run(on: connection)
        let refusal = #expect(throws: Diagnostic.self) { try Migrator([steps[0]]).run(on: connection) }
        #expect(refusal?.code == .databaseNewer)
        #expect(refusal?.message.english.contains("version 2 of the ‘core’ tables; this Sen knows version 1") == true)
        #expect(refusal?.message.vietnamese.contains("phiên bản 2") == true)
    }

    @Test(arguments: Engine.all) func aMissingPackIsRefused(_ engine: Engine) throws {
        let connection = try engine.empty()
        let steps = [step("core", 1, "CREATE TABLE a (id INTEGER)"), step("budget", 1, "CREATE TABLE b (id INTEGER)")]
        try Migrator(steps).run(on: connection)
        refuses(.databasePackMissing) { try Migrator([steps[0]]).run(on: connection) }
    }

    @Test(arguments: Engine.all) func aNewerFormatAndAForeignDatabaseAreRefused(_ engine: Engine) throws {
        let connection = try engine.empty()
        let migrator = try Migrator([step("core", 1, "CREATE TABLE a (id INTEGER)")])
        try connection.execute("CREATE TABLE theirs (id INTEGER)")
        refuses(.databaseForeign) { try migrator.run(on: connection) }
        try connection.setStamp(Stamp(application: Stamp.current.application, format: 2))
        refuses(.databaseNewer) { try migrator.run(on: connection) }
        #expect(try connection.tables() == ["theirs"])
    }

    @Test func twoStepsOfOneNumberAreRefused() {
        refuses(.migrationDoubled) {
            _ = try Migrator([step("core", 1, "SELECT 1"), step("core", 1, "SELECT 2")])
        }
    }
}
