/// A text of any size that is easy to write and hard to read.
public struct HostileInput: Sendable {
    /// What it is.
    public let name: String
    private let make: @Sendable (Int) -> String

    /// The text, of about so many bytes.
    public func text(_ size: Int) -> String { make(size) }

    private init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.make = make
    }

    /// A piece again and again, between a beginning and an end.
    private static func repeated(_ name: String, _ piece: String, from start: String = "", to end: String = "") -> Self
    {
        Self(name) { size in start + String(repeating: piece, count: max(1, size / piece.utf8.count)) + end }
    }

    /// Pieces that differ by their number.
    private static func numbered(_ name: String, from start: String = "", _ piece: @escaping @Sendable (Int) -> String)
        -> Self
    {
        Self(name) { size in
            var text = start
            var number = 0
            while text.utf8.count < size {
                text += piece(number)
                number += 1
            }
            return text
        }
    }

    /// One of each kind.
    public static let all: [HostileInput] = lines + nested + characters + sentences + findings

    private static let lines = [
        repeated("one line of words", "a "), repeated("blanks", " ", from: "list units"), repeated("line ends", "\n"),
        repeated("short lines", "exit 1\n"), repeated("one comment", "x", from: "# "), repeated("comments", "# x\n"),
        repeated("one identifier", "a"), repeated("one identifier of joints", "a-"),
        repeated("one variable", ".a", from: "$a"),
        repeated("one text", "a", from: "log info \"", to: "\"\n"),
        repeated("one long text", "a\n", from: "log info \"\"\"\n", to: "\"\"\""),
        repeated("texts without end", "\"a\n"), repeated("one number", "1"), repeated("one number of groups", "1_"),
        repeated("one number of points", "1.", to: "1"), repeated("numbers and blanks", "1   "),
        repeated("round quotes", "“"), repeated("braces", "{ "), repeated("labels", "x: ", from: "list units "),
    ]

    private static let nested = [
        repeated("brackets", "(", from: "let x = "), repeated("lists", "[", from: "show x: "), repeated("calls", "f("),
        repeated("blocks", "if yes then\n"), repeated("blocks that end", "if yes then\n", to: "end\n"),
        repeated("ends", "end\n"), repeated("branches", "elseif yes then\n", from: "if yes then\n", to: "end\n"),
        repeated("interpolations", "\"{", from: "log info "), repeated("nots", "not ", from: "if "),
        repeated("signs", "- ", from: "exit "), repeated("operators", "1 + ", from: "exit ", to: "1"),
        repeated("stages", "| where yes ", from: "list units "),
        repeated("stages on lines", "|\n count ", from: "list units "),
        repeated("pipes", "| "), repeated("prefixes", "plan "),
    ]

    private static let characters = [
        repeated("direction marks", "\u{202E}"), repeated("zero-width spaces", "\u{200B}"), repeated("noughts", "\0"),
        repeated("carriage returns", "\r"), repeated("line separators", "\u{2028}"),
        repeated("order marks", "\u{FEFF}"),
        repeated("what is no letter", "\u{FFFD}"),
        repeated("marks on one letter", "\u{301}", from: "log info \"a", to: "\""),
        repeated("decomposed letters", "e\u{302}\u{301} "),
        repeated("joiners", "\u{200D}", from: "log info \"", to: "\""),
        repeated("escapes", "\\n", from: "log info \"", to: "\""),
        repeated("bad escapes", "\\q", from: "log info \"", to: "\""),
    ]

    private static let sentences = [
        repeated("columns", "unit, ", from: "list units | keep ", to: "unit"),
        numbered("added columns", from: "list units | add a = 1") { ", a\($0) = 1" },
        numbered("renamed columns", from: "list units | rename unit to a") { ", a\($0) to a\($0 + 1)" },
        repeated("sort keys", "unit, ", from: "list units | sort by ", to: "unit"),
        repeated("choices", "\"a\", ", from: "list units | where unit in [", to: "\"a\"]"),
        repeated("function's arguments", "1, ", from: "let x = max(", to: "1)"),
        repeated("values of a list", "HP-1, ", from: "show x: [", to: "HP-1]"),
        numbered("variables") { "let v\($0) = \($0)\n" }, numbered("functions") { "def f\($0)() -> text\nend\n" },
        repeated("one function", "def f() -> text\nend\n"),
        numbered("parameters", from: "script s version 1 \"\"\n") { "param p\($0): text\n" },
        numbered("codes") { "show unit C\($0)\n" }, repeated("one code", "show unit HP-1\n"),
        repeated("uses", "use \"lib.sen\"\n"), repeated("loops", "for r in [1] do\nexit $r\nend\n"),
    ]

    private static let findings = [
        numbered("unknown commands") { "lsit units\($0)\n" },
        repeated("unknown columns", "list units | where nmae = 1\n"),
        repeated("unknown labels", "list units knid: th\n"), numbered("unknown variables") { "exit $v\($0)\n" },
        repeated("unknown functions", "exit summ(1)\n"), repeated("broken lines", "let = 5\n"),
        repeated("strange characters", "@ a "), repeated("doubled arguments", "kind: th ", from: "list units "),
        repeated("too many values", "\"a\" ", from: "list units "),
        repeated("wrong operands", "+ \"a\" ", from: "exit 1 "),
        repeated("choices that are none", "list units kind: xxx\n"),
        repeated("findings behind a long line", "é", from: "log info '", to: "' @ \u{202E} @ \u{202E} kind:a\n"),
    ]
}
