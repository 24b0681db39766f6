import Commands
import Testing
import Values

/// What every declaration of a command must hold, in whichever pack it stands.
@Suite struct DeclarationTests {
    static let commands = linkedPacks().flatMap(\.commands)

    @Test(arguments: commands)
    func saysEverythingInBothLanguages(_ command: Command) {
        let texts =
            [command.summary] + command.parameters.map(\.help) + command.parameters.flatMap { Self.meanings($0.type) }
        for text in texts {
            #expect(!text.english.isEmpty && !text.vietnamese.isEmpty, "\(command.name): a half is missing")
            #expect(text.english != text.vietnamese, "\(command.name): ‘\(text.english)’ is in one language")
        }
        #expect(command.summary.english.hasSuffix("."), "\(command.name): the summary is a sentence")
        #expect(command.summary.vietnamese.hasSuffix("."), "\(command.name): the summary is a sentence")
        #expect(!command.summary.english.contains(/\ba [aeio]/), "\(command.name): ‘an’ stands before a vowel")
    }

    @Test(arguments: commands)
    func showsOneLineThatRunsAndOneThatIsRefused(_ command: Command) {
        let refused = command.examples.filter { if case .reports = $0.outcome { true } else { false } }
        #expect(!refused.isEmpty, "\(command.name) shows no refused line")
        #expect(refused.count < command.examples.count, "\(command.name) shows no line that runs")
    }

    @Test(arguments: commands)
    func namesAreWords(_ command: Command) {
        #expect((1...3).contains(command.words.count))
        for word in command.words + command.parameters.map(\.name) {
            #expect(word.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(command.name): ‘\(word)’")
        }
        let names = command.parameters.map(\.name)
        #expect(Set(names).count == names.count, "\(command.name) has two parameters of one name")
    }

    private static func meanings(_ type: ValueType) -> [Text] {
        switch type {
        case .choice(let choices): choices.options.map(\.meaning)
        case .list(let element): meanings(element)
        default: []
        }
    }

}

extension Command: CustomTestStringConvertible {
    public var testDescription: String { name }
}
