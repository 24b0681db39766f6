import Database
import Syntax
import Tables
import Values

/// Conditions of `where` as SQL that holds for exactly the same rows.
///
/// A comparison with something missing is false in Sen and null in SQL. `WHERE`, `AND` and `OR` take null for false;
/// `NOT` does not, and is written `IS NOT TRUE`.
final class ListingCondition {
    private let columns: [(info: ColumnInfo, column: ListingColumn)]
    let environment: any Environment
    /// How many comparisons have been written; SQLite refuses expressions that are too large or too deep.
    private var size = 0
    private static let largest = 200
    private static let deepest = 10

    init(_ columns: [(info: ColumnInfo, column: ListingColumn)], _ environment: any Environment) {
        self.columns = columns
        self.environment = environment
    }

    /// The condition; `nil` where SQL has none that means the same.
    func sql(_ condition: Expression) -> SQL? {
        size = 0
        return written(condition, depth: 0)
    }

    /// Those parts of a chain of `and` that SQL can work out. A part behind one that could fail is left alone, since
    /// it must not be spared rows on which that one fails.
    func conjuncts(_ condition: Expression) -> [SQL] {
        var found: [SQL] = []
        for part in condition.conjuncts {
            if let piece = sql(part) {
                found.append(piece)
            } else if !cannotFail(part) {
                break
            }
        }
        return found
    }

    private func written(_ condition: Expression, depth: Int) -> SQL? {
        size += 1
        guard depth <= ListingCondition.deepest, size <= ListingCondition.largest else { return nil }
        switch condition.kind {
        case .and: return joined(condition.chain, " AND ", depth)
        case .or: return joined(condition.chain, " OR ", depth)
        case .not(let operand): return written(operand, depth: depth + 1).map { "\($0) IS NOT TRUE" }.map(bracketed)
        case .comparison(let operation, let left, let right): return comparison(operation, left, right)
        case .among(let operand, let list, let negated): return among(operand, list, negated)
        case .between(let operand, let low, let high):
            guard let least = comparison(.atLeast, operand, low), let most = comparison(.atMost, operand, high) else {
                return nil
            }
            return "(\(least) AND \(most))"
        case .missing(let operand, let empty, let negated): return missing(operand, empty, negated)
        case .column(let name):
            guard case .stored(let expression, .yesNo)? = column(name)?.column.source else { return nil }
            return "\(expression) = 1"
        case .literal, .string, .variable, .call, .negative, .arithmetic, .matches, .pipeline: return nil
        }
    }

    private func joined(_ parts: [Expression], _ word: StaticString, _ depth: Int) -> SQL? {
        var pieces: [SQL] = []
        for part in parts {
            guard let piece = written(part, depth: depth + 1) else { return nil }
            pieces.append(piece)
        }
        return bracketed(pieces.joined(word))
    }

    private func among(_ operand: Expression, _ list: [Expression], _ negated: Bool) -> SQL? {
        guard case .column(let name) = operand.kind, case .stored(let expression, _)? = column(name)?.column.source
        else {
            return nil
        }
        var pieces: [SQL] = []
        for item in list {
            size += 1
            guard size <= ListingCondition.largest, let piece = comparison(.equal, operand, item) else { return nil }
            pieces.append(piece)
        }
        let any: SQL = pieces.isEmpty ? "1 = 0" : bracketed(pieces.joined(" OR "))
        return negated ? "(\(expression) IS NOT NULL AND \(any) IS NOT TRUE)" : any
    }

    /// `is missing` asks for any reason, `is empty` for the plain one and for a text without letters.
    private func missing(_ operand: Expression, _ empty: Bool, _ negated: Bool) -> SQL? {
        guard case .column(let name) = operand.kind, let column = column(name)?.column,
            case .stored(let expression, let encoding) = column.source
        else { return nil }
        guard empty else { return negated ? "\(expression) IS NOT NULL" : "\(expression) IS NULL" }
        guard column.reason == nil else { return nil }
        guard encoding == .text else { return negated ? "\(expression) IS NOT NULL" : "\(expression) IS NULL" }
        return negated
            ? "(\(expression) IS NOT NULL AND \(expression) != '')" : "(\(expression) IS NULL OR \(expression) = '')"
    }

    private func bracketed(_ piece: SQL) -> SQL { "(\(piece))" }
}

// Comparisons.
extension ListingCondition {
    private func column(_ name: String) -> (info: ColumnInfo, column: ListingColumn)? {
        columns.first { $0.info.name == name }
    }

    private func column(_ expression: Expression) -> (info: ColumnInfo, column: ListingColumn)? {
        guard case .column(let name) = expression.kind else { return nil }
        return column(name)
    }

