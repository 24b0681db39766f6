import Commands
import Database
import DatabasePostgres
import Diagnostics
import Glibc
import Language
import LanguageServer
import Prompt
import Values

/// The program.
@main
enum Main {
    static func main() {
        signal(SIGPIPE, SIG_DFL)
        // A limit on the size of files is told like a full disk.
        signal(SIGXFSZ, SIG_IGN)
        let world = World(Options(Array(CommandLine.arguments.dropFirst())))
        let output = Output(world)
        var status: Int
        do {
            if let problem = world.options.problem { throw problem }
            status = try run(world, output)
        } catch {
            status = output.show(.failed(Diagnostics.of(error)))
        }
        if world.options.problem != nil { status = 2 }
        if status == 0, let failure = output.failure { status = output.show(.failed([failure])) }
        exit(Int32(clamping: status))
    }

    private static func run(_ world: World, _ output: Output) throws -> Int {
        let scripts = ScriptRun(world: world, output: output)
        switch world.options.task {
        case .usage:
            output.write(Options.usage(in: world.language) + "\n", to: STDOUT_FILENO)
            return 0
        case .line(let text): return try scripts.line(text)
        case .script(let path, let arguments): return try scripts.script(path, arguments)
        case .check(let paths): return try scripts.check(paths)
        case .test(let paths, let updates):
            return try TranscriptRun(world: world, output: output).run(paths, updates: updates)
        case .format(let paths, let checksOnly):
            return try FormatRun(output: output).run(paths, checksOnly: checksOnly)
        case .languageServer: return try LanguageServerRun(world: world, output: output).run()
        case .grammar:
            output.write(Grammar.text(try world.registry()), to: STDOUT_FILENO)
            return 0
        case .roles:
            output.write(Rights.statements + "\n", to: STDOUT_FILENO)
            return 0
        case .prompt:
            guard isatty(STDIN_FILENO) == 1 else { return try scripts.standardInput() }
            if let option = world.options.runOption { throw Options.wrong(option) }
            let host = try PromptRun(world, output)
            output.write(try host.greeting(), to: STDOUT_FILENO)
            LocalFiles.makeFolder(World.dataFolder)
            let prompt = try Prompt(host: host, history: World.dataFolder + "/history", colour: world.colour)
            return Int(prompt.loop())
        }
    }
}
