import Syntax
import Values

/// An aggregate that is worked out over unboxed cells, all groups in one pass. It agrees with the aggregate's own work
/// on the values of a group.
enum GroupTotal: String {
    case count, sum, average, min, max, first, last, all, any, median, percentile, stddev
    case countMissing = "count-missing"
    case countDistinct = "count-distinct"

    init?(_ name: String) {
        self.init(rawValue: name)
    }

    /// One cell for each group; `nil` where the cells have another shape than the aggregate needs, or a result does
    /// not fit. Without cells, rows are counted.
    func column(of cells: Column?, _ codes: [Int32], groups: Int, extra: Value?) throws -> Column? {
        guard let cells else { return self == .count ? GroupTotal.rows(codes, groups) : nil }
        let grouped = GroupedCells(cells, codes, groups: groups)
        switch self {
        case .count: return GroupTotal.numbers(grouped.counts)
        case .countMissing:
            let rows = GroupTotal.counts(codes, groups)
            return GroupTotal.numbers(zip(rows, grouped.counts).map { $0 - $1 })
        case .countDistinct: return GroupTotal.numbers(grouped.differentCounts)
        case .sum: return grouped.sums
        case .average: return try grouped.averages()
        case .min: return grouped.extremes(greatest: false)
        case .max: return grouped.extremes(greatest: true)
        case .first: return grouped.picked(grouped.ends(last: false))
        case .last: return grouped.picked(grouped.ends(last: true))
        case .all:
            return grouped.yesCounts.map { yes in
                let rows = GroupTotal.counts(codes, groups)
                return Column(.words(zip(yes, rows).map { $0 == $1 ? 1 : 0 }, .yesNo))
            }
        case .any: return grouped.yesCounts.map { yes in Column(.words(yes.map { $0 > 0 ? 1 : 0 }, .yesNo)) }
        case .median: return try grouped.statistics { try BuiltInFunction.median($0) }
        case .percentile:
            guard case .percent(let share)? = extra, !share.isNegative, share <= .one else { return nil }
            return try grouped.statistics { try BuiltInFunction.percentile($0, share) }
        case .stddev: return try grouped.statistics { try BuiltInFunction.deviation($0) }
        }
    }

    private static func rows(_ codes: [Int32], _ groups: Int) -> Column {
        numbers(counts(codes, groups))
    }

    private static func numbers(_ counts: [Int]) -> Column {
        Column(.words(counts.map { Int64($0) }, .number(decimals: 0)))
    }

    fileprivate static func counts(_ codes: [Int32], _ groups: Int) -> [Int] {
        var counts = Array(repeating: 0, count: groups)
        for code in codes { counts[Int(code)] += 1 }
        return counts
    }
}

/// The cells of a column with the number of each row's group.
private struct GroupedCells {
    let column: Column
    let codes: [Int32]
    let groups: Int
    let reasons: [UInt8]?
    /// How many cells of each group are there.
    let counts: [Int]

    init(_ column: Column, _ codes: [Int32], groups: Int) {
        self.column = column
        self.codes = codes
        self.groups = groups
        reasons = column.missingReasons
        var counts = Array(repeating: 0, count: groups)
        if let reasons {
            for (row, code) in codes.enumerated() where reasons[row] == 0 { counts[Int(code)] += 1 }
        } else {
            for code in codes { counts[Int(code)] += 1 }
        }
        self.counts = counts
    }

    /// Why a group without values has none: for the reason of its first row.
    private var groupReasons: [UInt8]? {
        guard counts.contains(0) else { return nil }
        var found = [UInt8](repeating: 0, count: groups)
        for (row, code) in codes.enumerated() where counts[Int(code)] == 0 && found[Int(code)] == 0 {
            found[Int(code)] = reasons?[row] ?? 0
        }
        return zip(counts, found).map { count, reason in
            count > 0 ? 0 : Swift.max(reason, Missing.empty.number)
        }
    }

