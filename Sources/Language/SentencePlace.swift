import Commands
import Syntax

/// How far a sentence has come: its command, what was given, what is open.
struct SentencePlace {
    let command: Command
    /// The parameter whose label stands right in front of the cursor.
    let pendingLabel: ParameterInfo?
    /// The parameters by place that are still open.
    let openPlaces: [ParameterInfo]
    /// The labels that are still open.
    let openLabels: [ParameterInfo]

    /// What a value at the cursor would be.
    var next: ParameterInfo? { pendingLabel ?? openPlaces.first }

    /// Reads the pieces of a sentence; `nil` when they do not begin with a command that may stand there.
    init?(_ pieces: some Sequence<CompletionPlace.Piece>, _ registry: Registry, isBehindPipe: Bool) {
        let pieces = Array(pieces)
        let words = pieces.prefix { $0.kind == .word }.map(\.text)
        guard let (command, count) = registry.command(matching: words), isBehindPipe == command.takesTable else {
            return nil
        }
        var given = 0
        var labels: Set<String> = []
        var pending: String?
        var depth = 0
        for piece in pieces.dropFirst(count) {
            switch piece.kind {
            case .label where depth == 0:
                let name = String(piece.text.dropLast())
                labels.insert(name)
                pending = name
                continue
            case .textOpen, .openParenthesis, .openBracket, .openBrace: depth += 1
            case .textClose, .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            default: break
            }
            guard depth == 0 else { continue }
            if pending == nil { given += 1 }
            pending = nil
        }
        self.command = command
        pendingLabel = pending.flatMap { name in command.parameters.first { $0.name == name && $0.way == .label } }
        openPlaces = Array(command.places.dropFirst(given))
        openLabels = command.parameters.filter { $0.way == .label && !labels.contains($0.name) }
    }
}
