import Diagnostics
import Syntax

extension Interpreter {
    /// The most errors, and the most warnings, that are told of one text.
    static let mostFindings = 200

    /// Findings in the order of their places; no more of them than anybody reads. Warnings never push an error out.
    static func ordered(_ findings: [Diagnostic]) -> [Diagnostic] {
        let all = findings.sorted { ($0.place?.span.start ?? 0) < ($1.place?.span.start ?? 0) }
        var room: [Diagnostic.Severity: Int] = [.error: mostFindings, .warning: mostFindings]
        var told = all.filter { finding in
            // What a parser says of its limit counts as one with what it says of others.
            guard finding.code != .tooManyFindings else { return false }
            room[finding.severity, default: 0] -= 1
            return room[finding.severity, default: 0] >= 0
        }
        guard told.count < all.count else { return all }
        var last = Diagnostic.tooManyFindings
        if room[.error, default: 0] >= 0, all.count(where: { $0.code == .tooManyFindings }) == 0 {
            last.severity = .warning
        }
        told.append(last)
        return told
    }
}
