import Diagnostics
import Glibc
import Testing
import Values

@testable import Prompt

/// A path in a folder of its own that is removed with it.
final class ScratchFile {
    let path: String

    init() throws {
        var template = Array("/tmp/sen-history-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        path = folder + "/history"
    }

    deinit {
        unlink(path)
        rmdir(String(path.dropLast("/history".count)))
    }

    /// Writes bytes at the end, as another program might.
    func write(_ text: String) throws {
        let fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        try #require(fd >= 0)
        writeAll(text, to: fd)
        close(fd)
    }
}

@Suite struct HistoryFileTests {
    @Test(arguments: ["", "help", "a\nb", "\\n", "\\", "\\\n\\\\", "list \"Nẵng\\n\"\n\n  end", "\t x "])
    func whatIsKeptComesBack(entry: String) {
        let line = HistoryFile.encode(entry)
        #expect(line.dropLast().allSatisfy { $0 != UInt8(ascii: "\n") })
        #expect(HistoryFile.decode(line.dropLast()) == entry)
    }

    @Test func everyTextComesBack() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let letters = (0..<Int.random(in: 0...12, using: &random)).map { _ in "\\\n anđẵ".randomElement() ?? "n" }
            let entry = String(letters)
            #expect(HistoryFile.decode(HistoryFile.encode(entry).dropLast()) == entry)
        }
    }

    @Test func twoSessionsLoseNothing() throws {
        let scratch = try ScratchFile()
        let first = try History(HistoryFile(path: scratch.path))
        let second = try History(HistoryFile(path: scratch.path))
        try first.add("help")
        try second.add("list units |\n  first 3")
        try first.add("undo")
        let third = try History(HistoryFile(path: scratch.path))
        #expect(third.entries == ["help", "list units |\n  first 3", "undo"])
    }

    @Test func passwordsAreNotWritten() throws {
        let scratch = try ScratchFile()
        let history = try History(HistoryFile(path: scratch.path))
        for line in [
            "replay journal to: \"postgres://sen:lotus@server/sen\"", "postgres://server/sen?user=a&password=lotus",
            "replay journal to: \"postgres://sen@server:5432/sen\"", "help",
        ] { try history.add(line) }
        #expect(history.entries.count == 4)
        let kept = try History(HistoryFile(path: scratch.path)).entries
        #expect(kept == ["replay journal to: \"postgres://sen@server:5432/sen\"", "help"])
    }

    @Test func onlyTheOwnerReads() throws {
        let scratch = try ScratchFile()
        try scratch.write("old\n")
        try History(HistoryFile(path: scratch.path)).add("new")
        var facts = stat()
        #expect(stat(scratch.path, &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
    }

    @Test func aTornLastLineStaysApart() throws {
        let scratch = try ScratchFile()
        try scratch.write("help\nlist un")
        try History(HistoryFile(path: scratch.path)).add("undo")
        #expect(try HistoryFile(path: scratch.path).read() == ["help", "list un", "undo"])
    }

    @Test func aLongFileIsReadFromItsEnd() throws {
        let scratch = try ScratchFile()
        let line = String(repeating: "x", count: 1023)
        try scratch.write(String(repeating: line + "\n", count: 1100) + "last\n")
        let entries = try HistoryFile(path: scratch.path).read()
        #expect(entries.last == "last")
        #expect(entries.dropLast().allSatisfy { $0 == line })
        #expect(entries.count == 1024)
    }

    @Test func anUnusablePathIsSaid() throws {
        let file = HistoryFile(path: "/proc/sen-history")
        #expect(throws: Diagnostic.self) { try file.append("help") }
    }

    @Test func repeatsAreKeptOnce() throws {
        let scratch = try ScratchFile()
        let history = try History(HistoryFile(path: scratch.path))
        for entry in ["help", "help", "undo", "help", ""] { try history.add(entry) }
        #expect(history.entries == ["help", "undo", "help"])
        #expect(try HistoryFile(path: scratch.path).read() == history.entries)
    }
}

@Suite struct HistoryTests {
    private func history(_ entries: String...) throws -> History {
        let history = History()
        for entry in entries { try history.add(entry) }
        return history
    }

    @Test func searchKnowsNoTonesMarksOrCase() throws {
        let history = try history("help", "list units of \"Đơn Vị\"", "don't", "DON VI 2")
        #expect(history.older(than: .max, holding: "don vi") == 3)
        #expect(history.older(than: 3, holding: "đơn vị") == 1)
        #expect(history.older(than: 1, holding: "don vi") == nil)
        #expect(history.newer(than: 1, holding: "don vi") == 3)
        #expect(history.newer(than: 3, holding: "don vi") == nil)
    }

    @Test func searchGoesOnLetterByLetter() throws {
        let history = try history("list units", "list sessions", "list units under: HP")
        var search = HistorySearch(from: LineText("begun"))
        for letter in "list un".unicodeScalars { search.type(letter, in: history) }
        #expect(search.found == 2)
        let wentOlder = [search.older(in: history), search.older(in: history)]
        #expect(wentOlder == [true, false] && search.found == 0)
        let wentNewer = search.newer(in: history)
        #expect(wentNewer && search.found == 2)
        search.type("z", in: history)
        #expect(search.found == nil)
        search.erase(in: history)
        #expect(search.found == 2 && search.words == "list un")
        #expect(search.begun.text == "begun")
    }

    @Test func continuationIsOfTheNewest() throws {
        let history = try history("list units", "list sessions", "lịch")
        #expect(history.continuation(of: "list ") == "sessions")
        #expect(history.continuation(of: "list u") == "nits")
        #expect(history.continuation(of: "list units") == nil)
        #expect(history.continuation(of: "li") == "st sessions")
        #expect(history.continuation(of: "") == nil)
    }

    @Test func walkingUpAndDownComesBack() {
        var walk = HistoryWalk()
        let entries = ["a", "b"]
        let early = walk.newer(entries)
        let up = [
            walk.older(entries, shown: "begun"), walk.older(entries, shown: "b"), walk.older(entries, shown: "a"),
        ]
        let down = [walk.newer(entries), walk.newer(entries), walk.newer(entries)]
        let none = walk.older([], shown: "")
        #expect(early == nil && none == nil)
        #expect(up == ["b", "a", nil])
        #expect(down == ["b", "begun", nil])
    }
}
