import Commands
import Database
import Diagnostics
import Glibc
import Language
import Prompt
import Synchronization
import Syntax
import Values

/// Runs lines and scripts without a prompt.
struct ScriptRun {
    let world: World
    let output: Output

    /// Whether `^C` has been pressed since the run began.
    static let isCancelled = Atomic<Bool>(false)

    /// Runs one line.
    func line(_ text: String) throws -> Int {
        try run(Source(name: "prompt", text: text), origin: "line", arguments: [])
    }

    /// Runs the lines of standard input.
    func standardInput() throws -> Int {
        try run(Source(name: "stdin", text: text(try readAll())), origin: "stdin", arguments: [])
    }

    /// Runs a script; `--help` shows its parameters.
    func script(_ path: String, _ arguments: [(name: String, text: String)]) throws -> Int {
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
        let session = try world.session(origin: origin)
        let interrupt = session.database.interrupt
        Prompt.onInterrupt {
            ScriptRun.isCancelled.store(true, ordering: .relaxed)
            interrupt()
        }
        let interpreter = Interpreter(session, listener: output) { ScriptRun.isCancelled.load(ordering: .relaxed) }
        let ending = interpreter.run(source, arguments: arguments)
        let status = output.show(ending)
        try session.database.close()
        return status
    }

    /// The text of bytes; what is not UTF-8 is refused when it is read.
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func readAll() throws -> [UInt8] {
        try LocalFiles().read("/dev/stdin")
    }
}
