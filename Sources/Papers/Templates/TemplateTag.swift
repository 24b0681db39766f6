import Tables
import Values

/// What stands between `{{` and `}}`: `{{unit.name}}`, `{{share:0.0}}`, `{{#rows}}`, `{{^rows}}`, `{{/rows}}`,
/// `{{! a remark }}`.
struct TemplateTag: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// The value of a name.
        case value
        /// What follows stands once for each row, or once where the name holds something.
        case section
        /// What follows stands where the name holds nothing.
        case inverted
        /// The end of either.
        case close
        /// A remark for those who keep the template.
        case remark
    }

    let kind: Kind
    /// The name, as it is written; nothing for `{{/}}`.
    let name: String
    /// How the value is written, where a form is asked for.
    let format: ValueFormat?
    /// Whether the name may be missing: `{{place?}}`.
    let isOptional: Bool

    /// Reads what stands between the braces; `nil` for what is no placeholder.
    init?(_ inner: String) {
        var rest = inner.composed[...].drop(while: \.isWhitespace)
        switch rest.first {
        case "#": kind = .section
        case "^": kind = .inverted
        case "/": kind = .close
        case "!":
            (kind, name, format, isOptional) = (.remark, "", nil, false)
            return
        default: kind = .value
        }
        if kind != .value { rest = rest.dropFirst() }
        let colon = rest.firstIndex(of: ":")
        let written = colon.map { rest[rest.index(after: $0)...].trimmed }
        format = written.flatMap { ValueFormat($0) }
        guard written == nil || (format != nil && kind == .value) else { return nil }
        var name = (colon.map { rest[..<$0] } ?? rest).trimmed
        isOptional = name.last == "?"
        if isOptional { name = name.dropLast().description }
        self.name = name
        guard name.isEmpty ? kind == .close && !isOptional : TemplateName.path(name) != nil else { return nil }
        guard !isOptional || kind != .close else { return nil }
    }

    /// Whether it stands for nothing itself.
    var isSilent: Bool { kind != .value }

    /// The placeholder as it is written.
    var written: String {
        let mark =
            switch kind {
            case .value, .remark: ""
            case .section: "#"
            case .inverted: "^"
            case .close: "/"
            }
        return "{{\(mark)\(name)}}"
    }
}

/// Names in templates: a column by its name or its heading, whatever the case, with blanks, `-` and `_` alike.
enum TemplateName {
    /// The form in which names are compared.
    static func key(_ name: some StringProtocol) -> String {
        var key = ""
        for character in String(name).composed.lowercased() {
            if character.isLetter || character.isNumber {
                key.append(character)
            } else if key.last != "-" {
                key.append("-")
            }
        }
        return key.drop { $0 == "-" }.trimmingEnd("-")
    }

    /// The keys of a name's parts, which points set apart; `nil` for what is no name.
    static func path(_ name: String) -> [String]? {
        guard name.utf8.count <= 200, name.allSatisfy(isOfName) else { return nil }
        let keys = name.split(separator: ".", omittingEmptySubsequences: false).map { key($0) }
        return keys.contains("") ? nil : keys
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || " \u{A0}-_.,%()/–".contains(character)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }

    fileprivate func trimmingEnd(_ mark: Character) -> String {
        var rest = self
        while rest.last == mark { rest = rest.dropLast() }
        return String(rest)
    }
}
