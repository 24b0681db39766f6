import Syntax
import Tables
import Values

/// Writes sentences as the journal keeps them: one line, values resolved, every argument that has a value.
public enum SentenceText {
    /// The canonical sentence of a command with its bound arguments.
    static func canonical(_ command: Command, _ bound: [Datum?]) -> String {
        var words = [command.name]
        for (parameter, datum) in zip(command.parameters, bound) {
            guard case .value(let value)? = datum, !value.isMissing else { continue }
            let text = source(value, parameter.type)
            words.append(parameter.way == .label ? "\(parameter.name): \(text)" : text)
        }
        return words.joined(separator: " ")
    }

    /// A value as it is typed where a type is expected: codes and choices as bare words where they can stand so.
    static func source(_ value: Value, _ type: ValueType) -> String {
        switch (type, value) {
        case (.code, .text(let word)), (.newCode, .text(let word)), (.choice, .text(let word)):
            SourceForm.word(word)
        case (.list(let element), .list(let values)):
            "[" + values.map { source($0, element) }.joined(separator: ", ") + "]"
        default: SourceForm.value(value)
        }
    }
}
