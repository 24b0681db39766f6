import Commands
import Database
import Diagnostics
import Documents
import Language
import Syntax
import TestSupport
import Testing
import Values

/// Steps are done once, whatever breaks between them.
@Suite struct StepTests {
    private final class Listener: InterpreterListener {
        var said: [String] = []
        func answer(_ document: Document) {
            for case .message(let text, remark: _) in document.blocks {
                said.append(text.runs.map(\.text.english).joined())
            }
        }
        func log(_ level: LogLevel, _ text: String) { said.append(text) }
        func warn(_ finding: Diagnostic) {}
    }

    private let session: Session
    private let files = MemoryFiles()
    private let listener = Listener()
    private let interpreter: Interpreter

    init() throws {
        session = try Session.empty(files: files)
        session.surroundings.tableWriters = [TableWriter("csv") { table, _ in [UInt8(table.rowCount)] }]
        interpreter = Interpreter(session, listener: listener)
    }

    private func run(_ text: String, _ arguments: [(name: String, text: String)] = []) -> Ending {
        listener.said = []
        return interpreter.run(Source(name: "test", text: text), arguments: arguments)
    }

    private func codes(_ text: String) -> [String] {
        interpreter.check(Source(name: "test", text: text)).filter { $0.severity == .error }.map(\.code.description)
    }

    private let head = "script opening version 1 \"Opens\"\n  param year: period = 2025\nend\n"

    private func script(_ end: String) -> String {
        head + """
            step "first"
              register unit A "A" kind: th
              list units | save "a.csv"
            end
            step "second"
              step "inner"
                register unit B "B" kind: th
              end
            end
            \(end)
            """
    }

    private func count(_ table: String) throws -> Int {
        try session.database.content(of: #require(Identifier(table))).count
    }

    @Test func aBrokenRunGoesOnBehindItsFinishedSteps() throws {
        #expect(run(script("expect 1 = 2 else stop \"broken\"")).status == 3)
        #expect(interpreter.isDoneInPart)
        #expect(try count("finished_step") == 3)
        #expect(run(script("log info \"through\"")).status == 0)
        #expect(!interpreter.isDoneInPart)
        #expect(
            listener.said == [
                "step \"first\": done before, skipped", "step \"second\": done before, skipped", "through",
            ])
        #expect(try count("unit") == 2)
        #expect(try count("finished_step") == 0 && count("finished_step_file") == 0)
        #expect(run(script("")).status == 1, "the next run does all again")
    }

    @Test func anotherRunDoesNotKnowTheSteps() throws {
        _ = run(script("exit 7"))
        #expect(run(script("exit 7"), [("year", "2024")]).status == 1)
        let next = script("exit 7").replacing("version 1", with: "version 2")
        #expect(run(next).status == 1)
        #expect(run(script("exit 7")).status == 7)
        interpreter.wishes.again = true
        #expect(run(script("exit 7")).status == 1, "again does the first step again")
    }

    @Test func aStepThatBreaksLeavesNothing() throws {
        let text = head + "step \"one\"\n  register unit A \"A\" kind: th\n  expect 1 = 2 else stop \"no\"\nend"
        #expect(run(text).status == 3)
        #expect(try count("unit") == 0 && count("finished_step") == 0)
    }

    @Test func whatIsTriedOutIsNotRemembered() throws {
        let ending = interpreter.tryOut(Source(name: "test", text: script("")))
        #expect(ending.status == 0)
        #expect(listener.said.last == "Tried out: 2 entries, 1 file. Nothing was changed.")
        #expect(try count("unit") == 0 && count("finished_step") == 0)
        #expect(files.contents.isEmpty)
    }

    @Test func aFileWithoutNameGetsItsNameWhenTheRunGoesOn() throws {
        _ = run(script("exit 7"))
        // As after a power cut between the rows and the names of the files.
        let staged = try files.stage([66], for: "a.csv")
        try session.database.execute("UPDATE finished_step_file SET staged = \(staged)")
        files.contents["a.csv"] = nil
        #expect(run(script("")).status == 0)
        #expect(files.contents["a.csv"] == [66])
    }

    @Test func labelsAreToldApart() {
        #expect(codes("step \"x\"\nend") == ["step-without-script"])
        #expect(codes(head + "step \"x\"\nend\nstep \"x\"\nend") == ["step-twice"])
        #expect(codes(head + "step \"x\"\n  step \"x\"\n  end\nend").isEmpty)
        #expect(codes(head + "for n in [1, 2] do\n  step \"x\"\n  end\nend") == ["step-repeated"])
        #expect(codes(head + "for n in [1, 2] do\n  step \"x {$n}\"\n    step \"y\"\n    end\n  end\nend").isEmpty)
        let ending = run(head + "for n in [1, 1] do\n  step \"x {$n}\"\n  end\nend")
        guard case .failed(let findings) = ending else {
            Issue.record("the second is refused")
            return
        }
        #expect(findings.map(\.code.description) == ["step-twice"])
    }

    @Test func nothingLeavesAStepThatASkippedOneWouldMiss() {
        #expect(codes(head + "let n = 1\nstep \"x\"\n  set $n = 2\nend\nlog info \"{$n}\"") == ["set-across-step"])
        #expect(codes(head + "step \"x\"\n  let n = 1\n  set $n = 2\n  log info \"{$n}\"\nend").isEmpty)
        let function = "def f() -> number\n  step \"x\"\n    return 1\n  end\nend\nlog info \"{f()}\""
        #expect(codes(head + function) == ["return-inside-step"])
    }

    @Test func catchingUpGoesFromPeriodToPeriod() throws {
        let source = Source(
            name: "m.sen", text: "script monthly version 1 \"M\"\n  param month: period = last month\nend\n")
        let first = try CatchUp(source, arguments: [], in: session)
        #expect(first.periods.map(\.description) == ["2025-11"] && first.parameter == "month")
        try first.remember(#require(Period("2025-08")), in: session)
        #expect(
            try CatchUp(source, arguments: [], in: session).periods.map(\.description) == [
                "2025-09", "2025-10", "2025-11",
            ])
        #expect(try CatchUp(source, arguments: [("unit", "S")], in: session).periods.count == 1)
        try first.remember(#require(Period("2025-11")), in: session)
        #expect(try CatchUp(source, arguments: [], in: session).periods.isEmpty)
        #expect(throws: Diagnostic.self) { try CatchUp(source, arguments: [("month", "2025-10")], in: session) }
        #expect(throws: Diagnostic.self) {
            try CatchUp(Source(name: "x", text: "list units"), arguments: [], in: session)
        }
    }
}
