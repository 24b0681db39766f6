public import Diagnostics
public import Values

/// A file of separated values as its cells stand, one row behind the other; nothing of a row is kept when the next one
/// comes, and a cell becomes a text only when it is asked for.
///
/// It is strict, because a row that is guessed at becomes a wrong figure: UTF-8 only, quotes closed and in their place.
public struct SeparatedRows: Sendable {
    /// How the cells are kept apart.
    public let dialect: Dialect
    /// The line of the file in which the row begins, from 1; nought before the first row.
    public private(set) var line = 0
    private let bytes: [UInt8]
    private let name: String
    private var cells: [CellSpan] = []
    private var place: Int
    private var lineAtPlace = 1

    /// Stands before the first row of a file; without a dialect the separator is the one that its first lines share.
    public init(_ bytes: [UInt8], name: String, dialect: Dialect? = nil) {
        self.bytes = bytes
        self.name = name
        self.dialect = dialect ?? Dialect.inLines(of: bytes)
        place = bytes.starts(with: Mark.byteOrderMark) ? Mark.byteOrderMark.count : 0
    }

    /// Goes to the next row, which may be one without content; says no behind the last.
    public mutating func next() throws(Diagnostic) -> Bool {
        do throws(ReadingFault) {
            return try scan()
        } catch {
            throw ReadingReport(bytes, name).diagnostic(error)
        }
    }

    private mutating func scan() throws(ReadingFault) -> Bool {
        var row = cells
        cells = []
        row.removeAll(keepingCapacity: true)
        let (start, dialect) = (place, dialect)
        let (end, ends) = try bytes.withUnsafeBufferPointer { bytes throws(ReadingFault) in
            guard let base = bytes.baseAddress, start < bytes.count else { return (start, 0) }
            var scanner = CellScanner(base, from: start, to: bytes.count, dialect)
            repeat {
                let cell = try scanner.cell()
                try bytes.validate(cell)
                row.append(cell)
            } while scanner.ending() == .separator
            return (scanner.place, bytes.lineEnds(from: start, to: scanner.place))
        }
        cells = row
        guard end > start else { return false }
        line = lineAtPlace
        place = end
        lineAtPlace += ends
        return true
    }

    /// How many lines the file has; where cells hold line ends, these count.
    public var lineCount: Int { bytes.count { $0 == Mark.newline } }

    /// How many cells the row has.
    public var count: Int { cells.count }

    /// Whether nothing but blanks stands in any cell of the row.
    public var isBlank: Bool {
        cells.allSatisfy { cell in
            cell.count == 0 || bytes[cell.start..<(cell.start + cell.count)].allSatisfy(Mark.isBlank)
        }
    }

    /// The text of a cell in NFC, without blanks at its ends; empty where the row has no such cell.
    public func text(_ column: Int) -> String {
        guard cells.indices.contains(column), cells[column].count > 0 else { return "" }
        let cell = cells[column]
        return bytes.withUnsafeBufferPointer { trimmed($0.text(cell)) }
    }

    /// The number of a cell among those of a memory, whose text it then has there; `nil` where the row has no such cell
    /// and where the memory is full.
    public func number(_ column: Int, in memory: inout CellMemory) -> Int? {
        guard cells.indices.contains(column), memory.hasRoom else { return nil }
        let cell = cells[column]
        return bytes.withUnsafeBufferPointer { memory.number(of: cell, in: $0) }
    }

    /// A cell of nothing but digits as a number; `nil` for any other.
    public func wholeNumber(_ column: Int) -> Int64? {
        guard let word = word(column, by: NumberWords.self), word.decimals == 0 else { return nil }
        return word.word
    }

    /// A cell such as `2025-03-14` as a day; `nil` for any other form.
    public func day(_ column: Int) -> Day? {
        word(column, by: DateWords.self).map { Day(number: Int32(truncatingIfNeeded: $0.word)) }
    }

    private func word<Reading: WordReading>(_ column: Int, by reading: Reading.Type) -> ScaledWord? {
        guard cells.indices.contains(column), cells[column].count > 0 else { return nil }
        let cell = cells[column]
        return bytes.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.flatMap { reading.word($0 + cell.start, cell.count) }
        }
    }
}

extension Dialect {
    /// Quotes, and the separator that divides most of the first lines into as many cells as each other; a comma where
    /// none does. Titles above the headings hold none and do not count.
    public static func inLines(of bytes: [UInt8]) -> Dialect {
        var best = (separator: Separator.comma, score: 0)
        for separator in Separator.allCases {
            let score = agreement(of: separator, in: bytes)
            if score > best.score { best = (separator, score) }
        }
        return Dialect(best.separator)
    }

    /// How many times a separator stands in those lines that have it equally often, outside quotes.
    private static func agreement(of separator: Separator, in bytes: [UInt8]) -> Int {
        var lines: [Int: Int] = [:]
        var (inLine, seen, quoted) = (0, 0, false)
        for byte in bytes.prefix(64 * 1024) where seen < 50 {
            if byte == Mark.quote { quoted.toggle() }
            guard !quoted else { continue }
            if byte == separator.rawValue { inLine += 1 }
            guard byte == Mark.newline || byte == Mark.carriageReturn else { continue }
            lines[inLine, default: 0] += 1
            seen += 1
            inLine = 0
        }
        if seen < 50 { lines[inLine, default: 0] += 1 }
        return lines.map { $0.key * $0.value }.max() ?? 0
    }
}
