import Commands
import Database
import DatabaseSQLite
import Diagnostics
import Foundation
import Journal
import TestSupport
import Testing
import Values

@Suite struct CopyTests {
    private let folder: Scratch
    private let spoken: Spoken

    init() throws {
        folder = try Scratch()
        spoken = try Spoken(file: folder("office.db"))
        #expect(spoken.office().isEmpty)
    }

    private func backUp(_ name: String) -> [String] { spoken("back up to: \"\(folder(name))\"") }

    private func restore(_ name: String, _ more: String = "") -> [String] {
        spoken("restore from: \"\(folder(name))\" \(more)")
    }

    private func units() throws -> Int {
        try spoken.session.database.first("SELECT count(*) FROM unit WHERE retired IS NULL")?.integer(0) ?? 0
    }

    @Test func aCopyIsOneWholeFileOfItsOwnerAlone() throws {
        #expect(backUp("far/x.db").isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("far")) == ["x.db"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder("far/x.db"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let copy = try SQLiteFile(folder("far/x.db")).open(.reading)
        for name in try spoken.session.database.tables() {
            let table = try #require(Identifier(name))
            #expect(try copy.content(of: table) == spoken.session.database.content(of: table))
        }
        try copy.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("far")) == ["x.db"])
    }

    @Test func aCopyTakesThePlaceOfAnOlderOneAndOfNothingElse() throws {
        #expect(backUp("x.db").isEmpty)
        #expect(spoken("register unit A \"A\" kind: th under: SGD").isEmpty)
        #expect(backUp("x.db").isEmpty)
        let other = try Spoken(file: folder("other.db"))
        #expect(other("register unit B \"B\" kind: so").isEmpty)
        try other.session.database.close()
        #expect(backUp("other.db") == ["copy-would-lose"])
        #expect(backUp("office.db") == ["database-in-use"])
        try Data("kein Buch".utf8).write(to: URL(fileURLWithPath: folder("text.db")))
        #expect(backUp("text.db") == ["database-damaged"])
        #expect(folder.names("copying").isEmpty)
    }

    @Test func aCopyIsOneMomentWhileSomebodyWrites() throws {
        let writer = try SQLiteFile(folder("office.db")).open(.writing)
        try writer.begin(.writing)
        try writer.execute("INSERT INTO unit (code, recorded) VALUES ('X', 99)")
        #expect(backUp("x.db").isEmpty)
        try writer.rollback()
        let copy = try Spoken(file: folder("x.db"))
        #expect(copy("check database").isEmpty)
    }

    @Test func restoringBringsBackWhatTheCopyHolds() throws {
        #expect(backUp("x.db").isEmpty)
        #expect(restore("x.db").isEmpty)
        #expect(spoken("register unit A \"A\" kind: th under: SGD").isEmpty)
        #expect(restore("x.db") == ["restore-would-lose"])
        #expect(try units() == 5)
        #expect(restore("x.db", "replacing: yes").isEmpty)
        #expect(try units() == 4)
        // The journal goes on behind the entries of the copy.
        #expect(spoken("register unit B \"B\" kind: th under: SGD").isEmpty)
        #expect(try spoken.session.journal.lastNumber() == 5)
        #expect(spoken("verify journal").isEmpty)
        let former = folder.names("before")
        #expect(former.count == 2)
        // What was given up is kept, and can be brought back in the same way.
        #expect(restore(try #require(former.max { $0.count < $1.count }), "replacing: yes").isEmpty)
        #expect(try units() == 5)
        #expect(spoken("check database").isEmpty)
        #expect(folder.names("before").count == 3)
    }

    @Test func othersWhoHaveTheDatabaseOpenGoOnWithWhatWasRestored() throws {
        #expect(backUp("x.db").isEmpty)
        let other = try Spoken(file: folder("office.db"))
        #expect(other("register unit A \"A\" kind: th under: SGD").isEmpty)
        #expect(restore("x.db", "replacing: yes").isEmpty)
        #expect(other("register unit B \"B\" kind: th under: SGD").isEmpty)
        #expect(try other.session.journal.lastNumber() == 5)
        #expect(other("check database").isEmpty)
        #expect(try units() == 5)
    }

    @Test func whatSomebodyWritesMeanwhileIsNotReplaced() throws {
        #expect(backUp("x.db").isEmpty)
        let copy = try SQLiteFile(folder("x.db")).open(.reading)
        let own = spoken.session.database
        try own.transaction(.reading) { _ = try own.first("SELECT count(*) FROM unit") }
        let other = try Spoken(file: folder("office.db"))
        #expect(other("register unit A \"A\" kind: th under: SGD").isEmpty)
        let refusal = #expect(throws: Diagnostic.self) { try copy.copy(into: own) { false } }
        #expect(refusal?.code == .databaseLocked)
        #expect(try units() == 5)
        try copy.copy(into: own) { false }
        #expect(try units() == 4)
    }

    @Test func aCopyThatIsStoppedLeavesAllAsItWas() throws {
        #expect(backUp("x.db").isEmpty)
        #expect(spoken("register unit A \"A\" kind: th under: SGD").isEmpty)
        spoken.session.isStopped = { true }
        #expect(throws: Diagnostic.interrupted) {
            _ = try spoken.session.perform("back up", ["to": .text(folder("y.db"))])
        }
        #expect(folder.names("y.db").isEmpty)
        #expect(throws: Diagnostic.interrupted) {
            _ = try spoken.session.perform("restore", ["from": .text(folder("x.db")), "replacing": .yesNo(true)])
        }
        spoken.session.isStopped = { false }
        #expect(try units() == 5)
        #expect(spoken("check database").isEmpty)
    }

    @Test func aCopyThatIsNotSoundIsNotRestored() throws {
        #expect(backUp("x.db").isEmpty)
        let copy = try SQLiteFile(folder("x.db")).open(.writing)
        try copy.execute("UPDATE entry SET sentence = 'x' WHERE seq = 2")
        try copy.close()
        #expect(restore("x.db", "replacing: yes") == ["copy-faulty"])
        try Data("kein Buch".utf8).write(to: URL(fileURLWithPath: folder("x.db")))
        #expect(restore("x.db") == ["database-damaged"])
        #expect(restore("nothing.db") == ["database-missing"])
        #expect(try units() == 4)
    }

    @Test func aCopyOfAnOlderSenIsBroughtUpToDate() throws {
        let older = try Session.empty([], database: SQLiteFile(folder("older.db")).open(.creating))
        _ = try FilledTables.fill(older.database)
        try older.database.close()
        #expect(restore("older.db", "replacing: yes").isEmpty)
        #expect(spoken("check database").isEmpty)
        #expect(spoken("register unit A \"A\" kind: so").isEmpty)
        #expect(try spoken.session.journal.lastNumber() == 4)
    }

    @Test func aCopyOfANewerSenIsRefused() throws {
        #expect(backUp("x.db").isEmpty)
        let copy = try SQLiteFile(folder("x.db")).open(.writing)
        try copy.execute("INSERT INTO migration VALUES ('programme', 9999)")
        try copy.close()
        #expect(restore("x.db", "replacing: yes") == ["database-newer"])
    }

    @Test func leftoversOfEndedProgramsGo() throws {
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder(".x.db.copying-999999999")))
        let own = ".y.db.copying-\(ProcessInfo.processInfo.processIdentifier)"
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder(own)))
        #expect(backUp("x.db").isEmpty)
        #expect(folder.names("copying") == [own])
    }
}
