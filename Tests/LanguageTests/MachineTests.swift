import Commands
import Diagnostics
import Documents
import Language
import Synchronization
import Syntax
import TestSupport
import Testing
import Values

private final class Watcher: RunObserver {
    var seen: [String] = []
    var rows: [Int?] = []
    var left: Set<String> = []
    func willRun(_ place: Place) -> Bool {
        let text = place.source[place.span]
        seen.append(text)
        return !left.contains(text)
    }
    func didRun(_ place: Place, rows: Int?) { self.rows.append(rows) }
}

@Suite struct MachineTests {
    private let session: Session
    private let listener = Listener()
    private let interpreter: Interpreter

    init() throws {
        session = try Session.empty()
        interpreter = Interpreter(session, listener: listener)
    }

    @discardableResult
    private func run(_ text: String) -> Ending {
        interpreter.run(Source(name: "test", text: text))
    }

    private func codes(_ ending: Ending) -> [String] {
        switch ending {
        case .failed(let list), .notUnderstood(let list): list.map(\.code.description)
        case .expectationFailed(let finding): [finding.code.description]
        case .finished, .exited: []
        }
    }

    private func number(_ name: String) -> Number? {
        guard case .value(.number(let number))? = interpreter.value(of: name) else { return nil }
        return number
    }

    @Test(
        arguments: [
            ("range(1, 4)", "1 2 3 4 "), ("range(1, 4, 2)", "1 3 "), ("range(3, 1)", ""), ("range(3, 1, -1)", "3 2 1 "),
            ("range(0.5, 2)", "0.5 1.5 "), ("range(1, 0, -0.25)", "1 0.75 0.5 0.25 0 "), ("range(2, 2, 5)", "2 "),
            ("range(1 / 0, 3)", ""), ("range(9223372036854775806, 9223372036854775807)", nil),
        ] as [(String, String?)])
    func rangesGoTheSameWithAndWithoutAList(_ range: String, _ expected: String?) {
        run("let a = \"\"\nfor i in \(range) do\n  set $a = \"{$a}{$i:0} \"\nend")
        run("let a = \"\"\nlet b = \"\"\nfor i in \(range) do\n  set $a = \"{$a}{$i} \"\n  set $i = 100\nend")
        run("let list = \(range)\nfor i in $list do\n  set $b = \"{$b}{$i} \"\nend")
        #expect(interpreter.value(of: "a") == interpreter.value(of: "b"))
        if let expected { #expect(interpreter.value(of: "a") == .value(.text(expected))) }
    }

    @Test func rangesAreRefusedThatNeverEndOrAreTooLongForAList() {
        #expect(codes(run("for i in range(1, 2, 0) do\n  log info \"{$i}\"\nend")) == ["step-of-nought"])
        #expect(codes(run("let l = range(1, 2, 0)")) == ["step-of-nought"])
        #expect(codes(run("let l = range(1, 1_000_001)")) == ["list-too-long"])
    }

    @Test func overflowIsFoundWhereItHappens() throws {
        let big = "let a = 999999999999999999 * 9\nlet b = 1\nfor i in range(1, 9) do\n  set $b = $a + $a\nend"
        guard case .failed(let findings) = run(big) else {
            Issue.record("no overflow")
            return
        }
        #expect(findings.map(\.code.description) == ["number-overflow"])
        let place = try #require(findings.first?.place)
        #expect(place.source[place.span] == "$a + $a")
        #expect(number("b") == 1)
    }

    @Test func functionsCallThemselvesDeeplyButNotWithoutEnd() {
        run("def depth(n: number) -> number\n  if $n = 0 then\n    return 0\n  end\n  return depth($n - 1) + 1\nend")
        run("let d = depth(9_000)")
        #expect(number("d") == 9000)
        #expect(codes(run("let e = depth(11_000)")) == ["calls-too-deep"])
        run("let caught = 0\ntry\n  let e = depth(11_000)\ncatch problem\n  set $caught = depth(10)\nend")
        #expect(number("caught") == 10)
        // Through an expression that the machine leaves to the evaluator.
        run("def outside(n: number) -> number\n  return abs(outside($n + 1))\nend")
        #expect(codes(run("let e = outside(1)")) == ["calls-too-deep"])
        #expect(number("caught") == 10)
    }

    @Test func functionsKeepTextsAndTablesApart() {
        run("register unit S \"Sở\" kind: so")
        run(
            """
            def names(units: table, sign: text, times: number) -> text
              let all = ""
              for row in $units do
                for i in range(1, $times) do
                  set $all = "{$all}{$row.unit}{$sign}"
                end
              end
              return "{$all}|"
            end
            """)
        run("let u = list units\nlog info \"{names($u, \"+\", 2)} {names($u, \"-\", 1)}\"")
        #expect(listener.logs == ["S+S+| S-|"])
    }

    @Test func aFunctionThatIsMadeAnewIsCalledByTheOthers() {
        run("def inner(n: number) -> number\n  return $n\nend\ndef outer(n: number) -> number\n  return inner($n)\nend")
        run("def inner(n: number) -> number\n  return $n * 2\nend")
        run("let a = outer(4)")
        #expect(number("a") == 8)
        run("def inner(n: text) -> number\n  return 1\nend")
        #expect(run("let a = outer(4)").status != 0)
        #expect(number("a") == 8)
    }

    @Test func aVariableKeepsItsValueUntilItsNewOneIsThere() {
        run("let a = 5")
        #expect(
            codes(run("let a = \"{2 * $a}\"\nlet b = 999999999999999999 * 999999999999999999")) == ["number-overflow"])
        #expect(interpreter.value(of: "a") == .value(.text("10")))
        #expect(interpreter.value(of: "b") == nil)
        #expect(codes(run("let c = 999999999999999999 * 999999999999999999\nlet a = 7")) == ["number-overflow"])
        #expect(interpreter.value(of: "a") == .value(.text("10")))
        run("let a = 1\nlet a = \"x{$a}\"\nlet a = 2 đ\nlet z = \"{$a}\"")
        #expect(interpreter.value(of: "z") == .value(.text("2 đ")))
    }

