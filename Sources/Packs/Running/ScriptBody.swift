import Commands
import Diagnostics
import Documents
import Language
import Syntax
import Tables
import Values

/// The lines of a command that is written in Sen: its arguments are variables there, and what it answers last is its
/// answer.
struct ScriptBody {
    private let command: ManifestCommand
    private let manifest: Manifest
    private let files: PackFiles
    private let source: Source

    /// Takes a command's lines; `nil` where a program answers it.
    init?(_ command: ManifestCommand, of manifest: Manifest, _ files: PackFiles) {
        guard let script = command.script, let path = SourceForm.of(.text(script)) else { return nil }
        self.command = command
        self.manifest = manifest
        self.files = files
        var text = "script \(manifest.name) version 1 \"\(command.name)\"\n"
        for argument in command.arguments { text += "  param \(argument.name): \(argument.typeName)\n" }
        source = Source(name: "pack \(manifest.name)", text: text + "end\nuse \(path)\n")
    }

    /// What is wrong with them.
    func check(in session: Session) throws -> [Diagnostic] {
        let confinement = try manifest.confinement(files, performs: command.performs, in: session)
        let findings = Interpreter(session, confinement: confinement).check(source)
        return manifest.explained(findings.filter { $0.severity == .error }, in: session)
    }

    /// Runs them with bound arguments; what they record appears together or not at all.
    func run(_ bound: [Datum?], in session: Session) throws -> Document {
        let confinement = try manifest.confinement(files, performs: command.performs, in: session)
        let arguments = zip(command.arguments, bound).compactMap { argument, datum -> (name: String, text: String)? in
            guard case .value(let value)? = datum else { return nil }
            return (argument.name, value.onCommandLine)
        }
        let gathered = Gathered()
        let run = { try gathered.run(source, in: session, manifest, confinement, arguments: arguments) }
        if command.performs { try session.together(run) } else { try run() }
        return try gathered.answer(of: command, manifest.name)
    }
}

extension Value {
    /// The value as it stands behind `--name`.
    fileprivate var onCommandLine: String {
        switch self {
        case .text(let text): text
        case .money(let dong): String(dong)
        default: SourceForm.of(self) ?? ""
        }
    }
}
