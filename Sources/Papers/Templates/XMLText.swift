/// The attributes of an element's start, read from its bytes.
struct XMLAttributeList {
    private(set) var list: [(name: String, value: String)] = []

    /// Reads the start of an element, from `<` to `>`.
    init(_ start: some Sequence<UInt8>) {
        var text = String(decoding: Array(start), as: UTF8.self)[...]
        text = text.drop { !$0.isWhitespace }
        while let equals = text.firstIndex(of: "=") {
            let name = text[..<equals].filter { !$0.isWhitespace }
            let rest = text[text.index(after: equals)...].drop(while: \.isWhitespace)
            guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
            let value = rest.dropFirst()
            guard let end = value.firstIndex(of: quote) else { return }
            list.append((String(name), XMLText.plain(value[..<end])))
            text = value[value.index(after: end)...]
        }
    }

    /// The value of an attribute, or `nil`.
    subscript(name: String) -> String? {
        get { list.first { $0.name == name }?.value }
        set {
            let place = list.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): list[place].value = value
            case (let place?, nil): list.remove(at: place)
            case (nil, let value?): list.append((name, value))
            case (nil, nil): return
            }
        }
    }

    /// The attributes as they stand behind a name.
    var markup: Markup {
        var markup = Markup.empty
        for (name, value) in list { markup += " \(Markup(stringLiteral: name))=\"\(value)\"" }
        return markup
    }
}

/// Text between elements.
enum XMLText {
    /// The text with its references resolved.
    static func plain(_ source: some StringProtocol) -> String {
        guard source.contains("&") else { return String(source) }
        var text = ""
        var rest = source[...]
        while let start = rest.firstIndex(of: "&") {
            text += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let letter = letter(rest[rest.index(after: start)..<end])
            else {
                text += "&"
                rest = rest.dropFirst()
                continue
            }
            text.unicodeScalars.append(letter)
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }

    private static func letter(_ name: some StringProtocol) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            if name.hasPrefix("#x") {
                UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
            } else if name.hasPrefix("#") {
                UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
            } else {
                nil
            }
        }
    }
}
