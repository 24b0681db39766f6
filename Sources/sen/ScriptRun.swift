import Commands
import Database
import Diagnostics
import Documents
import Glibc
import Language
import Synchronization
import Syntax
import Values

/// Runs lines and scripts without a prompt.
struct ScriptRun {
    let world: World
    let output: Output

    /// Runs one line.
    func line(_ text: String) throws -> Int {
        Stopping.begin(world, output)
        return try run(Source(name: "prompt", text: text), origin: "line", arguments: [])
    }

    /// Runs the lines of standard input.
    func standardInput() throws -> Int {
        Stopping.begin(world, output)
        return try run(Source(name: "stdin", text: text(try readAll())), origin: "stdin", arguments: [])
    }

    /// Runs a script; `--help` shows its parameters.
    func script(_ path: String, _ arguments: [(name: String, text: String)]) throws -> Int {
        Stopping.begin(world, output)
        let source = Source(name: path, text: text(try path == "-" ? readAll() : LocalFiles().read(path)))
        if arguments.contains(where: { $0.name == "help" }) {
            output.write(ScriptHelp.page(source, in: world.language), to: STDOUT_FILENO)
            return 0
        }
        return try run(source, origin: path, arguments: arguments)
    }

    /// Checks scripts; 2 when one has an error.
    func check(_ paths: [String]) throws -> Int {
        let session = try world.session(origin: "check")
        var status = 0
        for path in FoundFiles.of(paths, ending: [".sen"]) {
            let source = Source(
                name: path == "-" ? "stdin" : path, text: text(try path == "-" ? readAll() : LocalFiles().read(path)))
            let findings = Interpreter(session).check(source)
            output.show(findings)
            if findings.contains(where: { $0.severity == .error }) { status = 2 }
        }
        return status
    }

    private func run(_ source: Source, origin: String, arguments: [(name: String, text: String)]) throws -> Int {
        let session = try world.session(origin: origin, whenNeeded: true)
        Stopping.watch(session)
        let status =
            switch world.options.way {
            case .catchesUp: try catchUp(source, arguments, session)
            case .runs: try once(session) { $0.run(source, arguments: arguments) }
            case .plans: try once(session) { $0.tryOut(source, arguments: arguments) }
            case .explains: try once(session) { $0.explain(source, arguments: arguments) }
            }
        try session.database.close()
        return status
    }

    /// Runs something once; gives the status for the system.
    private func once(
        _ session: Session, whenDone: @escaping () throws -> Void = {}, _ work: (Interpreter) -> Ending
    ) throws -> Int {
        let interpreter = Interpreter(session, listener: output) { Stopping.isAsked.load(ordering: .relaxed) }
        interpreter.wishes.again = world.options.again
        interpreter.wishes.whenDone = whenDone
        let watch = try StatementWatch(interpreter, world, output)
        let ending = withExtendedLifetime(watch) { work(interpreter) }
        if ending.status != 0, Stopping.isAsked.load(ordering: .relaxed) {
            return output.show(.failed([Stopping.finding]), status: 130)
        }
        let status = output.show(ending)
        guard interpreter.isDoneInPart, [1, 3, 5, 6].contains(status) else { return status }
        output.show([.stepsKept])
        return Ending.doneInPart
    }

    /// Runs a script for each period that is still to do, oldest first, until one fails.
    private func catchUp(
        _ source: Source, _ arguments: [(name: String, text: String)], _ session: Session
    ) throws -> Int {
        let work = try CatchUp(source, arguments: arguments, in: session)
        guard !work.periods.isEmpty else {
            output.answer(
                .says(Text("\(work.script): nothing to catch up.", vi: "\(work.script): không còn kỳ nào phải chạy.")))
            return 0
        }
        for (index, period) in work.periods.enumerated() {
            output.answer(
                .says(
                    Text(
                        "\(work.script) --\(work.parameter) \(period) (\(index + 1) of \(work.periods.count))",
                        vi: "\(work.script) --\(work.parameter) \(period) (\(index + 1) trên \(work.periods.count))")))
            let given = arguments + [(work.parameter, period.description)]
            let status = try once(session, whenDone: { try work.remember(period, in: session) }) {
                $0.run(source, arguments: given)
            }
            guard status != 0 else { continue }
            return index > 0 && [1, 3, 5, 6].contains(status) ? Ending.doneInPart : status
        }
        return 0
    }

    /// The text of bytes; what is not UTF-8 is refused when it is read.
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func readAll() throws -> [UInt8] {
        try LocalFiles().read("/dev/stdin")
    }
}

extension Ending {
    /// The status of a run that is done in part: started again, it goes on behind what is done.
    static let doneInPart = 4
}

extension Diagnostic {
    fileprivate static let stepsKept = Diagnostic(
        .doneInPart,
        Text(
            "The run is done in part: its finished steps are kept.",
            vi: "Lần chạy xong một phần: các bước đã xong được giữ lại."),
        severity: .warning,
        notes: [
            Text(
                "Start it again with the same arguments, and it goes on behind them; --again does them again.",
                vi: "Hãy chạy lại với cùng tham số để làm tiếp; --again làm lại cả các bước đã xong.")
        ])
}

extension Diagnostic.Code {
    /// A run that broke behind finished steps.
    static let doneInPart: Self = "done-in-part"
}
