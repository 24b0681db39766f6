public import Diagnostics
public import Tables
public import Values

/// A way to read a text file as a table, by the ending of its name.
public struct SeparatedFormat: Sendable {
    /// The letters behind the point of a file's name: `csv`.
    public let ending: String
    private let dialect: Dialect?

    /// Cells between commas, semicolons or tabs, in quotes where they need them.
    public static let csv = SeparatedFormat(ending: "csv", dialect: nil)
    /// Cells between tabs, as `save "x.tsv"` writes them.
    public static let tsv = SeparatedFormat(ending: "tsv", dialect: .tsv)
    /// Every way.
    public static let all = [csv, tsv]

    /// What the columns hold, by the first bytes of a file; `separator` is `comma`, `semicolon`, `tab` or to be found.
    public func guess(_ bytes: [UInt8], goesOn: Bool, name: String, separator: String?) throws(Diagnostic) -> Schema {
        try SeparatedTable.guess(bytes, goesOn: goesOn, name: name, dialect: dialect(separator))
    }

    /// The columns of a schema that are needed, or all of them.
    public func table(
        _ bytes: [UInt8], name: String, separator: String?, _ schema: Schema, needed: Set<String>?,
        isStopped: @escaping @Sendable () -> Bool
    ) throws(Diagnostic) -> Table {
        try SeparatedTable(bytes, name: name, dialect: dialect(separator))
            .table(schema, needed: needed, isStopped: isStopped)
    }

    private func dialect(_ separator: String?) -> Dialect? {
        switch separator {
        case "comma": Dialect(.comma)
        case "semicolon": Dialect(.semicolon)
        case "tab": dialect ?? Dialect(.tab)
        default: dialect
        }
    }
}
