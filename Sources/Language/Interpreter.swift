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
    /// Who watches each statement.
    public weak var observer: (any RunObserver)?
    /// How scripts are run.
    public var wishes = RunWishes()
    /// Whether the last run broke behind finished steps, so that it can be started again and goes on there.
    public internal(set) var isDoneInPart = false
    /// The variables that last from one text to the next.
    let globals = NameScope()
    /// The names that are known at the place that is running.
    var names: NameScope
    private(set) lazy var machine = Machine(self)
    /// How many registers the lasting variables take.
    private var (globalSlots, globalData) = (0, 0)
    private(set) var functionChunks = FunctionChunks()
    /// How many rows the last pipeline left.
    var rows: Int?
    private(set) var functions: [String: FunctionCode] = [:]
    /// The text that is running, in which pipelines in brackets stand.
    private var running = Source(name: "", text: "")
    private let cancelled: @Sendable () -> Bool
    /// What its lines may do, where that is less than the session allows.
    let confinement: Confinement?
    /// What the verbs of the running line left out.
    var skipped = SkippedValues()

    /// Begins with no variables.
    public init(
        _ session: Session, listener: (any InterpreterListener)? = nil, confinement: Confinement? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.session = session
        self.listener = listener
        self.confinement = confinement
        names = globals
        cancelled = confinement == nil ? isCancelled : session.isStopped
        session.isStopped = cancelled
    }

    /// Reads, checks and runs a text; nothing of it runs when the check finds an error.
    @discardableResult
    public func run(_ source: Source, arguments: [(name: String, text: String)] = []) -> Ending {
        let ending = perform(source, arguments)
        return confinement == nil ? ended(ending) : ending
    }

    private func perform(_ source: Source, _ arguments: [(name: String, text: String)]) -> Ending {
        do {
            let code = try compile(source)
            running = source
            let parameters = try load(code)
            defer { machine.end(keeping: globalData) }
            try give(arguments, to: code, parameters)
            if confinement == nil { try begin(code.header, argumentValues(code, parameters)) }
            let stayed = session.database.staysInMoment
            session.database.staysInMoment = true
            defer { session.database.staysInMoment = stayed }
            try machine.run()
            return .finished
        } catch let stop as Stop {
            switch stop {
            case .exit(let status): return .exited(status)
            case .expectation(let finding): return .expectationFailed(finding)
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
        compiler.keepsCode = false
        _ = compiler.program(parse.program)
        compiler.warnOfUnread(compiler.scopes[0])
        compiler.warnOfUncalled(parse.program)
        compiler.findings += unknownCodes(compiler)
        return Interpreter.ordered(parse.findings + compiler.findings)
    }

    func compile(_ source: Source) throws -> ProgramCode {
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
        compiler(machine.place?.source ?? running)
    }

    func compiler(_ source: Source) -> Compiler {
        var names = Compiler.Names()
        for name in self.names.names { names.types[name] = .some(variable(name)?.type) }
        let read = confinement?.read ?? session.surroundings.files.read
        let compiler = Compiler(
            registry: confinement?.registry ?? session.registry, source: source, names: names, functions: functions,
            allowed: session.allowed.intersection(confinement?.effects ?? session.allowed)
        ) { path in
            Source(name: path, text: String(decoding: try read(path), as: UTF8.self))
        }
        compiler.shape = { [session] command, known in try command.shape?(session, known) }
        return compiler
    }

    /// Makes a checked text into code and loads it; tells where its parameters are.
    func load(_ code: ProgramCode) throws -> [Binding] {
        let isWatched = observer != nil
        try functionChunks.update(functions, isWatched: isWatched)
        let lowering = Lowering(
            text: code.source, names: globals, slots: globalSlots, data: globalData, functions: functions,
            codes: functionChunks.numbers, isWatched: isWatched)
        let text = lowering.text(code)
        (globalSlots, globalData) = (text.slots, text.data)
        let chunks = [text.chunk] + functionChunks.chunks
        try text.chunk.verify(among: chunks.count)
        names = globals
        try machine.load(MachineProgram(verified: chunks))
        return text.parameters
    }

    /// Stops the run when it is asked to.
    public func checkCancelled() throws {
        if cancelled() { throw Diagnostic.interrupted }
    }

    /// Why nothing of a text runs.
    struct NotUnderstood: Error {
        let findings: [Diagnostic]
    }
}

/// What lines may do that somebody else than the user has written.
public struct Confinement {
    /// The commands that they may name.
    let registry: Registry
    /// What these commands may do to the world.
    let effects: Set<Effect>
    /// Reads a script that they use.
    let read: (String) throws -> [UInt8]

    /// Draws the bounds.
    public init(to registry: Registry, effects: Set<Effect>, read: @escaping (String) throws -> [UInt8]) {
        self.registry = registry
        self.effects = effects
        self.read = read
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
    /// 130 cancelled. The program makes 4, done in part, of a run that keeps finished steps.
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
                .databaseOlder, .databasePackMissing, .databaseReadOnly, .folderMissing, .diskFull, .diskFailed,
                "server-library-missing", "server-unreachable", "server-password", "server-superuser",
                "office-unreadable":
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
