import Commands
import Diagnostics
import Documents
import Language
import Programme
import Syntax
import TestSupport
import Testing
import Values

@Suite struct InterpreterTests {
    private let session: Session
    private let files: MemoryFiles
    private let listener = Listener()
    private let interpreter: Interpreter

    init() throws {
        files = MemoryFiles()
        session = try Session.empty(files: files)
        interpreter = Interpreter(session, listener: listener)
        run("register unit S \"Sở\" kind: so\nregister unit A \"THPT A\" kind: thpt under: S")
    }

    @discardableResult
    private func run(_ text: String, _ arguments: [(name: String, text: String)] = []) -> Ending {
        interpreter.run(Source(name: "test", text: text), arguments: arguments)
    }

    private func codes(_ ending: Ending) -> [String] {
        switch ending {
        case .failed(let list), .notUnderstood(let list): list.map(\.code.description)
        case .expectationFailed(let finding): [finding.code.description]
        case .finished, .exited: []
        }
    }

    @Test func nothingRunsWhenOneLineIsWrong() throws {
        let before = try session.journal.lastNumber()
        let ending = run("register unit B \"B\" kind: thpt\nlist unit | where x = 1")
        #expect(ending.status == 2)
        #expect(try session.journal.lastNumber() == before)
    }

    @Test func allFindingsComeInOnePass() {
        let ending = run(
            """
            regster unit B "B" kind: thsc
            list units | where nmae = "x" | keep kid
            let y = $z + 1
            """)
        #expect(
            codes(ending).filter { $0 != "unused-variable" } == [
                "unknown-command", "not-a-choice", "unknown-column", "unknown-column", "unknown-variable",
            ])
    }

    @Test func variablesLastFromLineToLineAndFunctionsRecurse() {
        run("let base = 10")
        run(
            "def fib(n: number) -> number\n  if $n < 2 then\n    return $n\n  end\n  return fib($n - 1) + fib($n - 2)\nend"
        )
        run("log info \"{fib($base)}\"")
        #expect(listener.logs == ["55"])
        #expect(
            codes(run("def f(n: number) -> number\n  return f($n)\nend\nlog info \"{f(1)}\"")) == ["calls-too-deep"])
    }

    @Test func atomicTakesRowsAndFilesBackTogether() throws {
        session.surroundings.tableWriters = [TableWriter("csv") { _, _ in [65] }]
        let ending = run(
            """
            atomic "both"
              register unit B "B" kind: thpt under: S
              list units | save "out/units.csv"
              register unit B "again" kind: thpt under: S
            end
            """)
        #expect(codes(ending) == ["unit-code-taken"])
        #expect(ending.status == 1)
        #expect(files.contents.isEmpty)
        #expect(try Units(session).all().map(\.code) == ["A", "S"])
        run("atomic \"both\"\n  list units | save \"out/units.csv\"\nend")
        #expect(files.contents["out/units.csv"] == [65])
    }

    @Test func aFailingLineLeavesThoseBeforeIt() throws {
        run(
            "register unit B \"B\" kind: thpt under: S\nregister unit A \"again\" kind: thpt\nregister unit C \"C\" kind: thpt"
        )
        #expect(try Units(session).all().map(\.code) == ["A", "B", "S"])
    }

    @Test func expectationsStopOrWarn() {
        #expect(run("let none = 0\nexpect $none = 2 else warn \"odd\"").status == 0)
        #expect(listener.warnings == ["expectation-failed"])
        #expect(run("let all = list units\nexpect count($all) = 5 else stop \"too few\"").status == 3)
        #expect(run("exit 4").status == 4)
    }

    @Test func problemsAreCaught() {
        run("try\n  register unit A \"again\" kind: thpt\ncatch problem\n  log warn \"{$problem.code}\"\nend")
        #expect(listener.logs == ["unit-code-taken"])
    }

    @Test func scriptsTakeParameters() {
        let script = """
            script digest version 1 "Test"
              param month: period = last month "Month"
              param under: unit = S "Unit"
              param out: path = "out/{$month}" "Folder"
            end
            log info "{$month} {$under} {$out}"
            """
        #expect(run(script).status == 0)
        #expect(run(script, [("month", "2025-03"), ("out", "x")]).status == 0)
        #expect(listener.logs == ["2025-11 S out/2025-11", "2025-03 S x"])
        #expect(codes(run(script, [("mont", "2025-03")])) == ["unknown-argument"])
        #expect(codes(run(script, [("month", "soon")])) == ["wrong-type"])
    }

    @Test func scriptsUseOthersButNotInACircle() {
        files.contents = [
            "lib/a.sen": Array("use \"b.sen\"\nlet here = 1".utf8),
            "lib/b.sen": Array("def one() -> number\n  return 1\nend".utf8), "c.sen": Array("use \"c.sen\"".utf8),
        ]
        run("use \"lib/a.sen\"\nlog info \"{one() + $here}\"")
        #expect(listener.logs == ["2"])
        #expect(codes(run("use \"c.sen\"")) == ["use-circle"])
        #expect(codes(run("use \"none.sen\"")) == ["file-unreadable"])
    }

    @Test func aUsedScriptMakesItsCodesKnown() {
        files.contents = ["a.sen": Array("register unit NEW \"New\" kind: thpt under: S".utf8)]
        let known = Source(name: "main.sen", text: "use \"a.sen\"\nshow unit NEW")
        #expect(interpreter.check(known).isEmpty)
        let unknown = Source(name: "main.sen", text: "use \"a.sen\"\nshow unit OLD")
        #expect(interpreter.check(unknown).map(\.code.description) == ["unknown-code"])
    }

    @Test func asOfShowsWhatWasRecordedThen() throws {
        session.surroundings.now = { Instant("2025-12-03T08:00:00+07:00") ?? Instant(seconds: 0) }
        run("register unit LATE \"Late\" kind: thpt under: S")
        run("let now = list units\nlog info \"{count($now)}\"")
        session.horizon = try session.journal.lastNumber(by: try #require(Day(iso: "2025-12-02")))
        run("let then = list units\nlog info \"{count($then)}\"")
        #expect(listener.logs == ["3", "2"])
    }

    @Test func aReadOnlySessionRefusesToWrite() {
        session.allowed = [.reads, .exports]
        #expect(codes(run("register unit B \"B\" kind: thpt")) == ["effect-not-allowed"])
    }

    @Test func checksWarnOfUnknownCodesAndUnreadNames() {
        let findings = interpreter.check(
            Source(
                name: "x.sen",
                text: "let x = 1\nlist units under: SS\nregister unit NEW \"N\" kind: thpt\nshow unit NEW"))
        #expect(findings.map(\.code.description) == ["unused-variable", "unknown-code"])
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    @Test func valuesThatStandAlone() {
        run("let m = last month\nfor n in [1, 2, 3] do\n  log info \"{$n} {$m}\"\nend")
        #expect(listener.logs == ["1 2025-11", "2 2025-11", "3 2025-11"])
    }
}
