import Database
import TestSupport
import Testing

/// Every kind of fault is found, and nothing else is.
@Suite struct CheckTests {
    private let spoken: Spoken

    init() throws {
        spoken = try Spoken()
        #expect(spoken.office().isEmpty)
        spoken.files?.contents["u.csv"] = Array("code,name,kind,under\nU-77,Trường,th,SGD\n".utf8)
        #expect(spoken("import units from: \"u.csv\"").isEmpty)
    }

    private func faults(after statements: SQL...) throws -> [String] {
        for statement in statements { try spoken.session.database.execute(statement) }
        return spoken("check database")
    }

    @Test func aDatabaseThatCommandsMadeIsSound() throws {
        #expect(try faults().isEmpty)
        #expect(spoken("log training U-1 \"x\" on: 2025-01-01 hours: 1 women: 1 men: 1").isEmpty)
        #expect(try faults().isEmpty)
    }

    @Test func aFullDatabaseOfEveryPackIsSound() throws {
        let spoken = try Spoken()
        _ = try FilledTables.fill(spoken.session.database)
        #expect(spoken("check database").isEmpty)
    }

    @Test(
        arguments: [
            "UPDATE unit SET recorded = 99 WHERE id = 2", "UPDATE unit SET recorded = 0 WHERE id = 2",
            "UPDATE unit SET retired = 99 WHERE id = 2", "UPDATE unit SET retired = recorded WHERE id = 2",
        ] as [SQL])
    func entriesOfRowsMustBe(_ statement: SQL) throws {
        // One fault, and the line that sums up.
        #expect(try faults(after: statement) == ["database-faulty", "database-faulty"])
    }

    @Test func referencesMustBe() throws {
        #expect(
            try faults(after: "PRAGMA foreign_keys = OFF", "UPDATE unit_version SET unit = 999 WHERE id = 2").count == 3
        )
    }

    @Test func noTwoRowsWhereOneMayStand() throws {
        let codes = try faults(
            after: "DROP INDEX unit_code", "UPDATE unit SET code = 'U-1' WHERE code = 'U-2'")
        // The rule is gone, and what it forbids is there.
        #expect(codes.count == 3)
    }

    @Test func tablesAndColumnsMustBe() throws {
        #expect(try faults(after: "DROP TABLE training").count == 2)
        #expect(try faults(after: "ALTER TABLE element DROP COLUMN every").count == 3)
    }

    @Test func theJournalMustHold() throws {
        #expect(try faults(after: "UPDATE entry SET sentence = 'x' WHERE seq = 2").count == 2)
    }

    @Test func filesOfTheJournalMustBeWhatTheyWere() throws {
        #expect(try faults(after: "UPDATE attachment SET bytes = x'00'").count == 3)
    }

    @Test func filesOfNoEntryAreTold() throws {
        #expect(try faults(after: "INSERT INTO attachment (sha256, bytes) VALUES (x'00', x'00')").count == 2)
    }
}
