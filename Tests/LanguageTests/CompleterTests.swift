import Commands
import Diagnostics
import Programme
import TestSupport
import Testing
import Values

@testable import Language

@Suite struct CompleterTests {
    private let interpreter: Interpreter

    init() throws {
        let files = MemoryFiles(["units.csv": "", "units.json": "", ".hidden": "", "out/a.csv": ""])
        let session = try Session.empty([programmePack, sessionPack], files: files)
        interpreter = Interpreter(session)
        let lines = """
            register unit SGD-HP "Sở GDĐT Hải Phòng" kind: so
            register unit HP-012 "THPT Thái Phiên" kind: thpt under: SGD-HP
            register unit HP-013 "THPT Ngô Quyền" kind: thpt under: SGD-HP
            let top = list units kind: so
            """
        #expect(interpreter.run(Source(name: "prompt", text: lines)) == .finished)
    }

    /// The words offered at the `▮`, or at the end.
    private func words(_ text: String) -> [String] {
        let parts = text.split(separator: "▮", omittingEmptySubsequences: false)
        let completion = Completer(interpreter).completion(
            of: parts.joined(), at: parts.first?.utf8.count ?? 0)
        return completion.candidates.map(\.word)
    }

    @Test func commandWordsOneByOne() {
        #expect(words("regi") == ["register"])
        #expect(words("register ") == ["unit"])
        #expect(words("list un") == ["unit changes", "unit labels", "units"])
        #expect(words("").contains("list"))
        #expect(words("").contains("atomic"))
        #expect(!words("").contains("sort"))
        #expect(words("list unit") == ["unit changes", "unit labels", "units"])
        #expect(words("list unit ") == ["changes", "labels"])
        #expect(words("plan regi") == ["register"])
        #expect(words("let x = list un") == ["unit changes", "unit labels", "units"])
        #expect(words("for u in list un") == ["unit changes", "unit labels", "units"])
        #expect(words("if 1 = 1 then\n  regi") == ["register"])
        #expect(words("list units\nregi") == ["register"])
        #expect(words("log info \"a\" # regi") == [])
    }

    @Test func whatManyCommandsBeginWithTellsThem() {
        let all = Completer(interpreter).completion(of: "regis", at: 5).candidates
        #expect(all.map { $0.meaning.english } == ["unit"])
    }

    @Test func labelsThatAreStillOpen() {
        #expect(words("register unit HP-1 \"x\" ") == ["kind:", "under:", "opened:", "place:"])
        #expect(words("register unit HP-1 \"x\" kind: th ") == ["under:", "opened:", "place:"])
        #expect(words("register unit HP-1 \"x\" op") == ["opened:"])
    }

    @Test func valuesOfALabel() {
        #expect(words("register unit HP-1 \"x\" kind: th") == ["th", "thcs", "thpt"])
        #expect(words("register unit HP-1 \"x\" under: HP") == ["HP-012", "HP-013"])
        #expect(words("register unit HP-1 \"x\" under: HP-") == ["HP-012", "HP-013"])
        #expect(words("register unit HP-1 \"x\" under: hp-013") == ["HP-013"])
        #expect(words("list units under: ▮ | first 3") == ["HP-012", "HP-013", "SGD-HP"])
        #expect(words("show unit S") == ["SGD-HP"])
    }

    @Test func columnsAndVerbsBehindAPipe() {
        #expect(words("list units | whe") == ["where"])
        #expect(words("list units | ").contains("save"))
        #expect(!words("list units | ").contains("list"))
        #expect(words("list units | keep n") == ["name"])
        #expect(words("list units | keep name, ki") == ["kind"])
        #expect(words("list units |\n  keep un") == ["unit", "under"])
        #expect(words("let x = list units | keep na") == ["name"])
        #expect(words("$top | keep na") == ["name"])
        #expect(words("list units | sort ") == ["by"])
        #expect(words("list units | sort by name d") == ["desc"])
        #expect(words("list units | group by kind w") == ["with"])
        #expect(words("list units | group by kind with n = cou").contains("count("))
        #expect(words("list units | where (name = \"a\" or ki") == ["kind"])
        #expect(words("list units | join (list un") == ["unit changes", "unit labels", "units"])
    }

