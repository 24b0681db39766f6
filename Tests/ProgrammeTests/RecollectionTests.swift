import Commands
import Database
import Diagnostics
import Programme
import TestSupport
import Testing
import Values

/// What sentences remember of units and elements is never older than the database.
@Suite struct RecollectionTests {
    @Test func aUnitThatChangesInsideABlockIsSeenChanged() throws {
        let office = try Office([], "register unit A \"THPT Thái Phiên\" kind: thpt under: SGD")
        try office.say("atomic \"x\"\n  log training A \"a\" on: 2025-01-10 hours: 1 women: 1 men: 1\nend")
        let closed = """
            atomic "y"
              log training A "b" on: 2025-01-15 hours: 1 women: 1 men: 1
              close unit A on: 2025-02-01 document: "1/QĐ"
              log training A "c" on: 2025-03-01 hours: 1 women: 1 men: 1
            end
            """
        #expect(office.refusals(closed) == ["unit-not-open"])
        // The block was taken back, and with it the closing.
        try office.say("atomic \"z\"\n  log training A \"d\" on: 2025-03-01 hours: 1 women: 1 men: 1\nend")
        #expect(try office.column("topic", "list trainings") == ["a", "d"])
    }

    @Test func aCodeThatWasTakenBackIsUnknownAgain() throws {
        let office = try Office()
        let block = """
            atomic "x"
              try
                atomic "y"
                  register unit A "THPT Thái Phiên" kind: thpt under: SGD
                  log training A "a" on: 2025-03-01 hours: 1 women: 1 men: 1
                  log training A "a" on: 2025-03-01 hours: 1 women: 1 men: 1
                end
              catch problem
                log training SGD "b" on: 2025-03-01 hours: 1 women: 1 men: 1
              end
              log training A "c" on: 2025-03-01 hours: 1 women: 1 men: 1
            end
            """
        #expect(!office.refusals(block).isEmpty)
    }

    @Test func anElementThatIsAmendedInsideABlockHasItsNewRules() throws {
        let office = try Office(
            [], "register unit A \"THPT Thái Phiên\" kind: thpt under: SGD",
            "define element books \"books\" type: count over-time: sum over-units: sum")
        let lines = """
            atomic "x"
              record figure books unit: A period: 2024-01 total: 1
              retract element books reason: "Không dùng nữa"
            end
            """
        _ = office.refusals(lines)
        let gone = """
            define element desks "desks" type: count over-time: sum over-units: sum
            atomic "y"
              retract element desks reason: "Không dùng nữa"
            end
            """
        try office.say(gone)
        #expect(!office.refusals("atomic \"z\"\n  record figure desks unit: A period: 2024-01 total: 1\nend").isEmpty)
    }
}
