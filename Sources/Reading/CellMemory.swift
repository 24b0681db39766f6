import Values

/// The texts of the cells of a column that came before, each once, so that a cell which comes often is made a text and
/// understood only once.
public struct CellMemory: Sendable {
    /// The texts in the order in which they first came, in NFC and without blanks at their ends.
    public private(set) var texts: [String] = []
    private var index = CellIndex()

    /// A column of more texts than this has few that come often.
    private static let most = 100_000

    /// Remembers nothing.
    public init() {}

    var hasRoom: Bool { texts.count < CellMemory.most }

    mutating func number(of cell: CellSpan, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let number = index.number(of: cell, base, bytes.count)
        if number == texts.count { texts.append(cell.count == 0 ? "" : trimmed(bytes.text(cell))) }
        return number
    }
}
