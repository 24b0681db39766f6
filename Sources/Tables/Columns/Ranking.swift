import Values

/// The places of rows in an order by one key: equal values share a rank, missing ones come last.
struct Ranking {
    /// For each row its rank; nought for those that are missing.
    private let ranks: [UInt64]
    private let greatest: UInt64
    private let reasons: [UInt8]?

    init(_ column: Column, _ type: ValueType?, descending: Bool, _ check: () throws -> Void) rethrows {
        let words = try column.orderWords(type, check)
        let reasons = column.missingReasons
        var (low, high) = (Int64.max, Int64.min)
        for (row, word) in words.enumerated() where reasons?[row] ?? 0 == 0 {
            low = min(low, word)
            high = max(high, word)
        }
        let range = high < low ? 0 : UInt64(bitPattern: high &- low)
        greatest = range
        self.reasons = reasons
        ranks = words.enumerated().map { row, word in
            if let reasons, reasons[row] != 0 { return 0 }
            let rank = UInt64(bitPattern: word &- low)
            return descending ? range - rank : rank
        }
    }

    /// The rows in the order of several keys, the first counting most; rows that are equal keep their order.
    static func order(
        _ rankings: [Ranking], rowCount: Int, _ check: () throws -> Void
    ) rethrows -> [Int32] {
        try rankings.reversed().reduce((0..<rowCount).map { Int32($0) }) { try $1.sorted($0, check) }
    }

    /// A radix sort, which keeps the order of equal rows: one pass for each twelve bits, or one for all of sixteen.
    private func sorted(_ rows: [Int32], _ check: () throws -> Void) rethrows -> [Int32] {
        let bits = UInt64.bitWidth - greatest.leadingZeroBitCount
        let digit = bits <= 16 ? 16 : 12
        var sorted = rows
        for shift in stride(from: 0, to: bits, by: digit) {
            try check()
            sorted = pass(sorted, shift: UInt64(shift), digit: min(digit, bits - shift))
        }
        guard let reasons else { return sorted }
        return sorted.filter { reasons[Int($0)] == 0 } + sorted.filter { reasons[Int($0)] != 0 }
    }

    private func pass(_ rows: [Int32], shift: UInt64, digit: Int) -> [Int32] {
        let mask = UInt64(1) << UInt64(digit) - 1
        var next = [Int32](repeating: 0, count: 1 << digit + 1)
        for rank in ranks { next[Int(rank >> shift & mask) + 1] += 1 }
        for place in 1..<next.count { next[place] += next[place - 1] }
        var sorted = [Int32](repeating: 0, count: rows.count)
        for row in rows {
            let place = Int(ranks[Int(row)] >> shift & mask)
            sorted[Int(next[place])] = row
            next[place] += 1
        }
        return sorted
    }
}

extension Column {
    /// Words in the order of the values; what stands where a cell is missing has no meaning.
    func orderWords(_ type: ValueType?, _ check: () throws -> Void) rethrows -> [Int64] {
        switch cells {
        case .words(let words, .period):
            guard let periods = Grouping(direct: self, most: max(4096, count)) else {
                return words.map { Column.orderWord(ofPeriod: $0) }
            }
            let ranks = periods.firstRows.map { Column.orderWord(ofPeriod: words[Int($0)]) }
            return periods.codes.map { ranks[Int($0)] }
        case .words(let words, _): return words
        case .texts(let places, let pool):
            let ranks = try pool.orderRanks(type, check)
            return places.map { $0 >= 0 && $0 < ranks.count ? Int64(ranks[Int($0)]) : 0 }
        case .values(let values):
            return try Column.orderWords(values, type, check)
        }
    }

    /// Periods by their first day, longer ones before the shorter that begin with them.
    static func orderWord(ofPeriod word: Int64) -> Int64 {
        let period = Period(word: word)
        return Int64(period.first.number) << 32 | (Int64(Int32.max) - Int64(period.last.number))
    }

    /// Ranks of values of any kind.
    private static func orderWords(
        _ values: [Value], _ type: ValueType?, _ check: () throws -> Void
    ) rethrows -> [Int64] {
        if case .choice? = type {
            let ranks = try TextPool(distinct: values.map(\.canonical)).orderRanks(type, check)
            return ranks.map { Int64($0) }
        }
        let grouping = Grouping(Column(.values(values)))
        let different = grouping.firstRows.map { values[Int($0)] }
        let texts = (type == nil || type?.family == .text) && different.contains { $0.evidentType == .text }
        var work = 0
        let order = try different.indices.filter { !different[$0].isMissing }.sorted { left, right in
            work += 1
            if work % 4096 == 0 { try check() }
            return precedes(different[left], different[right], asTexts: texts)
        }
        var ranks = Array(repeating: Int64(0), count: different.count)
        for (place, number) in order.enumerated() {
            let before = place > 0 ? order[place - 1] : number
            let isNew = place > 0 && precedes(different[before], different[number], asTexts: texts)
            ranks[number] = place == 0 ? 0 : ranks[before] + (isNew ? 1 : 0)
        }
        return grouping.codes.map { ranks[Int($0)] }
    }

    private static func precedes(_ left: Value, _ right: Value, asTexts: Bool) -> Bool {
        asTexts
            ? VietnameseKey(left.canonical) < VietnameseKey(right.canonical) : ValueOrder.precedes(left, right)
    }
}

extension TextPool {
    /// The rank of each text: by the list of choices where the type is one, else in Vietnamese order.
    func orderRanks(_ type: ValueType?, _ check: () throws -> Void) rethrows -> [Int32] {
        guard case .choice(let choices)? = type else { return try ranks(check) }
        let order = Dictionary(choices.options.enumerated().map { ($1.word, Int32($0)) }) { first, _ in first }
        return texts.map { order[$0] ?? Int32(choices.options.count) }
    }
}
