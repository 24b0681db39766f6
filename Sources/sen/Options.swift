import Diagnostics
import Rendering
import Values

/// What the command line asks for.
struct Options {
    /// What is to be done.
    enum Task {
        case prompt
        case line(String)
        case script(path: String, arguments: [(name: String, text: String)])
        case check([String])
        case test([String], updates: Bool)
        case format([String], checksOnly: Bool)
        case grammar
        case roles
        case languageServer
        case usage
    }

    /// What is done with a script or line instead of only running it.
    enum Way {
        case runs, plans, explains, catchesUp
    }

    var task = Task.prompt
    var database: String?
    var language: DisplayLanguage?
    var today: Day?
    var readsOnly = false
    var findingsAsJSON = false
    var colour: Bool?
    /// The format in which tables are shown; `nil` for one to look at.
    var format: TableFormat?
    /// The day that readers look back to.
    var asOf: Day?
    /// How long a run may take.
    var timeout: TimeLimit?
    var way = Way.runs
    /// Whether each statement is told of as it runs.
    var traces = false
    /// Whether each statement is asked about before it runs.
    var asks = false
    /// Whether finished steps of an earlier run are done again.
    var again = false
    /// What is not understood of the words; the options in front of it hold.
    private(set) var problem: (any Error)?
    /// The option that only a run takes, if there was one.
    private(set) var runOption: String?

    /// Reads the words behind the program's name.
    init(_ words: [String]) {
        do {
            try read(words)
            try checkRun()
        } catch {
            problem = error
            // Who reads findings as JSON reads this one so too.
            if words.contains("--errors"), words.contains("json") { findingsAsJSON = true }
        }
    }

    private mutating func read(_ words: [String]) throws {
        var rest = words[...]
        try readOptions(&rest)
        guard let first = rest.popFirst() else { return }
        guard case .prompt = task else { throw Options.wrong(first) }
        if ["run", "check", "test", "fmt", "lsp"].contains(first) {
            try readOptions(&rest, until: ["--update", "--check"])
        }
        if case .usage = task { return }
        switch first {
        case "run":
            guard let path = rest.popFirst() else { throw Options.wrong("run") }
            task = .script(path: path, arguments: try Options.scriptArguments(rest))
        case "check":
            guard !rest.isEmpty else { throw Options.wrong("check") }
            task = .check(Array(rest))
        case "test":
            let files = rest.filter { $0 != "--update" }
            guard !files.isEmpty else { throw Options.wrong("test") }
            task = .test(files, updates: files.count < rest.count)
        case "fmt":
            let files = rest.filter { $0 != "--check" }
            guard !files.isEmpty else { throw Options.wrong("fmt") }
            task = .format(files, checksOnly: files.count < rest.count)
        case "lsp", "grammar", "roles":
            guard rest.isEmpty || rest == ["--stdio"] else { throw Options.wrong(rest.joined(separator: " ")) }
            task = first == "lsp" ? .languageServer : first == "grammar" ? .grammar : .roles
        case "help": task = .usage
        default: task = .script(path: first, arguments: try Options.scriptArguments(rest))
        }
    }

    private mutating func readOptions(_ rest: inout ArraySlice<String>, until ends: Set<String> = []) throws {
        while let word = rest.first, word.hasPrefix("-"), word != "-", !ends.contains(word) {
            rest.removeFirst()
            if try readRunOption(word, &rest) { continue }
            switch word {
            case "--help", "-h": task = .usage
            case "--version": task = .line("show version")
            case "--read-only": readsOnly = true
            case "-c": task = .line(try Options.value(of: word, &rest))
            case "--database": database = try Options.value(of: word, &rest)
            case "--language":
                language = DisplayLanguage(rawValue: try Options.value(of: word, &rest))
                if language == nil { throw Options.wrong("--language en|vi") }
            case "--today": today = try Options.day(of: word, &rest)
            case "--as-of": asOf = try Options.day(of: word, &rest)
            case "--errors":
                findingsAsJSON = true
                guard try Options.value(of: word, &rest) == "json" else { throw Options.wrong("--errors json") }
            case "--as":
                let word = try Options.value(of: word, &rest)
                format = TableFormat.named(word)
                if format == nil {
                    throw Options.wrong("--as \(TableFormat.all.map(\.ending).joined(separator: "|"))")
                }
            case "--color", "--colour":
                let wish = try Options.value(of: word, &rest)
                guard ["always", "never"].contains(wish) else { throw Options.wrong("--color always|never") }
                colour = wish == "always"
            default: throw Options.wrong(word)
            }
        }
    }

