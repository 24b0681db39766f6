import Database
public import Diagnostics
import Documents
import Syntax
public import Values

/// What makes a run of a script the same run when it is started again: its name, its version and its arguments.
public struct RunName: Sendable, Hashable {
    /// The name in the database.
    let text: String

    /// Names a run by the script and all its arguments, defaults worked out.
    public init(script: String, version: Int, arguments: [(name: String, value: Value)]) {
        let given = arguments.map { " \($0.name): \(SourceForm.of($0.value) ?? $0.value.plain)" }
        text = "\(script) \(version)" + given.joined()
    }
}

/// What a session knows of the run that is going on.
struct RunMemory {
    let name: RunName
    /// Is told of each step that was done before.
    let skipped: (Text) -> Void
    /// Is done together with the end of a run that went well.
    let whenDone: () throws -> Void
    /// The labels of the steps that are open, outermost first.
    var open: [String] = []
    /// The steps that were begun or skipped.
    var reached: Set<[String]> = []
}

extension Session {
    /// The steps that make the tables in which runs are remembered. They are no part of the journal, and a replay
    /// leaves them empty.
    static let runMigrations = [
        Migration(
            pack: "runs", number: 1,
            [
                """
                CREATE TABLE finished_step (
                    run TEXT NOT NULL, step TEXT NOT NULL, PRIMARY KEY (run, step)) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE finished_step_file (
                    run TEXT NOT NULL, step TEXT NOT NULL, place INTEGER NOT NULL, staged TEXT NOT NULL,
                    path TEXT NOT NULL, PRIMARY KEY (run, step, place)) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE caught_up (
                    script TEXT NOT NULL, arguments TEXT NOT NULL, period TEXT NOT NULL,
                    PRIMARY KEY (script, arguments)) STRICT, WITHOUT ROWID
                """,
            ]),
        Migration(
            pack: "runs", number: 2,
            [
                """
                CREATE TABLE printed_paper (
                    id INTEGER PRIMARY KEY, printed TEXT NOT NULL, as_of TEXT NOT NULL, entry INTEGER NOT NULL,
                    path TEXT NOT NULL, hash TEXT NOT NULL, command TEXT NOT NULL)
                """
            ]),
    ]

    /// The tables in which runs, and the papers that they printed, are remembered.
    public static let runTables: Set<String> = ["finished_step", "finished_step_file", "caught_up", "printed_paper"]

    /// Begins a run whose steps are remembered; `again` forgets those of an earlier run of the same name.
    ///
    /// A session that only reads remembers nothing.
    public func beginRun(
        _ name: RunName, again: Bool = false, skipped: @escaping (Text) -> Void,
        whenDone: @escaping () throws -> Void = {}
    ) throws {
        guard allowed.contains(.writes), replaying == nil else { return }
        run = RunMemory(name: name, skipped: skipped, whenDone: whenDone)
        if again, try hasFinishedSteps() { try together { try forgetSteps() } }
    }

    /// Ends the run. One that went well forgets its steps, so that the next run of the name does all of them again;
    /// of any other this tells whether finished steps are kept.
    public func endRun(well: Bool) throws -> Bool {
        guard let memory = run else { return false }
        defer { run = nil }
        let keeps = try hasFinishedSteps()
        guard well else { return keeps }
        guard keeps else {
            try memory.whenDone()
            return false
        }
        try together {
            try forgetSteps()
            try memory.whenDone()
        }
        return false
    }

    /// Runs a part of a script that is done only once: when it has finished, that is kept together with what it wrote,
    /// and a run of the same name that is started later skips it.
    public func step(_ label: String, _ work: () throws -> Void) throws {
        guard let memory = run else { return try together(work) }
        let path = memory.open + [label]
        guard run?.reached.insert(path).inserted == true else { throw Session.doubledStep(label) }
        let key = path.map { SourceForm.text($0) }.joined(separator: " ")
        var isDone = try isFinished(key, memory.name)
        if !isDone {
            run?.open.append(label)
            defer { run?.open.removeLast() }
            try together {
                // Somebody else may have started the same run and finished the step meanwhile.
                isDone = try isFinished(key, memory.name)
                guard !isDone else { return }
                let before = staged.count
                try work()
                try keep(key, memory.name, files: staged[before...])
            }
            guard isDone else { return }
        }
        try publishLeftFiles(key, memory.name)
        memory.skipped(
            Text(
                "step \(SourceForm.text(label)): done before, skipped",
                vi: "bước \(SourceForm.text(label)): đã làm trước đó, bỏ qua"))
    }

    /// The labels of the steps that an earlier run of the name has finished, each in quotes behind those around it.
    public func finishedSteps(of name: RunName) throws -> [String] {
        try database.rows("SELECT step FROM finished_step WHERE run = \(name.text) ORDER BY step").map {
            try $0.text(0)
        }
    }

    private func isFinished(_ step: String, _ name: RunName) throws -> Bool {
        try database.first("SELECT 1 FROM finished_step WHERE run = \(name.text) AND step = \(step)") != nil
    }

    private func hasFinishedSteps() throws -> Bool {
        guard let name = run?.name else { return false }
        return try database.first("SELECT 1 FROM finished_step WHERE run = \(name.text) LIMIT 1") != nil
    }

    /// Keeps that a step has finished, and which of its files have no name yet: a run that breaks between the end of
    /// the transaction and the naming of the files gives them their names when it is started again.
    private func keep(_ step: String, _ name: RunName, files: ArraySlice<(name: String, path: String)>) throws {
        try database.execute("INSERT INTO finished_step (run, step) VALUES (\(name.text), \(step))")
        for (place, file) in files.enumerated() {
            try database.execute(
                """
                INSERT INTO finished_step_file (run, step, place, staged, path)
                VALUES (\(name.text), \(step), \(place), \(file.name), \(file.path))
                """)
        }
    }

    private func publishLeftFiles(_ step: String, _ name: RunName) throws {
        let rows = try database.rows(
            """
            SELECT staged, path FROM finished_step_file WHERE run = \(name.text) AND step = \(step) ORDER BY place
            """)
        for row in rows where try surroundings.files.isStaged(row.text(0)) {
            try surroundings.files.publish(row.text(0), as: row.text(1))
        }
    }

    private func forgetSteps() throws {
        guard let name = run?.name else { return }
        try database.execute("DELETE FROM finished_step WHERE run = \(name.text)")
        try database.execute("DELETE FROM finished_step_file WHERE run = \(name.text)")
    }

    private static func doubledStep(_ label: String) -> Diagnostic {
        Diagnostic(
            .stepTwice,
            Text("The run has come to a second step ‘\(label)’.", vi: "Lần chạy này gặp bước ‘\(label)’ lần thứ hai."),
            notes: [
                Text(
                    "Each step of a run needs a label of its own; in a ‘for’, put something of the row into it: "
                        + "step \"\(label) {$row.unit}\".",
                    vi: "Mỗi bước của một lần chạy cần nhãn riêng; trong ‘for’, hãy đưa giá trị của dòng vào nhãn: "
                        + "step \"\(label) {$row.unit}\".")
            ])
    }
}

extension Diagnostic.Code {
    /// A label that two steps of one run bear.
    public static let stepTwice: Self = "step-twice"
}
