public import Diagnostics
import Tables
public import Values

extension Session {
    /// Fills in defaults and looks every code up; the values are in the order of the parameters.
    func bind(_ command: Command, _ given: [Datum?]) throws -> [Datum?] {
        var findings: [Diagnostic] = []
        let bound = try command.parameters.enumerated().map { index, parameter -> Datum? in
            let datum = index < given.count ? given[index] : nil
            switch datum {
            case .table?: return datum
            case .value(let value)? where !value.isMissing:
                do {
                    return .value(try check(value, parameter))
                } catch let finding as Diagnostic {
                    findings.append(finding)
                    return nil
                }
            case .value?, nil:
                if let standard = try standardValue(parameter) { return .value(standard) }
                if parameter.isRequired { findings.append(Session.missing(parameter, of: command)) }
                return nil
            }
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        return bound
    }

    /// What a parameter is when it is not given.
    public func standardValue(_ parameter: ParameterInfo) throws -> Value? {
        switch parameter.standard {
        case nil: nil
        case .value(let value)?: value
        case .now(_, let work)?: try work(self)
        }
    }

    /// The value as one of the parameter's type, its codes looked up.
    private func check(_ value: Value, _ parameter: ParameterInfo) throws -> Value {
        guard let accepted = parameter.type.accepts(value) else {
            var finding = Mismatch.diagnostic(value, expected: parameter.type)
            if case .choice(let choices) = parameter.type, case .text(let word) = value {
                finding = choices.refusal(of: word)
            }
            finding.subject = parameter.name
            throw finding
        }
        try look(accepted, parameter.type, parameter.name)
        return accepted
    }

    /// Refuses codes that no record of their kind has.
    public func look(_ value: Value, _ type: ValueType, _ subject: String) throws {
        switch (type, value) {
        case (.code(let name), .text(let code)):
            guard let kind = registry.kind(name), try !kind.exists(self, code) else { return }
            throw try unknown(code, kind, subject)
        case (.list(let element), .list(let values)):
            for value in values { try look(value, element, subject) }
        default: return
        }
    }

    /// What is said of a code that no record of the kind has.
    public func unknown(_ code: String, _ kind: RecordKind, _ subject: String?) throws -> Diagnostic {
        let candidates =
            try kind.codes(self, String(code.prefix(2)), 1000) + kind.codes(self, "", 1000)
        let near = nearest(to: code, among: candidates.map(\.word))
        return Diagnostic(
            .unknownCode,
            Text(
                "There is no \(kind.noun.english) with the code ‘\(code)’.",
                vi: "Không có \(kind.noun.vietnamese) nào mang mã ‘\(code)’."),
            subject: subject, replacement: near)
    }

    private static func missing(_ parameter: ParameterInfo, of command: Command) -> Diagnostic {
        let name = parameter.way == .label ? "\(parameter.name):" : parameter.name
        return Diagnostic(
            .missingArgument,
            Text("‘\(command.name)’ needs ‘\(name)’.", vi: "‘\(command.name)’ cần có ‘\(name)’."),
            notes: [parameter.help])
    }
}

extension Choices {
    /// What is said of a word that is not on the list.
    public func refusal(of word: String) -> Diagnostic {
        let words = options.map(\.word)
        return Diagnostic(
            .notAChoice,
            Text("‘\(word)’ is no \(name).", vi: "‘\(word)’ không có trong danh mục."),
            notes: [
                Text("One of: \(words.joined(separator: ", ")).", vi: "Một trong: \(words.joined(separator: ", ")).")
            ],
            replacement: nearest(to: word, among: words))
    }
}

extension Diagnostic.Code {
    /// A code that no record has.
    public static let unknownCode: Self = "unknown-code"
    /// A required argument that was not given.
    public static let missingArgument: Self = "missing-argument"
}
