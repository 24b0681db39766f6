import Commands
import Diagnostics
import Documents
import Language
import Manual
import Syntax
import TestSupport
import Testing
import Values

/// `explain` tells and runs nothing; `as-of` moves today.
@Suite struct ExplainTests {
    private final class Listener: InterpreterListener {
        var text = ""
        func answer(_ document: Document) {
            for block in document.blocks {
                switch block {
                case .paragraph(let rich), .message(let rich, remark: _): add(rich)
                case .items(let items, numbered: _): items.forEach(add)
                case .fields(let fields):
                    for field in fields { text += "\(field.label.english) \(field.written(in: .english))\n" }
                default: continue
                }
            }
        }
        func add(_ rich: RichText) { text += rich.runs.map(\.text.english).joined() + "\n" }
        func log(_ level: LogLevel, _ text: String) { self.text += text + "\n" }
        func warn(_ finding: Diagnostic) {}
    }

    private let listener = Listener()

    private func said(_ text: String, _ packs: [CommandPack] = linkedPacks(), units: Int = 1) throws -> String {
        let session = try Session.empty(packs)
        let interpreter = Interpreter(session, listener: listener)
        if units > 0 { interpreter.run(Source(name: "test", text: "register unit S \"Sở\" kind: so")) }
        listener.text = ""
        let ending = interpreter.run(Source(name: "test", text: text))
        #expect(ending == .finished)
        #expect(try session.journal.lastNumber() == units)
        return listener.text
    }

    @Test func aSentenceIsDescribedWithItsArgumentsAndNotRun() throws {
        let text = try said("explain register unit A \"A\" kind: th under: S")
        for part in [
            "register unit: ", "goes into the journal", "CODE A", "th · primary school", "S · Sở", "not given",
            "Nothing was run.",
        ] {
            #expect(text.contains(part), "\(part) in\n\(text)")
        }
    }

    @Test func defaultsAndRelativePeriodsAreWorkedOut() throws {
        let text = try said(
            "let p = this year\nexplain list trainings period: last month under: S\nexplain list trainings period: $p")
        #expect(text.contains("last month = 2025-11 · November 2025"))
        #expect(text.contains("$p = 2025"))
    }

    @Test func stagesTellTheirColumns() throws {
        let text = try said("explain list units | where kind = th | group by kind with n = count() | count")
        for part in [
            "kind (unit kind)", "where kind = th: keeps", "the same columns", "n (number)", "one value: number",
        ] {
            #expect(text.contains(part), "\(part) in\n\(text)")
        }
    }

    @Test func aFunctionTellsWhatItWouldTouch() throws {
        let function = "def grow(n: number) -> number\n  register unit X \"X\" kind: th\n  return other($n)\nend\n"
        let other = "def other(n: number) -> number\n  let all = list units\n  return count($all)\nend\n"
        for line in ["explain grow", "explain grow(1)"] {
            let text = try said(function + other + line)
            #expect(text.contains("changes the database with register unit"), "\(text)")
            #expect(text.contains("reads with list units"), "\(text)")
        }
    }

    @Test func aCommandNamedExplainWins() throws {
        let named = Command(
            "explain thing", Text("Explains.", vi: "Giải thích."), effect: .reads,
            run: { (_: Session) in .says(Text("the thing itself", vi: "chính nó")) }, signature: {})
        let pack = CommandPack("own", version: 1, Text("Own.", vi: "Riêng."), commands: [named])
        #expect(try said("explain thing", [pack], units: 0) == "the thing itself\n")
        #expect(try said("plan explain thing", [pack], units: 0).contains("the thing itself\n"))
        #expect(try said("explain explain thing", [pack], units: 0).contains("Nothing was run."))
    }

    @Test func asOfMovesToday() throws {
        let text = try said("let p = (list units | count)\nlog info \"{$p}\"")
        #expect(text == "1\n")
        let session = try Session.empty()
        #expect(try session.asOf(#require(Day(iso: "2024-02-29"))) { session.today } == Day(iso: "2024-02-29"))
        #expect(try session.asOf(#require(Day(iso: "2030-01-01"))) { session.today } == Day(iso: "2025-12-01"))
        #expect(session.today == Day(iso: "2025-12-01") && session.horizon == nil)
        let interpreter = Interpreter(session)
        let ending = interpreter.run(Source(name: "test", text: "as-of 2024-01-01 register unit A \"A\" kind: th"))
        #expect(ending.status == 2)
    }

    @Test(arguments: LanguagePage.sections.map(\.example))
    func everyExampleOfHelpLanguageIsSound(_ example: String) throws {
        let session = try Session.empty()
        session.surroundings.tableWriters = [TableWriter("csv") { _, _ in [] }]
        let source = Source(name: "test", text: "register unit HP-012 \"THPT\" kind: thpt")
        let interpreter = Interpreter(session)
        if !example.contains("register unit HP-012") { #expect(interpreter.run(source) == .finished) }
        #expect(interpreter.run(Source(name: "test", text: example)) == .finished)
    }
}
