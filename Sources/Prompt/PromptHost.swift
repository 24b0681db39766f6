public import Values

/// What the prompt asks of the language behind it.
public protocol PromptHost: AnyObject {
    /// The language in which the prompt speaks to the user.
    var language: DisplayLanguage { get }
    /// The text before the line: `SGD-HP 2025-11> `. One row, no colours; the prompt decides those.
    func promptText() -> String
    /// Whether Enter runs the text, or goes on to the next line.
    func isComplete(_ text: String) -> Bool
    /// What Tab can put at the cursor, which is an offset in UTF-8.
    func completions(_ text: String, cursor: Int) -> Completions
    /// The next argument, shown at the right edge.
    func hint(_ text: String, cursor: Int) -> String?
    /// Whether the text holds a secret and stays out of the history.
    func isSecret(_ text: String) -> Bool
    /// Runs the text, which prints its own answer, and says whether another line is read.
    func run(_ text: String) -> PromptStep
    /// Cancels the running text. Called from another thread.
    func cancel()
}

/// What follows a line that has run.
public enum PromptStep: Sendable, Equatable {
    /// Another line is read.
    case next
    /// The prompt is left with an exit status.
    case leave(Int32)
}

/// What Tab can put in place of the word at the cursor.
public struct Completions: Sendable, Equatable {
    /// The part of the text that a candidate replaces, as offsets in UTF-8.
    public var replaced: Range<Int>
    /// The candidates in the order in which they are listed.
    public var candidates: [Candidate]
    /// Whether there are more candidates than those given.
    public var isPartial: Bool

    /// Names the part to replace and the candidates for it.
    public init(replacing replaced: Range<Int>, with candidates: [Candidate], isPartial: Bool = false) {
        self.replaced = replaced
        self.candidates = candidates
        self.isPartial = isPartial
    }

    /// No candidate.
    public static let none = Completions(replacing: 0..<0, with: [])
}

/// One candidate of a completion.
public struct Candidate: Sendable, Equatable {
    /// What is put into the line.
    public var insert: String
    /// What the list shows.
    public var display: String
    /// What it is, in a few words.
    public var description: String?

    /// Describes a candidate; the list shows what is inserted unless it is told otherwise.
    public init(_ insert: String, display: String? = nil, description: String? = nil) {
        self.insert = insert
        self.display = display ?? insert
        self.description = description
    }
}
