public import Diagnostics

/// What reading a text gave: as much of a program as could be made out, and every finding.
public struct Parse: Sendable, Hashable {
    /// The program; statements that could not be read are left out.
    public let program: Program
    /// The findings in order of place; none when the text is well formed.
    public let findings: [Diagnostic]
    /// Whether more text could make it well formed: an open block, bracket or quote, or a line that ends with `|`.
    public let isIncomplete: Bool

    /// Puts the outcome together.
    public init(program: Program, findings: [Diagnostic], isIncomplete: Bool) {
        self.program = program
        self.findings = findings
        self.isIncomplete = isIncomplete
    }
}
