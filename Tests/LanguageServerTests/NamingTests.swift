import JSON
import Testing

@testable import LanguageServer

@Suite struct NamingTests {
    private let script = """
        let ẵ = list units
        for u in $ẵ do
          log info "😀 {$u.name} {count($ẵ)}"
          let n = 1
          log info "{$n}"
        end
        let n = 2
        log info "{$n▮}"
        """

    private func lines(_ places: JSON) -> [Int] {
        places.array.compactMap { $0["range"]["start"]["line"].int }.sorted()
    }

    @Test func findsWhatABlockHides() throws {
        let editor = try Editor()
        #expect(editor.ask("definition", script)["range"]["start"]["line"] == 6)
        #expect(lines(editor.ask("references", script)) == [6, 7])
        let inner = script.replacing("▮", with: "").replacing("{$n}\"\nend", with: "{$n▮}\"\nend")
        #expect(lines(editor.ask("references", inner, ["context": ["includeDeclaration": false]])) == [4])
        let outer = script.replacing("▮", with: "").replacing("(ẵ", with: "").replacing("$ẵ do", with: "$▮ẵ do")
        let uses = editor.ask("references", outer)
        #expect(lines(uses) == [0, 1, 2])
        #expect(uses.array.last?["range"]["start"]["character"] == 33)
    }

    @Test func parametersBelongToTheirFunction() throws {
        let editor = try Editor()
        let text = "let a = 1\ndef f(a: number) -> number\n  return $▮a + f($a)\nend\nlog info \"{f($a)}\""
        #expect(lines(editor.ask("references", text)) == [1, 2, 2])
        let call = text.replacing("▮", with: "").replacing("{f(", with: "{▮f(")
        #expect(lines(editor.ask("references", call)) == [1, 2, 4])
    }

    @Test func renames() throws {
        let editor = try Editor()
        let edits = editor.ask("rename", script, ["newName": "$số-hai"])["changes"][editor.uri].array
        #expect(edits.count == 2 && edits.allSatisfy { $0["newText"] == "số-hai" })
        #expect(editor.ask("rename", script, ["newName": "hai từ"]) == .null)
        #expect(editor.ask("rename", script, ["newName": "u"]) == .null, "a name that is taken")
        #expect(editor.ask("rename", "list un▮its", ["newName": "x"]) == .null)
    }

    @Test func goesThroughUse() throws {
        let library = "# thư viện\ndef half(x: number) -> number\n  return $x / 2\nend\nlet base = 10\n"
        let editor = try Editor(files: ["/nhà/lib/lib.sen": library])
        let text = "use \"lib/lib.sen\"\nlog info \"{ha▮lf($base)}\""
        let place = editor.ask("definition", text)
        #expect(place["uri"] == "file:///nh%C3%A0/lib/lib.sen" && place["range"]["start"]["line"] == 1)
        #expect(editor.findings() == [])
        let changes = editor.ask("rename", text, ["newName": "một-nửa"])["changes"]
        #expect(changes["file:///nh%C3%A0/lib/lib.sen"].array.count == 1 && changes[editor.uri].array.count == 1)
        let script = editor.ask("definition", "use \"lib/▮lib.sen\"")
        #expect(script["uri"] == "file:///nh%C3%A0/lib/lib.sen")
        // What is open in the editor stands in place of what is on the disk.
        editor.open("def third(x: number) -> number\n  return $x / 3\nend", uri: "file:///nh%C3%A0/lib/lib.sen")
        editor.open("use \"./lib/../lib/lib.sen\"\nlog info \"{third(1)}\"")
        #expect(editor.findings() == [])
        editor.open("def third(x: nmber) -> number\n  return $x / 3\nend", uri: "file:///nh%C3%A0/lib/lib.sen")
        let finding = try #require(editor.findings().first)
        #expect(finding["range"]["start"]["line"] == 0)
        #expect(finding["relatedInformation"].array.first?["location"]["uri"] == "file:///nh%C3%A0/lib/lib.sen")
    }

    @Test func scriptsInACircleEnd() throws {
        let editor = try Editor(files: ["/nhà/b.sen": "use \"a.sen\"\nlet b = 1"])
        editor.open("use \"b.sen\"\nlog info \"{$b}\"")
        #expect(editor.findings().map { $0["code"] } == ["use-circle"])
    }

    @Test func listsSymbolsAndColours() throws {
        let editor = try Editor()
        let text = "▮script s version 1 \"S\"\nend\nlet x = 1\natomic \"all\"\n  list units | where kind = thpt\nend\n"
        #expect(editor.ask("documentSymbol", text).array.map { $0["name"] } == ["s", "$x", "\"all\""])
        let data = editor.ask("semanticTokens/full", text + "log info \"\"\"\n  ẵ😀\n  \"\"\"\n")["data"].array
        #expect(data.count % 5 == 0 && data.count > 60)
        #expect(data.allSatisfy { ($0.int ?? -1) >= 0 })
    }
}
