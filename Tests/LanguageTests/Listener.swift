import Diagnostics
import Documents
import Language
import Syntax

/// Collects what lines say.
final class Listener: InterpreterListener {
    var logs: [String] = []
    var warnings: [String] = []
    func answer(_ document: Document) {}
    func log(_ level: LogLevel, _ text: String) { logs.append(text) }
    func warn(_ finding: Diagnostic) { warnings.append(finding.code.description) }
}
