import Commands
import Diagnostics
import Syntax
import Tables
import Values

// What a command gives, by what is known of its arguments before anything runs.
extension Compiler {
    func type(
        of command: Command, _ arguments: [ArgumentCode?], _ given: [ArgumentValue?], at span: SourceSpan
    ) -> ValueType {
        guard command.shape != nil else { return command.returns }
        var known = KnownArguments()
        for (index, parameter) in command.parameters.enumerated() where given[index] != nil {
            if case .value(let value)? = arguments[index] {
                known.take(parameter.name, value)
            } else {
                known.take(parameter.name, nil)
            }
        }
        do {
            return try shape(command, known) ?? command.returns
        } catch {
            for finding in Diagnostics.of(error) {
                let index = command.parameters.firstIndex { $0.name == finding.subject }
                report(placed(finding, in: index.flatMap { given[$0] }), at: span)
            }
            return command.returns
        }
    }

    /// A finding about an argument, or about a piece of the text in its quotes.
    private func placed(_ finding: Diagnostic, in value: ArgumentValue?) -> Diagnostic {
        guard let value else { return finding }
        var finding = finding
        guard let place = finding.place else { return finding.placed(at: value.span, in: source) }
        finding.place = nil
        // Between the quotes the text stands as it is, unless escapes or line ends are in it.
        let written = source[value.span].utf8
        guard written.count == place.source.text.utf8.count + 2,
            written.dropFirst().dropLast().elementsEqual(place.source.text.utf8)
        else {
            finding.replacement = nil
            return finding.placed(at: value.span, in: source)
        }
        let start = value.span.start + 1
        return finding.placed(at: SourceSpan(start + place.span.start, start + place.span.end), in: source)
    }
}
