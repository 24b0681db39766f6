import Diagnostics
import JSON
import Language
import Syntax
import Values

// Where names are made and used, and other names for them.
extension LanguageServer {
    func definition(_ document: OpenDocument, _ parameters: JSON) -> JSON {
        guard let offset = document.map.offset(parameters["position"]) else { return .null }
        let names = analysis(document).names
        if let symbol = names.symbol(at: offset, in: document.path) { return location(symbol.definition) }
        let script = names.scripts.first {
            $0.place.source.name == document.path && $0.place.span.start <= offset && offset <= $0.place.span.end
        }
        guard let script else { return .null }
        let start: JSON = ["line": 0, "character": 0]
        return ["uri": .string(uri(of: script.path)), "range": ["start": start, "end": start]]
    }

    func references(_ document: OpenDocument, _ parameters: JSON) -> JSON {
        guard let symbol = symbol(document, parameters) else { return .null }
        let made = parameters["context"]["includeDeclaration"] == false ? [] : [symbol.definition]
        return .array((made + uses(of: symbol)).map { location($0) })
    }

    func rename(_ document: OpenDocument, _ parameters: JSON) throws -> JSON {
        guard let symbol = symbol(document, parameters) else { throw LanguageServer.nothingToRename }
        var name = parameters["newName"].string ?? ""
        if name.hasPrefix("$") { name.removeFirst() }
        let kinds = Lexer.tokens(of: Source(name: "name", text: name)).map(\.kind)
        guard kinds == [.word, .end], !["yes", "no", "do", "then", "else", "end"].contains(name) else {
            throw LanguageServer.noName(name)
        }
        let taken = documents.values.contains { open in
            let names = analysis(open).names
            return names.symbols.contains { $0.name == name && $0.isFunction == symbol.isFunction }
                && names.symbols.contains { $0.definition == symbol.definition }
        }
        guard !taken else { throw LanguageServer.nameTaken(name) }
        let places = [symbol.definition] + uses(of: symbol)
        let files = Dictionary(grouping: places) { $0.source.name }
        var changes: [String: JSON] = [:]
        for (path, places) in files {
            let map = LineMap(places[0].source.text)
            changes[uri(of: path)] = .array(
                places.map { ["range": map.range($0.span), "newText": .string(name)] })
        }
        return ["changes": .object(changes)]
    }

    private func symbol(_ document: OpenDocument, _ parameters: JSON) -> NameIndex.Symbol? {
        document.map.offset(parameters["position"]).flatMap {
            analysis(document).names.symbol(at: $0, in: document.path)
        }
    }

    /// Where a symbol is used in all scripts that are open and those that they use.
    private func uses(of symbol: NameIndex.Symbol) -> [Place] {
        var places: [Place] = []
        for document in documents.values.sorted(by: { $0.uri < $1.uri }) {
            let same = analysis(document).names.symbols.filter { $0.definition == symbol.definition }
            for place in same.flatMap(\.uses) where !places.contains(place) { places.append(place) }
        }
        return places
    }

    /// The header, the functions, the variables and the labelled blocks of a script.
    func documentSymbols(_ document: OpenDocument) -> JSON {
        let program = analysis(document).facts.program
        var symbols: [JSON] = []
        func add(_ name: String, _ kind: Int, _ span: SourceSpan, _ nameSpan: SourceSpan) {
            symbols.append([
                "name": .string(name.isEmpty ? "…" : name), "kind": .int(kind), "range": document.map.range(span),
                "selectionRange": document.map.range(nameSpan),
            ])
        }
        if let header = program.header { add(header.name.text, 2, header.span, header.name.span) }
        for statement in program.statements {
            switch statement.kind {
            case .function(let function): add(function.name.text, 12, statement.span, function.name.span)
            case .bind(let name, _): add("$" + name.text, 13, statement.span, name.span)
            case .atomic(let label, _), .step(let label, _):
                add(document.source[label.span], 24, statement.span, label.span)
            default: break
            }
        }
        return .array(symbols)
    }

    private static let nothingToRename = Diagnostic(
        .notANewName, Text("Here stands no variable and no function.", vi: "Ở đây không có biến hay hàm nào."))

    private static func noName(_ name: String) -> Diagnostic {
        Diagnostic(.notANewName, Text("‘\(name)’ is no name.", vi: "‘\(name)’ không dùng làm tên được."))
    }

    private static func nameTaken(_ name: String) -> Diagnostic {
        Diagnostic(.notANewName, Text("There is a ‘\(name)’ already.", vi: "Đã có ‘\(name)’ rồi."))
    }
}

extension Diagnostic.Code {
    /// A name that a variable or function cannot be given.
    static let notANewName: Self = "not-a-new-name"
}
