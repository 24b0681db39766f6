public import Diagnostics
import Values

/// Writes findings for programs.
public enum DiagnosticJSON {
    /// One JSON object a line.
    ///
    /// The names are code, severity, message (en, vi), file, line, column, start, end, notes, replacement and try; what
    /// is not known is `null`. Start and end are bytes of the source.
    public static func render(_ findings: [Diagnostic]) -> String {
        var bytes: [UInt8] = []
        for finding in findings {
            JSONText.append(.record(record(finding)), to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a script says of itself, as an object on a line: its level and its text.
    public static func log(_ level: String, _ text: String) -> String {
        var bytes: [UInt8] = []
        JSONText.append(.record(Record(names: ["log", "text"], values: [.text(level), .text(text)])), to: &bytes)
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    private static func record(_ finding: Diagnostic) -> Record {
        let position = finding.place.map { $0.source.position(of: $0.span.start) }
        let number = { (value: Int?) in value.map { Value.number(Number($0)) } ?? .missing }
        let text = { (value: String?) in value.map { Value.text($0) } ?? .missing }
        let members: [(String, Value)] = [
            ("code", .text(finding.code.description)),
            ("severity", .text(finding.severity.rawValue)),
            ("message", both(finding.message)),
            ("file", text(finding.place?.source.name)),
            ("line", number(position?.line)),
            ("column", number(position?.column)),
            ("start", number(finding.place?.span.start)),
            ("end", number(finding.place?.span.end)),
            ("notes", .list(finding.notes.map(both))),
            ("replacement", text(finding.replacement)),
            ("try", text(finding.lineToTry)),
        ]
        return Record(names: members.map(\.0), values: members.map(\.1))
    }

    private static func both(_ text: Text) -> Value {
        .record(Record(names: ["en", "vi"], values: [.text(text.english), .text(text.vietnamese)]))
    }
}
