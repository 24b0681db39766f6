import Commands
public import Diagnostics
import Syntax
import Tables
import Values

extension Compiler {
    /// Checks a script's signature and declares its parameters.
    func header(_ header: Header) -> [ParameterCode] {
        for need in header.needs { checkNeed(need.pack, need.version) }
        return header.parameters.compactMap { parameter in
            guard let type = type(named: parameter.type) else {
                declare(parameter.name.text, nil)
                return nil
            }
            let standard = parameter.standard.flatMap { argument($0, as: type) }
            declare(parameter.name.text, type, at: parameter.name.span)
            return ParameterCode(
                name: parameter.name.text, type: type, standard: standard, help: parameter.help?.plain ?? "")
        }
    }

    private func checkNeed(_ word: Word, _ version: Number) {
        guard let pack = registry.packs.first(where: { $0.name == word.text }) else {
            report(
                .packMissing,
                Text("This program has no pack ‘\(word.text)’.", vi: "Chương trình không có gói ‘\(word.text)’."),
                at: word.span,
                replacement: nearest(to: word.text, among: registry.packs.map(\.name)))
            return
        }
        guard pack.version < version else { return }
        report(
            .packTooOld,
            Text(
                "The script needs ‘\(word.text)’ \(version); this program has \(pack.version).",
                vi: "Kịch bản cần gói ‘\(word.text)’ \(version); chương trình có \(pack.version)."),
            at: word.span)
    }

    /// Makes the functions of a block known before it is checked, so that they may call each other.
    func declareFunctions(_ statements: [Statement]) {
        var names: Set<String> = []
        for case .function(let function) in statements.map(\.kind) {
            let parameters = function.parameters.map {
                FunctionSignature.Parameter($0.name.text, type(named: $0.type))
            }
            let signature = FunctionSignature(function.name.text, parameters, result: type(named: function.returns))
            let isDoubled = !names.insert(function.name.text).inserted
            let known = functions[function.name.text]
            let isOthers = known?.source.name != source.name && !open.dropLast().isEmpty
            if known != nil, isOthers || isDoubled {
                report(
                    .functionTwice,
                    Text(
                        "There is a function ‘\(function.name.text)’ already.", vi: "Đã có hàm ‘\(function.name.text)’."
                    ),
                    at: function.name.span)
            }
            functions[function.name.text] = FunctionCode(signature, source: source, syntax: function)
        }
    }

    /// Checks the body of a function; it sees its parameters and other functions, no variables.
    func function(_ function: Function) {
        if functions[function.name.text] == nil {
            declareFunctions([Statement(.function(function), function.name.span)])
        }
        guard let code = functions[function.name.text] else { return }
        let outer = (scopes, givesBack)
        scopes = [Names()]
        givesBack = code.signature.result ?? .nothing
        for (parameter, written) in zip(code.signature.parameters, function.parameters) {
            declare(parameter.name, parameter.type, at: written.name.span)
        }
        let body = ownSteps { scoped { block(function.body) } }
        if keepsCode { code.body = body }
        warnOfUnread(scopes[0])
        (scopes, givesBack) = outer
    }

    /// Reads and checks another script; its functions and variables are known from here on.
    func use(_ path: StringLiteral) -> Step? {
        guard let plain = path.plain else {
            report(
                .useNeedsPlainPath,
                Text("‘use’ takes a plain path.", vi: "‘use’ cần một đường dẫn viết thẳng, không có biểu thức."),
                at: path.span)
            return nil
        }
        let resolved = Compiler.resolve(plain, beside: source.name)
        guard !open.contains(resolved) else {
            report(
                .useCircle,
                Text(
                    "‘\(plain)’ is being read already: the scripts use each other in a circle.",
                    vi: "‘\(plain)’ đang được đọc: các kịch bản gọi nhau thành vòng."),
                at: path.span)
            return nil
        }
        do {
            let used = try reader(resolved)
            let parse = Parser.parse(used)
            findings += parse.findings
            let compiler = Compiler(
                registry: registry, source: used, names: Names(), functions: functions, allowed: allowed, open: open,
                reader: reader)
            compiler.scopes = scopes
            compiler.newCodes = newCodes
            compiler.shape = shape
            compiler.keepsCode = keepsCode
            compiler.steps = self.steps
            compiler.declareFunctions(parse.program.statements)
            let steps = compiler.block(parse.program.statements)
            compiler.checkFlow(parse.program.statements)
            findings += compiler.findings
            functions = compiler.functions
            scopes = zip(scopes, compiler.scopes).map { $0.afterUse($1) }
            newCodes = compiler.newCodes
            self.steps = compiler.steps
            codes += compiler.codes
            comparedCodes += compiler.comparedCodes
            return .use(steps)
        } catch {
            for finding in Diagnostics.of(error) { report(finding, at: path.span) }
            return nil
        }
    }

    /// The path of a script beside another.
    static func resolve(_ path: String, beside file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return String(file[...slash]) + path
    }
}

extension Diagnostic.Code {
    /// A pack that the script needs and the program does not have.
    public static let packMissing: Self = "pack-missing"
    /// A pack older than the script needs.
    public static let packTooOld: Self = "pack-too-old"
    /// A function declared twice.
    public static let functionTwice: Self = "function-twice"
    /// A `use` whose path holds an expression.
    public static let useNeedsPlainPath: Self = "use-needs-plain-path"
    /// Scripts that use each other in a circle.
    public static let useCircle: Self = "use-circle"
}
