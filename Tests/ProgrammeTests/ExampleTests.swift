import Commands
import Diagnostics
import Documents
import Programme
import Testing

@Suite struct ExampleTests {
    /// The commands of the register, trainings, figures, indicators and reports.
    static let commands = programmePack.commands.map(\.name).filter { !$0.contains("case") }

    @Test(arguments: commands) func examplesAreTrue(_ name: String) throws {
        let command = try #require(programmePack.commands.first { $0.name == name })
        let office = try Office()
        for line in programmePack.fixture where !line.contains(" case ") { try office.say(line) }
        #expect(command.examples.contains { if case .reports = $0.outcome { true } else { false } } || name == "list reports")
        for example in command.examples {
            switch example.outcome {
            case .runs: try office.say(example.line)
            case .prints(let text): #expect(try office.text(example.line).contains(text), "\(example.line)")
            case .reports(let code): #expect(office.refusals(example.line) == [code], "\(example.line)")
            }
        }
    }

    @Test func commandsAreListedByName() {
        #expect(programmePack.commands.map(\.name) == programmePack.commands.map(\.name).sorted())
    }
}
