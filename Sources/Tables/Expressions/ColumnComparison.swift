import Syntax
import Values

// Comparisons of whole columns; they agree with `Comparison.holds`.
enum ColumnComparison {
    /// In which rows the comparison holds; `nil` where the sides have no words of one kind.
    static func flags(_ operation: ComparisonOperator, _ left: Batch, _ right: Batch, _ count: Int) -> [Bool]? {
        if let texts = texts(operation, left, right, count) { return texts }
        guard let one = Operand(left), let other = Operand(right), fits(operation, one.encoding, other.encoding) else {
            return nil
        }
        let (a, b) = Operand.aligned(one, other)
        let (first, second) = Operand.factors(a, b)
        var flags: [Bool]
        if first == 1, second == 1 {
            flags = words(operation, a, b, count)
        } else {
            flags = Operand.map(a, b, count) { x, y in
                Comparison.compare(operation, Int128(x) * Int128(first), Int128(y) * Int128(second))
            }
        }
        if let reasons = Operand.reasons(a, b) {
            for row in 0..<count where reasons[row] != 0 { flags[row] = false }
        }
        return flags
    }

    /// `in […]`; a missing value is neither in the list nor outside it.
    static func among(_ value: Batch, _ items: [Batch], _ negated: Bool, _ count: Int) -> [Bool]? {
        guard case .cells(let column) = value, case .words = column.cells else { return nil }
        var found = Array(repeating: false, count: count)
        for item in items {
            guard let equal = flags(.equal, value, item, count) else { return nil }
            for row in 0..<count where equal[row] { found[row] = true }
        }
        guard negated else { return found }
        guard let reasons = column.reasons else { return found.map { !$0 } }
        return zip(found, reasons).map { !$0 && $1 == 0 }
    }

    /// `is missing` and `is empty`
    static func missing(_ batch: Batch, _ empty: Bool, _ negated: Bool, _ count: Int) -> [Bool]? {
        guard case .cells(let column) = batch else { return nil }
        if empty, case .words = column.cells {} else if empty { return nil }
        guard let reasons = column.missingReasons else { return Array(repeating: negated, count: count) }
        let wanted = Missing.empty.number
        return reasons.map { (empty ? $0 == wanted : $0 != 0) != negated }
    }

    private static func fits(
        _ operation: ComparisonOperator, _ left: Column.Encoding, _ right: Column.Encoding
    ) -> Bool {
        guard left.isAlike(right) else { return false }
        switch left {
        case .period, .yesNo: return !operation.isOrder
        case .number, .percent, .money, .date: return true
        }
    }

    private static func words(_ operation: ComparisonOperator, _ a: Operand, _ b: Operand, _ count: Int) -> [Bool] {
        switch operation {
        case .equal: Operand.map(a, b, count) { $0 == $1 }
        case .unequal: Operand.map(a, b, count) { $0 != $1 }
        case .less: Operand.map(a, b, count) { $0 < $1 }
        case .atMost: Operand.map(a, b, count) { $0 <= $1 }
        case .more: Operand.map(a, b, count) { $0 > $1 }
        case .atLeast: Operand.map(a, b, count) { $0 >= $1 }
        }
    }

    /// Whether texts of two columns are the same, row by row.
    private static func texts(
        _ operation: ComparisonOperator, _ left: Batch, _ right: Batch, _ count: Int
    ) -> [Bool]? {
        guard !operation.isOrder, case .cells(let a) = left, case .cells(let b) = right,
            case .texts(let places, let pool) = a.cells, case .texts(let others, let other) = b.cells
        else { return nil }
        let wanted = operation == .equal
        return (0..<count).map { row in
            if let reasons = a.reasons, reasons[row] != 0 { return false }
            if let reasons = b.reasons, reasons[row] != 0 { return false }
            let (x, y) = (Int(places[row]), Int(others[row]))
            return (pool === other ? x == y : sameBytes(pool.texts[x], other.texts[y])) == wanted
        }
    }
}
