import Diagnostics
import Syntax
import Values

// Pipelines in brackets: `count((list units))`, `on >= first-day((last month))`.
extension Compilation {
    /// A table, or the value that a pipeline ends with; it runs once, however many rows ask for it.
    func bracketed(_ pipeline: Pipeline, _ span: SourceSpan) -> Node {
        let checked = scope.check(pipeline)
        adopt(checked.findings)
        guard !checked.findings.contains(where: { $0.severity == .error }) else { return .unknown }
        if checked.type == nil || checked.type == .anyTable { metUnknown = true }
        let (slot, words) = (slot(), source[span])
        var node = Node(checked.type) { frame, _ in
            try frame.kept(slot) {
                switch try frame.environment.evaluate(pipeline) {
                case .value(let value): return value
                case .table(let table):
                    guard table.rowCount == 1, table.schema.columns.count == 1 else {
                        throw Diagnostic.tableAsValue(words)
                    }
                    return table[0, 0]
                }
            }
        }
        node.reads = []
        if checked.type?.isTable ?? true {
            node.table = { frame in
                guard case .table(let table) = try frame.environment.evaluate(pipeline) else {
                    throw Diagnostic.notATable(words)
                }
                return table
            }
        }
        return node
    }
}
