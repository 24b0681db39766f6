import Syntax
import Tables
import TestSupport
import Values

/// Writes random pipelines over a table, as a user could type them.
struct PipelineMaker {
    var chance: Dice
    /// Variables of the text that hold one value, by the name of its type.
    var variables: [String: [String]] = [:]
    private let schema: Schema
    /// What may stand opposite a column, by the name of its type.
    private var literals: [String: [String]] = [
        "number": ["0", "1", "2.5", "-1", "-0.5", "4", "999999999999999999", "-999999999999999999", "2025"],
        "date": ["2025-03-31", "2025-Q1", "2025", "2024-2025", "0001-01-01", "9999-12-31", "2025-H1"],
        "period": ["2025", "2025-Q1", "2025-03", "2024-2025", "2025-03-31"],
        "money": ["0 đ", "1 đ", "999999999999999999 đ"],
        "yes/no": ["yes", "no"], "text": ["\"\"", "\"an\"", "\"Đặng\"", "'%'"],
    ]

    init(_ table: Table, seed: UInt64) {
        chance = Dice(seed)
        schema = table.schema
        for (place, column) in table.schema.columns.enumerated() {
            var cells: [Value] =
                table.rowCount == 0 ? [] : (0..<20).map { _ in table[chance.below(table.rowCount), place] }
            if case .choice(let choices) = column.type { cells = choices.options.map { .text($0.word) } }
            for cell in cells {
                guard let written = SourceForm.of(cell) else { continue }
                if case .code = column.type, case .text(let code) = cell {
                    literals[column.type.name, default: []].append(SourceForm.word(code))
                }
                literals[column.type.name, default: []].append(written)
            }
        }
    }

    /// One to five verbs, each behind its bar.
    mutating func pipeline() -> String {
        var columns: Columns = schema.columns.map { ($0.name, $0.type) }
        var text = ""
        for _ in 0...chance.below(4) {
            guard let verb = verb(&columns) else { break }
            text += " | " + verb
            if columns.isEmpty { break }
        }
        return text.isEmpty ? " | count" : text
    }

    typealias Columns = [(name: String, type: ValueType)]

    /// A verb; changes the columns to those that it leaves, none where they are not known.
    private mutating func verb(_ columns: inout Columns) -> String? {
        switch chance.below(16) {
        case 0...4: return "where " + condition(columns, 3)
        case 5:
            let kept = some(columns)
            columns = kept
            return "keep " + kept.map(\.name).joined(separator: ", ")
        case 6:
            let dropped = Set(some(columns).map(\.name))
            guard dropped.count < columns.count else { return nil }
            columns = columns.filter { !dropped.contains($0.name) }
            return "drop " + dropped.sorted().joined(separator: ", ")
        case 7:
            let place = chance.below(columns.count)
            let old = columns[place].name
            columns[place].name = "c\(chance.below(1000))"
            return "rename \(old) to \(columns[place].name)"
        case 8, 9:
            let keys = some(columns).prefix(2).map { $0.name + (chance.below(2) == 0 ? " desc" : "") }
            return "sort by " + keys.joined(separator: ", ")
        case 10: return "first \(chance.below(8))"
        case 11: return "last \(chance.below(8))"
        case 12:
            columns = []
            return "count"
        case 13: return "distinct " + some(columns).map(\.name).joined(separator: ", ")
        case 14:
            let keys = Array(some(columns).prefix(2))
            let number =
                columns.first { $0.type == .number }.map { ", s = max(\($0.name)), f = first(\($0.name))" } ?? ""
            columns = keys + [("n", .number)]
            return "group by \(keys.map(\.name).joined(separator: ", ")) with n = count()" + number
        default: return other(&columns)
        }
    }

    private mutating func other(_ columns: inout Columns) -> String? {
        switch chance.below(4) {
        case 0: return "fill " + some(columns).map(\.name).joined(separator: ", ")
        case 1:
            let column = chance.pick(columns)
            if !columns.contains(where: { $0.name == "made" }) { columns.append(("made", column.type)) }
            return "add made = \(column.name)"
        case 2:
            guard let number = columns.first(where: { $0.type == .number }) else { return nil }
            return "add \(number.name) = \(number.name) + 1"
        default:
            let keys = some(columns)
            guard keys.count > 1 else { return nil }
            let (row, column) = (keys[0].name, keys[1].name)
            columns = []
            return "pivot \(row) by \(column) with count()"
        }
    }

    private mutating func some(_ columns: Columns) -> Columns {
        Array(columns.shuffled(using: &chance).prefix(1 + chance.below(columns.count)))
    }

    private mutating func condition(_ columns: Columns, _ depth: Int) -> String {
        guard depth > 0, chance.below(2) == 0 else { return comparison(columns) }
        let first = condition(columns, depth - 1)
        switch chance.below(3) {
        case 0: return "not (\(first))"
        case 1: return "(\(first) and \(condition(columns, depth - 1)))"
        default: return "(\(first) or \(condition(columns, depth - 1)))"
        }
    }

    private mutating func comparison(_ columns: Columns) -> String {
        let (name, type) = chance.pick(columns)
        let operations = isWord(type) ? ["=", "!="] : ["=", "!=", "<", "<=", ">", ">="]
        switch chance.below(12) {
        case 0: return "\(name) is \(chance.pick(["", "not "]))\(chance.pick(["missing", "empty"]))"
        case 1: return "\(name) \(chance.pick(["", "not "]))in [\(literal(type)), \(literal(type)), \(literal(type))]"
        case 2 where !isWord(type): return "\(name) between \(literal(type)) and \(literal(type))"
        case 3:
            let alike = columns.filter { $0.type == type }
            return "\(name) \(chance.pick(operations)) \(chance.pick(alike).name)"
        case 4 where type == .number: return "\(name) * \(name) > \(literal(type))"
        case 4,
            5 where type == .text:
            return "\(name) matches \"*n*\""
        case 5 where type == .yesNo: return name
        case 6, 7:
            guard let variable = variables[type.name].map({ chance.pick($0) }) else { break }
            return "\(name) \(chance.pick(operations)) \(variable)"
        case 8: return "\(literal(type)) \(chance.pick(operations)) \(name)"
        default: break
        }
        return "\(name) \(chance.pick(operations)) \(literal(type))"
    }

    private func isWord(_ type: ValueType) -> Bool {
        if case .choice = type { true } else { type == .yesNo }
    }

    private mutating func literal(_ type: ValueType) -> String {
        chance.pick(literals[type.name] ?? ["\"x\""])
    }
}
