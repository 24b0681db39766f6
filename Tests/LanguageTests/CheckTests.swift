import Commands
import Diagnostics
import Language
import Syntax
import TestSupport
import Testing

/// A check finds what there is to find and leaves the session as it was.
@Suite struct CheckTests {
    /// The body of a function that is only checked must not take the place of the one that lasts.
    @Test func checkingAFunctionAnewLeavesTheOldOne() throws {
        let interpreter = Interpreter(try Session.empty())
        let definition = "def half(x: number) -> number\n  return $x / 2\nend"
        #expect(interpreter.run(Source(name: "one", text: definition)) == .finished)
        let other = Source(name: "two", text: "def half(x: number) -> number\n  return $x / 4\nend\nhalf(8)")
        #expect(interpreter.check(other).isEmpty)
        let use = "expect half(8) = 4 else stop \"another function\""
        #expect(interpreter.run(Source(name: "three", text: use)) == .finished)
    }
}
