public import Commands
import Diagnostics
import JSON
import Language
import Syntax
import Values

/// A language server: takes the messages of an editor and answers them. It runs no command and writes nothing.
///
/// The protocol is version 3.17 of the Language Server Protocol; positions count units of UTF-16.
public final class LanguageServer {
    let session: Session
    let interpreter: Interpreter
    let files: OpenFiles
    /// Whether codes can be looked up.
    let hasDatabase: Bool
    /// The language of the editor.
    private(set) var language: DisplayLanguage
    /// The texts that are open, by the editor's names.
    private(set) var documents: [String: OpenDocument] = [:]
    private var analyses: [String: Analysis] = [:]
    private var state = State.new
    /// The status with which the editor has asked the program to end.
    public private(set) var exitStatus: Int?

    private enum State {
        case new, running, shutDown
    }

    /// Takes a session, from which it takes away all permissions.
    public init(_ session: Session, hasDatabase: Bool) {
        self.session = session
        self.hasDatabase = hasDatabase
        files = OpenFiles(session.surroundings.files)
        language = session.surroundings.language
        session.allowed = []
        session.surroundings.files = files
        interpreter = Interpreter(session)
    }

    /// Answers what came from the editor; gives the messages to send.
    public func receive(_ frame: MessageFrames.Frame) -> [[UInt8]] {
        guard case .message(let bytes) = frame, let message = JSONReader.read(bytes) else {
            let reason = frame == .oversize ? "The message is too long." : "The message is no JSON."
            return [LanguageServer.failure(.null, -32700, reason).bytes]
        }
        guard case .object = message else {
            return [LanguageServer.failure(.null, -32600, "The message is no object.").bytes]
        }
        guard let method = message["method"].string else {
            // Answers to what the server asked are of no interest; all else without a method is no message.
            let isAnswer = message["result"] != .null || message["error"] != .null || message["id"] == .null
            return isAnswer ? [] : [LanguageServer.failure(message["id"], -32600, "There is no method.").bytes]
        }
        guard message["id"] != .null else {
            notice(method, message["params"])
            return []
        }
        return [answer(message["id"], method, message["params"]).bytes]
    }

    /// What is to be told without having been asked: the findings of texts that have changed.
    public func news() -> [[UInt8]] {
        guard state == .running else { return [] }
        return documents.values.filter { !$0.isTold }.sorted { $0.uri < $1.uri }.map { document in
            documents[document.uri]?.isTold = true
            return publication(document).bytes
        }
    }

    // MARK: Requests

    private func answer(_ id: JSON, _ method: String, _ parameters: JSON) -> JSON {
        switch (state, method) {
        case (.new, "initialize"):
            state = .running
            choose(parameters)
            return LanguageServer.success(id, LanguageServer.capabilities)
        case (.new, _): return LanguageServer.failure(id, -32002, "‘initialize’ comes first.")
        case (.shutDown, _): return LanguageServer.failure(id, -32600, "The server is shut down.")
        case (_, "initialize"): return LanguageServer.failure(id, -32600, "‘initialize’ comes once.")
        case (_, "shutdown"):
            state = .shutDown
            return LanguageServer.success(id, .null)
        default: break
        }
        guard let uri = parameters["textDocument"]["uri"].string, let document = documents[uri] else {
            let isKnown = method.hasPrefix("textDocument/")
            return isKnown
                ? LanguageServer.failure(id, -32602, "The text is not open.") : LanguageServer.unknown(id, method)
        }
        do {
            guard let result = try result(method, document, parameters) else {
                return LanguageServer.unknown(id, method)
            }
            return LanguageServer.success(id, result)
        } catch {
            return LanguageServer.failure(id, -32803, Diagnostics.of(error).map { $0.message(in: language) }.joined())
        }
    }

