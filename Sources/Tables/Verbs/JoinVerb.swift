import Diagnostics
import Syntax
import Values

// `join (…) on …`.
extension VerbCompilation {
    func join(_ pipeline: Pipeline, _ words: [Word], _ keepsUnmatched: Bool) -> Verb {
        let right = compilation.scope.check(pipeline)
        compilation.adopt(right.findings)
        let source = compilation.source
        if let type = right.type, !type.isTable {
            compilation.report(.notATable(source[pipeline.span]), at: pipeline.span)
        }
        var result: Schema?
        if let left = schema, case .table(let other)? = right.type {
            let layout = JoinLayout(left, other, words)
            for finding in layout.findings { compilation.report(finding.0, at: finding.1) }
            if layout.findings.isEmpty, left.further == nil, other.further == nil { result = layout.schema }
        } else {
            _ = places(words)
        }
        return .table(result) { table, frame in
            guard case .table(let other) = try frame.environment.evaluate(pipeline) else {
                throw Diagnostic.notATable(source[pipeline.span]).placed(at: pipeline.span, in: source)
            }
            let layout = JoinLayout(table.schema, other.schema, words)
            guard layout.findings.isEmpty else {
                throw Diagnostics(layout.findings.map { $0.0.placed(at: $0.1, in: source) })
            }
            return try layout.table(table, other, keepsUnmatched: keepsUnmatched, frame.goOn)
        }
    }
}

/// How two tables stand side by side: which columns are keys, and what the others are called.
private struct JoinLayout {
    /// The columns of the left table, then those of the right one that are no keys.
    let schema: Schema
    let findings: [(Diagnostic, SourceSpan)]
    private let leftKeys: [Int]
    private let rightKeys: [Int]
    private let rightRest: [Int]

    init(_ left: Schema, _ right: Schema, _ words: [Word]) {
        var findings: [(Diagnostic, SourceSpan)] = []
        var keys: [(left: Int, right: Int)] = []
        for word in words {
            let places = (left.index(of: word.text), right.index(of: word.text))
            if places.0 == nil, left.further?.mayBe(word.text) != true {
                findings.append((.unknownColumn(word.text, in: left), word.span))
            }
            if places.1 == nil, right.further?.mayBe(word.text) != true {
                findings.append((.unknownColumn(word.text, inJoined: right), word.span))
            }
            guard let a = places.0, let b = places.1 else { continue }
            let types = (left.columns[a].type, right.columns[b].type)
            if types.0.family == types.1.family {
                keys.append((a, b))
            } else {
                findings.append((.keysDiffer(word.text, types.0, types.1), word.span))
            }
        }
        self.findings = findings
        leftKeys = keys.map(\.left)
        rightKeys = keys.map(\.right)
        let used = Set(keys.map(\.right))
        rightRest = right.columns.indices.filter { !used.contains($0) }
        schema = rightRest.reduce(left) { schema, place in
            let column = right.columns[place]
            return Schema(schema.columns + [column.renamed(schema.free(column.name))])
        }
    }

    func table(_ left: Table, _ right: Table, keepsUnmatched: Bool, _ check: () throws -> Void) throws -> Table {
        let keys = zip(leftKeys, rightKeys).map { Column.joined([left.column($0), right.column($1)]) }
        let grouping = Grouping(keys, rowCount: left.rowCount + right.rowCount)
        try check()
        let matches = matches(grouping, left, right)
        var leftRows: [Int32] = []
        var rightRows: [Int32] = []
        leftRows.reserveCapacity(left.rowCount)
        rightRows.reserveCapacity(left.rowCount)
        for row in 0..<left.rowCount {
            if row % Frame.batch == 0 { try check() }
            // A missing key has met no row of the right table: those with one were left out.
            let code = Int(grouping.codes[row])
            let (start, end) = (Int(matches.starts[code]), Int(matches.starts[code + 1]))
            for match in start..<end {
                leftRows.append(Int32(row))
                rightRows.append(matches.rows[match])
            }
            guard start == end, keepsUnmatched else { continue }
            leftRows.append(Int32(row))
            rightRows.append(Selection.none)
        }
        guard leftRows.count < Int(Int32.max) else { throw Diagnostic.tooManyRows }
        let rest = rightRest.map { right.stored[$0] }
        return Table(
            schema, rowCount: leftRows.count,
            stored: left.gather(Selection(leftRows)).stored
                + rest.gathered(Selection(rightRows), of: right.rowCount))
    }

    /// The rows of the right table without a missing key, group by group, and where each group begins.
    private func matches(_ grouping: Grouping, _ left: Table, _ right: Table) -> (starts: [Int32], rows: [Int32]) {
        let reasons = rightKeys.compactMap { right.column($0).missingReasons }
        let rows = (0..<right.rowCount).filter { row in reasons.allSatisfy { $0[row] == 0 } }
        var starts = [Int32](repeating: 0, count: grouping.count + 1)
        for row in rows { starts[Int(grouping.codes[left.rowCount + row]) + 1] += 1 }
        for group in 0..<grouping.count { starts[group + 1] += starts[group] }
        var next = starts
        var sorted = [Int32](repeating: 0, count: rows.count)
        for row in rows {
            let code = Int(grouping.codes[left.rowCount + row])
            sorted[Int(next[code])] = Int32(row)
            next[code] += 1
        }
        return (starts, sorted)
    }
}

extension Compilation {
    /// Takes over findings that have their places.
    func adopt(_ findings: [Diagnostic]) {
        for finding in findings { report(finding, at: SourceSpan(0, 0)) }
    }
}

extension Diagnostic {
    fileprivate static func unknownColumn(_ word: String, inJoined schema: Schema) -> Diagnostic {
        Diagnostic(
            .unknownColumn,
            Text("The table to join has no column ‘\(word)’.", vi: "Bảng cần ghép không có cột ‘\(word)’."),
            subject: word, notes: [listed(schema.names, Text("Its columns are", vi: "Các cột của bảng đó gồm"))],
            replacement: nearest(to: word, among: schema.names))
    }

    fileprivate static func keysDiffer(_ word: String, _ left: ValueType, _ right: ValueType) -> Diagnostic {
        Diagnostic(
            .cannotCompare,
            Text(
                "‘\(word)’ is \(left.noun.english) in one table and \(right.noun.english) in the other.",
                vi: "‘\(word)’ là \(left.noun.vietnamese) ở bảng này nhưng là \(right.noun.vietnamese) ở bảng kia."),
            subject: word)
    }
}
