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
        guard let finding = Diagnostics.of(error).first, finding.code != .interrupted else { throw error }
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
            try session.asOf(day) { try speak(pipeline, prefixes.dropFirst()) }
        case .plan?: try plan { try speak(pipeline, prefixes.dropFirst()) }
        case .time?:
            let start = ContinuousClock.now
            try speak(pipeline, prefixes.dropFirst())
            let spent: Swift.Duration = ContinuousClock.now - start
            listener?.answer(.says(Text("It took \(spent).", vi: "Mất \(spent).")))
        case .explain?: try speak(pipeline, prefixes.dropFirst())
        }
    }

    /// Runs work and takes back everything it changed.
    private func plan(_ work: () throws -> Void) throws {
        listener?.answer(.says(Text("Tried out:", vi: "Chạy thử:")))
        _ = try session.tryOut(work)
        listener?.answer(.says(Text("Nothing was changed.", vi: "Chưa có gì thay đổi.")))
    }
}

extension Diagnostic.Code {
    /// An `expect` that did not hold.
    public static let expectationFailed: Self = "expectation-failed"
}
