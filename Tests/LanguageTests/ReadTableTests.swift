import Commands
import Diagnostics
import Documents
import Language
import Reading
import Syntax
import Tables
import TestSupport
import Testing
import Values

@Suite struct ReadTableTests {
    private let session: Session
    private let files = MemoryFiles(["t.csv": "unit,hours,note\nHP-012,4,x\nHP-013,3.5,y\nHP-012,2,z\n"])
    private let listener = Answers()
    private let interpreter: Interpreter

    private final class Answers: InterpreterListener {
        var table: Table?
        var warnings: [String] = []
        func answer(_ document: Document) { table = document.table }
        func log(_ level: LogLevel, _ text: String) {}
        func warn(_ finding: Diagnostic) { warnings.append(finding.code.description) }
    }

    init() throws {
        session = try Session.empty(files: files)
        session.surroundings.tableReaders = TableReader.separated
        interpreter = Interpreter(session, listener: listener)
    }

    private func findings(_ text: String) -> [Diagnostic] {
        interpreter.check(Source(name: "test", text: text))
    }

    @Test func aPipelineBeginsWithAFile() {
        let line = "read table \"t.csv\" | where hours > 2 | group by unit with n = count(), h = sum(hours)"
        #expect(interpreter.run(Source(name: "test", text: line)) == .finished)
        #expect(listener.table?.schema.names == ["unit", "n", "h"])
        #expect(listener.table?.cells(of: "h") == [.number(4), .number(Number("3.5") ?? 0)])
    }

    @Test func columnsAreCheckedAgainstTheFileOrTheArgument() {
        let wrong = "read table \"t.csv\" | where hurs > 2"
        #expect(findings(wrong).map(\.code.description) == ["unknown-column"])
        #expect(findings("read table \"t.csv\" | where hours = \"x\"").map(\.code.description) == ["cannot-compare"])
        let given = "read table \"gone.csv\" columns: \"unit text, hours number\" | keep unit, note"
        #expect(findings(given).map(\.code.description) == ["unknown-column"])
        #expect(findings("read table \"gone.csv\" | keep whatever").isEmpty)
    }

    @Test func aWrongTypeIsShownInsideTheQuotes() {
        let line = "read table \"t.csv\" columns: \"unit text, hours numbr\""
        let finding = findings(line).first
        #expect(finding?.code == "unknown-type")
        #expect(finding?.place.map { $0.source[$0.span] } == "numbr")
        #expect(finding?.replacement == "number")
    }

    @Test func aFileKnownOnlyLaterGetsAWarning() {
        let text = "let path = \"t.csv\"\nread table $path | keep unit"
        #expect(findings(text).map(\.code.description) == ["columns-unknown"])
        #expect(interpreter.run(Source(name: "test", text: text)) == .finished)
        #expect(listener.table?.rowCount == 3)
    }

    @Test func aCellThatDoesNotFitOffersTheLineToType() throws {
        files.contents["bad.csv"] = Array(
            ("unit,hours\n" + String(repeating: "A,1\n", count: 1000) + "A,four\n").utf8)
        // Nobody looks at the column here.
        #expect(interpreter.run(Source(name: "test", text: "read table \"bad.csv\" | count")) == .finished)
        guard case .failed(let found) = interpreter.run(Source(name: "test", text: "read table \"bad.csv\""))
        else { return #expect(Bool(false), "the cell was taken") }
        let finding = try #require(found.first)
        #expect(finding.message.english.contains("line 1002, column ‘hours’: ‘four’"))
        #expect(finding.replacement == "\"bad.csv\" columns: \"unit text, hours text\"")
        #expect(finding.place.map { $0.source[$0.span] } == "\"bad.csv\"")
    }

    @Test func aMissingFileIsToldAtItsName() throws {
        guard case .failed(let found) = interpreter.run(Source(name: "test", text: "read table \"gone.csv\""))
        else { return #expect(Bool(false), "there is no such file") }
        #expect(found.first?.code == "file-unreadable")
        #expect(found.first?.place.map { $0.source[$0.span] } == "\"gone.csv\"")
    }
}
