public import Diagnostics
import Documents
public import Values

/// Writes findings for a screen: what is wrong, the line with a caret under the place, and a line to type next.
public enum DiagnosticRendering {
    /// The name of the source that is typed at the prompt, whose place needs no file name.
    public static let promptName = "prompt"

    /// The findings as lines, each with its end.
    public static func render(_ findings: [Diagnostic], language: DisplayLanguage, colour: Bool) -> String {
        let paint = Paint(colour: colour)
        return findings.mendedTogether.flatMap { lines(of: $0, language, paint) }.map { $0 + "\n" }.joined()
    }

    private static func lines(of finding: Diagnostic, _ language: DisplayLanguage, _ paint: Paint) -> [String] {
        let role: RichText.Role = finding.severity == .error ? .error : .warning
        let label = finding.severity.label(in: language) + "[\(finding.code)]:"
        var lines = [paint(label, role) + " " + finding.message(in: language).shortened.harmless]
        if let place = finding.place {
            if place.source.name != promptName {
                let (line, column) = place.source.position(of: place.span.start)
                let at = Text("at", vi: "tại")(in: language)
                lines.append(paint("  \(at) \(place.source.name.harmless):\(line):\(column)", .muted))
            }
            let (text, caret) = marked(place)
            lines += ["  " + text, "  " + paint(caret, role)]
        }
        let note = Text("note:", vi: "ghi chú:")(in: language)
        lines += finding.notes.map { "  \(note) \($0(in: language).shortened.harmless)" }
        if let line = finding.lineToTry, line.utf8.count <= Diagnostic.longestLine {
            lines.append("  " + paint(Text("try:", vi: "thử:")(in: language), .success) + " " + line.harmless)
        }
        return lines
    }

    /// The line of a place without its indentation, and carets under the place; a longer place shows its first line.
    private static func marked(_ place: Place) -> (text: String, caret: String) {
        let source = place.source
        let line = source.lineSpan(at: place.span.start)
        let from = min(max(place.span.start, line.start), line.end)
        let window = window(around: from, in: line, of: source)
        let to = min(max(place.span.end, from), window.end)
        let shown = { (start: Int, end: Int) in expanded(source[SourceSpan(start, end)]) }
        let whole = source[window]
        let indent = window.start > line.start ? 0 : whole.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let left = min(window.start + indent, from)
        let (front, back) = (window.start > line.start ? "…" : "", window.end < line.end ? "…" : "")
        let before = (front + shown(left, from)).displayWidth
        let under = (front + shown(left, to)).displayWidth - before
        let caret = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
        return (front + shown(left, window.end).trimmedEnd + back, caret)
    }

    /// The part of a line that is shown: all of it, or the surroundings of a place in a very long one.
    private static func window(around place: Int, in line: SourceSpan, of source: Source) -> SourceSpan {
        let longest = Diagnostic.longestLine
        guard line.length > longest else { return line }
        let bytes = source.text.utf8
        let isInside = { (offset: Int) in
            offset < line.end && bytes[bytes.index(bytes.startIndex, offsetBy: offset)] & 0xC0 == 0x80
        }
        var low = max(line.start, place - longest / 6)
        var high = min(line.end, place + longest / 3)
        while low > line.start, isInside(low) { low -= 1 }
        while isInside(high) { high += 1 }
        return SourceSpan(low, high)
    }

    /// The text with each tab as spaces up to the next stop of four.
    private static func expanded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\t")) else { return text.harmless }
        var line = ""
        for (index, part) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { line += String(repeating: " ", count: 4 - line.displayWidth % 4) }
            line += String(part).harmless
        }
        return line
    }
}

extension String {
    /// The text, cut where it is longer than anybody reads.
    fileprivate var shortened: String {
        guard utf8.count > Diagnostic.longestLine else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(Diagnostic.longestLine))) + "…"
    }
}

extension Diagnostic.Severity {
    /// What stands in front of the code.
    func label(in language: DisplayLanguage) -> String {
        switch self {
        case .error: Text("error", vi: "lỗi")(in: language)
        case .warning: Text("warning", vi: "cảnh báo")(in: language)
        }
    }
}

extension Diagnostic {
    /// The line to type instead: the suggestion, or the line of the place with the replacement in it.
    public var lineToTry: String? {
        if let suggestion { return suggestion }
        guard let replacement, let place else { return nil }
        let source = place.source
        let first = source.lineSpan(at: place.span.start)
        let last = source.lineSpan(at: max(place.span.start, place.span.end))
        guard first.length <= Diagnostic.longestLine, last.length <= Diagnostic.longestLine else { return nil }
        let before = source[SourceSpan(first.start, min(place.span.start, first.end))]
        let after = source[SourceSpan(min(place.span.end, last.end), last.end)]
        return String((before + replacement + after).drop { $0 == " " || $0 == "\t" })
    }
}
