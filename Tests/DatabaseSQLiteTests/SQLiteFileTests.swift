import Database
import DatabaseSQLite
import Diagnostics
import Foundation
import Testing
import Values

@Suite struct SQLiteFileTests {
    let scratch: Scratch
    var file: SQLiteFile { SQLiteFile(scratch("sen.db")) }

    init() throws { scratch = try Scratch() }

    static let migrations = [
        Migration(pack: "core", number: 1, ["CREATE TABLE unit (code TEXT PRIMARY KEY, name TEXT NOT NULL)"])
    ]

    private func made() throws -> SQLiteConnection {
        let connection = try file.open(.creating, patience: 0)
        try Migrator(Self.migrations).run(on: connection)
        return connection
    }

    @Test func aNewFileBelongsToItsOwnerAlone() throws {
        let deep = SQLiteFile(scratch("a/b/sen.db"))
        try deep.open(.creating).close()
        let mode = { (path: String) in
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(deep.path) == 0o600)
        #expect(try mode(scratch("a/b")) == 0o700)
    }

    @Test func theFileIsSafeAgainstPowerCuts() throws {
        let connection = try made()
        #expect(try connection.first("PRAGMA journal_mode")?.text(0) == "wal")
        #expect(try connection.first("PRAGMA synchronous")?.integer(0) == 2)
        #expect(try connection.first("PRAGMA foreign_keys")?.integer(0) == 1)
    }

    @Test func whatWasWrittenIsThereAgain() throws {
        let first = try made()
        try first.execute("INSERT INTO unit VALUES (\("HP-1"), \("Trường THPT Thái Phiên"))")
        try first.close()
        let second = try file.open(.writing)
        #expect(try second.first("SELECT name FROM unit")?.text(0) == "Trường THPT Thái Phiên")
        #expect(try second.stamp() == .current)
    }

    @Test func aMissingFileIsRefused() throws {
        refuses(.databaseMissing) { _ = try file.open(.writing) }
        refuses(.databaseMissing) { _ = try file.open(.reading) }
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func aMissingFolderIsRefused() throws {
        refuses(.folderMissing) { _ = try SQLiteFile(scratch("none/sen.db")).open(.writing) }
        try scratch.write([1], to: "plain")
        refuses(.folderMissing) { _ = try SQLiteFile(scratch("plain/sen.db")).open(.reading) }
        refuses(.folderMissing) { _ = try SQLiteFile(scratch("plain/sen.db")).open(.creating) }
    }

    @Test func aFolderIsNoDatabase() {
        refuses(.databaseForeign) { _ = try SQLiteFile(scratch.path).open(.writing) }
    }

    @Test func aTextFileIsRefusedAndKept() throws {
        let text = Array("code,name\n".utf8) + [UInt8](repeating: 65, count: 5000)
        try scratch.write(text, to: "sen.db")
        for access in [SQLiteFile.Access.creating, .writing, .reading] {
            refuses(.databaseDamaged) { _ = try file.open(access) }
        }
        #expect(try scratch.bytes("sen.db") == text)
    }

    @Test func aDamagedFileIsRefused() throws {
        let connection = try made()
        try connection.transaction {
            for number in 0..<2000 { try connection.execute("INSERT INTO unit VALUES (\("HP-\(number)"), \("name"))") }
        }
        try connection.close()
        var bytes = try scratch.bytes("sen.db")
        for index in 8192..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 31 | 1) }
        try scratch.write(bytes, to: "sen.db")
        refuses(.databaseDamaged) {
            let damaged = try file.open(.writing)
            _ = try damaged.rows("SELECT * FROM unit ORDER BY code")
        }
    }

    @Test func anotherProgramsDatabaseIsRefusedAndKept() throws {
        let connection = try made()
        try connection.setStamp(Stamp(application: 42, format: 1))
        _ = try connection.first("PRAGMA journal_mode = DELETE")
        try connection.close()
        let before = try scratch.bytes("sen.db")
        for access in [SQLiteFile.Access.creating, .writing, .reading] {
            refuses(.databaseForeign) { _ = try file.open(access) }
        }
        #expect(try scratch.bytes("sen.db") == before)
    }

    @Test func aNewerFormatIsRefused() throws {
        let connection = try made()
        try connection.setStamp(Stamp(application: Stamp.current.application, format: 9))
        try connection.close()
        let refusal = #expect(throws: Diagnostic.self) { _ = try file.open(.writing) }
        #expect(refusal?.code == .databaseNewer)
        #expect(refusal?.message.english.contains("format 9; this Sen knows formats up to 1") == true)
    }

    @Test func aSecondWriterIsToldWhoMayHoldTheFile() throws {
        let first = try made()
        let second = try file.open(.writing, patience: 0)
        try first.begin(.writing)
        refuses(.databaseLocked, keeping: "HP-9") {
            try second.execute("INSERT INTO unit VALUES (\("HP-9"), \("x"))")
        }
        refuses(.databaseLocked) { try second.transaction { Issue.record("must not begin") } }
        #expect(try second.rows("SELECT * FROM unit").isEmpty)
        try first.commit()
        try second.execute("INSERT INTO unit VALUES (\("HP-9"), \("x"))")
    }

    @Test func aReaderCannotWrite() throws {
        try made().close()
        let reader = try file.open(.reading)
        #expect(reader.isReadOnly)
        refuses(.databaseReadOnly, keeping: "HP-9") {
            try reader.execute("INSERT INTO unit VALUES (\("HP-9"), \("x"))")
        }
        refuses(.databaseReadOnly) { try reader.transaction { try reader.execute("DELETE FROM unit") } }
        #expect(try reader.transaction(.reading) { try reader.rows("SELECT * FROM unit") }.isEmpty)
        try Migrator(Self.migrations).run(on: reader)
        let more = Self.migrations + [Migration(pack: "core", number: 2, ["CREATE TABLE more (id INTEGER)"])]
        refuses(.databaseOlder) { try Migrator(more).run(on: reader) }
    }

    @Test(.enabled(if: geteuid() != 0, "root may open everything"))
    func aFileWithoutPermissionIsRefused() throws {
        try made().close()
        chmod(file.path, 0o400)
        refuses(.databaseReadOnly) { _ = try file.open(.writing) }
        chmod(file.path, 0)
        refuses(.databaseForbidden) { _ = try file.open(.reading) }
    }

    @Test func aFullDiskKeepsWhatWasThere() throws {
        let connection = try made()
        _ = try connection.first("PRAGMA max_page_count = 20")
        refuses(.diskFull, keeping: "secret") {
            try connection.transaction {
                for number in 0..<10_000 {
                    try connection.execute("INSERT INTO unit VALUES (\("HP-\(number)"), \("secret"))")
                }
            }
        }
        #expect(connection.depth == 0)
        #expect(try connection.rows("SELECT * FROM unit").isEmpty)
    }

    @Test func aClosedDatabaseSaysSo() throws {
        let connection = try made()
        try connection.close()
        try connection.close()
        refuses(.databaseClosed) { try connection.execute("DELETE FROM unit") }
        refuses(.databaseClosed) { try connection.begin(.writing) }
    }

    @Test func aDatabaseIsNotClosedUnderARunningStatement() throws {
        let connection = try SQLiteFile(":memory:").open(.creating)
        try connection.forEach("SELECT 1") { _ in refuses(.databaseStatement) { try connection.close() } }
        try connection.close()
    }
}
