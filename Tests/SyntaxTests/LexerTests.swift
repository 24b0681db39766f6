import Diagnostics
import Syntax
import Testing

@Suite struct LexerTests {
    private func kinds(_ text: String) -> [Token.Kind] {
        Lexer.tokens(of: Samples.source(text)).dropLast().map(\.kind)
    }

    private func pieces(_ text: String) -> [String] {
        let source = Samples.source(text)
        return Lexer.tokens(of: source).map { source[$0.span] }
    }

    @Test(
        arguments: [
            ("HP-012", .word), ("NQ28-1.1", .word), ("2282-B", .word), ("15-17", .word), ("2025-99", .word),
            ("Đơn_vị", .word),
            ("2025-2027", .word), ("2025-q3", .word), ("5d-1", .word), ("monthly-digest", .word), ("a1.b2", .word),
            ("2025", .number), ("1_250", .number), ("3.5", .number), ("33.5%", .percent), ("2025-03-14", .date),
            ("14/3/2025", .date), ("01/12/2025", .date), ("2025-10", .period), ("2025-Q3", .period),
            ("2025-H1", .period),
            ("2025-2026", .period), ("4h", .duration), ("4 h", .duration), ("30min", .duration), ("2.5 h", .duration),
            ("5 d", .duration), ("2 w", .duration), ("10 s", .duration), ("5 working days", .duration),
            ("1_250_000 đ", .money), ("1_250_000đ", .money), ("500 VND", .money), ("$x", .variable),
            ("$row.don-vị.a", .variable),
            ("kind:", .label), ("đơn-vị:", .label), ("|", .pipe), (",", .comma), ("(", .openParenthesis),
            (")", .closeParenthesis),
            ("[", .openBracket), ("]", .closeBracket), ("=", .equal), ("!=", .unequal), ("<", .less), ("<=", .atMost),
            (">", .more), (">=", .atLeast), ("+", .plus), ("-", .minus), ("*", .times), ("/", .over), ("->", .arrow),
            ("\n", .newline), ("\r\n", .newline), ("# note", .comment), ("#!/usr/bin/env sen", .comment),
            ("@", .unknown),
            ("1.250.000", .unknown), ("2025-02-30", .unknown), ("$", .unknown), ("“THPT”", .unknown),
        ] as [(String, Token.Kind)])
    func oneToken(_ text: String, _ kind: Token.Kind) {
        #expect(kinds(text) == [kind])
        #expect(pieces(text) == [text, ""])
    }

    @Test func wordsEndWhereTheyShould() {
        #expect(pieces("a -b") == ["a", "-", "b", ""])
        #expect(pieces("a--b") == ["a", "-", "-", "b", ""])
        #expect(pieces("4 men: 12") == ["4", "men:", "12", ""])
        #expect(pieces("4 h: 12") == ["4", "h:", "12", ""])
        #expect(pieces("5 working hours") == ["5", "working", "hours", ""])
        #expect(pieces("1/2") == ["1", "/", "2", ""])
        #expect(pieces("14/3/20255") == ["14", "/", "3", "/", "20255", ""])
        #expect(pieces("$x|count") == ["$x", "|", "count", ""])
        #expect(pieces("\u{FEFF}a\u{A0}b") == ["a", "b", ""])
        #expect(pieces("Na\u{306}\u{303}ng b") == ["Na\u{306}\u{303}ng", "b", ""])
    }

    @Test func cutsTexts() {
        #expect(pieces(#""a {$x.y:0,0} b""#) == ["\"", "a ", "{", "$x.y", ":0,0", "}", " b", "\"", ""])
        #expect(
            kinds(#""{f("a"):x}""#) == [
                .textOpen, .openBrace, .word, .openParenthesis, .textOpen, .text, .textClose, .closeParenthesis,
                .format,
                .closeBrace, .textClose,
            ])
        #expect(
            kinds(#"'{a}' "" "{{""#) == [
                .textOpen, .text, .textClose, .textOpen, .textClose, .textOpen, .text, .textClose,
            ])
        #expect(
            kinds("\"\"\"a\n\"b\" {c\n} \"\"\"") == [
                .textOpen, .text, .openBrace, .word, .closeBrace, .text, .textClose,
            ])
    }

    /// A prompt colours and completes what is not finished yet.
    @Test func cutsWhatIsBroken() {
        #expect(kinds("list units kind: \"TH") == [.word, .word, .label, .textOpen, .text, .textClose])
        #expect(
            kinds("log info \"a {$x") == [
                .word, .word, .textOpen, .text, .openBrace, .variable, .closeBrace, .textClose,
            ])
        #expect(kinds("f([") == [.word, .openParenthesis, .openBracket])
        #expect(kinds("\"a\nlist") == [.textOpen, .text, .textClose, .newline, .word])
        #expect(kinds("\"\"\"a\nlist") == [.textOpen, .text, .textClose])
        let tokens = Lexer.tokens(of: Samples.source("\"a"))
        #expect(tokens.dropLast().last?.span == SourceSpan(2, 2))
    }

    /// Tokens come in order, do not overlap, and leave out blanks only.
    @Test(arguments: [
        Samples.lines, Samples.digest, Samples.everything, "a \"b {c", "'x\r\ny", "« a » … “b” @ 1.2.3 \\ { }",
    ])
    func spansHoldTheText(_ text: String) {
        let source = Samples.source(text)
        var place = 0
        for token in Lexer.tokens(of: source) {
            #expect(token.start >= place && token.end >= token.start)
            let gap = source[SourceSpan(place, token.start)]
            #expect(gap.allSatisfy { $0 == " " || $0 == "\t" }, "‘\(gap)’ is no blank")
            #expect(source[token.span].utf8.count == token.end - token.start)
            place = token.end
        }
        #expect(place == text.utf8.count)
    }

    /// A piece that is a word by itself is the same word in the middle of a line.
    @Test func wordsAreTheSameAnywhere() {
        let source = Samples.source(Samples.everything)
        for token in Lexer.tokens(of: source) where token.kind == .word || token.kind == .variable {
            #expect(Lexer.tokens(of: Samples.source(source[token.span])).map(\.kind) == [token.kind, .end])
        }
    }
}