    private func result(_ method: String, _ document: OpenDocument, _ parameters: JSON) throws -> JSON? {
        switch method {
        case "textDocument/completion": completion(document, parameters)
        case "textDocument/hover": hover(document, parameters)
        case "textDocument/signatureHelp": signatureHelp(document, parameters)
        case "textDocument/formatting": try formatting(document)
        case "textDocument/codeAction": codeActions(document, parameters)
        case "textDocument/definition": definition(document, parameters)
        case "textDocument/references": references(document, parameters)
        case "textDocument/rename": try rename(document, parameters)
        case "textDocument/documentSymbol": documentSymbols(document)
        case "textDocument/semanticTokens/full": semanticTokens(document)
        default: nil
        }
    }

    private static let capabilities: JSON = [
        "serverInfo": ["name": "sen", "version": .string(senVersion)],
        "capabilities": [
            "positionEncoding": "utf-16",
            "textDocumentSync": ["openClose": true, "change": 2, "save": true],
            "completionProvider": ["triggerCharacters": [" ", ":", "$", ".", "|", "\""]],
            "signatureHelpProvider": ["triggerCharacters": ["(", " "]],
            "codeActionProvider": ["codeActionKinds": ["quickfix"]],
            "semanticTokensProvider": ["legend": semanticLegend, "full": true],
            "hoverProvider": true, "documentFormattingProvider": true, "definitionProvider": true,
            "referencesProvider": true, "renameProvider": true, "documentSymbolProvider": true,
        ],
    ]

    /// Speaks the editor's language, when it is one of Sen's.
    private func choose(_ parameters: JSON) {
        guard let locale = parameters["locale"].string?.prefix(2).lowercased(),
            let wanted = DisplayLanguage(rawValue: locale)
        else { return }
        language = wanted
        session.surroundings.language = wanted
    }

    // MARK: Notices

    private func notice(_ method: String, _ parameters: JSON) {
        if method == "exit" { exitStatus = state == .shutDown ? 0 : 1 }
        guard state == .running else { return }
        let text = parameters["textDocument"]
        guard let uri = text["uri"].string else { return }
        switch method {
        case "textDocument/didOpen":
            keep(OpenDocument(uri: uri, version: text["version"].int ?? 0, text: text["text"].string ?? ""))
        case "textDocument/didChange":
            guard var document = documents[uri] else { return }
            document.version = text["version"].int ?? document.version
            for change in parameters["contentChanges"].array { document.change(change) }
            keep(document)
        case "textDocument/didSave": forget()
        case "textDocument/didClose":
            if let closed = documents.removeValue(forKey: uri) { files.texts[closed.path] = nil }
            forget()
        default: return
        }
    }

    private func keep(_ document: OpenDocument) {
        documents[document.uri] = document
        files.texts[document.path] = document.text
        forget()
    }

    /// Forgets what was worked out: a script may use any other that has changed.
    private func forget() {
        analyses = [:]
        for uri in documents.keys { documents[uri]?.isTold = false }
    }

    // MARK: Analyses

    /// What is known of a text as it stands.
    struct Analysis {
        let facts: CheckFacts
        let names: NameIndex
    }

    /// Checks a text, once after each change.
    func analysis(_ document: OpenDocument) -> Analysis {
        if let known = analyses[document.uri] { return known }
        let facts = interpreter.facts(of: document.source, checksCodes: hasDatabase)
        let names = NameIndex(facts.program) { [files] path in
            (try? files.read(path)).map { Source(name: path, text: String(decoding: $0, as: UTF8.self)) }
        }
        let analysis = Analysis(facts: facts, names: names)
        analyses[document.uri] = analysis
        return analysis
    }

    // MARK: Messages

    static func success(_ id: JSON, _ result: JSON) -> JSON {
        ["jsonrpc": "2.0", "id": id, "result": result]
    }

    private static func unknown(_ id: JSON, _ method: String) -> JSON {
        failure(id, -32601, "There is no method ‘\(method)’ here.")
    }

    static func failure(_ id: JSON, _ code: Int, _ message: String) -> JSON {
        ["jsonrpc": "2.0", "id": id, "error": ["code": .int(code), "message": .string(message)]]
    }

    static func notification(_ method: String, _ parameters: JSON) -> JSON {
        ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
    }
}
