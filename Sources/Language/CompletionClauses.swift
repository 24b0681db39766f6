import Commands
import Diagnostics
import Syntax
import Tables
import Values

// What may stand in the clause of a table verb, in a condition, behind `$` and in quotes.

extension Completer {
    /// The functions, each with its bracket; there are many, so that a letter is awaited.
    func functions(_ place: CompletionPlace) -> [Choice] {
        guard !place.prefix.isEmpty else { return [] }
        return BuiltInFunction.names.compactMap { name in
            BuiltInFunction.all.first { $0.name == name }.map { Choice(name + "(", $0.summary) }
        }
    }

    /// Columns, values and words of a verb's clause.
    func clause(_ place: CompletionPlace) -> Candidates {
        guard let verb = place.verb, let last = place.pieces.last else { return Candidates() }
        let words = place.pieces.map(\.text)
        let columns = columns(in: place.pipeline ?? "")
        if place.pieces.count == 1, ["sort", "group"].contains(verb) {
            return Candidates([Choice("by", Text(verbatim: ""))])
        }
        if ["first", "last", "count"].contains(verb) { return Candidates() }
        if last.text == "is" || (last.text == "not" && words.dropLast().last == "is") {
            let states = ["missing", "empty"] + (last.text == "is" ? ["not missing", "not empty"] : [])
            return Candidates(states.map { Choice($0, Text(verbatim: "")) })
        }
        if let compared = comparedColumn(place.pieces, in: columns) {
            let found = values(of: compared.type, place.prefix)
            return found.list.isEmpty ? Candidates(Completer.choices(columns) + functions(place)) : found
        }
        if endsValue(last), place.pieces.count > 1 {
            return Candidates(CompletionWords.following(verb, words).map { Choice($0, Text(verbatim: "")) })
        }
        let takesExpression =
            ["where", "add", "sort"].contains(verb) || (["group", "pivot"].contains(verb) && words.contains("with"))
        return Candidates(Completer.choices(columns) + (takesExpression ? functions(place) : []))
    }

    /// The words that join conditions outside a clause, behind a value.
    func conditions(_ place: CompletionPlace) -> [Choice] {
        guard let last = place.pieces.last, endsValue(last) else { return [] }
        return (CompletionWords.conditions + ["then"]).map { Choice($0, Text(verbatim: "")) }
    }

    private static func choices(_ columns: Schema?) -> [Choice] {
        (columns?.columns ?? []).map { Choice($0.name, Text(verbatim: $0.type.name)) }
    }

    private func endsValue(_ piece: CompletionPlace.Piece) -> Bool {
        switch piece.kind {
        case .word: !CompletionWords.operators.contains(piece.text) && !CompletionWords.verbNames.contains(piece.text)
        case .variable, .number, .percent, .money, .duration, .date, .period, .textClose, .closeParenthesis,
            .closeBracket:
            true
        default: false
        }
    }

    /// The column with which the value at the cursor is compared: `kind = `, `kind in [th, `.
    private func comparedColumn(_ pieces: [CompletionPlace.Piece], in columns: Schema?) -> ColumnInfo? {
        var rest = pieces[...]
        let comparisons: Set<Token.Kind> = [.equal, .unequal, .less, .atMost, .more, .atLeast]
        if let bracket = rest.lastIndex(where: { $0.kind == .openBracket }),
            !rest[bracket...].contains(where: { $0.kind == .closeBracket }), bracket > 0,
            rest[bracket - 1].text == "in"
        {
            guard [.comma, .openBracket].contains(rest.last?.kind) else { return nil }
            rest = rest[..<(bracket - 1)]
            if rest.last?.text == "not" { rest = rest.dropLast() }
        } else {
            guard let last = rest.popLast(), comparisons.contains(last.kind) else { return nil }
        }
        return rest.last.flatMap { columns?[$0.text] }
    }

    /// The columns of the table that a pipeline gives, when they can be made out.
    private func columns(in pipeline: String) -> Schema? {
        let source = Source(name: "prompt", text: pipeline)
        guard case .sentence(_, let parsed)? = Parser.parse(source).program.statements.last?.kind,
            case .table(let schema)? = interpreter.check(parsed).type
        else { return nil }
        return schema
    }

    /// The variables, and the fields of the one that is being typed: `$row.name`.
    func variables(_ place: CompletionPlace) -> [Choice] {
        if let dot = place.prefix.firstIndex(of: ".") {
            let name = place.prefix[..<dot].dropFirst()
            return (fields(of: String(name), place)?.columns ?? []).map {
                Choice("$\(name).\($0.name)", Text(verbatim: $0.type.name))
            }
        }
        let names = Set(interpreter.variableNames).union(place.localNames.map(\.name)).sorted()
        return names.map { name in
            let type = interpreter.variable(name)?.type?.name
            return Choice("$" + name, Text(verbatim: type ?? ""))
        }
    }

    private func fields(of name: String, _ place: CompletionPlace) -> Schema? {
        if let local = place.localNames.last(where: { $0.name == name }) {
            return local.pipeline.flatMap { columns(in: $0) }
        }
        guard case .record(let schema)? = interpreter.variable(name)?.type else { return nil }
        return schema
    }

    /// The files and folders that a path can go on with; a file ends with its quote.
    func paths(_ place: CompletionPlace) -> Candidates {
        let registry = interpreter.session.registry
        let sentence = SentencePlace(place.pieces, registry, isBehindPipe: place.isBehindPipe)
        let isUse = place.pieces.map(\.text) == ["use"]
        guard isUse || sentence?.next?.type == .path else { return Candidates() }
        let slash = place.prefix.lastIndex(of: "/")
        let folder = slash.map { String(place.prefix[...$0]) } ?? ""
        let begun = place.prefix.dropFirst(folder.count)
        let entries = interpreter.session.surroundings.files.entries(of: folder)
        let shown = entries.filter { $0.hasPrefix(".") == begun.hasPrefix(".") }.prefix(Completer.limit)
        return Candidates(
            shown.map { Choice(folder + $0 + ($0.hasSuffix("/") ? "" : "\""), Text(verbatim: "")) },
            isPartial: shown.count == Completer.limit)
    }
}