    /// Reads an option that says how something is run; gives whether the word is one.
    private mutating func readRunOption(_ word: String, _ rest: inout ArraySlice<String>) throws -> Bool {
        switch word {
        case "--trace": traces = true
        case "--step": asks = true
        case "--again": again = true
        case "--plan": try take(.plans, word)
        case "--explain": try take(.explains, word)
        case "--catch-up": try take(.catchesUp, word)
        case "--timeout":
            timeout = TimeLimit(try Options.value(of: word, &rest))
            if timeout == nil { throw Options.wrong("--timeout 30s") }
        default: return false
        }
        runOption = word
        return true
    }

    private mutating func take(_ wish: Way, _ word: String) throws {
        guard way == .runs || way == wish else { throw Options.wrong(word) }
        way = wish
    }

    /// Refuses an option of runs where nothing is run, and one of scripts where there is none.
    private func checkRun() throws {
        guard let runOption else { return }
        if way == .catchesUp, readsOnly || asOf != nil { throw Options.wrong("--catch-up") }
        switch task {
        case .check, .test, .format, .grammar, .roles, .languageServer: throw Options.wrong(runOption)
        case .line where way == .catchesUp || way == .explains: throw Options.wrong(runOption)
        case .prompt, .line, .script, .usage: return
        }
    }

    /// Reads `--month 2025-10` or `--month=2025-10`.
    private static func scriptArguments(_ words: ArraySlice<String>) throws -> [(name: String, text: String)] {
        var rest = words
        var arguments: [(name: String, text: String)] = []
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word.count > 2 else { throw Options.wrong(word) }
            let name = word.dropFirst(2)
            if let equals = name.firstIndex(of: "=") {
                arguments.append((String(name[..<equals]), String(name[name.index(after: equals)...])))
            } else {
                arguments.append((String(name), name == "help" ? "" : try value(of: word, &rest)))
            }
        }
        return arguments
    }

    private static func day(of option: String, _ rest: inout ArraySlice<String>) throws -> Day {
        guard let day = Day(iso: try value(of: option, &rest)) else { throw wrong("\(option) 2025-12-01") }
        return day
    }

    private static func value(of option: String, _ rest: inout ArraySlice<String>) throws -> String {
        guard let value = rest.popFirst() else { throw wrong(option) }
        return value
    }

    static func wrong(_ word: String) -> Diagnostic {
        let stand = Text(
            "Sen's own options stand in front of the script: sen run --plan FILE.sen --month 2025-11.",
            vi: "Các tuỳ chọn của Sen đứng trước tên kịch bản: sen run --plan TỆP.sen --month 2025-11.")
        return Diagnostic(
            .usage, Text("‘\(word)’ is not understood here.", vi: "Không hiểu ‘\(word)’ ở đây."),
            notes: word.hasPrefix("--") ? [stand] : [], suggestion: "sen --help")
    }
}

/// How long something may take.
struct TimeLimit {
    let milliseconds: Int
    /// As it was typed.
    let text: String

    /// Reads `30s`, `1.5min`, `2h` or `500ms`.
    init?(_ text: String) {
        self.text = text
        let units = [("ms", 1), ("min", 60_000), ("s", 1000), ("h", 3_600_000)]
        guard let unit = units.first(where: { text.hasSuffix($0.0) }),
            let amount = Number(text.dropLast(unit.0.count)),
            let span = amount.multiplied(by: Number(unit.1))?.rounded(to: 0).whole, (1...604_800_000).contains(span)
        else { return nil }
        milliseconds = Int(span)
    }
}

extension Diagnostic.Code {
    /// Words behind the program's name that it does not understand.
    static let usage: Self = "usage"
}
