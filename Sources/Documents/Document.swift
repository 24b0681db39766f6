public import Tables
public import Values

/// What a command answers and what a report is: blocks in order, free of any layout.
public struct Document: Sendable, Hashable {
    /// The blocks in order.
    public var blocks: [Block]
    /// The official head of a paper; a command's answer has none.
    public var letterhead: Letterhead?

    /// Holds blocks in order.
    public init(_ blocks: [Block] = [], letterhead: Letterhead? = nil) {
        self.blocks = blocks
        self.letterhead = letterhead
    }

    /// The first table, which a pipeline goes on with.
    public var table: Table? {
        for case .table(let block) in blocks { return block.table }
        return nil
    }
}

/// One block of a document.
public enum Block: Sendable, Hashable {
    /// A heading of level 1 (the title) to 4.
    case heading(Text, level: Int)
    /// A paragraph of running text.
    case paragraph(RichText)
    /// What a command did, in a line, and a remark at its right end.
    case message(RichText, remark: Text?)
    /// Labels with their values, one a line.
    case fields([Field])
    /// A table.
    case table(TableBlock)
    /// A chart.
    case chart(Chart)
    /// Items of a list.
    case items([RichText], numbered: Bool)
    /// Text as it stands, such as a table written as CSV.
    case verbatim(String)
    /// A reservation that belongs to the figures above it: coverage, an unverified target, a break.
    case reservation(Text)
    /// The beginning of an annex with its title; everything behind it belongs to it, up to the next one.
    case annex(Text)
}

/// A label with a value.
public struct Field: Sendable, Hashable {
    /// What the value is.
    public let label: Text
    /// The value.
    public let value: Value
    /// Its type, which decides how it is written.
    public let type: ValueType
    /// Words in both languages, where they stand in place of the value.
    public let words: Text?

    /// Pairs a label with a value.
    public init(_ label: Text, _ value: Value, _ type: ValueType = .text) {
        self.label = label
        self.value = value
        self.type = type
        words = nil
    }

    /// Pairs a label with words in both languages.
    public init(_ label: Text, words: Text) {
        self.label = label
        value = .text(words.english)
        type = .text
        self.words = words
    }

    /// What readers see behind the label.
    public func written(in language: DisplayLanguage) -> String {
        words?(in: language) ?? value.written(in: language)
    }
}

/// Running text whose pieces have roles; each output decides what a role looks like.
public struct RichText: Sendable, Hashable {
    /// The pieces in order.
    public let runs: [Run]

    /// One piece of a text.
    public struct Run: Sendable, Hashable {
        /// The words.
        public let text: Text
        /// What the words are.
        public let role: Role

        /// Gives words a role.
        public init(_ text: Text, _ role: Role = .plain) {
            self.text = text
            self.role = role
        }
    }

    /// What a piece of text is.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Nothing special.
        case plain
        /// Important.
        case strong
        /// What a user types: a command, a code.
        case code
        /// Something succeeded.
        case success
        /// Something to look at.
        case warning
        /// Something failed.
        case error
        /// Beside the point.
        case muted
    }

    /// Holds pieces in order.
    public init(_ runs: [Run]) {
        self.runs = runs
    }

    /// Holds one piece.
    public init(_ text: Text, _ role: Role = .plain) {
        runs = [Run(text, role)]
    }
}
