import Commands
import Diagnostics
import Language
import Programme
import Syntax
import TestSupport
import Testing

/// How many findings are told, and which.
@Suite struct ManyFindingsTests {
    private let files = MemoryFiles()
    private let interpreter: Interpreter

    init() throws {
        interpreter = Interpreter(try Session.empty(files: files))
    }

    private func codes(_ text: String) -> [String] {
        interpreter.check(Source(name: "test.sen", text: text)).map(\.code.description)
    }

    @Test func noMoreErrorsThanAnybodyReads() {
        let found = codes(String(repeating: "lsit units\n", count: 1_000))
        #expect(found.count == 201 && found.dropLast().allSatisfy { $0 == "unknown-command" })
        #expect(found.last == "too-many-findings")
    }

    /// However many warnings a script gives, an error at its end is told, and without one it runs.
    @Test func warningsNeitherHideErrorsNorStopAScript() {
        let warnings = String(repeating: "if yes then\n  let a = 1\nend\n", count: 1_000)
        let found = codes(warnings + "lsit units\n")
        #expect(found.count { $0 == "unused-variable" } == 200 && found.contains("unknown-command"))
        #expect(interpreter.run(Source(name: "test.sen", text: warnings)) == .finished)
        let told = interpreter.check(Source(name: "test.sen", text: warnings))
        #expect(told.last?.code == .tooManyFindings && told.last?.severity == .warning)
    }

    @Test func eachUnknownCodeIsToldWhereItStands() {
        let found = codes("show unit A\nshow unit B\nshow unit A\n")
        #expect(found == ["unknown-code", "unknown-code", "unknown-code"])
    }

    /// What a used script leaves unread is no fault of the script that uses it, and has no place in it.
    @Test func namesOfAUsedScriptNeedNotBeRead() {
        files.contents["lib.sen"] = Array("let y = 1\nlet x = 2\n".utf8)
        #expect(codes("use \"lib.sen\"\n") == [])
        #expect(codes("let x = 1\nuse \"lib.sen\"\nexit $y\n") == [])
        #expect(codes("let z = 1\nuse \"lib.sen\"\n") == ["unused-variable"])
    }
}
