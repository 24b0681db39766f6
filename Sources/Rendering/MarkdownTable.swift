import Documents
import Tables
import Values

/// A table of GitHub's Markdown, with the columns' headings and values as readers see them.
enum MarkdownTable {
    static func bytes(_ table: Table, in language: DisplayLanguage) -> [UInt8] {
        let infos = table.schema.columns
        guard !infos.isEmpty else { return [] }
        var bytes: [UInt8] = []
        append(infos.map { MarkdownText.escaped($0.heading(in: language)) }, to: &bytes)
        append(infos.map { $0.type.isQuantity ? "---:" : "---" }, to: &bytes)
        let columns = infos.indices.map { table.printed($0, in: language) }
        for row in 0..<table.rowCount {
            append(columns.map { MarkdownText.escaped($0[row]) }, to: &bytes)
        }
        return bytes
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "|"))
        for cell in cells {
            bytes += Array(" \(cell) |".utf8)
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}

/// Texts in Markdown.
enum MarkdownText {
    /// The text with every mark that Markdown would act on behind a backslash, in one line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.harmless.unicodeScalars {
            if special.contains(scalar) { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The same for the beginning of a line, where `#`, `-`, `+`, `>` and `1.` have meanings too.
    static func escapedLine(_ text: String) -> String {
        let line = escaped(text)
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard let first = rest.first else { return line }
        if digits.isEmpty { return "#-+=".contains(first) ? "\\" + line : line }
        return ".)".contains(first) && digits.count < 10 ? digits + "\\" + rest : line
    }

    private static let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~"]
}
