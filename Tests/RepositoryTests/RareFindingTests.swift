import Commands
import Diagnostics
import TestSupport
import Testing
import Values

/// Findings that no line brings by itself.
@Suite struct RareFindingTests {
    @Test func twoPacksOfOneNameAreRefused() throws {
        let packs = linkedPacks()
        let findings = #expect(throws: Diagnostics.self) { try Registry(packs + packs.prefix(1)) }?.list ?? []
        #expect(findings.contains { $0.code == .declaredTwice })
        #expect(findings.allSatisfy { !$0.notes.isEmpty })
    }

    @Test func whatIsChangedBehindTheJournalIsFound() throws {
        let session = try Session.withFormats()
        let runner = ExampleRunner(session)
        #expect(runner.run("register unit S \"Sở\" kind: so").refusals.isEmpty)
        try session.database.execute("UPDATE unit_version SET name = 'x'")
        #expect(runner.run("replay journal").refusals == ["replay-differs"])
    }

    @Test func aChangedJournalIsFound() throws {
        let session = try Session.withFormats()
        let runner = ExampleRunner(session)
        #expect(runner.run("register unit S \"Sở\" kind: so").refusals.isEmpty)
        try session.database.execute("UPDATE entry SET actor = 'x'")
        #expect(runner.run("verify journal").refusals == ["journal-broken"])
    }

    @Test func anUnknownErrorIsToldAsSuch() {
        struct Odd: Error {}
        let codes = Diagnostics.of(Odd()).map(\.code.description)
        #expect(codes == ["unexpected-error"])
    }
}
