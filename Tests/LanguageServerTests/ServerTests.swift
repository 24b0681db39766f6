import JSON
import Testing

@testable import LanguageServer

@Suite struct ServerTests {
    @Test func livesAndEnds() throws {
        let editor = try Editor()
        #expect(editor.request("initialize", [:])["error"]["code"] == -32600)
        #expect(editor.request("shutdown", .null)["result"] == .null)
        #expect(editor.request("textDocument/hover", [:])["error"]["code"] == -32600)
        editor.notify("exit", .null)
        #expect(editor.server.exitStatus == 0)
        let other = try Editor()
        other.notify("exit", .null)
        #expect(other.server.exitStatus == 1)
    }

    @Test func malformedMessagesAreAnswered() throws {
        let editor = try Editor()
        #expect(editor.send(bytes: Array("{".utf8)).first?["error"]["code"] == -32700)
        #expect(editor.send(bytes: [0xFF]).first?["error"]["code"] == -32700)
        #expect(editor.send([1, 2]).first?["error"]["code"] == -32600)
        #expect(editor.send(["id": 1]).first?["error"]["code"] == -32600)
        #expect(editor.send(["id": 1, "result": 2]) == [])
        #expect(editor.request("workspace/nothing", [:])["error"]["code"] == -32601)
        #expect(editor.request("textDocument/hover", [:])["error"]["code"] == -32602)
        #expect(editor.request("textDocument/hover", 5)["error"]["code"] == -32602)
        editor.open("list units")
        for method in ["hover", "completion", "definition", "references", "codeAction", "signatureHelp"] {
            let document: JSON = ["textDocument": ["uri": .string(editor.uri)], "position": ["line": "x"]]
            let answer = editor.request("textDocument/" + method, document)
            #expect(answer["error"] == .null, "\(method)")
        }
        let huge: JSON = ["line": 1_000_000_000_000, "character": -5]
        for method in ["hover", "completion", "definition", "references", "rename"] {
            _ = editor.request(
                "textDocument/" + method, ["textDocument": ["uri": .string(editor.uri)], "position": huge])
        }
        editor.notify("textDocument/didChange", ["textDocument": ["uri": "file:///none"], "contentChanges": 3])
        editor.notify("$/cancelRequest", ["id": 1])
    }

    @Test func tellsFindingsAndMendsThem() throws {
        let editor = try Editor()
        editor.open("list units | where \"ẵ😀\" = nmae")
        let finding = try #require(editor.findings().first)
        #expect(finding["code"] == "unknown-column" && finding["severity"] == 1 && finding["source"] == "sen")
        #expect(finding["range"]["start"]["character"] == 27)
        #expect(finding["message"].string?.contains("The columns are") == true)
        let actions = editor.request(
            "textDocument/codeAction",
            ["textDocument": ["uri": .string(editor.uri)], "range": finding["range"], "context": ["diagnostics": []]])
        let action = try #require(actions["result"].array.first)
        #expect(action["title"] == "Write ‘name’, not ‘nmae’")
        let edit = try #require(action["edit"]["changes"][editor.uri].array.first)
        change(editor, edit["range"], edit["newText"])
        #expect(editor.findings() == [])
        #expect(editor.server.documents[editor.uri]?.text == "list units | where \"ẵ😀\" = name")
    }

    private func change(_ editor: Editor, _ range: JSON, _ text: JSON) {
        let change: JSON = ["range": range, "text": text]
        editor.notify(
            "textDocument/didChange",
            ["textDocument": ["uri": .string(editor.uri), "version": 2], "contentChanges": [change]])
    }

