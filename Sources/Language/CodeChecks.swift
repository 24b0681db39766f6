import Commands
import Diagnostics
import Syntax
import Values

extension Compiler {
    /// Remembers a code that the program names, so that it can be looked up.
    func note(_ code: String, _ type: ValueType, at span: SourceSpan) {
        switch type {
        case .newCode: newCodes.insert(code)
        case .code(let kind): codes.append((kind, code, Place(source: source, span: span)))
        default: return
        }
    }
}

extension Compiler {
    /// Remembers a code with which an expression compares.
    func names(_ code: String, of kind: String, at place: Place) {
        comparedCodes.append((kind, code, place))
    }
}

extension Interpreter {
    /// Warnings of codes that the database does not have and the program does not make. A command refuses those of its
    /// arguments by itself; nothing else would tell of those in expressions.
    func unknownCodes(_ compiler: Compiler, comparedOnly: Bool = false) -> [Diagnostic] {
        var asked: [String: Diagnostic?] = [:]
        var told = 0
        let named = comparedOnly ? compiler.comparedCodes : compiler.codes + compiler.comparedCodes
        return named.compactMap { kind, code, place in
            guard !compiler.newCodes.contains(code), told <= Interpreter.mostFindings else { return nil }
            let finding = asked[kind + " " + code] ?? unknownCode(code, of: kind)
            asked[kind + " " + code] = .some(finding)
            if finding != nil { told += 1 }
            return finding?.placed(at: place.span, in: place.source)
        }
    }

    private func unknownCode(_ code: String, of kind: String) -> Diagnostic? {
        guard let record = session.registry.kind(kind), (try? record.exists(session, code)) == false else { return nil }
        var finding = try? session.unknown(code, record, nil)
        finding?.severity = .warning
        return finding
    }
}
