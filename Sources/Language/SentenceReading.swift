import Commands
public import Diagnostics
import Manual
import Syntax
import Tables
import Values

/// A sentence whose command is known and whose arguments are assigned to its parameters.
struct SentenceCode {
    let command: Command
    /// One for each parameter; `nil` where nothing was given.
    let arguments: [ArgumentCode?]
    /// The places of the arguments, for what is found only when the command runs.
    let spans: [SourceSpan?]
    let span: SourceSpan
    let source: Source
    /// What it gives, by what is known of its arguments.
    let type: ValueType
    /// The columns of its table that the verbs behind it look at; `nil` for all of them.
    var needed: Set<String>?
}

extension Compiler {
    /// Finds the command and assigns the arguments; `nil` when the sentence cannot run.
    func sentence(_ sentence: Sentence, hasInput: Bool) -> SentenceCode? {
        guard let (command, count) = command(of: sentence, hasInput) else { return nil }
        let words = sentence.words.dropFirst(count).map {
            Syntax.Argument(label: nil, value: ArgumentValue(.word($0.text), $0.span), span: $0.span)
        }
        var given = [ArgumentValue?](repeating: nil, count: command.parameters.count)
        var places = command.parameters.indices.filter { command.parameters[$0].way == .place }[...]
        for argument in words + sentence.arguments {
            if let label = argument.label {
                assign(argument, labelled: label, of: command, to: &given)
            } else if let place = places.popFirst() {
                given[place] = argument.value
            } else {
                tooMany(argument, command)
            }
        }
        let nameSpan = sentence.words.first.map {
            $0.span.joined(sentence.words[min(count, sentence.words.count) - 1].span)
        }
        checkRequired(command, given, hasInput: hasInput, at: nameSpan ?? sentence.span)
        checkEffect(command, at: nameSpan ?? sentence.span)
        let arguments = zip(given, command.parameters).map { value, parameter in
            value.flatMap { argument($0, as: parameter.type) }
        }
        return SentenceCode(
            command: command, arguments: arguments, spans: given.map { $0?.span }, span: sentence.span,
            source: source, type: type(of: command, arguments, given, at: sentence.span))
    }

    private func command(of sentence: Sentence, _ hasInput: Bool) -> (Command, Int)? {
        let words = sentence.words.map(\.text)
        if let (command, count) = registry.command(matching: words) { return (command, count) }
        guard let first = sentence.words.first else { return nil }
        if let meant = meantOtherwise(sentence, first, hasInput) {
            report(meant, at: first.span)
            return nil
        }
        // Take the words in front of the first value or code for the name that was meant.
        let near = registry.nearestCommand(to: words)
        let meant = near?.count ?? min(words.count, 2)
        let span = first.span.joined(sentence.words[meant - 1].span)
        let typed = words[..<meant].joined(separator: " ")
        let family = registry.commands.filter { $0.words[0] == words[0] }.map(\.name)
        let notes =
            near == nil && !family.isEmpty
            ? [
                Text(
                    "There are: \(family.joined(separator: ", ")).",
                    vi: "Có các lệnh: \(family.joined(separator: ", ")).")
            ]
            : near == nil ? [Text("‘help’ lists all commands.", vi: "Gõ ‘help’ để xem các lệnh.")] : []
        report(
            .unknownCommand, Text("‘\(typed)’ is not a command.", vi: "‘\(typed)’ không phải là một lệnh."), at: span,
            notes: notes, replacement: near?.command.name)
        return near.map { ($0.command, $0.count) }
    }

    private func assign(
        _ argument: Syntax.Argument, labelled label: Word, of command: Command, to given: inout [ArgumentValue?]
    ) {
        guard let index = command.index(ofLabel: label.text) else {
            let labels = command.parameters.filter { $0.way == .label }.map(\.name)
            let near = nearest(to: label.text, among: labels)
            let notes =
                labels.isEmpty
                ? []
                : [
                    Text(
                        "It takes: \(labels.joined(separator: ", ")).",
                        vi: "Lệnh nhận: \(labels.joined(separator: ", ")).")
                ]
            report(
                .unknownArgument,
                Text(
                    "‘\(command.name)’ has no argument ‘\(label.text):’.",
                    vi: "Lệnh ‘\(command.name)’ không có tham số ‘\(label.text):’."),
                at: label.span, notes: near == nil ? notes : [], replacement: near)
            // Its value is checked as that of the label that was meant.
            if let meant = near.flatMap({ command.index(ofLabel: $0) }), given[meant] == nil {
                given[meant] = argument.value
            }
            return
        }
        if given[index] != nil {
            report(
                .doubledArgument,
                Text("‘\(label.text):’ is given twice.", vi: "Tham số ‘\(label.text):’ được ghi hai lần."),
                at: argument.span)
            return
        }
        given[index] = argument.value
    }

    private func tooMany(_ argument: Syntax.Argument, _ command: Command) {
        let places = command.places.map(\.name)
        let takes =
            places.isEmpty
            ? Text("It takes no value by place.", vi: "Lệnh không nhận giá trị theo vị trí.")
            : Text(
                "By place it takes: \(places.joined(separator: ", ")).",
                vi: "Theo vị trí, lệnh nhận: \(places.joined(separator: ", ")).")
        report(
            .tooManyArguments,
            Text("‘\(command.name)’ does not expect this value.", vi: "Lệnh ‘\(command.name)’ không chờ giá trị này."),
            at: argument.span, notes: [takes])
    }

    private func checkRequired(_ command: Command, _ given: [ArgumentValue?], hasInput: Bool, at span: SourceSpan) {
        for (parameter, value) in zip(command.parameters, given) {
            if parameter.way == .pipe {
                guard !hasInput else { continue }
                report(
                    .needsTable,
                    Text("‘\(command.name)’ works on a table.", vi: "Lệnh ‘\(command.name)’ cần một bảng."), at: span,
                    notes: [
                        Text(
                            "Put it behind a pipe: list … | \(command.name) …",
                            vi: "Đặt sau dấu gạch đứng: list … | \(command.name) …")
                    ])
            } else if parameter.isRequired, value == nil {
                let name = parameter.way == .label ? "\(parameter.name):" : parameter.name
                report(
                    .missingArgument,
                    Text("‘\(command.name)’ needs ‘\(name)’.", vi: "Lệnh ‘\(command.name)’ cần có ‘\(name)’."),
                    at: span,
                    notes: [
                        parameter.help,
                        Text(
                            "It is typed: \(HelpPage.usage(command))", vi: "Cách gõ: \(HelpPage.usage(command))"),
                    ])
            }
        }
        if hasInput, !command.takesTable {
            report(
                .takesNoTable,
                Text("‘\(command.name)’ takes no table.", vi: "Lệnh ‘\(command.name)’ không nhận bảng."), at: span)
        }
    }

    private func checkEffect(_ command: Command, at span: SourceSpan) {
        guard !allowed.contains(command.effect) else { return }
        report(
            .effectNotAllowed,
            Text(
                "‘\(command.name)’ changes something, and only reading is allowed here.",
                vi: "Lệnh ‘\(command.name)’ làm thay đổi dữ liệu, ở đây chỉ được đọc."),
            at: span)
    }
}

extension Diagnostic.Code {
    /// A label that the command does not have.
    public static let unknownArgument: Self = "unknown-argument"
    /// An argument given twice.
    public static let doubledArgument: Self = "doubled-argument"
    /// More values by place than the command has.
    public static let tooManyArguments: Self = "too-many-arguments"
    /// A command behind a pipe that takes no table.
    public static let takesNoTable: Self = "takes-no-table"
}
