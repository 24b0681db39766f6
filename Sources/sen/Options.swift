import Diagnostics
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
        case languageServer
        case usage
    }

    var task = Task.prompt
    var database: String?
    var language: DisplayLanguage?
    var today: Day?
    var readsOnly = false
    var findingsAsJSON = false
    var colour: Bool?
    /// What is not understood of the words; the options in front of it hold.
    private(set) var problem: (any Error)?

    /// Reads the words behind the program's name.
    init(_ words: [String]) {
        do {
            try read(words)
        } catch {
            problem = error
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
        case "lsp", "grammar":
            guard rest.isEmpty || rest == ["--stdio"] else { throw Options.wrong(rest.joined(separator: " ")) }
            task = first == "lsp" ? .languageServer : .grammar
        case "help": task = .usage
        default: task = .script(path: first, arguments: try Options.scriptArguments(rest))
        }
    }

    private mutating func readOptions(_ rest: inout ArraySlice<String>, until ends: Set<String> = []) throws {
        while let word = rest.first, word.hasPrefix("-"), word != "-", !ends.contains(word) {
            rest.removeFirst()
            switch word {
            case "--help", "-h": task = .usage
            case "--version": task = .line("show version")
            case "--read-only": readsOnly = true
            case "-c": task = .line(try Options.value(of: word, &rest))
            case "--database": database = try Options.value(of: word, &rest)
            case "--language":
                language = DisplayLanguage(rawValue: try Options.value(of: word, &rest))
                if language == nil { throw Options.wrong("--language en|vi") }
            case "--today":
                today = Day(iso: try Options.value(of: word, &rest))
                if today == nil { throw Options.wrong("--today 2025-12-01") }
            case "--errors":
                findingsAsJSON = true
                guard try Options.value(of: word, &rest) == "json" else { throw Options.wrong("--errors json") }
            case "--color", "--colour":
                let wish = try Options.value(of: word, &rest)
                guard ["always", "never"].contains(wish) else { throw Options.wrong("--color always|never") }
                colour = wish == "always"
            default: throw Options.wrong(word)
            }
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

    private static func value(of option: String, _ rest: inout ArraySlice<String>) throws -> String {
        guard let value = rest.popFirst() else { throw wrong(option) }
        return value
    }

    private static func wrong(_ word: String) -> Diagnostic {
        Diagnostic(
            .usage, Text("‘\(word)’ is not understood here.", vi: "Không hiểu ‘\(word)’ ở đây."),
            suggestion: "sen --help")
    }

    /// How the program is called.
    static let usage = Text(
        """
        sen                          the prompt
        sen FILE.sen [--name value]  run a script; --help shows its parameters
        sen run FILE.sen             the same
        sen check FILE.sen …         find every mistake without running
        sen test FILE …              run .session files and the session blocks of Markdown; --update rewrites answers
        sen fmt FILE.sen …           write scripts in their usual form; --check names those that are not; - for stdin
        sen lsp                      help an editor over standard input and output
        sen -c "LINE"                run one line
        … | sen                      run the lines of standard input

        --database PATH   the database; else $SEN_DATABASE, else $XDG_DATA_HOME/sen/sen.db
        --read-only       change nothing
        --language en|vi  the language of answers; else $SEN_LANGUAGE, else that of the system
        --today DATE      the day that counts as today
        --errors json     findings as JSON, one a line
        --color always|never
        """,
        vi: """
            sen                          mở dấu nhắc lệnh
            sen TỆP.sen [--tên giá-trị]  chạy một kịch bản; --help cho biết các tham số
            sen run TỆP.sen              như trên
            sen check TỆP.sen …          tìm mọi lỗi mà không chạy
            sen test TỆP …               chạy tệp .session và các khối session trong Markdown; --update ghi lại kết quả
            sen fmt TỆP.sen …            viết kịch bản theo dạng chuẩn; --check chỉ nêu tệp chưa đúng; - là đầu vào
            sen lsp                      hỗ trợ trình soạn thảo qua đầu vào và đầu ra chuẩn
            sen -c "DÒNG LỆNH"           chạy một dòng
            … | sen                      chạy các dòng từ đầu vào chuẩn

            --database ĐƯỜNG-DẪN  cơ sở dữ liệu; nếu không có: $SEN_DATABASE, rồi $XDG_DATA_HOME/sen/sen.db
            --read-only           không thay đổi gì
            --language en|vi      ngôn ngữ trả lời; nếu không có: $SEN_LANGUAGE, rồi theo hệ thống
            --today NGÀY          ngày được coi là hôm nay
            --errors json         báo lỗi dạng JSON, mỗi lỗi một dòng
            --color always|never
            """)
}

extension Diagnostic.Code {
    /// Words behind the program's name that it does not understand.
    static let usage: Self = "usage"
}
