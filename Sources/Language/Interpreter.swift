public import Commands
import Database
public import Diagnostics
public import Documents
public import Syntax
import Tables
import Values

/// Runs lines and scripts in one session; variables and functions last from one line to the next.
public final class Interpreter {
    /// The session in which commands run.
    public let session: Session
    /// Who sees what lines answer.
    public weak var listener: (any InterpreterListener)?
    var frames: [[String: Variable]] = [[:]]
    var functions: [String: FunctionCode] = [:]
    /// How deep functions may call each other.
    static let deepest = 200
    /// The text that is running, in which pipelines in brackets stand.
    private var running = Source(name: "", text: "")
    private let cancelled: @Sendable () -> Bool
    /// What the verbs of the running line left out.
    var skipped = SkippedValues()

    struct Variable {
        var datum: Datum
        let type: ValueType?
    }

    /// Begins with no variables.
    public init(
        _ session: Session, listener: (any InterpreterListener)? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.session = session
        self.listener = listener
        cancelled = isCancelled
        session.isStopped = isCancelled
    }

    /// Reads, checks and runs a text; nothing of it runs when the check finds an error.
    @discardableResult
    public func run(_ source: Source, arguments: [(name: String, text: String)] = []) -> Ending {
        do {
            let code = try compile(source)
            running = source
            try give(arguments, to: code)
            for step in code.steps { try run(step) }
            return .finished
        } catch let stop as Stop {
            switch stop {
            case .exit(let status): return .exited(status)
            case .expectation(let finding): return .expectationFailed(finding)
            case .giveBack: return .finished
            }
        } catch let misread as NotUnderstood {
            return .notUnderstood(misread.findings)
        } catch {
            return .failed(Diagnostics.of(error))
        }
    }

    /// Checks a text without running it; gives every finding.
    public func check(_ source: Source) -> [Diagnostic] {
        let parse = Parser.parse(source)
        let compiler = compiler(source)
        _ = compiler.program(parse.program)
        compiler.warnOfUnread(compiler.scopes[0])
        compiler.warnOfUncalled(parse.program)
        compiler.findings += unknownCodes(compiler)
        return Interpreter.ordered(parse.findings + compiler.findings)
    }

    private func compile(_ source: Source) throws -> ProgramCode {
        let parse = Parser.parse(source)
        let compiler = compiler(source)
        let code = compiler.program(parse.program)
        let codes = unknownCodes(compiler, comparedOnly: true)
        let findings = Interpreter.ordered(parse.findings + compiler.findings + codes)
        guard !findings.contains(where: { $0.severity == .error }) else { throw NotUnderstood(findings: findings) }
        for warning in findings { listener?.warn(warning) }
        functions = compiler.functions
        return code
    }

    /// A checker for a pipeline that stands in a running line.
    func compiler(for pipeline: Pipeline) -> Compiler {
        compiler(running)
    }

    func compiler(_ source: Source) -> Compiler {
        var names = Compiler.Names()
        for frame in frames { for (name, variable) in frame { names.types[name] = .some(variable.type) } }
        let files = session.surroundings.files
        let compiler = Compiler(
            registry: session.registry, source: source, names: names, functions: functions, allowed: session.allowed
        ) { path in
            Source(name: path, text: String(decoding: try files.read(path), as: UTF8.self))
        }
        compiler.shape = { [session] command, known in try command.shape?(session, known) }
        return compiler
    }

    /// Stops the run when the user has asked for it.
    /// Throws when the surroundings ask to stop.
    public func checkCancelled() throws {
        if cancelled() { throw Diagnostic.interrupted }
    }

    func declare(_ name: String, _ datum: Datum) {
        frames[frames.count - 1][name] = Variable(datum: datum, type: datum.type)
    }

    /// Why nothing of a text runs.
    struct NotUnderstood: Error {
        let findings: [Diagnostic]
    }
}

/// Sees what lines answer while they run.
public protocol InterpreterListener: AnyObject {
    /// A sentence has answered.
    func answer(_ document: Document)
    /// A line or script has something to say of itself.
    func log(_ level: LogLevel, _ text: String)
    /// Something to look at.
    func warn(_ finding: Diagnostic)
}

/// How a run ended.
public enum Ending: Sendable, Hashable {
    /// It ran to its end.
    case finished
    /// The script ended itself with a status.
    case exited(Int)
    /// A line was refused or failed.
    case failed([Diagnostic])
    /// Nothing ran, because the text has errors.
    case notUnderstood([Diagnostic])
    /// An expectation that must hold did not.
    case expectationFailed(Diagnostic)

    /// The status for the system: 0 done, 1 failed, 2 not understood, 3 an expectation failed, 5 locked, 6 data source,
    /// 130 cancelled.
    public var status: Int {
        switch self {
        case .finished: 0
        case .exited(let status): status
        case .notUnderstood: 2
        case .expectationFailed: 3
        case .failed(let findings):
            switch findings.first?.code {
            case .databaseLocked: 5
            case .interrupted: 130
            case .databaseDamaged, .databaseMissing, .databaseForeign, .databaseForbidden, .databaseNewer,
                .databaseOlder, .databasePackMissing, .databaseReadOnly, .folderMissing, .diskFull, .diskFailed:
                6
            default: 1
            }
        }
    }
}

/// What leads out of a block.
enum Stop: Error {
    case exit(Int)
    case expectation(Diagnostic)
    case giveBack(Datum?)
}

extension Datum {
    /// The type that the datum shows by itself.
    var type: ValueType? {
        switch self {
        case .table(let table): .table(table.schema)
        case .value(let value): value.evidentType
        }
    }
}
