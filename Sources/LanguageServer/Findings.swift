import Diagnostics
import JSON
import Language
import Syntax
import Values

// Findings as the protocol has them, and the changes that mend them.
extension LanguageServer {
    /// The findings of a text as they are told.
    func publication(_ document: OpenDocument) -> JSON {
        let list = located(document).map { diagnostic($0.finding, at: $0.span, document) }
        return LanguageServer.notification(
            "textDocument/publishDiagnostics",
            ["uri": .string(document.uri), "version": .int(document.version), "diagnostics": .array(list)])
    }

    /// The findings with their spans. Those of another script stand where that script is used, once for each.
    private func located(_ document: OpenDocument) -> [(finding: Diagnostic, span: SourceSpan)] {
        let analysis = analysis(document)
        var seen: Set<String> = []
        return analysis.facts.findings.compactMap { finding in
            guard let place = finding.place else { return (finding, SourceSpan(0, 0)) }
            if place.source.name == document.path { return (finding, place.span) }
            guard finding.severity == .error, seen.insert(place.source.name).inserted else { return nil }
            let scripts = analysis.names.scripts.filter { $0.place.source.name == document.path }
            let use = scripts.first { $0.path == place.source.name } ?? scripts.first
            return (finding, use?.place.span ?? SourceSpan(0, 0))
        }
    }

    private func diagnostic(_ finding: Diagnostic, at span: SourceSpan, _ document: OpenDocument) -> JSON {
        let words = ([finding.message] + finding.notes).map { $0(in: language) }.joined(separator: "\n")
        var members: [String: JSON] = [
            "range": document.map.range(span), "severity": finding.severity == .error ? 1 : 2,
            "code": .string(finding.code.description), "source": "sen", "message": .string(words),
        ]
        if finding.code == .unusedVariable { members["tags"] = [1] }
        if let place = finding.place, place.source.name != document.path {
            members["relatedInformation"] = [
                ["location": location(place), "message": .string(finding.message(in: language))]
            ]
        }
        return .object(members)
    }

    /// A place in any script.
    func location(_ place: Place) -> JSON {
        ["uri": .string(uri(of: place.source.name)), "range": LineMap(place.source.text).range(place.span)]
    }

    /// How the editor names a script.
    func uri(of path: String) -> String {
        let open = documents.values.first { $0.path == DocumentPath.normal(path) }
        return open?.uri ?? DocumentPath.uri(of: path)
    }

    /// The replacements of the findings that touch a range.
    func codeActions(_ document: OpenDocument, _ parameters: JSON) -> JSON {
        guard let range = document.map.span(parameters["range"]) else { return .array([]) }
        let actions = located(document).compactMap { finding, span -> JSON? in
            guard let replacement = finding.replacement, finding.place?.source.name == document.path,
                span.start <= range.end, range.start <= span.end
            else { return nil }
            let written = document.source[span]
            let title =
                written.isEmpty
                ? Text("Write ‘\(replacement)’", vi: "Thêm ‘\(replacement)’")
                : Text("Write ‘\(replacement)’, not ‘\(written)’", vi: "Đổi ‘\(written)’ thành ‘\(replacement)’")
            let edit: JSON = ["range": document.map.range(span), "newText": .string(replacement)]
            return [
                "title": .string(title(in: language)), "kind": "quickfix", "isPreferred": true,
                "diagnostics": [diagnostic(finding, at: span, document)],
                "edit": ["changes": .object([document.uri: [edit]])],
            ]
        }
        return .array(actions)
    }

    /// The change that gives a text its usual form.
    func formatting(_ document: OpenDocument) throws -> JSON {
        let formatted = try Formatter.format(document.source)
        guard formatted != document.text else { return .array([]) }
        return [["range": document.map.whole, "newText": .string(formatted)]]
    }
}
