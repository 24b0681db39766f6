public import Commands
public import Documents
import Values

/// Pages about commands, made from their declarations.
public enum HelpPage {
    /// All commands, pack by pack.
    public static func overview(_ registry: Registry) -> Document {
        var blocks: [Block] = []
        for pack in registry.packs where !pack.commands.isEmpty {
            blocks.append(.heading(Text(verbatim: "\(pack.name): ") + pack.summary, level: 2))
            blocks += list(pack.commands.sorted { $0.name < $1.name }).blocks
        }
        blocks.append(
            .paragraph(
                RichText(
                    Text(
                        "‘help register unit’ explains one command, ‘help language’ the language. "
                            + "Tab completes; ^D leaves.",
                        vi:
                            "‘help register unit’ giải thích một lệnh, ‘help language’ ngôn ngữ. "
                            + "Phím Tab gợi ý; ^D để thoát."
                    ))))
        return Document(blocks)
    }

    /// Some commands, a line each.
    public static func list(_ commands: [Command]) -> Document {
        .fields(commands.map { Field(Text(verbatim: $0.name), words: $0.summary) })
    }

    /// The page of one command: what it does, how it is typed, what it takes, examples.
    public static func page(_ command: Command) -> Document {
        var blocks: [Block] = [
            .heading(Text(verbatim: command.name), level: 2), .paragraph(RichText(command.summary)),
            .paragraph(RichText(Text(verbatim: usage(command)), .code)),
        ]
        let fields = command.parameters.map { parameter in
            Field(Text(verbatim: label(parameter)), words: description(parameter))
        }
        if !fields.isEmpty { blocks.append(.fields(fields)) }
        let examples = command.examples.filter { example in
            if case .reports = example.outcome { false } else { true }
        }
        if !examples.isEmpty {
            blocks.append(
                .items(examples.map { RichText(Text(verbatim: $0.line), .code) }, numbered: false))
        }
        return Document(blocks)
    }

    /// How a command is typed: `register unit CODE NAME kind: … [under: …]`.
    public static func usage(_ command: Command) -> String {
        let parts = command.parameters.compactMap { parameter -> String? in
            switch parameter.way {
            case .pipe: return nil
            case .place: return parameter.isRequired ? parameter.name.uppercased() : "[\(parameter.name.uppercased())]"
            case .label: return parameter.isRequired ? "\(parameter.name): …" : "[\(parameter.name): …]"
            }
        }
        return ([command.takesTable ? "… | \(command.name)" : command.name] + parts).joined(separator: " ")
    }

    private static func label(_ parameter: ParameterInfo) -> String {
        parameter.way == .label ? "\(parameter.name):" : parameter.name.uppercased()
    }

    private static func description(_ parameter: ParameterInfo) -> Text {
        var text = parameter.help + Text(verbatim: " (\(parameter.type.name))")
        if case .choice(let choices) = parameter.type {
            text = text + Text(verbatim: ": " + choices.options.map(\.word).joined(separator: ", "))
        }
        switch parameter.standard {
        case .value(let value)?: return text + Text(" Default: \(value.plain).", vi: " Mặc định: \(value.plain).")
        case .now(let meaning, _)?: return text + Text(" Default: ", vi: " Mặc định: ") + meaning + Text(verbatim: ".")
        case nil: return text
        }
    }
}
