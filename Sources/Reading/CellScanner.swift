/// Where a cell lies in its file, without the quotes around it.
struct CellSpan {
    /// The place of its first byte.
    let start: Int
    /// How many bytes it has.
    let count: Int
    /// How its bytes stand for its text.
    let form: Form

    enum Form: UInt8 {
        /// As they are.
        case plain
        /// Each quote is doubled.
        case doubledQuotes
        /// With backslashes.
        case backslashes
    }
}

/// Finds the cells of separated values, one behind the other.
///
/// Invariant: `place <= end` always holds, `bytes` has at least `end` readable bytes, and nothing is read at or behind
/// `end`: single bytes are read below it, eight at once only where all eight lie below it.
struct CellScanner {
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private let separator: UInt8
    private let hasQuotes: Bool
    private let separators: UInt64
    /// The place of the next byte.
    private(set) var place: Int

    /// What stands behind a cell.
    enum Ending {
        case separator, row
    }

    init(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, _ dialect: Dialect) {
        self.bytes = bytes
        self.end = max(start, end)
        place = start
        separator = dialect.separator.rawValue
        separators = Eight.filled(with: separator)
        hasQuotes = dialect.protection == .quotes
    }

    var isAtEnd: Bool { place >= end }

    /// The cell at this place; behind it stands a separator, a line end or the end of the file.
    @inline(__always)
    mutating func cell() throws(ReadingFault) -> CellSpan {
        if hasQuotes, place < end, bytes[place] == Mark.quote { return try quotedCell() }
        let start = place
        try skipPlain()
        if hasQuotes { return CellSpan(start: start, count: place - start, form: .plain) }
        return CellSpan(start: start, count: place - start, form: escaped(from: start) ? .backslashes : .plain)
    }

    /// Takes what stands behind a cell.
    @inline(__always)
    mutating func ending() -> Ending {
        guard place < end else { return .row }
        let byte = bytes[place]
        place += 1
        if byte == separator { return .separator }
        if byte == Mark.carriageReturn, place < end, bytes[place] == Mark.newline { place += 1 }
        return .row
    }

    /// Takes a line in which nothing stands; says whether there was one.
    @inline(__always)
    mutating func emptyLine() -> Bool {
        guard place < end, bytes[place] == Mark.newline || bytes[place] == Mark.carriageReturn else { return false }
        _ = ending()
        return true
    }

    @inline(__always)
    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == Mark.newline || byte == Mark.carriageReturn
    }

    /// Goes to the end of a cell without quotes.
    @inline(__always)
    private mutating func skipPlain() throws(ReadingFault) {
        while true {
            while place &+ 8 <= end {
                let eight = Eight.load(bytes + place)
                let hits = Eight.zeros(eight ^ separators) | Eight.controls(eight)
                place &+= hits == 0 ? 8 : hits.trailingZeroBitCount &>> 3
                if hits != 0 { break }
            }
            while place < end, !isMark(bytes[place]) { place &+= 1 }
            guard place < end, !endsCell(bytes[place]) else { return }
            if bytes[place] == 0 { throw ReadingFault(.nulByte, at: place) }
            place &+= 1
        }
    }

    /// Whether a byte may end a cell: the separator, or a control sign such as a line end.
    @inline(__always)
    private func isMark(_ byte: UInt8) -> Bool { byte == separator || byte < Eight.firstPlain }

    private mutating func quotedCell() throws(ReadingFault) -> CellSpan {
        let opened = place
        var form = CellSpan.Form.plain
        place += 1
        while place < end {
            let byte = bytes[place]
            place += 1
            if byte == 0 { throw ReadingFault(.nulByte, at: place - 1) }
            guard byte == Mark.quote else { continue }
            if place < end, bytes[place] == Mark.quote {
                form = .doubledQuotes
                place += 1
                continue
            }
            guard place == end || endsCell(bytes[place]) else { throw ReadingFault(.textBehindQuote, at: place) }
            return CellSpan(start: opened + 1, count: place - opened - 2, form: form)
        }
        throw ReadingFault(.quoteNotClosed, at: opened)
    }

    private func escaped(from start: Int) -> Bool {
        for index in start..<place where bytes[index] == Mark.backslash { return true }
        return false
    }
}

extension CellScanner {
    /// The cells of the row at this place.
    mutating func row() throws(ReadingFault) -> [CellSpan] {
        var cells: [CellSpan] = []
        repeat { cells.append(try cell()) } while ending() == .separator
        return cells
    }
}