    /// Changes by pieces come to the same text as one change by hand.
    @Test func followsChanges() throws {
        let editor = try Editor()
        var text = Array("đ😀\r\nx\n\nẵ".utf16)
        editor.open(String(decoding: text, as: UTF16.self))
        let pieces = ["", "a", "\n", "😀", "ướ\n", "\r\n"]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let map = LineMap(String(decoding: text, as: UTF16.self))
            let units = [Int](text.indices) + [text.count]
            let bounds = units.filter { index in
                (index == text.count || !UTF16.isTrailSurrogate(text[index]))
                    && !(index > 0 && index < text.count && text[index - 1] == 13 && text[index] == 10)
            }
            let (a, b) = (bounds.randomElement(using: &random) ?? 0, bounds.randomElement(using: &random) ?? 0)
            let (low, high) = (min(a, b), max(a, b))
            let offset = { (index: Int) in String(decoding: text[..<index], as: UTF16.self).utf8.count }
            let new = pieces.randomElement(using: &random) ?? ""
            change(editor, ["start": map.position(offset(low)), "end": map.position(offset(high))], .string(new))
            text.replaceSubrange(low..<high, with: Array(new.utf16))
            #expect(editor.server.documents[editor.uri]?.text == String(decoding: text, as: UTF16.self))
        }
    }

    @Test func speaksVietnamese() throws {
        let editor = try Editor(locale: "vi-VN")
        editor.open("list unts")
        #expect(editor.findings().first?["message"].string?.contains("không phải") == true)
        let hover = editor.ask("hover", "li▮st units")
        #expect(hover["contents"]["value"].string?.contains("Liệt kê") == true)
    }

    @Test func knowsCodesOfItsDatabaseOnly() throws {
        let line = "show unit HP-999\nshow unit HP-001"
        let editor = try Editor()
        editor.open(line)
        #expect(editor.findings() == [])
        let other = try Editor(database: "register unit HP-001 \"THPT A\" kind: thpt")
        other.open(line)
        #expect(other.findings().map { $0["code"] } == ["unknown-code"])
        let items = other.ask("completion", "show unit ▮")["items"].array
        #expect(items.first?["label"] == "HP-001")
        #expect(other.server.session.allowed.isEmpty)
    }

    @Test func completes() throws {
        let editor = try Editor()
        let answer = editor.ask("completion", "let ẵ😀 = 1\nlist units | wh▮")
        let item = try #require(answer["items"].array.first)
        #expect(item["label"] == "where" && item["textEdit"]["range"]["start"]["character"] == 13)
        #expect(editor.ask("completion", "list units | where ki▮")["items"].array.first?["label"] == "kind")
        #expect(editor.ask("signatureHelp", "show unit ▮")["signatures"].array.first?["label"].string?.isEmpty == false)
    }

    @Test func formats() throws {
        let editor = try Editor()
        let edits = editor.ask("formatting", "▮list   units|count # đếm\n")
        #expect(edits.array.first?["newText"] == "list units | count # đếm\n")
        #expect(editor.ask("formatting", "▮list units\n") == [])
        editor.open("list units |")
        let refused = editor.request("textDocument/formatting", ["textDocument": ["uri": .string(editor.uri)]])
        #expect(refused["error"]["code"] == -32803)
    }

    @Test(arguments: [
        ("list trai▮nings", "list trainings"), ("list units ki▮nd: thpt", "thpt"),
        ("list units | whe▮re kind = thpt", "keep the rows"),
        ("list units | where ki▮nd = thpt", "kind"),
        ("let t = list units\nshow as: csv\n$▮t | count", "- `unit` code:unit"),
        ("for row in list units do\n  log info \"{$row.na▮me}\"\nend", "name"),
        ("let t = list units\nlet n = cou▮nt($t)", "count("),
        ("def f(a: number) -> number\n  return $a\nend\nlet y = f▮(1)", "def f(a: number)"), ("l▮et x = 1", "let x"),
    ])
    func explainsWords(_ text: String, _ expected: String) throws {
        let answer = try Editor().ask("hover", text)
        #expect(answer["contents"]["value"].string?.contains(expected) == true, "\(answer)")
    }

    @Test func explainsNothingWhereNothingIs() throws {
        #expect(try Editor().ask("hover", "# li▮st units") == .null)
        #expect(try Editor().ask("hover", "▮") == .null)
    }
}
