import Values

/// Which rows have the same values: a number for each row, from nought, in the order in which the values first come.
struct Grouping: Sendable {
    /// The number of each row's group.
    let codes: [Int32]
    /// The first row of each group.
    let firstRows: [Int32]

    /// How many groups there are.
    var count: Int { firstRows.count }

    /// Groups the rows by one column.
    init(_ column: Column) {
        if let direct = Grouping(direct: column, most: max(4096, column.count * 2)) {
            self = direct
            return
        }
        switch column.cells {
        case .words(let words, _):
            let reasons = column.reasons
            self.init(count: words.count) { row in
                let reason = reasons?[row] ?? 0
                return reason == 0 ? (words[row], 0) : (0, reason)
            }
        default: self.init(values: column.values)
        }
    }

    /// Groups the rows by a column whose cells are found in a table by their place, without a search; `nil` where
    /// that table would have more than `most` entries.
    init?(direct column: Column, most: Int) {
        let reasons = column.reasons
        switch column.cells {
        case .texts(let places, let pool):
            let range = pool.texts.count
            self.init(count: places.count, range: range + Missing.allCases.count + 1) { row in
                if let reasons, reasons[row] != 0 { return range + Int(reasons[row]) }
                return Int(places[row])
            }
        case .words(let words, _):
            guard let (low, range) = Grouping.range(of: words, most: most) else { return nil }
            self.init(count: words.count, range: range + Missing.allCases.count + 1) { row in
                if let reasons, reasons[row] != 0 { return range + Int(reasons[row]) }
                return Int(words[row] &- low)
            }
        case .values: return nil
        }
    }

    /// Groups the rows by several columns; all rows are one group by none.
    init(_ columns: [Column], rowCount: Int) {
        guard let first = columns.first else {
            self.init(codes: Array(repeating: 0, count: rowCount), firstRows: rowCount > 0 ? [0] : [])
            return
        }
        self = columns.dropFirst().reduce(Grouping(first)) { $0.combined(with: Grouping($1)) }
    }

    init(codes: [Int32], firstRows: [Int32]) {
        self.codes = codes
        self.firstRows = firstRows
    }

    /// Takes over numbers below `groups`, of which some may not occur.
    init(codes: [Int32], groups: Int) {
        self.codes = codes
        firstRows = Array(repeating: 0, count: groups)
    }

    /// The groups of rows that are together in both.
    func combined(with other: Grouping) -> Grouping {
        let (left, right) = (codes, other.codes)
        let (pairs, overflow) = count.multipliedReportingOverflow(by: other.count)
        if !overflow, pairs <= max(4096, codes.count * 2) {
            let width = other.count
            return Grouping(count: codes.count, range: pairs) { Int(left[$0]) * width + Int(right[$0]) }
        }
        return Grouping(count: codes.count) { (Int64(left[$0]) << 32 | Int64(right[$0]), 0) }
    }

    /// The least of words and how many there are from it to the greatest; `nil` where these are more than `most`.
    private static func range(of words: [Int64], most: Int) -> (low: Int64, range: Int)? {
        guard let first = words.first else { return (0, 0) }
        var (low, high) = (first, first)
        for word in words {
            low = min(low, word)
            high = max(high, word)
        }
        let (distance, overflow) = high.subtractingReportingOverflow(low)
        return overflow || distance >= most ? nil : (low, Int(distance) + 1)
    }

    /// Numbers the rows by a key below `range`.
    @inline(__always)
    private init(count: Int, range: Int, _ key: (Int) -> Int) {
        var numbers = [Int32](repeating: -1, count: range)
        var firstRows: [Int32] = []
        codes = (0..<count).map { row in
            let place = key(row)
            let known = numbers[place]
            if known >= 0 { return known }
            let next = Int32(firstRows.count)
            numbers[place] = next
            firstRows.append(Int32(row))
            return next
        }
        self.firstRows = firstRows
    }

    /// Numbers the rows by a key of any size.
    @inline(__always)
    private init(count: Int, _ key: (Int) -> (Int64, UInt8)) {
        var numbers = WordNumbers()
        var firstRows: [Int32] = []
        codes = (0..<count).map { row in
            let (word, reason) = key(row)
            let number = numbers.number(of: word, reason)
            if Int(number) == firstRows.count { firstRows.append(Int32(row)) }
            return number
        }
        self.firstRows = firstRows
    }

    /// Numbers the rows by values of any kind.
    private init(values: [Value]) {
        var numbers: [Value: Int32] = [:]
        var firstRows: [Int32] = []
        codes = values.enumerated().map { row, value in
            if let known = numbers[value] { return known }
            let next = Int32(firstRows.count)
            numbers[value] = next
            firstRows.append(Int32(row))
            return next
        }
        self.firstRows = firstRows
    }
}

/// Numbers different words from nought as they come: a table with open addressing, at most half full. Words are
/// scattered by a number drawn when the program starts, so that nobody can write a file whose words all collide.
private struct WordNumbers {
    private var table = [Int32](repeating: -1, count: 1024)
    private var words: [Int64] = []
    private var reasons: [UInt8] = []

    private static let seed = UInt64.random(in: .min ... .max)

    mutating func number(of word: Int64, _ reason: UInt8) -> Int32 {
        if words.count * 2 >= table.count { grow() }
        var place = slot(word, reason)
        while true {
            let known = table[place]
            if known < 0 { break }
            if words[Int(known)] == word, reasons[Int(known)] == reason { return known }
            place = (place + 1) & (table.count - 1)
        }
        let next = Int32(words.count)
        table[place] = next
        words.append(word)
        reasons.append(reason)
        return next
    }

    private func slot(_ word: Int64, _ reason: UInt8) -> Int {
        var bits = (UInt64(bitPattern: word) ^ WordNumbers.seed &+ UInt64(reason)) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ bits >> 32) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: bits >> 32) & (table.count - 1)
    }

    private mutating func grow() {
        table = [Int32](repeating: -1, count: table.count * 4)
        for number in words.indices {
            var place = slot(words[number], reasons[number])
            while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
            table[place] = Int32(number)
        }
    }
}
