public import Commands
import Diagnostics
import Syntax

/// Finds lines that must not be kept in a history.
public enum SecretLines {
    /// Whether any sentence of a text names a command with a secret argument, also one that is misspelt, stands in a
    /// block or behind a word such as `plan`.
    public static func holds(_ text: String, _ registry: Registry) -> Bool {
        let source = Source(name: "prompt", text: text)
        let tokens = Lexer.tokens(of: source)
        return tokens.split { ends.contains($0.kind) }.contains { segment in
            let words = segment.drop { $0.kind == .word && prefixes.contains(source[$0.span]) }
                .prefix { $0.kind == .word }.map { source[$0.span] }
            let found = registry.command(matching: words) ?? registry.nearestCommand(to: words)
            return found?.command.parameters.contains { $0.isSecret } ?? false
        }
    }

    private static let ends: Set<Token.Kind> = [.newline, .pipe, .openParenthesis, .equal]
    private static let prefixes: Set<String> = ["plan", "explain", "time"]
}
