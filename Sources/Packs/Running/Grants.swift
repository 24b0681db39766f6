import Commands
import Diagnostics
import Language
import Values

extension Registry {
    /// The packs whose commands deal with files, the journal or the whole database.
    private static let keptBack: Set<String> = ["keeping", "packs", "session"]
    /// Commands that look into or take back whatever was recorded, cases too.
    private static let anyRecord: Set<String> = ["history of", "redo", "undo"]
    /// What may always stand behind a pipe.
    private static let harmless: Set<String> = ["chart", "show"]

    /// Why no pack is ever granted a command; `nil` where a user may grant it.
    ///
    /// Sealed cases are never granted, nor what asks for secrets, reads files or writes some.
    func refusesGrant(of command: Command, as effect: Effect) -> Diagnostic? {
        guard command.effect == effect else { return Diagnostic(.packNever, Registry.otherwise(command)) }
        let pack = self.pack(of: command)
        let isInstalled = packs.contains { $0.name == pack && $0.kind != .builtIn }
        guard !isInstalled, !Registry.keptBack.contains(pack), !Registry.anyRecord.contains(command.name),
            !isAboutSealed(command), !command.parameters.contains(where: { $0.isSecret || $0.type == .path })
        else { return Diagnostic(.packNever, Registry.never(command)) }
        return nil
    }

    private static func otherwise(_ command: Command) -> Text {
        switch command.effect {
        case .writes:
            Text(
                "‘\(command.name)’ records: ask for it with ‘may perform’.",
                vi: "‘\(command.name)’ ghi dữ liệu: hãy xin bằng ‘may perform’.")
        case .reads:
            Text(
                "‘\(command.name)’ only reads: ask for it with ‘may read’.",
                vi: "‘\(command.name)’ chỉ đọc: hãy xin bằng ‘may read’.")
        case .composes, .exports, .replaces: never(command)
        }
    }

    private static func never(_ command: Command) -> Text {
        Text(
            "No pack is granted ‘\(command.name)’: cases, secrets, files and the journal stay with the user.",
            vi: "Không gói nào được cấp ‘\(command.name)’: vụ việc, bí mật, tệp và nhật ký chỉ thuộc về người dùng.")
    }

    /// Whether a command is about records that nobody is shown: its name says so, or what it takes or gives.
    private func isAboutSealed(_ command: Command) -> Bool {
        let sealed = kindNames.filter { kind($0)?.isSealed == true }
        let names = sealed.map { $0.split(separator: "-").map(String.init) }
        if names.contains(where: { Set(command.words).isSuperset(of: $0) }) { return true }
        var types = command.parameters.map(\.type)
        if case .table(let schema) = command.returns { types += schema.columns.map(\.type) }
        return types.contains { type in
            switch type {
            case .code(let kind), .newCode(let kind), .list(.code(let kind)): sealed.contains(kind)
            default: false
            }
        }
    }

    /// The same registry with nothing in it but some commands.
    func granting(_ names: Set<String>) throws -> Registry {
        try Registry(
            packs.map { pack in
                CommandPack(
                    pack.name, version: pack.version, pack.summary,
                    commands: pack.commands.filter {
                        names.contains($0.name) || pack.name == "session" && Registry.harmless.contains($0.name)
                    }, recordKinds: pack.recordKinds)
            })
    }
}

extension Manifest {
    /// What lines of the pack may do: read with what it was granted, and record too where `performs`.
    func confinement(_ files: PackFiles, performs: Bool, in session: Session) throws -> Confinement {
        let names = Set(reads + (performs ? self.performs : []))
        return Confinement(
            to: try session.registry.granting(names), effects: performs ? [.reads, .writes] : [.reads]
        ) { path in
            guard let bytes = files[path] else {
                throw Diagnostic.incomplete(Text("The pack has no file ‘\(path)’.", vi: "Gói không có tệp ‘\(path)’."))
            }
            return bytes
        }
    }

    /// The same findings; a command that there is and that the pack was not granted is told as that.
    func explained(_ findings: [Diagnostic], in session: Session) -> [Diagnostic] {
        findings.map { finding in
            guard finding.code == .unknownCommand, let place = finding.place else { return finding }
            let words = place.source[place.span].split(separator: " ").map(String.init)
            let rest = place.source.text.utf8.dropFirst(place.span.start).prefix { $0 != 0x0A && $0 != 0x7C }
            let line = String(decoding: rest, as: UTF8.self).split(separator: " ").map(String.init)
            guard let (command, _) = session.registry.command(matching: line.isEmpty ? words : line) else {
                return finding
            }
            let wish = command.effect == .writes ? "may perform" : "may read"
            return Diagnostic(
                .packNotGranted,
                Text(
                    "The pack ‘\(name)’ was not granted ‘\(command.name)’.",
                    vi: "Gói ‘\(name)’ không được cấp lệnh ‘\(command.name)’."), place: place,
                notes: [
                    Text(
                        "Its manifest would ask for it: \(wish) \"\(command.name)\".",
                        vi: "Tệp khai báo của gói phải xin: \(wish) \"\(command.name)\".")
                ])
        }
    }
}

extension Diagnostic.Code {
    /// A command that no pack is ever granted, or that is asked for in the wrong way.
    static let packNever: Self = "pack-never"
    /// A command that a pack uses and was not granted.
    static let packNotGranted: Self = "pack-not-granted"
}
