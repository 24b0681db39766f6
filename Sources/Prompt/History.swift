import Values

/// The lines entered so far, oldest first, and the file that keeps them.
final class History {
    private(set) var entries: [String] = []
    private var folded: [String] = []
    private let file: HistoryFile?

    /// A history that is kept in no file.
    init() {
        file = nil
    }

    /// Reads the file, if there is one to keep lines in.
    init(_ file: HistoryFile) throws {
        self.file = file
        for entry in try file.read() { append(entry) }
    }

    /// Adds a line and writes it to the file, unless the line before it was the same. One that holds a password, in
    /// the address of a server, is not written.
    func add(_ entry: String) throws {
        guard append(entry), !History.holdsPassword(entry) else { return }
        try file?.append(entry)
    }

    /// Whether a text holds `://user:password@` or a setting `password=`.
    private static func holdsPassword(_ entry: String) -> Bool {
        guard let address = entry.firstRange(of: "://").map({ entry[$0.upperBound...].prefix { $0 != "\"" } }) else {
            return false
        }
        let user = address.prefix { $0 != "@" }
        return user.count < address.count && user.contains(":") || address.contains("password=")
    }

    @discardableResult
    private func append(_ entry: String) -> Bool {
        guard !entry.isEmpty, entries.last != entry else { return false }
        entries.append(entry)
        return true
    }

    /// The rest of the newest line that begins with a text.
    func continuation(of text: String) -> String? {
        guard !text.isEmpty else { return nil }
        let start = Array(text.utf8)
        let found = entries.last { $0.utf8.count > start.count && $0.utf8.starts(with: start) }
        return found.map { String(decoding: Array($0.utf8.dropFirst(start.count)), as: UTF8.self) }
    }

    /// The newest line before an index that holds the words, whatever their tones, marks and case.
    func older(than index: Int, holding words: String) -> Int? {
        let wanted = Array(words.folded.utf8)
        fold()
        return folded[..<min(index, folded.count)].lastIndex { contains($0, wanted) }
    }

    /// The oldest line after an index that holds the words.
    func newer(than index: Int, holding words: String) -> Int? {
        let wanted = Array(words.folded.utf8)
        fold()
        guard index + 1 < folded.count else { return nil }
        return folded[(index + 1)...].firstIndex { contains($0, wanted) }
    }

    private func fold() {
        while folded.count < entries.count { folded.append(entries[folded.count].folded) }
    }
}

private func contains(_ text: String, _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    var rest = Substring(text).utf8
    while let start = rest.firstIndex(of: first) {
        rest = rest[start...]
        if rest.starts(with: wanted) { return true }
        rest = rest.dropFirst()
    }
    return false
}

/// A walk through the history with Up and Down; the line that was begun waits at its end.
struct HistoryWalk {
    private var index: Int?
    private var begun = ""

    /// The line before the one shown; `nil` at the oldest.
    mutating func older(_ entries: [String], shown: String) -> String? {
        let next = (index ?? entries.count) - 1
        guard entries.indices.contains(next) else { return nil }
        if index == nil { begun = shown }
        index = next
        return entries[next]
    }

    /// The line after the one shown, at last the one that was begun; `nil` when that is already there.
    mutating func newer(_ entries: [String]) -> String? {
        guard let index else { return nil }
        let next = index + 1
        self.index = next < entries.count ? next : nil
        return next < entries.count ? entries[next] : begun
    }
}

/// A search through the history, letter by letter, with `^R`.
struct HistorySearch {
    /// What is searched for.
    private(set) var words = ""
    /// The line found, if any.
    private(set) var found: Int?
    /// The line to go back to if the search is given up.
    let begun: LineText

    init(from line: LineText) {
        begun = line
    }

    /// Searches for one more letter, from the line found on.
    mutating func type(_ letter: Unicode.Scalar, in history: History) {
        words.unicodeScalars.append(letter)
        found = history.older(than: found.map { $0 + 1 } ?? .max, holding: words)
    }

    /// Takes the last letter back and searches from the newest line.
    mutating func erase(in history: History) {
        words = String(words.dropLast())
        found = words.isEmpty ? nil : history.older(than: .max, holding: words)
    }

    /// Goes on to an older line; `false` if there is none.
    mutating func older(in history: History) -> Bool {
        move(to: words.isEmpty ? nil : history.older(than: found ?? .max, holding: words))
    }

    /// Goes back to a newer line; `false` if there is none.
    mutating func newer(in history: History) -> Bool {
        move(to: found.flatMap { history.newer(than: $0, holding: words) })
    }

    private mutating func move(to next: Int?) -> Bool {
        guard let next else { return false }
        found = next
        return true
    }
}
