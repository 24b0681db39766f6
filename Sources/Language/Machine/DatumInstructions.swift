import Diagnostics
import Tables
import Values

extension Machine {
    /// Does an instruction on data, or one that is done outside.
    func data(_ i: Instruction, _ w: inout Window) throws {
        let (a, b) = (w.datumBase + Int(i.a), w.datumBase + Int(i.b))
        settle(before: i.operation, a)
        if i.operation == .write { return write(i, w.slots, w.datumBase, w.code) }
        let chunk = program.chunks[w.code.pointee.number]
        switch i.operation {
        case .box: data[a] = .value(kind(i).value(w.slot(i.b)))
        case .moveDatum: data[a] = data[b]
        case .loadDatum: data[a] = chunk.parts.values[Int(i.b)]
        case .loopBegin: begin(chunk.parts.loops[Int(i.a)], w)
        case .cell: w.slots[Int(i.a)] = try kind(of: i, chunk).slot(.value(cell(i, chunk, w)))
        case .cellDatum: data[a] = .value(cell(i, chunk, w))
        case .element: w.slots[Int(i.a)] = try kind(i).slot(.value(element(chunk.parts.loops[Int(i.b)], w)))
        case .elementDatum: data[a] = .value(element(chunk.parts.loops[Int(i.b)], w))
        case .keep:
            let (name, binding) = chunk.parts.names[Int(i.a)]
            interpreter.globals.bind(name, binding)
        case .observe:
            if let place, try interpreter.observer?.willRun(place) == false { w.jump(i.c) }
            interpreter.rows = nil
        case .observed:
            if let place { interpreter.observer?.didRun(place, rows: interpreter.rows) }
        case .host:
            try host(chunk.parts.hosts[Int(i.a)])
            resume(&w)
            // Work outside takes longer than a round of a loop.
            w.patience -= 20
        default: return
        }
    }

    private func kind(_ i: Instruction) -> SlotKind { SlotKind(rawValue: i.c) ?? .number }

    // MARK: Loops

    /// Counts the rows or elements; a table gets the columns on which the body counts.
    private func begin(_ loop: LoopCode, _ w: Window) {
        let place = w.datumBase + loop.source
        var count = 0
        switch data[place] {
        case .table(let table):
            count = table.rowCount
            if let schema = loop.schema, table.schema.names != schema.names {
                data[place] = .table(table.arranged(as: schema))
            }
        case .value(.list(let values)): count = values.count
        case .value: break
        }
        w.slots[loop.row] = Slot(mantissa: -1, meta: 0)
        w.slots[loop.row + 1] = Slot(mantissa: Int64(count), meta: 0)
    }

    private func element(_ loop: LoopCode, _ w: Window) -> Value {
        let (source, row) = (data[w.datumBase + loop.source], w.slots[loop.row].mantissa)
        if case .value(.list(let values)) = source {
            return values.indices.contains(Int(row)) ? values[Int(row)] : .missing
        }
        return record(of: source, row: row)
    }

    private func cell(_ i: Instruction, _ chunk: Chunk, _ w: Window) -> Value {
        let loop = chunk.parts.loops[Int(i.b)]
        let row = Int(w.slots[loop.row].mantissa)
        guard case .table(let table) = data[w.datumBase + loop.source], row >= 0, row < table.rowCount,
            table.schema.columns.count == loop.schema?.columns.count
        else { return .missing }
        return table[row, Int(i.c)]
    }

    private func kind(of i: Instruction, _ chunk: Chunk) -> SlotKind {
        SlotKind(chunk.parts.loops[Int(i.b)].schema?.columns[Int(i.c)].type) ?? .number
    }
}

extension Table {
    /// The table with the columns of a schema, by their names; those that it does not have are missing.
    fileprivate func arranged(as schema: Schema) -> Table {
        let missing = [Value](repeating: .missing, count: rowCount)
        return Table(schema, columns: schema.names.map { cells(of: $0) ?? missing })
    }
}
