import Commands
import Database
public import Diagnostics
import Documents
import Journal
import Syntax
import Tables
import Values

extension Interpreter {
    func run(_ steps: [Step]) throws {
        for step in steps { try run(step) }
    }

    /// Runs a block with names of its own.
    private func inner(_ steps: [Step], _ names: [(String, Datum)] = []) throws {
        frames.append([:])
        defer { frames.removeLast() }
        for (name, datum) in names { declare(name, datum) }
        try run(steps)
    }

    func run(_ step: Step) throws {
        try checkCancelled()
        switch step {
        case .bind(let name, let pipeline): declare(name, try datum(pipeline))
        case .set(let name, let pipeline): try set(name, datum(pipeline))
        case .condition(let branches, let otherwise):
            for branch in branches where try branch.condition.value(in: self) == .yesNo(true) {
                return try inner(branch.block)
            }
            if let otherwise { try inner(otherwise) }
        case .loop(let name, let pipeline, let body): try loop(name, datum(pipeline), body)
        case .attempt(let body, let problem, let cure): try attempt(body, problem, cure)
        case .atomic(let body): try session.together { try inner(body) }
        case .expect(let condition, let stops, let message, let place):
            try expect(condition, stops: stops, message, place)
        case .log(let level, let message):
            let words = try text(message)
            listener?.log(level, words)
        case .giveBack(let pipeline): throw Stop.giveBack(try pipeline.map { try datum($0) })
        case .exit(let expression):
            guard case .number(let number)? = try expression?.value(in: self) else { throw Stop.exit(0) }
            throw Stop.exit(Int(clamping: number.whole ?? 1))
        case .use(let steps): try run(steps)
        case .sentence(let prefixes, let pipeline): try speak(pipeline, prefixes[...])
        }
    }

    private func set(_ name: String, _ datum: Datum) {
        for index in frames.indices.reversed() where frames[index][name] != nil {
            frames[index][name]?.datum = datum
            return
        }
    }

    private func loop(_ name: String, _ datum: Datum, _ body: [Step]) throws {
        switch datum {
        case .table(let table):
            for row in 0..<table.rowCount {
                let record = Variable(datum: .value(.record(table.record(row))), type: .record(table.schema))
                frames.append([name: record])
                defer { frames.removeLast() }
                try run(body)
            }
        case .value(.list(let values)):
            for value in values { try inner(body, [(name, .value(value))]) }
        case .value: return
        }
    }

    private func attempt(_ body: [Step], _ problem: String, _ cure: [Step]) throws {
        do {
            try session.together { try inner(body) }
        } catch let error where !(error is Stop) {
            guard let finding = Diagnostics.of(error).first, finding.code != .interrupted else { throw error }
            let place = finding.place.map { place in
                let (line, column) = place.source.position(of: place.span.start)
                return "\(place.source.name):\(line):\(column)"
            }
            let values = [finding.code.description, finding.message(in: language), place ?? ""]
            let record = Record(names: Compiler.problem.names, values: values.map { .text($0) })
            frames.append([problem: Variable(datum: .value(.record(record)), type: .record(Compiler.problem))])
            defer { frames.removeLast() }
            try run(cure)
        }
    }

    private func expect(_ condition: CheckedExpression, stops: Bool, _ message: CheckedExpression, _ place: Place)
        throws
    {
        guard try condition.value(in: self) != .yesNo(true) else { return }
        let finding = Diagnostic(
            .expectationFailed, Text(verbatim: try text(message)), severity: stops ? .error : .warning, place: place)
        guard stops else {
            listener?.warn(finding)
            return
        }
        throw Stop.expectation(finding)
    }

    /// Runs a pipeline and shows what it answers, under the words in front of it.
    private func speak(_ pipeline: PipelineCode, _ prefixes: ArraySlice<Prefix>) throws {
        switch prefixes.first {
        case nil:
            let document = try answer(pipeline)
            listener?.answer(document)
        case .asOf(let day, _)?:
            try asOf(day) { try speak(pipeline, prefixes.dropFirst()) }
        case .plan?: try plan { try speak(pipeline, prefixes.dropFirst()) }
        case .time?:
            let start = ContinuousClock.now
            try speak(pipeline, prefixes.dropFirst())
            let spent: Swift.Duration = ContinuousClock.now - start
            listener?.answer(.says(Text("It took \(spent).", vi: "Mất \(spent).")))
        case .explain?: return
        }
    }

    /// Runs work on what was recorded by the end of a day.
    private func asOf(_ day: Day, _ work: () throws -> Void) throws {
        let outer = (session.horizon, session.allowed)
        defer { (session.horizon, session.allowed) = outer }
        session.horizon = try session.journal.lastNumber(by: day)
        session.allowed = [.reads, .exports]
        try work()
    }

    /// Runs work and takes back everything it changed.
    private func plan(_ work: () throws -> Void) throws {
        struct Planned: Error {}
        do {
            try session.together {
                listener?.answer(.says(Text("Tried out:", vi: "Chạy thử:")))
                try work()
                throw Planned()
            }
        } catch is Planned {
            listener?.answer(.says(Text("Nothing was changed.", vi: "Chưa có gì thay đổi.")))
        }
    }
}

extension Diagnostic.Code {
    /// An `expect` that did not hold.
    public static let expectationFailed: Self = "expectation-failed"
}
