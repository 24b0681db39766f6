import Syntax
import Tables
import Values

/// How many rows the sums of a `group by` or `pivot` left out, because what they add is missing there.
struct SkippedValues {
    private var counts: [(words: String, rows: Int)] = []

    /// The functions that leave missing values out of what they add up.
    private static let functions: Set<String> = ["sum", "average", "median", "percentile", "stddev"]

    /// Counts what a verb leaves out of a table.
    mutating func count(_ stage: Stage, over table: Table) {
        let values: [Expression] =
            switch stage.kind {
            case .group(_, let assignments): assignments.map(\.value)
            case .pivot(_, _, let value): [value]
            default: []
            }
        var seen: Set<[String]> = []
        for columns in values.flatMap({ SkippedValues.added($0) }) where seen.insert(columns).inserted {
            guard columns.allSatisfy({ table.schema.index(of: $0) != nil }) else { continue }
            let rows = table.rowsMissing(anyOf: columns)
            if rows > 0 { counts.append((columns.joined(separator: ", "), rows)) }
        }
    }

    /// What readers are told; `nil` when nothing was left out.
    var remark: Text? {
        guard !counts.isEmpty else { return nil }
        let parts = counts.map { count in
            Text(
                "\(count.rows) without ‘\(count.words)’ left out",
                vi: "bỏ qua \(count.rows) dòng trống ‘\(count.words)’")
        }
        return parts.dropFirst().reduce(parts[0]) { $0 + Text(verbatim: "; ") + $1 }
    }

    /// The columns of each sum in an expression; those of a sum that asks for missing values itself are none.
    private static func added(_ expression: Expression) -> [[String]] {
        switch expression.kind {
        case .call(let name, let arguments) where functions.contains(name.text):
            return arguments.first.flatMap { columns($0) }.map { [$0] } ?? []
        case .call(_, let arguments): return arguments.flatMap { added($0) }
        case .arithmetic(_, let left, let right): return added(left) + added(right)
        case .negative(let operand): return added(operand)
        default: return []
        }
    }

    /// The columns of plain arithmetic, whose result is missing where one of them is; `nil` for anything else.
    private static func columns(_ expression: Expression) -> [String]? {
        switch expression.kind {
        case .column(let name): return [name]
        case .literal: return []
        case .negative(let operand): return columns(operand)
        case .arithmetic(_, let left, let right):
            guard let first = columns(left), let second = columns(right) else { return nil }
            return first + second.filter { !first.contains($0) }
        default: return nil
        }
    }
}