    @Test func rowsAreReadCellByCellOrWhole() {
        run("register unit S \"Sở\" kind: so\nregister unit A \"THPT A\" kind: thpt under: S")
        run("for row in list units do\n  log info \"{$row.unit} {$row.name} {$row.under is missing}\"\nend")
        run("for row in list units do\n  let whole = $row\n  log info \"{$whole.unit}\"\nend")
        run(
            "let t = list units\nfor row in $t | add n = length(name) do\n  if $row.n > 3 then\n"
                + "    log info \"{$row.n * 2}\"\n  end\nend")
        #expect(listener.logs == ["A THPT A no", "S Sở yes", "A", "S", "12"])
    }

    @Test func textsGrowComposed() {
        run("let t = \"e\"\nfor i in range(1, 3) do\n  set $t = \"{$t}\u{301}e{$i}\u{302}ế\"\nend")
        let plain = "e" + (1...3).map { "\u{301}e\($0)\u{302}ế" }.joined()
        #expect(interpreter.value(of: "t") == .value(.text(plain.composed)))
        run("let u = \"a\"\nset $u = \"{$u}-{$u}\"\nlet v = $u\nset $u = \"{$u}!\"")
        #expect(interpreter.value(of: "v") == .value(.text("a-a")))
        #expect(interpreter.value(of: "u") == .value(.text("a-a!")))
    }

    @Test func returnInsideAtomicKeepsWhatWasDone() throws {
        run(
            """
            def make(code: text) -> number
              atomic "one"
                for i in range(1, 3) do
                  register unit S "Sở" kind: so
                  return $i
                end
              end
              return 0
            end
            let n = make("x")
            """)
        #expect(number("n") == 1)
        #expect(try session.journal.lastNumber() == 1)
    }

    @Test func whatAFunctionDidInATryIsGoneWithIt() throws {
        run(
            "def f(n: number) -> text\n  register unit S \"Sở\" kind: so\n  let t = \"{$n}\"\n  return \"{$t}{1 / $n}\"\nend"
        )
        run(
            "let x = \"a\"\ntry\n  set $x = \"{f(1)}\"\n  let y = 999999999999999999 * 999999999999999999\ncatch p\n"
                + "  set $x = \"{$x} {$p.code}\"\nend")
        #expect(interpreter.value(of: "x") == .value(.text("11 number-overflow")))
        #expect(try session.journal.lastNumber() == 0)
    }

    @Test(arguments: [
        "for i in range(1, 1_000_000_000_000) do\n  set $n = $i\nend",
        "def spin(n: number) -> number\n  if $n = 0 then\n    return 0\n  end\n  return spin($n - 1) + spin($n - 1)\nend\n"
            + "set $n = spin(60)",
        "for i in range(0.5, 1_000_000_000) do\n  set $n = length(\"{$i}\")\nend",
        "atomic \"all\"\n  register unit S \"Sở\" kind: so\n  for i in range(1, 1_000_000_000) do\n    set $n = $n + 1\n  end\nend",
    ])
    func whatIsAskedToStopStops(_ text: String) throws {
        let isLifted = Atomic(false)
        let end = ContinuousClock.now + .milliseconds(100)
        let stopped = Interpreter(session, listener: listener) {
            ContinuousClock.now >= end && !isLifted.load(ordering: .relaxed)
        }
        let begin = "let n = 0\ntry\n  log info \"begun\"\ncatch p\n  log info \"{$p.code}\"\nend\n"
        let ending = stopped.run(Source(name: "test", text: begin + text))
        #expect(codes(ending) == ["interrupted"])
        #expect(ending.status == 130)
        #expect(try session.journal.lastNumber() == 0)
        isLifted.store(true, ordering: .relaxed)
        #expect(stopped.run(Source(name: "test", text: "set $n = 1")).status == 0)
    }

    @Test func cancellingStopsALoop() throws {
        let looks = Atomic(0)
        let cancelled = Interpreter(session, listener: listener) {
            looks.add(1, ordering: .relaxed).newValue > 5
        }
        let ending = cancelled.run(
            Source(name: "test", text: "for i in range(1, 100_000_000) do\n  log info \"x\"\nend"))
        #expect(ending.status == 130)
        #expect(listener.logs.count < 10_000)
    }

    @Test func whoWatchesSeesEachStatementAndMayLeaveItOut() {
        let watcher = Watcher()
        watcher.left = ["log info \"b\""]
        interpreter.observer = watcher
        run("log info \"a\"\nlog info \"b\"\nif 1 = 1 then\n  let t = list units\nend")
        #expect(listener.logs == ["a"])
        #expect(watcher.seen.count == 4)
        #expect(watcher.rows == [nil, 0, 0])
        interpreter.observer = nil
        run("log info \"c\"")
        #expect(watcher.seen.count == 4)
    }

    @Test func manyVariablesAndDeepWindowsFit() {
        let many = (0..<600).map { "let v\($0) = \($0)" }.joined(separator: "\n")
        run(
            many + "\ndef wide(n: number) -> number\n" + (0..<200).map { "  let w\($0) = $n + \($0)\n" }.joined()
                + "  if $n = 0 then\n    return $w199\n  end\n  return wide($n - 1) + $w0 - $n\nend\nlet w = wide(2_000)"
        )
        #expect(number("w") == 199)
        #expect(number("v599") == 599)
    }
}
