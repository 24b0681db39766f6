import Commands
public import Diagnostics
import Syntax
import Tables
public import Values

/// What may stand at the cursor, and what it replaces.
public struct Completion: Sendable, Hashable {
    /// The bytes of the text that a candidate replaces.
    public let range: SourceSpan
    /// What may stand there, best first, each with a line of meaning.
    public let candidates: [Choice]
    /// Whether there are more candidates than those given.
    public let isPartial: Bool
}

/// Completes lines from the registry, the database, the files and the variables of an interpreter.
public struct Completer {
    let interpreter: Interpreter
    /// The most codes that are looked up.
    public static let limit = 200

    /// Takes the interpreter whose session and variables count.
    public init(_ interpreter: Interpreter) {
        self.interpreter = interpreter
    }

    private var registry: Registry { interpreter.session.registry }

    /// What may stand at a byte offset of a text.
    public func completion(of text: String, at cursor: Int) -> Completion {
        let place = CompletionPlace(text, cursor: cursor)
        let found = candidates(place)
        return Completion(
            range: SourceSpan(place.start, min(cursor, text.utf8.count)),
            candidates: found.list.matching(place.prefix), isPartial: found.isPartial)
    }

    /// What the next arguments are: `NAME kind: [under:]`; behind a label, what it stands for.
    public func hint(of text: String) -> String? {
        let place = CompletionPlace(text, cursor: text.utf8.count)
        guard text.hasSuffix(" "), !place.isInText, !place.isInComment, place.verb == nil,
            let sentence = SentencePlace(place.pieces, registry, isBehindPipe: place.isBehindPipe)
        else { return nil }
        if let label = sentence.pendingLabel { return label.help(in: interpreter.language) }
        let open = sentence.openPlaces.map { $0.isRequired ? $0.name.uppercased() : "[\($0.name.uppercased())]" }
        let labels = sentence.openLabels.map { $0.isRequired ? "\($0.name):" : "[\($0.name):]" }
        let parts = open + labels
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// Candidates, and whether there are more than were looked up.
    struct Candidates {
        var list: [Choice]
        var isPartial = false

        init(_ list: [Choice] = [], isPartial: Bool = false) {
            self.list = list
            self.isPartial = isPartial
        }

        static func += (all: inout Candidates, more: Candidates) {
            all.list += more.list
            all.isPartial = all.isPartial || more.isPartial
        }
    }

    private func candidates(_ place: CompletionPlace) -> Candidates {
        if place.isInComment { return Candidates() }
        if place.isInText { return paths(place) }
        if place.prefix.hasPrefix("$") { return Candidates(variables(place)) }
        if place.verb != nil { return clause(place) }
        if place.isExpression { return Candidates(variables(place) + functions(place) + conditions(place)) }
        guard !place.pieces.isEmpty else { return Candidates(beginnings(place)) }
        var found = Candidates()
        if let relative = relativePeriods(place) { return relative }
        if let sentence = SentencePlace(place.pieces, registry, isBehindPipe: place.isBehindPipe) {
            found += arguments(of: sentence, place)
        }
        found.list += commandWords(place)
        return found
    }

    private func beginnings(_ place: CompletionPlace) -> [Choice] {
        if place.isBehindPipe { return CompletionWords.verbs + commandWords(place) }
        let commands = commandWords(place)
        guard place.beginsStatement else { return commands + variables(place) }
        let known = CompletionWords.statements + (place.isFurtherLine ? CompletionWords.blocks : [])
        let words = known.filter { word in !commands.contains { $0.word == word.word } }
        return commands + words + variables(place)
    }

    private func arguments(of sentence: SentencePlace, _ place: CompletionPlace) -> Candidates {
        var found = Candidates()
        if let next = sentence.next {
            found +=
                next.completions.map { Candidates($0(interpreter.session, place.prefix)) }
                ?? values(of: next.type, place.prefix)
            found.list += variables(place).filter { variable in
                interpreter.variable(String(variable.word.dropFirst()))?.type == next.type
            }
        }
        if sentence.pendingLabel == nil { found.list += sentence.openLabels.map { Choice($0.name + ":", $0.help) } }
        return found
    }

    /// The values of a type that can be counted up.
    func values(of type: ValueType, _ prefix: String) -> Candidates {
        switch type {
        case .choice(let choices): return Candidates(choices.options)
        case .yesNo: return Candidates([Choice("yes", Text("yes", vi: "có")), Choice("no", Text("no", vi: "không"))])
        case .code(let name):
            guard let kind = registry.kind(name) else { return Candidates() }
            let codes = codes(kind, prefix)
            return Candidates(codes, isPartial: codes.count >= Completer.limit)
        case .list(let element): return values(of: element, prefix)
        case .period: return Candidates(periods)
        default: return Candidates()
        }
    }

    /// The codes that begin with a text as it is typed; else with its capital letters.
    private func codes(_ kind: RecordKind, _ prefix: String) -> [Choice] {
        let found = (try? kind.codes(interpreter.session, prefix, Completer.limit)) ?? []
        guard found.isEmpty, prefix.uppercased() != prefix else { return found }
        return (try? kind.codes(interpreter.session, prefix.uppercased(), Completer.limit)) ?? []
    }

    private var periods: [Choice] {
        ["this", "last"].flatMap { which in
            [Period.Kind.month, .quarter, .year].map { kind in
                let period = Period(kind, containing: interpreter.session.today).advanced(by: which == "last" ? -1 : 0)
                return Choice("\(which) \(kind.rawValue)", Text(verbatim: period.description))
            }
        }
    }

    /// The second word of `last month`, where a period or a date is expected.
    private func relativePeriods(_ place: CompletionPlace) -> Candidates? {
        guard let last = place.pieces.last?.text, ["this", "last", "next"].contains(last),
            let sentence = SentencePlace(place.pieces.dropLast(), registry, isBehindPipe: place.isBehindPipe),
            sentence.next?.type == .period
        else { return nil }
        let step = last == "this" ? 0 : last == "last" ? -1 : 1
        return Candidates(
            [Period.Kind.month, .quarter, .year].map { kind in
                let period = Period(kind, containing: interpreter.session.today).advanced(by: step)
                return Choice(kind.rawValue, Text(verbatim: period.description))
            })
    }

    /// The words that can follow those typed so far in the name of a command.
    private func commandWords(_ place: CompletionPlace) -> [Choice] {
        let typed = place.pieces.map(\.text)
        guard place.pieces.allSatisfy({ $0.kind == .word }) else { return [] }
        var found: [String: [Command]] = [:]
        for command in registry.commands where command.takesTable == place.isBehindPipe {
            let words = command.words
            guard words.count > typed.count, words.starts(with: typed) else { continue }
            found[words[typed.count], default: []].append(command)
        }
        return found.sorted { $0.key < $1.key }.flatMap { word, commands -> [Choice] in
            let rests = commands.map { $0.words.dropFirst(typed.count + 1).joined(separator: " ") }
            if let only = commands.first, rests == [""] { return [Choice(word, only.summary)] }
            // Where ‘units’ may follow, ‘unit’ alone would look like the end: ‘unit changes’ is offered as a whole.
            if found.keys.contains(where: { $0 != word && $0.hasPrefix(word) }) {
                return zip(commands, rests).map { command, rest in
                    Choice(rest.isEmpty ? word : "\(word) \(rest)", command.summary)
                }
            }
            return [Choice(word, Text(verbatim: rests.filter { !$0.isEmpty }.joined(separator: ", ")))]
        }
    }
}

extension [Choice] {
    /// Those that begin with a prefix; without any, those that begin so when tones and case do not count.
    func matching(_ prefix: String) -> [Choice] {
        guard !prefix.isEmpty else { return self }
        let exact = filter { $0.word.hasPrefix(prefix) }
        guard exact.isEmpty else { return exact }
        let folded = prefix.folded
        let loose = filter { $0.word.folded.hasPrefix(folded) }
        return loose.isEmpty ? filter { $0.word.folded.contains(folded) } : loose
    }
}
