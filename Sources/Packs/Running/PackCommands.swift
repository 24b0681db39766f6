import Commands
import Diagnostics
import Documents
import Language
import Tables
import Values

extension InstalledPack {
    /// The pack as the registry knows it.
    var asCommandPack: CommandPack {
        let program = manifest.program == nil ? nil : PackProgram(of: self)
        return CommandPack(
            manifest.name, version: manifest.version, manifest.summary, kind: manifest.kind,
            commands: manifest.commands.map { command($0, program) }, fixture: manifest.fixture)
    }

    private func command(_ declared: ManifestCommand, _ program: PackProgram?) -> Command {
        Command(
            declared.name, declared.summary.visible, effect: declared.performs ? .composes : .reads,
            returns: declared.returns, parameters: declared.arguments.map { $0.parameter(of: declared.name, program) },
            examples: declared.examples
        ) { [self] session, bound in
            if let program {
                var answer = ProgramAnswer(to: declared, by: program, in: session)
                return try answer.document(bound)
            }
            guard let body = ScriptBody(declared, of: manifest, try files()) else { return Document() }
            return try body.run(bound, in: session)
        }
    }
}

extension ManifestArgument {
    fileprivate func parameter(of command: String, _ program: PackProgram?) -> ParameterInfo {
        let (name, type) = (name, type)
        let standard = standard.map { text in
            Standard.now(Text(verbatim: text)) { try type.read(text, today: $0.today, name: name) }
        }
        var completions: ParameterInfo.Completions?
        if completes, let program {
            completions = { program.completions(command, name, $1, in: $0) }
        }
        return ParameterInfo(
            name: name, way: isByName ? .label : .place, type: type, isRequired: !isOptional && standard == nil,
            help: help, standard: standard, completions: completions)
    }
}
