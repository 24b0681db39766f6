public import Diagnostics
import Values

/// A file of separated values (RFC 4180) as its cells stand: a heading row, and rows that know the line they begin in.
///
/// It is strict, because a row that is guessed at becomes a wrong figure: UTF-8 only, quotes closed and in their place.
public struct SeparatedFile: Sendable, Hashable {
    /// The headings, without blanks around them.
    public let headings: [String]
    /// The line in which the headings stand.
    public let headingLine: Int
    /// The rows in order; lines without any content are left out.
    public let rows: [Row]
    /// What stands between two cells.
    public let separator: Dialect.Separator

    /// One row.
    public struct Row: Sendable, Hashable {
        /// The line of the file in which it begins, from 1.
        public let line: Int
        /// The cells in NFC, as many as the row has.
        public let cells: [String]
    }

    /// Reads the bytes of a file; the separator is the one that the heading row holds most often.
    public init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
        let dialect = Dialect.inHeading(of: bytes)
        var rows: [Row]
        do throws(ReadingFault) {
            rows = try SeparatedFile.rows(bytes, dialect)
        } catch {
            throw ReadingReport(bytes, name).diagnostic(error)
        }
        guard let heading = rows.first else { throw .fileHasNoRows(name) }
        rows.removeFirst()
        headings = heading.cells.map(SeparatedFile.trimmed)
        headingLine = heading.line
        self.rows = rows
        separator = dialect.separator
    }

    private static func rows(_ bytes: [UInt8], _ dialect: Dialect) throws(ReadingFault) -> [Row] {
        try bytes.withUnsafeBufferPointer { bytes throws(ReadingFault) in
            guard let base = bytes.baseAddress else { return [] }
            let first = bytes.starts(with: Mark.byteOrderMark) ? Mark.byteOrderMark.count : 0
            var scanner = CellScanner(base, from: first, to: bytes.count, dialect)
            var rows: [Row] = []
            var line = 1
            while !scanner.isAtEnd {
                let start = scanner.place
                let cells = try scanner.row()
                for cell in cells { try bytes.validate(cell) }
                if cells.contains(where: { $0.count > 0 }) {
                    rows.append(Row(line: line, cells: cells.map(bytes.text)))
                }
                line += bytes.lineEnds(from: start, to: scanner.place)
            }
            return rows
        }
    }

    /// A cell without blanks at its ends.
    public static func trimmed(_ cell: String) -> String { Reading.trimmed(cell) }
}
