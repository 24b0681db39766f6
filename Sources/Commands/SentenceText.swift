import Diagnostics
import Syntax
import Tables
import Values

/// Writes sentences as the journal keeps them: one line, values resolved, every argument that has a value.
enum SentenceText {
    /// The canonical sentence of a command with its bound arguments.
    static func canonical(_ command: Command, _ bound: [Datum?]) throws -> String {
        var sentence = ""
        sentence.reserveCapacity(200)
        sentence += command.name
        for (parameter, datum) in zip(command.parameters, bound) {
            guard case .value(let value)? = datum, !value.isMissing else { continue }
            guard let text = source(value, parameter.type) else {
                throw Diagnostic(
                    .cannotKeep,
                    Text("This value cannot be kept in the journal.", vi: "Không ghi được giá trị này vào nhật ký."),
                    subject: parameter.name,
                    notes: [Text("A number has at most 18 digits.", vi: "Một số có nhiều nhất 18 chữ số.")])
            }
            sentence += " "
            if parameter.way == .label {
                sentence += parameter.name
                sentence += ": "
            }
            sentence += text
        }
        return sentence
    }

    /// A value as it is typed where a type is expected: codes and choices as bare words where they can stand so.
    private static func source(_ value: Value, _ type: ValueType) -> String? {
        switch (type, value) {
        case (.code, .text(let word)), (.newCode, .text(let word)), (.choice, .text(let word)):
            return SourceForm.word(word)
        case (.list(let element), .list(let values)):
            let items = values.compactMap { source($0, element) }
            return items.count == values.count ? "[" + items.joined(separator: ", ") + "]" : nil
        default: return SourceForm.of(value)
        }
    }
}

extension Diagnostic.Code {
    /// A value that has no form in the language.
    static let cannotKeep: Self = "cannot-keep"
}
