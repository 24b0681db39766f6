import Commands
import Diagnostics
import Programme
import TestSupport
import Testing
import Values

@Suite struct UnitTests {
    @Test func registersAndRefuses() throws {
        let session = try Session.empty([programmePack])
        _ = try session.perform("register unit", ["code": .text("SGD"), "name": .text("Sở"), "kind": .text("so")])
        let document = try session.perform(
            "register unit",
            ["code": .text("A"), "name": .text("THPT A"), "kind": .text("thpt"), "under": .text("SGD")])
        #expect(document.blocks.count == 1)
        #expect(try Units(session).under(UnitCode(code: "SGD")).map(\.code) == ["SGD", "A"])
        #expect(throws: Diagnostic.self) {
            try session.perform("register unit", ["code": .text("A"), "name": .text("B"), "kind": .text("thpt")])
        }
        #expect(try session.journal.entries(limit: 9).map(\.sentence).count == 2)
    }
}
