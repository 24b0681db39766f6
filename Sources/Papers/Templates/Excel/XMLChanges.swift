/// Changes to a part, each in place of some of its bytes; all others stay.
struct XMLChanges {
    let xml: XMLTokens
    private var list: [(range: Range<Int>, bytes: [UInt8])] = []

    init(_ xml: XMLTokens) { self.xml = xml }

    var isEmpty: Bool { list.isEmpty }

    mutating func replace(_ range: Range<Int>, _ bytes: [UInt8]) { list.append((range, bytes)) }

    mutating func replace(_ range: Range<Int>, _ markup: Markup) { list.append((range, markup.bytes)) }

    /// Writes the start of an element anew with other attributes.
    mutating func set(_ token: Int, _ attributes: XMLAttributeList) {
        replace(xml.tokens[token].range, xml.start(token, attributes))
    }

    var bytes: [UInt8] {
        var written: [UInt8] = []
        var here = 0
        for change in list.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where change.range.lowerBound >= here {
            written += xml.bytes[here..<change.range.lowerBound]
            written += change.bytes
            here = change.range.upperBound
        }
        return written + xml.bytes[here...]
    }
}

extension XMLTokens {
    /// The attributes of an element.
    func attributes(_ token: Int) -> XMLAttributeList { XMLAttributeList(bytes[tokens[token].range]) }

    /// The start of an element with other attributes.
    func start(_ token: Int, _ attributes: XMLAttributeList) -> Markup {
        let name = Markup(stringLiteral: String(decoding: qualified(token), as: UTF8.self))
        return tokens[token].kind == .empty ? "<\(name)\(attributes.markup)/>" : "<\(name)\(attributes.markup)>"
    }

    /// The text right within an element, with its references resolved.
    func text(_ token: Int) -> String {
        guard tokens[token].kind == .start else { return "" }
        var text = ""
        var next = token + 1
        while next < tokens[token].partner {
            if tokens[next].kind == .text {
                text += XMLText.plain(String(decoding: bytes[tokens[next].range], as: UTF8.self))
            }
            next = tokens[next].partner + 1
        }
        return text
    }

    /// The bytes between the start and the end of an element.
    func inner(_ token: Int) -> Range<Int> {
        guard tokens[token].kind == .start else {
            return tokens[token].range.upperBound..<tokens[token].range.upperBound
        }
        return tokens[token].range.upperBound..<tokens[tokens[token].partner].range.lowerBound
    }

    /// The elements of a name, in order.
    func elements(_ name: String) -> [Int] {
        tokens.indices.filter { tokens[$0].name == name && (tokens[$0].kind == .start || tokens[$0].kind == .empty) }
    }
}
