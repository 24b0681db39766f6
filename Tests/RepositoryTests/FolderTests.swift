import Commands
import Language
import Programme
import Testing

/// A folder is a list: the commands of a pack are the files of its folder `Commands`.
@Suite struct FolderTests {
    /// The folder of each pack.
    static let folders = [
        "programme": "Sources/Programme", "session": "Sources/Language", "keeping": "Sources/Keeping",
        "packs": "Sources/Packs",
    ]

    static let packs = linkedPacks()

    static func folder(of pack: CommandPack) -> String {
        folders[pack.name] ?? "Plugins/\(pack.name.prefix(1).uppercased())\(pack.name.dropFirst())"
    }

    @Test(arguments: packs)
    func commandsAreTheFilesOfTheirFolder(_ pack: CommandPack) {
        let folder = Self.folder(of: pack) + "/Commands/"
        let files = Checkout.sources.filter { $0.hasPrefix(folder) }.map {
            String($0.dropFirst(folder.count).dropLast(6))
        }
        let expected = pack.declared.map { command in
            command.name.split { $0 == " " || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
        #expect(files.sorted() == expected.sorted())
    }

    @Test(arguments: packs)
    func commandsAreListedInOrder(_ pack: CommandPack) {
        let names = pack.declared.map(\.name)
        #expect(names == names.sorted())
    }

    @Test(arguments: packs.filter { folders[$0.name] == nil })
    func packHasREADMEAndTests(_ pack: CommandPack) {
        let folder = Self.folder(of: pack)
        #expect(Checkout.text(folder + "/README.md").contains("```session"))
        #expect(Checkout.tests.contains { $0.hasPrefix(folder + "/Tests/") })
    }

    @Test func noTwoCommandsShareAName() throws {
        let registry = try Registry(Self.packs)
        #expect(registry.commands.count == Self.packs.flatMap(\.commands).count)
    }
}

extension CommandPack: CustomTestStringConvertible {
    public var testDescription: String { name }
}
