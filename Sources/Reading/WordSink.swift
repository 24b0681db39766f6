import Tables
import Values

/// Cells that become machine words with a common count of decimals.
final class WordSink: ColumnSink {
    private let kind: WordKind
    private let index: Int
    private var run = WordRun()

    init(_ kind: WordKind, _ index: Int) {
        self.kind = kind
        self.index = index
    }

    func reserve(_ rows: Int) { run.words.reserveCapacity(rows) }

    func take(_ cells: UnsafeBufferPointer<CellSpan>, _ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFault) {
        switch kind {
        case .number: try take(cells, bytes, by: NumberWords.self)
        case .percent: try take(cells, bytes, by: PercentWords.self)
        case .money: try take(cells, bytes, by: MoneyWords.self)
        case .date: try take(cells, bytes, by: DateWords.self)
        case .period, .yesNo: try take(cells, bytes, by: OtherWords.self)
        }
    }

    @inline(__always)
    private func take<Reading: WordReading>(
        _ cells: UnsafeBufferPointer<CellSpan>, _ bytes: UnsafeBufferPointer<UInt8>, by reading: Reading.Type
    ) throws(ReadingFault) {
        guard let base = bytes.baseAddress else { return }
        // The words are this function's own while it runs, so that adding one checks nothing but its room.
        var run = run
        self.run = WordRun()
        defer { self.run = run }
        for cell in cells {
            var found = reading.word(base + cell.start, cell.count)
            if found == nil { found = try slowly(cell, bytes) }
            guard let found else {
                run.appendMissing()
                continue
            }
            if found.decimals == run.decimals {
                run.append(found.word)
            } else {
                guard let word = run.aligned(found) else { throw ReadingFault(.tooWide(column: index), at: cell.start) }
                run.append(word)
            }
        }
    }

    private func slowly(_ cell: CellSpan, _ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFault) -> ScaledWord? {
        guard let value = try bytes.value(cell, kind.type, index),
            let (word, encoding) = Column.Encoding.word(of: value)
        else { return nil }
        return ScaledWord(word: word, decimals: Int(encoding.decimals))
    }

    func column(followedBy next: (any ColumnSink)?) throws(ReadingFault) -> Column {
        if let next = next as? WordSink {
            guard run.append(next.run) else { throw ReadingFault(.tooWide(column: index), at: 0) }
            next.run = WordRun()
        }
        return Column(.words(run.words, kind.encoding(decimals: run.decimals)), reasons: run.reasons)
    }
}

/// Machine words with one count of decimals; some may be missing.
struct WordRun {
    var words: [Int64] = []
    private(set) var reasons: [UInt8]?
    private(set) var decimals = 0

    @inline(__always)
    mutating func append(_ word: Int64) {
        words.append(word)
        if reasons != nil { reasons?.append(0) }
    }

    mutating func appendMissing() {
        if reasons == nil { reasons = Array(repeating: 0, count: words.count) }
        words.append(0)
        reasons?.append(Missing.empty.number)
    }

    /// A word with the decimals of the run, which get more where the word has more; `nil` when that does not fit.
    mutating func aligned(_ found: ScaledWord) -> Int64? {
        guard found.decimals <= Number.maximumDecimals else { return nil }
        if found.decimals > decimals, !widen(to: found.decimals) { return nil }
        return WordRun.scaled(found.word, by: decimals - found.decimals)
    }

    /// Adds the words of another run behind these; says no when they do not fit together.
    mutating func append(_ other: WordRun) -> Bool {
        var other = other
        let most = max(decimals, other.decimals)
        guard widen(to: most), other.widen(to: most) else { return false }
        if reasons != nil || other.reasons != nil {
            let before = reasons ?? Array(repeating: 0, count: words.count)
            reasons = before + (other.reasons ?? Array(repeating: 0, count: other.words.count))
        }
        words += other.words
        return true
    }

    private mutating func widen(to wanted: Int) -> Bool {
        guard wanted > decimals else { return true }
        for row in words.indices {
            guard let word = WordRun.scaled(words[row], by: wanted - decimals) else { return false }
            words[row] = word
        }
        decimals = wanted
        return true
    }

    private static func scaled(_ word: Int64, by places: Int) -> Int64? {
        guard places > 0 else { return word }
        guard let factor = Number.power(of10: places) else { return nil }
        let (product, overflow) = word.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }
}
