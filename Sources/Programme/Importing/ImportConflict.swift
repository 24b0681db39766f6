public import Values

/// A cell or row that cannot be taken as it stands: what is wrong with it, and what would help.
public struct ImportConflict: Error {
    /// The column from nought; `nil` where the whole row is meant.
    let column: Int?
    /// What is wrong.
    let why: Text
    /// What to do: a line of a mapping, or words; `nil` where there is nothing to propose.
    let proposal: Text?

    /// Describes a conflict of the whole row.
    public init(_ why: Text, proposal: Text? = nil) {
        self.init(column: nil, why, proposal: proposal)
    }

    init(column: Int?, _ why: Text, proposal: Text? = nil) {
        self.column = column
        self.why = why
        self.proposal = proposal
    }
}

/// What became of one row.
public enum ImportOutcome: Sendable {
    /// It was stored.
    case stored
    /// The database says the same already.
    case unchanged
    /// What becomes of it is decided when all rows are known.
    case later
    /// An earlier row of the sheet, on this line, says the same.
    case duplicate(of: Int)
}
