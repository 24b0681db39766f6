import Values

/// Which rows have the same values: a number for each row, from nought, in the order in which the values first come.
struct Grouping: Sendable {
    /// The number of each row's group.
    let codes: [Int]
    /// The first row of each group.
    let firstRows: [Int]

    /// How many groups there are.
    var count: Int { firstRows.count }

    /// Groups the rows by one column.
    init(_ cells: [Value]) {
        var texts: [TextKey: Int] = [:]
        var others: [Value: Int] = [:]
        var codes: [Int] = []
        var firstRows: [Int] = []
        codes.reserveCapacity(cells.count)
        for (row, cell) in cells.enumerated() {
            let next = firstRows.count
            let code: Int
            if case .text(let text) = cell {
                code = Grouping.number(&texts, TextKey(text: text), next)
            } else {
                code = Grouping.number(&others, cell, next)
            }
            if code == next { firstRows.append(row) }
            codes.append(code)
        }
        self.codes = codes
        self.firstRows = firstRows
    }

    /// Groups the rows by several columns; all rows are one group by none.
    init(_ columns: [[Value]], rowCount: Int) {
        guard let first = columns.first else {
            self.init(codes: Array(repeating: 0, count: rowCount), firstRows: rowCount > 0 ? [0] : [])
            return
        }
        self = columns.dropFirst().reduce(Grouping(first)) { $0.combined(with: Grouping($1)) }
    }

    private init(codes: [Int], firstRows: [Int]) {
        self.codes = codes
        self.firstRows = firstRows
    }

    /// The groups of rows that are together in both.
    func combined(with other: Grouping) -> Grouping {
        var numbers: [Int: Int] = [:]
        var codes: [Int] = []
        var firstRows: [Int] = []
        codes.reserveCapacity(self.codes.count)
        for (row, pair) in zip(self.codes, other.codes).enumerated() {
            let next = firstRows.count
            let code = Grouping.number(&numbers, pair.0 * other.count + pair.1, next)
            if code == next { firstRows.append(row) }
            codes.append(code)
        }
        return Grouping(codes: codes, firstRows: firstRows)
    }

    /// The rows of each group, in order.
    var rows: [[Int]] {
        var lists = Array(repeating: [Int](), count: count)
        for (row, code) in codes.enumerated() { lists[code].append(row) }
        return lists
    }

    private static func number<Key: Hashable>(_ numbers: inout [Key: Int], _ key: Key, _ next: Int) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = next
        return next
    }
}

/// A text by its bytes: the texts in tables are composed, so the same bytes are the same text.
struct TextKey: Hashable {
    let text: String

    static func == (left: TextKey, right: TextKey) -> Bool { sameBytes(left.text, right.text) }

    func hash(into hasher: inout Hasher) {
        let bytes: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if bytes == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
}
