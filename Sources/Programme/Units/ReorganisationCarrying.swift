import Diagnostics
import Values

extension ReorganisationPlan {
    /// Opens, moves, closes and notes what was not refused.
    func carryOut() throws {
        var opened = ids
        for target in byTarget.keys.sorted() where !taken(byTarget[target] ?? []).isEmpty {
            try open(target, &opened, above: [])
        }
        let closing = closingSources()
        let leaving = Set(closing)
        for unit in closing {
            let places = taken(bySource[try histories.code(of: unit)] ?? [])
            guard places.count == 1, let target = opened[rows[places[0]].target] else { continue }
            for member in try histories.members(of: unit, from: day) where !leaving.contains(member) {
                try changes.adapt(member, on: day, document: reorganisation.document) { $0.manager = target }
            }
        }
        for unit in closing {
            try changes.close(unit, on: day, document: reorganisation.document, leaving: leaving)
        }
        for place in taken(Array(rows.indices)) {
            guard let source = ids[rows[place].source], let target = opened[rows[place].target] else {
                throw Diagnostic.successorUnnamed(rows[place].target)
            }
            let kind: SuccessionKind = bySource[rows[place].source]?.count == 1 ? .merge : .split
            try reorganisation.record(source, target, kind, shares[place])
        }
    }

    /// Opens a new unit, those above it first; a known one gets what the rows say of it.
    private func open(_ target: String, _ opened: inout [String: Int64], above: Set<String>) throws {
        if let id = ids[target] { return try adapt(id, target, opened) }
        guard opened[target] == nil, let new = try newState(of: target) else { return }
        var state = new.state
        if let under = new.under, state.manager == nil {
            guard !above.contains(under), under != target else { throw UnitConflict.circle(target, under) }
            try open(under, &opened, above: above.union([target]))
            state.manager = opened[under]
        }
        opened[target] = try reorganisation.open(target, state)
    }

    private func adapt(_ id: Int64, _ target: String, _ opened: [String: Int64]) throws {
        let said = taken(byTarget[target] ?? []).map { rows[$0] }
        let manager = said.compactMap(\.under).first.flatMap { opened[$0] }
        try changes.adapt(id, on: day, document: reorganisation.document) { state in
            state.name = said.compactMap(\.name).first ?? state.name
            state.kind = said.compactMap(\.kind).first ?? state.kind
            state.manager = manager ?? state.manager
            state.place = said.compactMap(\.place).first ?? state.place
        }
    }
}
