import Commands
import Diagnostics
import Language
import Syntax
import TestSupport
import Testing

/// What the checker says of the ways through a program.
@Suite struct FlowTests {
    private func codes(_ text: String) throws -> [String] {
        let interpreter = Interpreter(try .empty())
        return interpreter.check(Source(name: "test.sen", text: text)).map(\.code.description)
    }

    private func function(_ body: String) -> String { "def f(n: number) -> number\n\(body)\nend\nlog info \"{f(1)}\"" }

    @Test(arguments: [
        "return $n", "if $n > 1 then\nreturn 1\nelse\nreturn 2\nend",
        "if $n > 1 then\nreturn 1\nelseif $n > 0 then\nexit 3\nelse\nreturn 2\nend",
        "try\nreturn $n\ncatch p\nreturn 0\nend", "atomic \"x\"\nreturn $n\nend",
    ])
    func everyWayReturns(_ body: String) throws {
        #expect(try !codes(function(body)).contains("missing-return"))
    }

    @Test(arguments: [
        "log info \"{$n}\"", "if $n > 1 then\nreturn 1\nend", "for x in [1, 2] do\nreturn $n + $x\nend",
        "if $n > 1 then\nreturn 1\nelse\nlog info \"x\"\nend", "try\nreturn $n\ncatch p\nlog info \"{$p.code}\"\nend",
    ])
    func aWayWithoutAValueIsFound(_ body: String) throws {
        #expect(try codes(function(body)).contains("missing-return"))
    }

    @Test func aLineBehindTheEndIsFoundOnce() throws {
        let found = try codes("exit 1\nlog info \"a\"\nlog info \"b\"").filter { $0 == "never-reached" }
        #expect(found.count == 1)
        #expect(try codes("if yes then\nexit 1\nend\nlog info \"a\"").isEmpty)
    }

    @Test func whatNothingUsesIsWarnedOf() throws {
        let header = "script s version 1 \"S\"\n  param p: number = 1 \"P\"\nend\n"
        #expect(try codes(header + function("return 1")) == ["unused-variable", "unused-variable"])
        #expect(try codes(header + "log info \"{$p}\"\ndef f() -> number\nreturn 1\nend") == ["unused-function"])
        #expect(try codes("def f() -> number\nreturn 1\nend").isEmpty, "a file without a signature is a library")
    }

    @Test func thePastIsNotChanged() throws {
        #expect(try codes("as-of 2025-01-01 register unit A \"A\" kind: thpt") == ["effect-not-allowed"])
        #expect(try codes("as-of 2025-01-01 list units").isEmpty)
    }

    @Test func aLibraryMayBeUsedTwice() throws {
        let files = MemoryFiles(["lib.sen": "def f() -> number\nreturn 1\nend", "two.sen": "use \"lib.sen\""])
        let interpreter = Interpreter(try .empty(files: files))
        let text = "use \"lib.sen\"\nuse \"two.sen\"\nlog info \"{f()}\""
        #expect(interpreter.run(Source(name: "test", text: text)).status == 0)
        #expect(interpreter.run(Source(name: "test", text: text)).status == 0)
    }
}
