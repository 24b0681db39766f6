import Tables
import Values

extension ReadingPlan {
    /// Files below this size are read by one thread.
    static let leastForTwo = 1 << 20

    /// Reads the rows from a place to the end: by two threads that share the work at a row's beginning near `middle`,
    /// or by one where that is `nil`.
    ///
    /// Where the second row of work begins is a guess by the quotes in front of it. When the first thread does not come
    /// out just there, what the second did is dropped and the first goes on: the answer is that of one thread always.
    func columns(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, middle: Int?
    ) throws(ReadingFault) -> (columns: [Column], rowCount: Int) {
        let first = ChunkReader(bytes, self)
        guard let middle, let guess = rowStart(in: bytes, from: start, near: middle) else {
            _ = try first.read(from: start, to: bytes.count)
            return (try first.columns(followedBy: nil), first.rowCount)
        }
        let second = Half(ChunkReader(bytes, self))
        var outcome: Result<Int, ReadingFault> = .success(start)
        sideBySide {
            outcome = outcomeOf { () throws(ReadingFault) in try first.read(from: start, to: guess) }
        } _: {
            second.outcome = outcomeOf { () throws(ReadingFault) in
                try second.reader.read(from: guess, to: second.reader.byteCount)
            }
        }
        let end = try outcome.get()
        guard end == guess else {
            _ = try first.read(from: end, to: bytes.count)
            return (try first.columns(followedBy: nil), first.rowCount)
        }
        _ = try second.outcome.get()
        return (try first.columns(followedBy: second.reader), first.rowCount + second.reader.rowCount)
    }

    /// The first line end behind the middle that seems to stand outside quotes.
    private func rowStart(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, near middle: Int) -> Int? {
        guard middle > start, middle < bytes.count else { return nil }
        let hasQuotes = dialect.protection == .quotes
        func quotes(from: Int) -> Int {
            hasQuotes ? UnsafeBufferPointer(rebasing: bytes[from..<middle]).count { $0 == Mark.quote } : 0
        }
        // Where there are none for long, none is open.
        let isNear = quotes(from: max(start, middle - ReadingPlan.leastForTwo / 4)) > 0
        var isQuoted = isNear && quotes(from: start) % 2 == 1
        for place in middle..<bytes.count {
            if bytes[place] == Mark.quote, hasQuotes { isQuoted.toggle() }
            if bytes[place] == Mark.newline, !isQuoted { return place + 1 < bytes.count ? place + 1 : nil }
        }
        return nil
    }
}

private func outcomeOf(_ work: () throws(ReadingFault) -> Int) -> Result<Int, ReadingFault> {
    do throws(ReadingFault) { return .success(try work()) } catch { return .failure(error) }
}

/// The reader of the second half. It is touched by the second thread alone until that has ended.
private final class Half: @unchecked Sendable {
    let reader: ChunkReader
    var outcome: Result<Int, ReadingFault> = .success(0)

    init(_ reader: ChunkReader) {
        self.reader = reader
    }
}
