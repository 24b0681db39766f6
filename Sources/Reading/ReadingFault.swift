/// What stops the reading of a file, by its place in the bytes; ``Reading`` finds the line and the words.
struct ReadingFault: Error {
    let reason: Reason
    /// The byte where it shows.
    let place: Int

    enum Reason {
        case quoteNotClosed
        case textBehindQuote
        case notUTF8
        case nulByte
        /// A row with another count of cells than there are headings.
        case ragged(cells: Int)
        /// A cell that is none of its column's type.
        case misfit(column: Int, text: String)
        /// A column whose numbers need more digits together than one machine word has.
        case tooWide(column: Int)
        case stopped
    }

    init(_ reason: Reason, at place: Int) {
        self.reason = reason
        self.place = place
    }
}
