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

/// A table with what stands around it.
public struct TableBlock: Sendable, Hashable {
    /// The table.
    public let table: Table
    /// The caption above it.
    public let caption: Text?
    /// The remark below it: what was counted, what was left out.
    public let remark: Text?

    /// Puts a caption and a remark around a table.
    public init(_ table: Table, caption: Text? = nil, remark: Text? = nil) {
        self.table = table
        self.caption = caption
        self.remark = remark
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

/// The head and foot of an official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I). Its number is left for the clerk.
public struct Letterhead: Sendable, Hashable {
    /// The body above the one that issues the paper.
    public var superior: String?
    /// The body that issues it.
    public var issuer: String
    /// The abbreviation behind the number: `BC-SGDĐT`.
    public var symbol: String
    /// The place in front of the date.
    public var place: String
    /// The date.
    public var date: Day
    /// The kind of paper: `BÁO CÁO`.
    public var kind: Text
    /// What it is about.
    public var subject: Text
    /// The post that signs: `GIÁM ĐỐC`.
    public var signatory: String?
    /// Who receives it.
    public var recipients: [String]

    /// Puts a head together.
    public init(
        superior: String? = nil, issuer: String, symbol: String, place: String, date: Day, kind: Text, subject: Text,
        signatory: String? = nil, recipients: [String] = []
    ) {
        self.superior = superior
        self.issuer = issuer
        self.symbol = symbol
        self.place = place
        self.date = date
        self.kind = kind
        self.subject = subject
        self.signatory = signatory
        self.recipients = recipients
    }
}
