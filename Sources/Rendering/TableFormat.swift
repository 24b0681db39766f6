public import Tables
public import Values

/// A way to write a table as a file or as an answer: `show as: csv`, `save "x.csv"`.
public struct TableFormat: Sendable {
    /// The word after `as:` and the ending of files: `csv`.
    public let ending: String
    /// Writes a table for readers of a language.
    public let bytes: @Sendable (Table, DisplayLanguage) -> [UInt8]

    /// Names a way to write tables.
    public init(_ ending: String, bytes: @escaping @Sendable (Table, DisplayLanguage) -> [UInt8]) {
        self.ending = ending
        self.bytes = bytes
    }

    /// Comma-separated values.
    public static let csv = TableFormat("csv") { table, _ in SeparatedText.csv().bytes(table) }
    /// Tab-separated values.
    public static let tsv = TableFormat("tsv") { table, _ in SeparatedText.tsv.bytes(table) }
    /// An array of JSON objects.
    public static let json = TableFormat("json") { table, _ in JSONTable.bytes(table) }
    /// A table of GitHub's Markdown.
    public static let markdown = TableFormat("md") { table, language in MarkdownTable.bytes(table, in: language) }

    /// Every way that is built in.
    public static let all = [csv, tsv, json, markdown]

    /// The way of an ending or a word: `csv`, `md`, `markdown`; `nil` for others.
    public static func named(_ word: String) -> TableFormat? {
        let word = word.lowercased()
        return all.first { $0.ending == (word == "markdown" ? "md" : word) }
    }
}