    @Test func valuesComparedWithAColumn() {
        #expect(words("list units | where kind = thp") == ["thpt"])
        #expect(words("list units | where kind in [th, thp") == ["thpt"])
        #expect(words("list units | where kind = th and unit = HP") == ["HP-012", "HP-013"])
        #expect(words("list units | where kind i") == ["is missing", "is not missing", "in"])
    }

    @Test func wordsOfSeveralParts() {
        #expect(words("show journal last: ▮") == [])
        #expect(words("list units | where name is m") == ["missing"])
        #expect(words("list trainings period: last m") == ["month"])
        #expect(words("list trainings period: ").contains("this year"))
        #expect(words("list units\nen") == ["end"])
    }

    @Test func variablesAndTheirFields() {
        #expect(words("$t") == ["$top"])
        #expect(words("let nine = 9\nlog info \"{$n") == ["$nine"])
        #expect(words("for u in list units | first 2 do\n  log info \"{$u.na") == ["$u.name"])
        #expect(words("for u in $top do\n  show unit $u.un") == ["$u.unit", "$u.under"])
    }

    @Test func filesInsideQuotes() {
        #expect(words("list units | save \"u") == ["units.csv\"", "units.json\""])
        #expect(words("list units | save \"") == ["out/", "units.csv\"", "units.json\""])
        #expect(words("list units | save \"out/") == ["out/a.csv\""])
        #expect(words("list units | save \".h") == [".hidden\""])
        #expect(words("use \"u").count == 2)
        #expect(words("register unit HP-1 \"u") == [])
    }

    @Test func hintsTellWhatComesNext() {
        let completer = Completer(interpreter)
        #expect(completer.hint(of: "register unit") == nil)
        #expect(completer.hint(of: "register unit ") == "CODE NAME kind: [under:] [opened:] [place:]")
        #expect(completer.hint(of: "register unit HP-1 ") == "NAME kind: [under:] [opened:] [place:]")
        #expect(completer.hint(of: "register unit HP-1 \"THPT ") == nil)
        #expect(completer.hint(of: "register unit HP-1 \"x\" kind: ") == "What the unit is.")
        #expect(completer.hint(of: "let x = list units ") == "[under:] [kind:] [on:]")
        #expect(completer.hint(of: "list units | where ") == nil)
    }

    @Test func moreCodesThanAreLookedUp() throws {
        let lines = (0..<Completer.limit).map { "register unit U-\($0) \"x\" kind: th" }
        #expect(interpreter.run(Source(name: "prompt", text: lines.joined(separator: "\n"))) == .finished)
        let completer = Completer(interpreter)
        let all = completer.completion(of: "show unit ", at: 10)
        #expect(all.isPartial && all.candidates.count >= Completer.limit)
        #expect(!completer.completion(of: "show unit U-19", at: 14).isPartial)
    }

    @Test(arguments: [
        "let x = (((", "list units | where (kind in [", "\"{\"{\"{", "for for in in do do", ")]}", "| | |", "$", "$.",
        "$a.b.",
        "let let = let", "register unit \"", "as-of as-of", "'", "\"\"\"", "if if then then else", "list units | first",
        "def f(a: number) -> number", "\u{202E}", "Ằẵ đ", "as-of 2025-01-01 list un",
    ])
    func noTextIsTooStrange(text: String) {
        for cursor in 0...text.utf8.count + 1 {
            let completion = Completer(interpreter).completion(of: text, at: cursor)
            #expect(completion.range.start <= completion.range.end)
            #expect(completion.range.end <= text.utf8.count)
        }
        _ = Completer(interpreter).hint(of: text + " ")
    }
}