    var sums: Column? {
        guard case .words(let words, let encoding) = column.cells, encoding.isFigure else { return nil }
        var sums = [Int64](repeating: 0, count: groups)
        var failed = false
        for (row, code) in codes.enumerated() {
            if let reasons, reasons[row] != 0 { continue }
            let (sum, overflow) = sums[Int(code)].addingReportingOverflow(words[row])
            failed = failed || overflow
            sums[Int(code)] = sum
        }
        return failed ? nil : Column(.words(sums, encoding), reasons: groupReasons)
    }

    func averages() throws -> Column? {
        guard let sums else { return nil }
        var builder = ColumnBuilder(capacity: groups)
        for group in 0..<groups {
            let count = Value.number(Number(Swift.max(counts[group], 1)))
            builder.append(try Arithmetic.value(.over, sums[group], count))
        }
        return builder.column
    }

    /// The row of the least or greatest value of each group, the first of several.
    func extremes(greatest: Bool) -> Column? {
        if case .values = column.cells { return nil }
        let words = column.orderWords(nil) {}
        var best = [Int32](repeating: Selection.none, count: groups)
        var bestWords = [Int64](repeating: 0, count: groups)
        for (row, code) in codes.enumerated() {
            if let reasons, reasons[row] != 0 { continue }
            let (group, word) = (Int(code), words[row])
            if best[group] < 0 || (greatest ? word > bestWords[group] : word < bestWords[group]) {
                best[group] = Int32(row)
                bestWords[group] = word
            }
        }
        return picked(best)
    }

    /// The first or last row of each group whose cell is there.
    func ends(last: Bool) -> [Int32] {
        var ends = [Int32](repeating: Selection.none, count: groups)
        for (row, code) in codes.enumerated() where last || ends[Int(code)] < 0 {
            if let reasons, reasons[row] != 0 { continue }
            ends[Int(code)] = Int32(row)
        }
        return ends
    }

    /// The cells of one row of each group.
    func picked(_ rows: [Int32]) -> Column {
        let column = column.gather(rows)
        guard let reasons = groupReasons else { return column }
        return Column(column.cells, reasons: reasons)
    }

    /// In how many rows of each group a condition holds.
    var yesCounts: [Int]? {
        guard case .words(let words, .yesNo) = column.cells else { return nil }
        var counts = Array(repeating: 0, count: groups)
        for (row, code) in codes.enumerated() where words[row] != 0 && reasons?[row] ?? 0 == 0 {
            counts[Int(code)] += 1
        }
        return counts
    }

    /// How many different values each group has.
    var differentCounts: [Int] {
        let pairs = Grouping(codes: codes, groups: groups).combined(with: Grouping(column))
        var counts = Array(repeating: 0, count: groups)
        for row in pairs.firstRows where reasons?[Int(row)] ?? 0 == 0 { counts[Int(codes[Int(row)])] += 1 }
        return counts
    }

    /// What a statistic makes of the words of each group, in the order of the rows.
    func statistics(_ work: (Figures) throws -> Value) throws -> Column? {
        guard case .words(let words, let encoding) = column.cells, encoding.isFigure else { return nil }
        var starts = [0]
        for count in counts { starts.append((starts.last ?? 0) + count) }
        var next = starts
        var sorted = [Int64](repeating: 0, count: starts[groups])
        for (row, code) in codes.enumerated() {
            if let reasons, reasons[row] != 0 { continue }
            sorted[next[Int(code)]] = words[row]
            next[Int(code)] += 1
        }
        let missing = groupReasons
        var builder = ColumnBuilder(capacity: groups)
        for group in 0..<groups {
            if let reason = missing.flatMap({ Missing(number: $0[group]) }) {
                builder.append(.missing(reason))
            } else {
                let own = sorted[starts[group]..<starts[group + 1]]
                builder.append(try work(Figures(words: own, encoding: encoding)))
            }
        }
        return builder.column
    }
}

/// The numbers, percents or amounts of money of one group.
struct Figures {
    let words: ArraySlice<Int64>
    let encoding: Column.Encoding

    /// The number in a word.
    func figure(_ word: Int64) -> Number { Number(scaled: word, decimals: encoding.decimals) }

    /// A value of the kind of the words.
    var kind: Value { encoding.value(words.first ?? 0) }
}
