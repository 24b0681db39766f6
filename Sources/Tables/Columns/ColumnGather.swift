import Values

// Columns made of the cells of others.
extension Column {
    /// The cells of the given rows, in their order; ``Selection/none`` gives a missing one.
    func gather(_ rows: [Int32]) -> Column {
        gather(Selection(rows))
    }

    func gather(_ selection: Selection) -> Column {
        let rows = selection.rows
        guard count > 0 else { return Column.missing(.empty, count: rows.count) }
        let reasons = gatherReasons(selection)
        switch cells {
        case .words(let words, let encoding):
            return Column(.words(selection.pick(words), encoding), reasons: reasons)
        case .texts(let places, let pool):
            let chosen = selection.pick(places)
            return Column.texts(chosen, pool, reasons)
        case .values(let values):
            let missing = Value.missing(.empty)
            return Column(.values(rows.map { $0 < 0 ? missing : values[Int($0)] }), reasons: reasons)
        }
    }

    private func gatherReasons(_ selection: Selection) -> [UInt8]? {
        let rows = selection.rows
        let empty = Missing.empty.number
        let gathered: [UInt8]
        if let reasons {
            gathered = rows.map { $0 < 0 ? empty : reasons[Int($0)] }
        } else if !selection.isWhole {
            gathered = rows.map { $0 < 0 ? empty : 0 }
        } else {
            return nil
        }
        return gathered.contains { $0 != 0 } ? gathered : nil
    }

    /// Texts with a pool that holds not many more than occur.
    private static func texts(_ places: [Int32], _ pool: TextPool, _ reasons: [UInt8]?) -> Column {
        guard places.count < pool.texts.count / 2 else { return Column(.texts(places, pool), reasons: reasons) }
        var moved: [Int32: Int32] = [:]
        var texts: [String] = []
        let kept = places.map { place in
            // What stands in place of a missing text has no meaning.
            guard pool.texts.indices.contains(Int(place)) else { return Int32(0) }
            if let known = moved[place] { return known }
            let new = Int32(texts.count)
            moved[place] = new
            texts.append(pool.texts[Int(place)])
            return new
        }
        return Column(.texts(kept, TextPool(distinct: texts)), reasons: reasons)
    }

    /// Missing cells, all for one reason.
    static func missing(_ reason: Missing, count: Int) -> Column {
        let words = Cells.words(Array(repeating: 0, count: count), .number(decimals: 0))
        return Column(words, reasons: count > 0 ? Array(repeating: reason.number, count: count) : nil)
    }

    /// The same value in all rows.
    static func same(_ value: Value, count: Int) -> Column {
        if case .missing(let reason) = value { return missing(reason, count: count) }
        if case .text(let text) = value {
            return Column(.texts(Array(repeating: 0, count: count), TextPool(distinct: [text])))
        }
        guard let (word, encoding) = Encoding.word(of: value) else {
            return Column(.values(Array(repeating: value, count: count)))
        }
        return Column(.words(Array(repeating: word, count: count), encoding))
    }

    /// The cells of several columns, one after the other.
    static func joined(_ columns: [Column]) -> Column {
        let parts = columns.filter { $0.count > 0 }
        guard let first = parts.first, parts.count > 1 else { return parts.first ?? Column([]) }
        let filled = parts.filter { !$0.isBlank }
        switch (filled.first ?? first).cells {
        case .words: return joinedWords(parts, filled) ?? boxed(parts)
        case .texts: return joinedTexts(parts, filled) ?? boxed(parts)
        case .values: return boxed(parts)
        }
    }

    /// Whether every cell is missing, so that the shape of the cells has no meaning.
    private var isBlank: Bool { reasons?.allSatisfy { $0 != 0 } ?? false }

    private static func boxed(_ parts: [Column]) -> Column {
        Column(parts.flatMap(\.values))
    }

    private static func joinedReasons(_ parts: [Column]) -> [UInt8]? {
        guard parts.contains(where: { $0.reasons != nil }) else { return nil }
        return parts.flatMap { $0.reasons ?? Array(repeating: 0, count: $0.count) }
    }

    private static func joinedWords(_ parts: [Column], _ filled: [Column]) -> Column? {
        var common: Encoding?
        for part in filled {
            guard case .words(_, let encoding) = part.cells else { return nil }
            guard let wide = (common ?? encoding).common(with: encoding) else { return nil }
            common = wide
        }
        let encoding = common ?? .number(decimals: 0)
        var words: [Int64] = []
        words.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts {
            guard case .words(let own, let before) = part.cells, !part.isBlank else {
                words.append(contentsOf: repeatElement(0, count: part.count))
                continue
            }
            guard let factor = before.factor(to: encoding) else { return nil }
            if factor == 1 {
                words.append(contentsOf: own)
                continue
            }
            for word in own {
                let (scaled, overflow) = word.multipliedReportingOverflow(by: factor)
                if overflow { return nil }
                words.append(scaled)
            }
        }
        return Column(.words(words, encoding), reasons: joinedReasons(parts))
    }

    private static func joinedTexts(_ parts: [Column], _ filled: [Column]) -> Column? {
        let pools = filled.compactMap { part -> TextPool? in
            if case .texts(_, let pool) = part.cells { pool } else { nil }
        }
        guard let first = pools.first, pools.count == filled.count else { return nil }
        var merged = TextPoolBuilder(pools.allSatisfy { $0 === first } ? [] : first.texts)
        var places: [Int32] = []
        places.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts {
            guard case .texts(let own, let pool) = part.cells, !part.isBlank else {
                places.append(contentsOf: repeatElement(0, count: part.count))
                continue
            }
            if pool === first {
                places.append(contentsOf: own)
            } else {
                let moved = pool.texts.map { merged.place(of: $0) }
                for place in own { places.append(moved.indices.contains(Int(place)) ? moved[Int(place)] : 0) }
            }
        }
        let pool = merged.texts.isEmpty ? first : TextPool(distinct: merged.texts)
        return Column(.texts(places, pool), reasons: joinedReasons(parts))
    }
}

extension Column.Encoding {
    /// What brings words to another encoding of the same kind with as many decimals or more.
    func factor(to other: Column.Encoding) -> Int64? {
        Number.power(of10: Int(other.decimals) - Int(decimals))
    }
}
