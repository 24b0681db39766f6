import Values

/// A column that an import knows.
public struct ImportColumn: Sendable {
    /// The name, which is also its heading.
    public let name: String
    /// Other headings that are taken for it.
    let others: [String]
    /// What its cells hold.
    let content: Content
    /// Whether a file must have it.
    let isRequired: Bool

    /// What the cells of a column hold.
    public enum Content: Sendable {
        /// Texts, codes and words.
        case text
        /// Numbers, whose form is found column by column.
        case number
        /// Amounts of đồng, which have no parts: `70.000` is seventy thousand.
        case money
    }

    /// Describes a column.
    public init(_ name: String, _ others: [String], _ content: Content = .text, required: Bool = false) {
        self.name = name
        self.others = others
        self.content = content
        isRequired = required
    }
}

/// Where the values of a column come from in the sheet that is being taken in.
public struct ImportPlace: Sendable {
    /// The name of the column.
    let name: String
    /// The heading above it.
    let heading: String
    /// The column from nought; `nil` where the sheet has none.
    let column: Int?
    /// What stands for every row, where the sheet has no such column.
    let fixed: String?
    /// How its numbers are written.
    let style: NumberStyle
    /// Whether the heading is the name: so the program itself writes it, with a point before the decimals of numbers.
    let isOwn: Bool

    /// Whether there is anything to read.
    public var exists: Bool { column != nil || fixed != nil }
}

/// A heading as it is compared: folded, without the signs around it, blanks and line ends as one blank.
func headingKey(_ heading: String) -> String {
    let words = heading.folded.split { $0.isWhitespace }.joined(separator: " ")
    let signs: Set<Character> = [":", "*", "(", ")", ".", " "]
    guard let start = words.firstIndex(where: { !signs.contains($0) || $0 == "(" }) else { return "" }
    var key = words[start...]
    while let last = key.last, signs.contains(last), last != ")" || key.hasSuffix("(*)") { key.removeLast() }
    return String(key)
}
