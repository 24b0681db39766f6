import Commands
import Database
public import Diagnostics
import Documents
import Journal
import Syntax
import Tables
import Values

extension Interpreter {
    /// What `catch` catches of an error; what ends the run is thrown on.
    func problem(_ error: any Error) throws -> Record {
        guard let finding = Diagnostics.of(error).first, finding.code != .interrupted, finding.code != .timedOut else {
            throw error
        }
        let place = finding.place.map { place in
            let (line, column) = place.source.position(of: place.span.start)
            return "\(place.source.name):\(line):\(column)"
        }
        let values = [finding.code.description, finding.message(in: language), place ?? ""]
        return Record(names: Compiler.problem.names, values: values.map { .text($0) })
    }

    /// Tells of an expectation that does not hold, or stops for it.
    func expectationFailed(_ message: String, stops: Bool, _ place: Place) throws {
        let finding = Diagnostic(
            .expectationFailed, Text(verbatim: message), severity: stops ? .error : .warning, place: place)
        guard stops else {
            listener?.warn(finding)
            return
        }
        throw Stop.expectation(finding)
    }

    /// Runs a pipeline and shows what it answers, under the words in front of it.
    func speak(_ pipeline: PipelineCode, _ prefixes: ArraySlice<Prefix>) throws {
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
