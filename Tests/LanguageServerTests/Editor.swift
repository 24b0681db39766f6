import Commands
import JSON
import Language
import Programme
import TestSupport
import Testing

@testable import LanguageServer

/// An editor that speaks with a server: requests by name, answers as JSON.
final class Editor {
    let server: LanguageServer
    private var count = 0
    let uri = "file:///nh%C3%A0/a.sen"

    init(files: [String: String] = [:], database lines: String = "", locale: String? = nil) throws {
        let session = try Session.empty([programmePack, sessionPack], files: MemoryFiles(files))
        if !lines.isEmpty { Interpreter(session).run(.init(name: "test", text: lines)) }
        server = LanguageServer(session, hasDatabase: !lines.isEmpty)
        request("initialize", ["locale": locale.map { .string($0) } ?? .null])
    }

    @discardableResult
    func request(_ method: String, _ parameters: JSON) -> JSON {
        count += 1
        let answers = send(["jsonrpc": "2.0", "id": .int(count), "method": .string(method), "params": parameters])
        #expect(answers.count == 1 && answers.first?["id"] == .int(count))
        return answers.first ?? .null
    }

    func notify(_ method: String, _ parameters: JSON) {
        #expect(send(["jsonrpc": "2.0", "method": .string(method), "params": parameters]).isEmpty)
    }

    func send(_ message: JSON) -> [JSON] { send(bytes: message.bytes) }

    func send(bytes: [UInt8]) -> [JSON] { server.receive(.message(bytes)).compactMap(JSONReader.read) }

    /// The findings that are told of the text.
    func findings(_ uri: String? = nil) -> [JSON] {
        let news = server.news().compactMap(JSONReader.read)
        return news.last { $0["params"]["uri"].string == (uri ?? self.uri) }?["params"]["diagnostics"].array ?? []
    }

    func open(_ text: String, uri: String? = nil) {
        let document: JSON = ["uri": .string(uri ?? self.uri), "version": 1, "text": .string(text)]
        notify("textDocument/didOpen", ["textDocument": document])
    }

    /// Opens a text and asks about the place of the `▮` in it.
    func ask(_ method: String, _ text: String, _ more: [String: JSON] = [:]) -> JSON {
        let parts = text.split(separator: "▮", omittingEmptySubsequences: false)
        open(parts.joined())
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let position: JSON = ["line": .int(lines.count - 1), "character": .int(lines[lines.count - 1].utf16.count)]
        var parameters: [String: JSON] = ["textDocument": ["uri": .string(uri)], "position": position]
        parameters.merge(more) { _, new in new }
        return request("textDocument/" + method, .object(parameters))["result"]
    }
}
