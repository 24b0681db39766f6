import Database

extension TableForm {
    /// The columns by which the rows are told apart and stand in order.
    var order: [Identifier] {
        holdsRecords ? columns.map(\.name).filter { $0.name == "id" } : columns.map(\.name)
    }
}

extension Sequence<TableForm> {
    /// The tables that hold content, each behind those that it refers to, else in the order of their names.
    func inOrderOfReferences() -> [TableForm] {
        var waiting = filter { $0.name.name != "migration" && !$0.isDerived }.sorted { $0.name.name < $1.name.name }
        var ordered: [TableForm] = []
        while !waiting.isEmpty {
            let missing = Set(waiting.map(\.name))
            // Two tables that refer to each other go as they are.
            let index =
                waiting.firstIndex { form in
                    form.columns.allSatisfy { column in
                        column.reference.map { $0 == form.name || !missing.contains($0) } ?? true
                    }
                } ?? 0
            ordered.append(waiting.remove(at: index))
        }
        return ordered
    }
}
