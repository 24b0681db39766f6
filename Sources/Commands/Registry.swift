public import Database
public import Diagnostics
import Journal
import Synchronization
import Values

/// Everything the packs declare, found by name.
public struct Registry: Sendable {
    /// The packs, by name.
    public let packs: [CommandPack]
    /// All commands, by name.
    public let commands: [Command]
    private let commandsByName: [String: (command: Command, pack: String)]
    private let kinds: [String: RecordKind]
    /// The names of all commands in order, those of one word first, then those of two, and so on.
    private let names: [[String]]
    private let contributed = Contributed()

    /// Gathers packs; two that declare the same name are refused with both their names.
    public init(_ packs: [CommandPack]) throws(Diagnostics) {
        self.packs = packs.sorted { $0.name < $1.name }
        var commands: [String: (command: Command, pack: String)] = [:]
        commands.reserveCapacity(packs.reduce(0) { $0 + $1.commands.count })
        var kinds: [String: RecordKind] = [:]
        var kindOwners: [String: String] = [:]
        var findings: [Diagnostic] = []
        for (index, pack) in self.packs.enumerated() {
            if index > 0, self.packs[index - 1].name == pack.name {
                findings.append(Registry.duplicate("pack", "gói", pack.name, pack.name, pack.name))
            }
            for command in pack.commands {
                guard let owner = commands.updateValue((command, pack.name), forKey: command.name)?.pack else {
                    continue
                }
                findings.append(Registry.duplicate("command", "lệnh", command.name, owner, pack.name))
            }
            for kind in pack.recordKinds {
                if let owner = kindOwners[kind.name] {
                    findings.append(Registry.duplicate("record kind", "loại bản ghi", kind.name, owner, pack.name))
                    continue
                }
                kinds[kind.name] = kind
                kindOwners[kind.name] = pack.name
            }
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        commandsByName = commands
        self.kinds = kinds
        self.commands = commands.values.map(\.command).sorted { $0.name < $1.name }
        var names: [[String]] = []
        for command in self.commands {
            let count = command.name.utf8.count { $0 == UInt8(ascii: " ") }
            while names.count <= count { names.append([]) }
            names[count].append(command.name)
        }
        self.names = names
    }

    /// The steps that make all tables: the journal's, those that remember runs, and those of the packs.
    public var migrations: [Migration] {
        Journal.migrations + Session.runMigrations + packs.flatMap(\.migrations)
    }

    /// The command of a name, or `nil`.
    public func command(_ name: String) -> Command? { commandsByName[name]?.command }

    /// The name of the pack that declares a command.
    public func pack(of command: Command) -> String { commandsByName[command.name]?.pack ?? "" }

    /// The command whose name is the longest beginning of the words, and how many of them it takes.
    public func command(matching words: [String]) -> (command: Command, count: Int)? {
        for count in stride(from: min(names.count, words.count), through: 1, by: -1) {
            if let command = command(Registry.name(of: words, count)) { return (command, count) }
        }
        return nil
    }

    /// The command most like the beginning of the words, and how many words it takes; `nil` rather than a wild guess.
    public func nearestCommand(to words: [String]) -> (command: Command, count: Int)? {
        for count in stride(from: min(names.count, words.count), through: 1, by: -1) {
            let typed = Registry.name(of: words, count)
            if let name = nearest(to: typed, among: names[count - 1]), let command = command(name) {
                return (command, count)
            }
        }
        return nil
    }

    /// The record kind of a name, or `nil`.
    public func kind(_ name: String) -> RecordKind? { kinds[name] }

    /// The names of all record kinds.
    public var kindNames: [String] { kinds.keys.sorted() }

    /// Everything of one type that the packs contribute, pack by pack in the order of their names.
    public func contributions<C: Contribution>(_ type: C.Type = C.self) -> [C] {
        contributed.list(C.self) { packs.flatMap { $0.contributions.compactMap { $0 as? C } } }
    }

    /// The name that the first words make.
    private static func name(of words: [String], _ count: Int) -> String {
        var name = words.first ?? ""
        for word in words[..<count].dropFirst() { name += " " + word }
        return name
    }

    private static func duplicate(
        _ what: String, _ vietnamese: String, _ name: String, _ first: String, _ second: String
    ) -> Diagnostic {
        Diagnostic(
            .declaredTwice,
            Text(
                "The \(what) ‘\(name)’ is declared by the pack ‘\(first)’ and by the pack ‘\(second)’.",
                vi: "\(vietnamese) ‘\(name)’ được khai báo ở cả gói ‘\(first)’ và gói ‘\(second)’."),
            notes: [Text("Leave one of the two packs out.", vi: "Hãy bỏ một trong hai gói.")])
    }
}

/// What packs contribute by its type, each type looked through once.
private final class Contributed: Sendable {
    private let lists = Mutex<[ObjectIdentifier: any Sendable]>([:])

    func list<C: Contribution>(_ type: C.Type, _ find: () -> [C]) -> [C] {
        let key = ObjectIdentifier(type)
        if let list = lists.withLock({ $0[key] }) as? [C] { return list }
        let list = find()
        lists.withLock { $0[key] = list }
        return list
    }
}

extension Diagnostic.Code {
    /// A name that two packs declare.
    public static let declaredTwice: Self = "declared-twice"
}
