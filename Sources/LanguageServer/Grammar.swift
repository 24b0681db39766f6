public import Commands
import JSON
import Language
import Tables
import Values

/// The grammar by which editors colour scripts without asking, in TextMate's form: made from the registry.
public enum Grammar {
    /// The grammar as JSON. Its expressions read the same in Oniguruma and in Python.
    public static func text(_ registry: Registry) -> String {
        let grammar: JSON = [
            "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
            "name": "Sen", "scopeName": "source.sen", "fileTypes": ["sen"], "firstLineMatch": "^#!.*\\bsen\\b",
            "patterns": .array(
                ["comment", "texts", "statement", "verb", "command", "label", "variable", "function", "value", "word"]
                    .map { ["include": .string("#" + $0)] }),
            "repository": repository(registry),
        ]
        return grammar.indented + "\n"
    }

    private static let word = "[^\\W\\d]\\w*(?:[-.]\\w+)*"

    private static func repository(_ registry: Registry) -> JSON {
        let statements = CompletionWords.statements.map(\.word) + CompletionWords.blocks.map(\.word)
        let more = ["set", "log", "step", "return", "script", "param", "needs", "explain"]
        let verbs = either(CompletionWords.verbs.map(\.word))
        let commands = registry.commands.map(\.name)
        let long = either(commands.filter { $0.contains(" ") })
        let short = either(commands.filter { !$0.contains(" ") })
        return [
            "comment": pattern("(?<![\\w.])(#.*)$", "comment.line.number-sign.sen"),
            "texts": ["patterns": [text("\"\"\"", "\"\"\"", "triple"), text("\"", "\"|$", "double"), raw]],
            "interpolation": [
                "begin": "\\{(?!\\{)", "end": "\\}", "name": "meta.interpolation.sen",
                "patterns": [["include": "$self"]],
            ],
            "statement": pattern("^\\s*(\(either(Array(Set(statements + more)))))(?![\\w:.-])", "keyword.control.sen"),
            "verb": pattern("(?:\\|\\s*|^\\s+)(\(verbs))(?![\\w:.(-])", "keyword.other.verb.sen"),
            "command": [
                "patterns": [
                    pattern("(?<![\\w$.-])(\(long))(?![\\w:.(-])", "entity.name.function.command.sen"),
                    pattern("(?:^|\\||\\(|=)\\s*(\(short))(?![\\w:.(-])", "entity.name.function.command.sen"),
                ]
            ],
            "label": pattern("(?<![\\w$.-])(\\w+(?:-\\w+)*:)(?=\\s)", "variable.parameter.sen"),
            "variable": pattern("(\\$\(word))", "variable.other.sen"),
            "function": pattern("(?<![\\w$.-])(\(either(BuiltInFunction.names)))(?=\\()", "support.function.sen"),
            "value": ["patterns": values],
            "word": pattern(
                "(?<![\\w$.-])(and|or|not|in|between|is|matches|then|do|else|to|by|with|on|asc|desc)(?![\\w:.(-])",
                "keyword.operator.word.sen"),
        ]
    }

    private static let values: JSON = [
        pattern("(?<![\\w.-])(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})(?![\\w-])", "constant.other.date.sen"),
        pattern(
            "(?<![\\w.-])(\\d{4}-(?:\\d{4}|\\d{2}|Q[1-4]|H[12])"
                + "|(?:last|this|next)\\s+(?:day|month|quarter|half|year))(?![\\w-])",
            "constant.other.period.sen"),
        pattern(
            "(?<![\\w.-])(\\d[\\d_]*(?:\\.\\d+)?(?:%|\\s*(?:min|working\\s+days|VND|[shdwđ])(?![\\w:-]))?)(?![\\w-])",
            "constant.numeric.sen"),
        pattern("(?<![\\w$.-])(yes|no|missing|empty)(?![\\w:.(-])", "constant.language.sen"),
    ]

    /// Gives what the first bracket holds a name.
    private static func pattern(_ expression: String, _ name: String) -> JSON {
        ["match": .string(expression), "captures": ["1": ["name": .string(name)]]]
    }

    private static func text(_ begin: String, _ end: String, _ kind: String) -> JSON {
        [
            "begin": .string(begin), "end": .string(end), "name": .string("string.quoted.\(kind).sen"),
            "patterns": [
                pattern("(\\\\(?:[nt\"\\\\]|u\\{[0-9a-fA-F]+\\}))", "constant.character.escape.sen"),
                pattern("(\\{\\{|\\}\\})", "constant.character.escape.sen"), ["include": "#interpolation"],
            ],
        ]
    }

    private static let raw: JSON = ["begin": "'", "end": "'|$", "name": "string.quoted.single.sen"]

    /// One of several words, the longest first.
    private static func either(_ words: [String]) -> String {
        words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.joined(separator: "|")
            .replacing(" ", with: "\\s+")
    }
}
