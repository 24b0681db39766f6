import Commands
import Diagnostics
import Language
import Syntax
import Values

extension Manifest {
    /// What a pack lacks, or says that cannot be, in the program that `core` is.
    func faults(_ files: PackFiles, in core: Registry) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if name.isEmpty || commands.isEmpty {
            faults.append(
                .incomplete(
                    Text(
                        "A manifest names the pack and at least one command.",
                        vi: "Tệp khai báo phải đặt tên gói và khai báo ít nhất một lệnh.")))
        }
        faults += commands.flatMap { self.faults(of: $0) }
        for file in [program].compactMap(\.self) + commands.compactMap(\.script) where files[file] == nil {
            faults.append(
                .incomplete(Text("The pack has no file ‘\(file)’.", vi: "Gói không có tệp ‘\(file)’.")))
        }
        faults += grantFaults(in: core)
        return faults
    }

    private func faults(of command: ManifestCommand) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let texts =
            [command.summary] + command.arguments.map(\.help) + command.columns.map(\.heading) + [summary]
        if texts.contains(where: { $0.english.isEmpty || $0.vietnamese.isEmpty }) {
            faults.append(
                .incomplete(
                    Text(
                        "‘\(command.name)’ has a text that is empty in one language.",
                        vi: "‘\(command.name)’ có đoạn mô tả trống ở một ngôn ngữ.")))
        }
        let refused = command.examples.count { example in
            if case .reports = example.outcome { true } else { false }
        }
        if refused == 0 || refused == command.examples.count {
            faults.append(
                .incomplete(
                    Text(
                        "‘\(command.name)’ needs an example that runs and one that is refused.",
                        vi: "‘\(command.name)’ cần một ví dụ chạy được và một ví dụ bị từ chối."),
                    notes: [
                        Text(
                            "For example: example '\(command.name) x: 1' refused: unknown-argument",
                            vi: "Ví dụ: example '\(command.name) x: 1' refused: unknown-argument")
                    ]))
        }
        if command.performs, performs.isEmpty {
            faults.append(
                .incomplete(
                    Text(
                        "‘\(command.name)’ performs, and the pack asks for nothing to perform: may perform \"…\".",
                        vi: "‘\(command.name)’ có ghi dữ liệu nhưng gói chưa xin quyền nào: may perform \"…\".")))
        }
        return faults
    }

    private func grantFaults(in core: Registry) -> [Diagnostic] {
        let asked = reads.map { ($0, Effect.reads) } + performs.map { ($0, Effect.writes) }
        return asked.compactMap { name, effect in
            guard let command = core.command(name) else {
                let near = nearest(to: name, among: core.commands.map(\.name))
                return Diagnostic(
                    .unknownCommand, Text("‘\(name)’ is not a command.", vi: "‘\(name)’ không phải là một lệnh."),
                    notes: near.map { [Text("Was ‘\($0)’ meant?", vi: "Có phải ý bạn là ‘\($0)’?")] } ?? [])
            }
            return core.refusesGrant(of: command, as: effect)
        }
    }

    /// What is wrong with the lines of its scripts, which may name only what the pack asks for.
    func scriptFindings(_ files: PackFiles, in session: Session) throws -> [Diagnostic] {
        try commands.flatMap { command -> [Diagnostic] in
            guard let body = ScriptBody(command, of: self, files) else { return [] }
            return try body.check(in: session)
        }
    }
}

extension Diagnostic {
    static func incomplete(_ message: Text, notes: [Text]) -> Diagnostic {
        Diagnostic(.packIncomplete, message, notes: notes)
    }
}
