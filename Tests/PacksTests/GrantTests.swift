import Commands
import Programme
import TestSupport
import Testing

@testable import Packs

/// What packs may be granted.
@Suite struct GrantTests {
    @Test func nothingAboutCasesIsEverGranted() throws {
        let registry = try Registry(linkedPacks())
        let cases = registry.commands.filter { $0.words.contains("case") }
        #expect(cases.count >= 7)
        for command in cases {
            #expect(registry.refusesGrant(of: command, as: command.effect) != nil, "\(command.name)")
        }
    }
}
