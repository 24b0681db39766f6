/// An XML part cut into tokens that together are its very bytes, so that what nobody touches stays as it is.
///
/// Document types are refused: they carry bombs and names of files. Elements must balance, and nest no deeper than any
/// office program nests them.
struct XMLTokens {
    enum Kind: UInt8 {
        case start, end, empty, text, other
    }

    struct Token {
        let kind: Kind
        /// Its bytes in the part.
        let range: Range<Int>
        /// The name without its prefix; nothing for text.
        let name: String
        /// The end of a start and the start of an end; itself for all others.
        var partner: Int
        /// The start of the element it lies in; -1 at the top.
        let parent: Int
    }

    enum Fault: Error {
        case malformed, doctype, tooLarge
    }

    let bytes: [UInt8]
    private(set) var tokens: [Token] = []
    private var open: [Int] = []
    private var place = 0

    /// How deep elements nest, and how many pieces a part has, at most: a sheet of 600,000 cells has three million.
    static let mostDepth = 256
    static let mostTokens = 6_000_000

    init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { add(.other, to: 3, "") }
        while place < bytes.count {
            try step()
            guard tokens.count <= XMLTokens.mostTokens else { throw .tooLarge }
        }
        guard open.isEmpty, tokens.contains(where: { $0.kind == .start || $0.kind == .empty }) else { throw .malformed }
    }

    private mutating func step() throws(Fault) {
        guard bytes[place] == UInt8(ascii: "<") else {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return add(.text, to: end, "")
        }
        if begins("<?") {
            let end = try self.end("?>")
            guard isUTF8Declaration(end) else { throw .malformed }
            add(.other, to: end, "")
        } else if begins("<!--") {
            add(.other, to: try end("-->"), "")
        } else if begins("<![CDATA[") {
            add(.other, to: try end("]]>"), "")
        } else if begins("<!") {
            throw .doctype
        } else {
            try element()
        }
    }

    private mutating func element() throws(Fault) {
        var end = place + 1
        var quote: UInt8?
        while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
            let byte = bytes[end]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                throw .malformed
            }
            end += 1
        }
        guard end < bytes.count else { throw .malformed }
        let closes = bytes[place + 1] == UInt8(ascii: "/")
        let name = self.name(from: place + (closes ? 2 : 1), to: end)
        guard !name.isEmpty else { throw .malformed }
        if closes {
            guard let start = open.popLast(), qualified(start) == self.qualified(from: place + 2, to: end) else {
                throw .malformed
            }
            tokens[start].partner = tokens.count
            add(.end, to: end + 1, name)
            tokens[tokens.count - 1].partner = start
        } else if bytes[end - 1] == UInt8(ascii: "/") {
            add(.empty, to: end + 1, name)
        } else {
            add(.start, to: end + 1, name)
            open.append(tokens.count - 1)
            guard open.count <= XMLTokens.mostDepth else { throw .malformed }
        }
    }

    private mutating func add(_ kind: Kind, to end: Int, _ name: String) {
        tokens.append(
            Token(kind: kind, range: place..<end, name: name, partner: tokens.count, parent: open.last ?? -1))
        place = end
    }

    private func begins(_ mark: StaticString) -> Bool {
        place + mark.utf8CodeUnitCount <= bytes.count
            && mark.withUTF8Buffer { bytes[place..<place + $0.count].elementsEqual($0) }
    }

    /// The place behind a mark that must come.
    private func end(_ mark: StaticString) throws(Fault) -> Int {
        var here = place + 2
        let count = mark.utf8CodeUnitCount
        while here + count <= bytes.count {
            if mark.withUTF8Buffer({ bytes[here..<here + count].elementsEqual($0) }) { return here + count }
            here += 1
        }
        throw .malformed
    }

    /// Whether an instruction says nothing of another encoding than UTF-8.
    private func isUTF8Declaration(_ end: Int) -> Bool {
        guard place < 4 else { return true }
        let text = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
        return !text.contains("encoding") || text.contains("utf-8")
    }

    private func qualified(from start: Int, to end: Int) -> ArraySlice<UInt8> {
        bytes[start..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    }

    private func name(from start: Int, to end: Int) -> String {
        let whole = qualified(from: start, to: end)
        let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
        return String(decoding: local, as: UTF8.self)
    }

    /// The name of a start or an empty element with its prefix, as it stands.
    func qualified(_ token: Int) -> ArraySlice<UInt8> {
        qualified(from: tokens[token].range.lowerBound + 1, to: tokens[token].range.upperBound - 1)
    }

    /// The prefix of an element's name with its colon; nothing where it has none.
    func prefix(_ token: Int) -> String {
        let whole = qualified(token)
        return whole.lastIndex(of: UInt8(ascii: ":")).map { String(decoding: whole[...$0], as: UTF8.self) } ?? ""
    }

    /// The bytes of an element from its start to its end.
    func range(of token: Int) -> Range<Int> {
        tokens[token].range.lowerBound..<tokens[tokens[token].partner].range.upperBound
    }

    /// The elements around a token, the innermost first.
    func ancestors(of token: Int) -> [Int] {
        var list: [Int] = []
        var next = tokens[token].parent
        while next >= 0 {
            list.append(next)
            next = tokens[next].parent
        }
        return list
    }

    /// The elements directly within an element.
    func children(of token: Int) -> [Int] {
        var list: [Int] = []
        var next = token + 1
        while next < tokens[token].partner {
            if tokens[next].kind == .start || tokens[next].kind == .empty { list.append(next) }
            next = tokens[next].partner + 1
        }
        return list
    }
}
