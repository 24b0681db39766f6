import Diagnostics
import Syntax
import TestSupport
import Testing

typealias Outline = TestSupport.Outline

/// The outline of a text that must read without findings.
func outline(_ text: String, _ location: SourceLocation = #_sourceLocation) -> String {
    let parse = Parser.parse(Samples.source(text))
    #expect(parse.findings.map(\.message.english) == [], sourceLocation: location)
    return parse.program.statements.map(Outline.of).joined(separator: "; ")
}

/// The outline of an expression alone.
func expression(_ text: String, _ location: SourceLocation = #_sourceLocation) -> String {
    let (expression, findings) = Parser.expression(Samples.source(text))
    #expect(findings.map(\.message.english) == [], sourceLocation: location)
    return expression.map(Outline.of) ?? "nothing"
}

/// The codes of the findings in a text, in order.
func codes(_ text: String) -> [String] {
    Parser.parse(Samples.source(text)).findings.map(\.code.description)
}
