import Commands
import Diagnostics
import Syntax
import Values

/// What stands in front of the cursor in the line's last part.
struct CompletionPlace {
    let text: String
    let words: [Piece]
    let prefix: String
    /// The columns of the table in front of the pipe, when there is one and it can be made out.
    let table: Schema?
    let isBehindPipe: Bool

    /// One token with its text.
    struct Piece {
        let kind: Token.Kind
        let text: String

        init(_ token: Token, _ text: String) {
            kind = token.kind
            self.text = String(
                decoding: text.utf8.dropFirst(token.start).prefix(token.end - token.start), as: UTF8.self)
        }
    }

    /// The columns as candidates.
    var columns: [Choice] {
        (table?.columns ?? []).map { Choice($0.name, Text(verbatim: $0.type.name)) }
    }
}

/// How far a sentence has come: its command, what was given, what is open.
struct SentencePlace {
    let command: Command
    /// The parameter whose label stands right in front of the cursor.
    let pendingLabel: ParameterInfo?
    /// The parameters by place that are still open.
    let openPlaces: [ParameterInfo]
    /// The labels that are still open.
    let openLabels: [ParameterInfo]

    init?(_ pieces: ArraySlice<CompletionPlace.Piece>, _ registry: Registry) {
        let words = pieces.prefix { $0.kind == .word }.map(\.text)
        guard let (command, count) = registry.command(matching: words) else { return nil }
        var given = 0
        var labels: Set<String> = []
        var pending: String?
        for piece in pieces.dropFirst(count) {
            switch piece.kind {
            case .label:
                let name = String(piece.text.dropLast())
                labels.insert(name)
                pending = name
            case .text, .textClose, .comma, .openBrace, .closeBrace: continue
            default:
                if pending == nil { given += 1 }
                pending = nil
            }
        }
        self.command = command
        pendingLabel = pending.flatMap { name in command.parameters.first { $0.name == name && $0.way == .label } }
        openPlaces = Array(command.places.dropFirst(given))
        openLabels = command.parameters.filter { $0.way == .label && !labels.contains($0.name) }
    }
}
