import Diagnostics
import Syntax
import Values

/// Where the variables and functions of a script are made and used, through `use` too.
struct NameIndex {
    /// A variable or function.
    struct Symbol {
        let name: String
        let isFunction: Bool
        /// The name where it is made.
        let definition: Place
        /// The names where it is used.
        var uses: [Place] = []
        /// Which of the variables of this name it is, in the order in which they are made in their script.
        let ordinal: Int
    }

    fileprivate(set) var symbols: [Symbol] = []
    /// The scripts that are named behind `use`, with the paths that are meant.
    fileprivate(set) var scripts: [(place: Place, path: String)] = []

    /// Reads a script and those it uses; one that cannot be read counts as empty.
    init(_ program: Program, reader: @escaping (String) -> Source?) {
        var names = NameReader(program.source, reader)
        names.read(program)
        self = names.index
    }

    fileprivate init() {}

    /// The symbol whose name stands at an offset of a source.
    func symbol(at offset: Int, in path: String) -> Symbol? {
        symbols.first { symbol in
            ([symbol.definition] + symbol.uses).contains {
                $0.source.name == path && $0.span.start <= offset && offset <= $0.span.end
            }
        }
    }
}

/// Goes through scripts in the order in which they run and keeps the scopes.
private struct NameReader: TreeVisitor {
    var index = NameIndex()
    private var source: Source
    private let reader: (String) -> Source?
    private var scopes: [[String: Int]] = [[:]]
    /// The scopes around the functions that are being read: their bodies do not see them.
    private var around: [[[String: Int]]] = []
    private var functions: [String: Int] = [:]
    private var made: [String: Int] = [:]
    private var open: [String]

    init(_ source: Source, _ reader: @escaping (String) -> Source?) {
        self.source = source
        self.reader = reader
        open = [DocumentPath.normal(source.name)]
    }

    mutating func read(_ program: Program) {
        for parameter in program.header?.parameters ?? [] { make(parameter.name) }
        makeFunctions(program.statements)
        walk(program)
    }

    private mutating func makeFunctions(_ statements: [Statement]) {
        for case .function(let function) in statements.map(\.kind) { makeFunction(function.name) }
    }

    private mutating func makeFunction(_ name: Word) {
        functions[name.text] = index.symbols.count
        let place = Place(source: source, span: name.span)
        index.symbols.append(NameIndex.Symbol(name: name.text, isFunction: true, definition: place, ordinal: 0))
    }

    private mutating func make(_ name: Word) {
        scopes[scopes.count - 1][name.text] = index.symbols.count
        let key = source.name + "\n" + name.text
        let place = Place(source: source, span: name.span)
        let ordinal = made[key, default: 0]
        made[key] = ordinal + 1
        index.symbols.append(
            NameIndex.Symbol(name: name.text, isFunction: false, definition: place, ordinal: ordinal))
    }

    mutating func enter(_ statement: Statement) {
        switch statement.kind {
        case .use(let text): use(text)
        case .function(let function):
            if functions[function.name.text] == nil { makeFunction(function.name) }
        default: break
        }
    }

    mutating func leave(_ statement: Statement) {
        if case .bind(let name, _) = statement.kind { make(name) }
    }

    mutating func enterBlock(_ index: Int, of statement: Statement) {
        if case .function(let function) = statement.kind {
            around.append(scopes)
            scopes = [[:]]
            for parameter in function.parameters { make(parameter.name) }
        }
        scopes.append([:])
        switch statement.kind {
        case .loop(let name, _, _): make(name)
        case .attempt(_, let problem, _) where index == 1: make(problem)
        default: break
        }
    }

    mutating func leaveBlock(of statement: Statement) {
        scopes.removeLast()
        if case .function = statement.kind, let outer = around.popLast() { scopes = outer }
    }

    mutating func see(_ variable: Variable) {
        guard let symbol = scopes.reversed().lazy.compactMap({ $0[variable.name.text] }).first else { return }
        index.symbols[symbol].uses.append(Place(source: source, span: variable.name.span))
    }

    mutating func enter(_ expression: Expression) {
        guard case .call(let name, _) = expression.kind, let function = functions[name.text] else { return }
        index.symbols[function].uses.append(Place(source: source, span: name.span))
    }

    private mutating func use(_ text: StringLiteral) {
        guard let plain = text.plain else { return }
        let path = DocumentPath.beside(source.name, plain)
        index.scripts.append((Place(source: source, span: text.span), path))
        guard !open.contains(path), let used = reader(path) else { return }
        let user = source
        source = used
        open.append(path)
        let program = Parser.parse(used).program
        makeFunctions(program.statements)
        walk(program.statements)
        open.removeLast()
        source = user
    }
}

extension DocumentPath {
    /// The path that a script names, beside its own.
    static func beside(_ script: String, _ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = script.lastIndex(of: "/") else { return normal(path) }
        return normal(script[...slash] + path)
    }
}
