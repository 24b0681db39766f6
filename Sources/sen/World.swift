import Commands
import Database
import DatabasePostgres
import DatabaseSQLite
import Diagnostics
import Glibc
import Language
import Packs
import Papers
import Prompt
import Reading
import Rendering
import Syntax
import Values

/// The program's own surroundings: environment, clock, terminal.
struct World {
    let options: Options
    let language: DisplayLanguage
    let colour: Bool

    init(_ options: Options) {
        self.options = options
        language = options.language ?? World.language()
        colour = options.colour ?? (isatty(STDOUT_FILENO) == 1 && terminalTakesColour())
    }

    /// The value of an environment variable; `nil` when it is unset or empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    private static func language() -> DisplayLanguage {
        if let asked = variable("SEN_LANGUAGE").flatMap(DisplayLanguage.init(rawValue:)) { return asked }
        let system = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
        return system.hasPrefix("vi") ? .vietnamese : .english
    }

    /// The path of the database.
    var databasePath: String {
        if let path = options.database ?? World.variable("SEN_DATABASE") { return path }
        return World.dataFolder + "/sen.db"
    }

    /// The folder of the user's own data.
    static var dataFolder: String {
        let base = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share"
        return base + "/sen"
    }

    /// Opens the database, at once or when it is needed, and begins a session in it.
    func session(
        origin: String, inMemory: Bool = false, readsOnly: Bool? = nil, whenNeeded: Bool = false,
        withInstalled: Bool = true
    ) throws -> Session {
        let readsOnly = readsOnly ?? options.readsOnly
        let path = databasePath
        let open = { try inMemory ? SQLiteConnection.inMemory() : World.open(path, readsOnly: readsOnly) }
        // A server says who somebody is and what they may do.
        let waits = whenNeeded && !PostgresConnection.isAddress(path)
        let database = waits ? DeferredConnection(path, isReadOnly: readsOnly, open: open) : try open()
        let session = try Session(
            registry: registry(withInstalled: withInstalled), database: database,
            surroundings: surroundings(origin: origin, actor: (database as? PostgresConnection)?.person))
        if readsOnly { session.allowed = [.reads, .exports] }
        if let day = options.asOf { try session.lookBack(to: day) }
        return session
    }

    /// The packs of the program and, unless told otherwise, those that the user has installed; one of these that
    /// cannot be used is left out, which is told.
    func registry(withInstalled: Bool = true) throws -> Registry {
        let core = linkedPacks()
        guard withInstalled else { return try Registry(core) }
        let (packs, findings) = PackShelf(World.packFolder).packs(beside: core)
        Output(self).show(findings)
        return try Registry(core + packs)
    }

    /// The folder of the packs that the user has installed.
    static var packFolder: String { dataFolder + "/packs" }

    /// Opens a file or an address of a server.
    private static func open(_ name: String, readsOnly: Bool) throws -> any Connection {
        PostgresConnection.isAddress(name)
            ? try PostgresConnection(name, readOnly: readsOnly)
            : try SQLiteFile(name).open(readsOnly ? .reading : .creating)
    }

    /// Opens a database in which nothing is yet: a file that does not exist, or an office that has no entry.
    private static func openEmpty(_ name: String) throws -> any Connection {
        guard PostgresConnection.isAddress(name) || access(name, F_OK) != 0 else { throw taken(name) }
        let database = try open(name, readsOnly: false)
        if try !database.tables().isEmpty, try database.first("SELECT 1 FROM entry LIMIT 1") != nil {
            throw taken(database.name)
        }
        return database
    }

    private func surroundings(origin: String, actor: String?) -> Surroundings {
        let language = language
        let today = options.today
        // The system looks a name up in its files, and nobody changes it meanwhile.
        lazy var user = World.actor()
        return Surroundings(
            now: {
                let now = Instant(seconds: Int64(time(nil)))
                guard let today else { return now }
                return Instant(seconds: Instant(today).seconds + now.seconds - Instant(now.day).seconds)
            },
            actor: actor ?? user, origin: origin, language: language,
            askSecret: { question in
                guard isatty(STDIN_FILENO) == 1 || World.variable("SEN_ASK") == "tty" else { return nil }
                return try Prompt.readSecret(question(in: language))
            },
            files: LocalFiles(),
            emptyDatabase: { try $0.map(World.openEmpty) ?? SQLiteConnection.inMemory() },
            shelf: SQLiteShelf(),
            tableWriters: TableFormat.all.map { format in TableWriter(format.ending) { format.bytes($0, $1) } }
                + [TableWriter("xlsx") { try XLSXBook.bytes($0, in: $1) }],
            tableReaders: SeparatedFormat.all.map { format in
                TableReader(format.ending, sample: SeparatedTable.guessedBytes) {
                    try format.guess($0.bytes, goesOn: $0.goesOn, name: $0.name, separator: $0.separator)
                } table: {
                    try format.table(
                        $0.bytes, name: $0.name, separator: $0.separator, $1, needed: $2, isStopped: $0.isStopped)
                }
            },
            paperWriters: PaperFormat.all.map { PaperWriter($0.ending, bytes: $0.bytes) }
                + [
                    PaperWriter("md") { MarkdownDocument.bytes($0, in: $1) },
                    PaperWriter("txt") { PlainDocument.bytes($0, in: $1) },
                ],
            packFolder: World.packFolder)
    }

    /// The user's name, as the journal keeps it.
    private static func actor() -> String {
        variable("SEN_ACTOR") ?? getpwuid(getuid()).flatMap { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
    }

    private static func taken(_ path: String) -> Diagnostic {
        Diagnostic(
            .fileTaken, Text("‘\(path)’ exists already.", vi: "‘\(path)’ đã có rồi."), subject: "to",
            notes: [
                Text(
                    "Give the name of a file that does not exist, or of an office that has no entries.",
                    vi: "Hãy cho tên một tệp chưa có, hoặc một cơ quan chưa có mục nào trong nhật ký.")
            ])
    }
}

extension Diagnostic.Code {
    /// A file that would be written over.
    static let fileTaken: Self = "file-taken"
}
