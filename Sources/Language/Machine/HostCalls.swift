import Commands
import Diagnostics
import Tables
import Values

// What the machine leaves to the evaluator, to the session and to whoever listens.
extension Machine {
    func host(_ code: HostCode) throws {
        let outer = interpreter.names
        interpreter.names = code.names
        defer { interpreter.names = outer }
        switch code.kind {
        case .expression(let checked, let target): try keep(target) { try checked.datum(in: interpreter) }
        case .pipeline(let pipeline, let target):
            try keep(target) {
                try interpreter.checkCancelled()
                return try interpreter.datum(pipeline)
            }
        case .sentence(let prefixes, let pipeline):
            try interpreter.checkCancelled()
            try inside { try interpreter.speak(pipeline, prefixes[...]) }
        case .explain(let explanation): interpreter.listener?.answer(explanation.document(in: interpreter))
        case .log(let level, let datum): interpreter.listener?.log(level, text(datum))
        case .expectation(let stops, let datum, let place):
            try interpreter.expectationFailed(text(datum), stops: stops, place)
        case .exit(let slot):
            let status = slot.map { slots[state.slotBase + $0] }
            guard let status, status.missing == nil else { throw Stop.exit(0) }
            throw Stop.exit(Int(clamping: status.number.whole ?? 1))
        case .atomic, .step, .attempt: return
        }
    }

    /// Works a datum out with the window kept, and puts it into its place.
    private func keep(_ target: Target, _ work: () throws -> Datum) throws {
        let datum = try inside(work)
        switch target {
        case .slot(let slot, let kind): slots[state.slotBase + slot] = try kind.slot(datum)
        case .datum(let place): data[state.datumBase + place] = datum
        }
    }

    /// Runs work that may run code in turn; the window at hand is at hand again when it has gone well.
    private func inside<R>(_ work: () throws -> R) throws -> R {
        let here = state
        let result = try work()
        state = here
        return result
    }

    private func text(_ datum: Int) -> String {
        guard case .value(.text(let text)) = data[state.datumBase + datum] else { return "" }
        return text
    }

    /// Runs the block behind an instruction inside something else; false where its function gives back to outside.
    func block(_ i: Instruction, _ w: inout Window) throws -> Bool {
        let chunk = program.chunks[state.code]
        let (here, code) = (state, chunk.parts.hosts[Int(i.a)])
        let outer = interpreter.names
        interpreter.names = code.names
        defer { interpreter.names = outer }
        var leaving = Leaving.finished
        let body = { leaving = try self.run(from: here.next) }
        switch code.kind {
        case .step(let label):
            try outsideLoop(chunk.name) { try interpreter.session.step(text(label), body) }
        case .attempt(let problem, let cure):
            do {
                try outsideLoop(chunk.name) { try interpreter.session.together(body) }
            } catch let error where !(error is Stop) {
                let record = try interpreter.problem(error)
                // What deeper windows held is let go of.
                clear(from: here.datumBase + chunk.datumCount)
                state = here
                data[here.datumBase + problem] = .value(.record(record))
                resume(&w)
                w.jump(Int32(clamping: cure))
                return true
            }
        default: try outsideLoop(chunk.name) { try interpreter.session.together(body) }
        }
        state = here
        resume(&w)
        if leaving == .returned { return w.goBack() }
        w.jump(i.c)
        return true
    }
}