    private func comparison(_ operation: ComparisonOperator, _ left: Expression, _ right: Expression) -> SQL? {
        switch (column(left), column(right)) {
        case (let one?, let other?): return compare(one.column, operation, other.column)
        case (let one?, nil):
            return constant(right, expecting: one.info.type).flatMap { compare(one.column, operation, $0) }
        case (nil, let other?):
            return constant(left, expecting: other.info.type).flatMap { compare(other.column, operation.mirrored, $0) }
        case (nil, nil): return nil
        }
    }

    /// Two columns that are kept alike.
    private func compare(_ one: ListingColumn, _ operation: ComparisonOperator, _ other: ListingColumn) -> SQL? {
        guard case .stored(let left, let encoding) = one.source, case .stored(let right, let same) = other.source,
            encoding == same
        else { return nil }
        switch encoding {
        case .integer, .money, .date: return operation.sql(left, right)
        case .text, .period, .yesNo: return operation.isOrder ? nil : operation.sql(left, right)
        case .decimal: return nil
        }
    }

    private func compare(_ column: ListingColumn, _ operation: ComparisonOperator, _ value: Value) -> SQL? {
        guard case .stored(let cell, let encoding) = column.source else { return nil }
        switch (encoding, value) {
        case (_, .missing): return "1 = 0"
        case (.integer, .number(let number)): return whole(cell, operation, number)
        case (.decimal, .number(let number)): return number.whole.map { decimal(cell, operation, $0) }
        case (.money, .money(let amount)): return operation.sql(cell, "\(amount)")
        case (.date, .date(let day)):
            // The order of days as text is theirs only while years have four digits.
            return Day(iso: day.description) == day ? operation.sql(cell, "\(day)") : nil
        case (.date, .period(let period)): return lies(cell, operation, period)
        case (.period, .period(let period)): return operation.isOrder ? nil : operation.sql(cell, "\(period)")
        case (.text, .text(let text)) where operation == .equal && column.key != nil:
            return column.key.map { "\($0.id) IN (SELECT id FROM \($0.table) WHERE code = \(text))" }
        case (.text, .text(let text)): return operation.isOrder ? nil : operation.sql(cell, "\(text)")
        case (.yesNo, .yesNo(let yes)): return operation.isOrder ? nil : operation.sql(cell, "\(yes)")
        default: return nil
        }
    }

    /// A whole number against one that may have decimals.
    private func whole(_ cell: SQL, _ operation: ComparisonOperator, _ number: Number) -> SQL? {
        if let whole = number.whole { return operation.sql(cell, "\(whole)") }
        guard let unit = Number.power(of10: Int(number.decimals)) else { return nil }
        let below = number.mantissa / unit - (number.isNegative ? 1 : 0)
        switch operation {
        case .equal: return "1 = 0"
        case .unequal: return "\(cell) IS NOT NULL"
        case .less, .atMost: return "\(cell) <= \(below)"
        case .more, .atLeast: return "\(cell) > \(below)"
        }
    }

    /// A decimal number, kept as text, against a whole one: the text up to its point is the number cut off towards
    /// nought, and a point tells that something was cut off.
    private func decimal(_ cell: SQL, _ operation: ComparisonOperator, _ number: Int64) -> SQL {
        let floor: SQL = "CAST(\(cell) AS INTEGER) - CASE WHEN \(cell) LIKE '-%.%' THEN 1 ELSE 0 END"
        let ceiling: SQL = """
            CAST(\(cell) AS INTEGER) + CASE WHEN \(cell) LIKE '%.%' AND \(cell) NOT LIKE '-%' THEN 1 ELSE 0 END
            """
        switch operation {
        case .equal: return "(CAST(\(cell) AS INTEGER) = \(number) AND \(cell) NOT LIKE '%.%')"
        case .unequal: return "(CAST(\(cell) AS INTEGER) != \(number) OR \(cell) LIKE '%.%')"
        case .less, .atLeast: return operation.sql(floor, "\(number)")
        case .atMost, .more: return operation.sql(ceiling, "\(number)")
        }
    }

    /// A day against a stretch of days.
    private func lies(_ day: SQL, _ operation: ComparisonOperator, _ period: Period) -> SQL {
        switch operation {
        case .equal: "(\(day) >= \(period.first) AND \(day) <= \(period.last))"
        case .unequal: "(\(day) < \(period.first) OR \(day) > \(period.last))"
        case .less: "\(day) < \(period.first)"
        case .atMost: "\(day) <= \(period.last)"
        case .more: "\(day) > \(period.last)"
        case .atLeast: "\(day) >= \(period.first)"
        }
    }
}

extension ComparisonOperator {
    fileprivate func sql(_ left: SQL, _ right: SQL) -> SQL {
        switch self {
        case .equal: "\(left) = \(right)"
        case .unequal: "\(left) != \(right)"
        case .less: "\(left) < \(right)"
        case .atMost: "\(left) <= \(right)"
        case .more: "\(left) > \(right)"
        case .atLeast: "\(left) >= \(right)"
        }
    }
}
