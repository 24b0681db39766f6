import Commands
import Diagnostics
import Values

/// What a line behind `@ ` sets for the lines below it.
///
/// - `@ language vi`: the language of answers.
/// - `@ today 2026-01-15`: the day that counts as today.
/// - `@ read-only` and `@ read-write`: what commands may do.
/// - `@ secret WORDS`: what is typed when a secret is asked for; several answers in turn are set apart by ` / `,
///   nothing means that nobody answers.
/// - `@ file PATH`: a file, whose lines follow behind `. `.
/// - `@ folder PATH`: the files of a folder of this computer, as it lies there.
/// - `@ arguments --month 2025-11`: the arguments of the script below.
/// - `@ check`: checks the lines behind `. ` without running them.
enum TranscriptSetting {
    case language(DisplayLanguage)
    case today(Day)
    case effects(Set<Effect>)
    case secret([String])
    case file(path: String, text: String)
    case folder(String)
    case arguments([(name: String, text: String)])
    case check

    init(_ text: String) throws(Diagnostic) {
        let first = String(text.prefix { $0 != "\n" })
        let words = first.split(separator: " ").map(String.init)
        let rest = words.dropFirst().joined(separator: " ")
        switch words.first {
        case "language":
            guard let language = DisplayLanguage(rawValue: rest) else { throw .unknownSetting(first) }
            self = .language(language)
        case "today":
            guard let day = Day(iso: rest) else { throw .unknownSetting(first) }
            self = .today(day)
        case "read-only": self = .effects([.reads, .exports])
        case "read-write": self = .effects(Set(Effect.allCases))
        case "secret": self = .secret(rest.isEmpty ? [] : TranscriptSetting.answers(words.dropFirst()))
        case "file": self = .file(path: rest, text: text.linesBehindFirst)
        case "folder": self = .folder(rest)
        case "arguments":
            let parts = words.dropFirst()
            self = .arguments(
                zip(parts, parts.dropFirst()).filter { $0.0.hasPrefix("--") }
                    .map { (name: String($0.0.dropFirst(2)), text: $0.1) })
        case "check": self = .check
        default: throw .unknownSetting(first)
        }
    }

    private static func answers(_ words: ArraySlice<String>) -> [String] {
        words.split(separator: "/").map { $0.joined(separator: " ") }
    }

    func apply(to session: Session) throws {
        switch self {
        case .language(let language): session.surroundings.language = language
        case .today(let day):
            let moment = Instant(seconds: Instant(day).seconds + 8 * 3600)
            session.surroundings.now = { moment }
        case .effects(let effects): session.allowed = effects
        case .secret(let answers):
            var left = answers[...]
            session.surroundings.askSecret = { _ in left.count > 1 ? left.popFirst() : left.first }
        case .file(let path, let text):
            let files = session.surroundings.files
            try files.publish(files.stage(Array((text + "\n").utf8), for: path), as: path)
        case .folder(let path): try TranscriptSetting.copy(path + "/", to: session.surroundings.files)
        case .arguments, .check: return
        }
    }

    private static func copy(_ folder: String, to files: any FileStore) throws {
        let local = LocalFiles()
        for name in local.entries(of: folder) {
            let path = folder + name
            if name.hasSuffix("/") {
                try copy(path, to: files)
            } else {
                try files.publish(files.stage(local.read(path), for: path), as: path)
            }
        }
    }
}

extension String {
    /// The lines below the first.
    var linesBehindFirst: String {
        firstIndex(of: "\n").map { String(self[index(after: $0)...]) } ?? ""
    }
}

extension Diagnostic {
    fileprivate static func unknownSetting(_ text: String) -> Diagnostic {
        Diagnostic(
            .unknownSetting, Text("‘@ \(text)’ sets nothing.", vi: "‘@ \(text)’ không đặt gì cả."),
            notes: [
                Text(
                    "There are: language, today, read-only, read-write, secret, file, folder, arguments, check.",
                    vi: "Có: language, today, read-only, read-write, secret, file, folder, arguments, check.")
            ])
    }
}

extension Diagnostic.Code {
    /// A line of a transcript behind `@ ` that sets nothing.
    static let unknownSetting: Self = "unknown-setting"
}
