/// A check that XML is well-formed: tags balance, attributes have quotes, characters and references are legal.
///
/// Gives what is wrong, or `nil`.
func fault(inXML text: String) -> String? {
    var open: [String] = []
    var rest = text.unicodeScalars[...]
    for scalar in rest {
        let legal = scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value)
        if !legal || scalar.value == 0xFFFE || scalar.value == 0xFFFF { return "U+\(String(scalar.value, radix: 16))" }
    }
    while let next = rest.first {
        if next != "<" {
            if rest.starts(with: "]]>".unicodeScalars) { return "]]>" }
            if next == "&", !reference(rest) { return "bare & in \(String(rest.prefix(30)))" }
            rest = rest.dropFirst()
            continue
        }
        var quoted = false
        guard
            let end = rest.indices.first(where: { index in
                if rest[index] == "\"" { quoted.toggle() }
                return rest[index] == ">" && !quoted
            })
        else { return "open tag \(String(rest.prefix(30)))" }
        let tag = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        if tag.dropFirst().contains("<") { return "tag in tag \(tag)" }
        if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
        if tag.hasPrefix("/") {
            guard open.popLast() == String(tag.dropFirst()) else { return "end \(tag)" }
            continue
        }
        let name = String(tag.prefix { $0 != " " && $0 != "/" })
        if let wrong = fault(inAttributes: tag.dropFirst(name.count)) { return wrong }
        if !tag.hasSuffix("/") { open.append(name) }
    }
    return open.isEmpty ? nil : "not closed: \(open)"
}

private func fault(inAttributes text: Substring) -> String? {
    var names: Set<Substring> = []
    var rest = text.last == "/" ? text.dropLast() : text
    while let start = rest.firstIndex(where: { $0 != " " }) {
        guard let equals = rest.firstIndex(of: "="), rest[equals...].dropFirst().first == "\"" else {
            return "attribute \(rest)"
        }
        guard names.insert(rest[start..<equals]).inserted else { return "doubled \(rest)" }
        let value = rest[equals...].dropFirst(2)
        guard let end = value.firstIndex(of: "\"") else { return "quote \(rest)" }
        var words = value[..<end].unicodeScalars
        while let next = words.first {
            if next == "&", !reference(words) { return "bare & in \(value)" }
            words = words.dropFirst()
        }
        rest = value[end...].dropFirst()
    }
    return nil
}

private func reference(_ text: Substring.UnicodeScalarView) -> Bool {
    ["&amp;", "&lt;", "&gt;", "&quot;", "&#"].contains { String(text.prefix(6)).hasPrefix($0) }
}
