import Commands
import Diagnostics
import Documents
import Language
import Syntax
import TestSupport
import Testing
import Values

/// Looks at a text after each statement and counts how often it has moved.
private final class Mover: RunObserver {
    let interpreter: Interpreter
    var last: Int?
    var moves = 0
    var lengths: [Int] = []

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    func willRun(_ place: Place) -> Bool { true }

    func didRun(_ place: Place, rows: Int?) {
        guard case .value(.text(var text))? = interpreter.value(of: "t") else { return }
        lengths.append(text.utf8.count)
        let here = text.withUTF8 { $0.baseAddress.map { Int(bitPattern: $0) } }
        guard text.utf8.count > 15, here != last else { return }
        (last, moves) = (here, moves + 1)
    }
}

/// A text to which pieces are put, statement by statement.
@Suite struct GrowingTextTests {
    private let session: Session
    private let listener = Listener()
    private let interpreter: Interpreter

    init() throws {
        session = try Session.empty()
        interpreter = Interpreter(session, listener: listener)
    }

    @discardableResult
    private func run(_ text: String) -> Ending {
        let ending = interpreter.run(Source(name: "test", text: text))
        if case .notUnderstood(let findings) = ending { Issue.record("\(findings)") }
        return ending
    }

    private func text(_ name: String) -> String? {
        guard case .value(.text(let text))? = interpreter.value(of: name) else { return nil }
        return text
    }

    @Test func aFailureLosesNoLetter() {
        run("let big = 999999999999999999\nlet t = \"a\"")
        let ending = run(
            "for i in range(1, 9) do\n  set $t = \"{$t}{$i:0};\"\n  if $i = 3 then\n    let x = $big * $big\n  end\nend"
        )
        #expect(ending.status != 0)
        #expect(text("t") == "a1;2;3;")
        run("set $t = \"{$t}b\"\nlog info \"{$t}\"\nset $t = \"{$t}c\"")
        #expect(listener.logs == ["a1;2;3;b"])
        #expect(text("t") == "a1;2;3;bc")
    }

    @Test func aTryKeepsWhatWasPutToTheTextBeforeItFailed() {
        run(
            """
            let big = 999999999999999999
            let t = ""
            for i in range(1, 4) do
              set $t = "{$t}<{$i:0}"
              try
                set $t = "{$t}?"
                if $i > 2 then
                  let x = $big * $big
                end
                set $t = "{$t}!"
              catch p
                set $t = "{$t}{$p.code}"
              end
              set $t = "{$t}>"
            end
            """)
        #expect(text("t") == "<1?!><2?!><3?number-overflow><4?number-overflow>")
    }

    @Test func whoeverReadsTheTextInBetweenSeesAllOfIt() {
        run(
            """
            def behind(t: text) -> text
              let own = ""
              for i in range(1, 2) do
                set $own = "{$own}{$i:0}"
              end
              return "{$own}{right($t, 1)}"
            end
            let t = ""
            let u = ""
            let seen = ""
            for i in range(1, 4) do
              set $t = "{$t}{$i:0}"
              set $u = "{$u}-"
              set $seen = "{$seen}{length($t)}{behind($t)}"
              let copy = $t
              set $t = "{$t}."
              if $copy = "1.2" then
                set $u = "{$u}{$copy}{$t}"
              end
            end
            """)
        #expect(text("t") == "1.2.3.4.")
        #expect(text("u") == "--1.21.2.--")
        #expect(text("seen") == "1121312251237124")
    }

    @Test func everyRegisterThatGrowsKeepsItsOwnLetters() {
        run("register unit S \"Sở\" kind: so\nregister unit A \"THPT A\" kind: thpt under: S")
        run(
            """
            def nested(n: number) -> text
              let own = "{$n:0}("
              if $n > 0 then
                set $own = "{$own}a"
                set $own = "{$own}{nested($n - 1)}"
              end
              set $own = "{$own})"
              return $own
            end
            let t = "{nested(3)}"
            for row in list units do
              set $t = "{$t}{$row.unit}{$row.under}"
              set $t = "{$t}{nested(1)};"
            end
            """)
        #expect(text("t") == "3(a2(a1(a0())))" + "AS1(a0());" + "S1(a0());")
    }

    @Test func lettersJoinAcrossStatements() {
        for rounds in [1, 3, 5000] {
            run(
                "let t = \"e\"\nfor i in range(1, \(rounds)) do\n  set $t = \"{$t}\u{302}\"\n  set $t = \"{$t}\u{301}\"\n"
                    + "  set $t = \"{$t}ắ{$i:0}\"\n  set $t = \"{$t}\u{301}\u{1112}\"\n"
                    + "  set $t = \"{$t}\u{1161}\"\n  set $t = \"{$t}\u{11AB}o\"\nend")
            let plain =
                "e"
                + (1...rounds).map { "\u{302}\u{301}ắ\($0)\u{301}\u{1112}\u{1161}\u{11AB}o" }.joined()
            #expect(text("t").map { Array($0.utf8) } == Array(plain.composed.utf8))
        }
    }

    @Test func numbersHaveTheFormThatIsAskedFor() {
        run(
            """
            let t = ""
            for n in [0, -7, 1234567, 0.5, -1234.565] do
              set $t = "{$t}{$n}|{$n:0}|{$n:0,0}|{$n:0.00}|{$n:0,0.0};"
            end
            let p = 12.5%
            let none = 1 / 0
            set $t = "{$t}{$p}|{$p:0.0}|{$p:0}|{$none}"
            set $t = "{$t}|{$none:0}"
            """)
        let expected = [
            "0|0|0|0.00|0.0", "-7|-7|-7|-7.00|-7.0", "1,234,567|1234567|1,234,567|1234567.00|1,234,567.0",
            "0.5|1|1|0.50|0.5", "-1,234.565|-1235|-1,235|-1234.57|-1,234.6",
        ]
        #expect(text("t") == expected.joined(separator: ";") + ";12.50 %|12.5 %|13 %|n/a|n/a")
    }

    @Test func aTextGrowsInItsPlace() {
        let mover = Mover(interpreter)
        interpreter.observer = mover
        run(
            "let t = \"\"\nlet u = \"\"\nfor i in range(1, 4_000) do\n  set $t = \"{$t}ab{$i:0}\"\n  set $u = \"{$u}c\"\nend"
        )
        #expect(mover.lengths.count > 8_000)
        #expect(mover.lengths.max() == (1...4_000).reduce(0) { $0 + 2 + "\($1)".utf8.count })
        // A text that is copied for each piece moves each time; one that grows makes room twice as large as it was.
        #expect(mover.moves < 40)
        #expect(text("u")?.utf8.count == 4_000)
    }
}
