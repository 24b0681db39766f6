import Database

/// One line of a dump as it is read: JSON of null, whole numbers, texts, lists and members.
indirect enum DumpLine {
    case value(SQLValue)
    case list([DumpLine])
    case members([(name: String, value: DumpLine)])

    /// Reads a line; `nil` when it is anything else.
    init?(_ bytes: [UInt8]) {
        var reader = DumpLineReader(bytes)
        guard let line = reader.value(), reader.isAtEnd else { return nil }
        self = line
    }

    /// The value of a row: a plain one, or bytes under the name `base64`.
    var sqlValue: SQLValue? {
        switch self {
        case .value(let value): return value
        case .list: return nil
        case .members(let members):
            guard members.count == 1, members[0].name == "base64", case .value(.text(let text)) = members[0].value
            else {
                return nil
            }
            return Base64.bytes(Array(text.utf8)).map(SQLValue.blob)
        }
    }

    /// The values of a row.
    var row: [SQLValue]? {
        guard case .list(let values) = self else { return nil }
        let row = values.compactMap(\.sqlValue)
        return row.count == values.count ? row : nil
    }

    /// The member of a name.
    subscript(name: String) -> DumpLine? {
        guard case .members(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var text: String? {
        if case .value(.text(let text)) = self { text } else { nil }
    }

    var number: Int? {
        if case .value(.integer(let number)) = self { Int(exactly: number) } else { nil }
    }

    var list: [DumpLine]? {
        if case .list(let list) = self { list } else { nil }
    }
}

/// Reads the JSON of one line.
private struct DumpLineReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private static let deepest = 4

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte, position < bytes.count else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while current == 0x20 || current == 0x09 || current == 0x0D { position += 1 }
    }

    mutating func value() -> DumpLine? {
        skipBlanks()
        defer { skipBlanks() }
        switch current {
        case UInt8(ascii: "\""): return text().map { .value(.text($0)) }
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            guard depth < DumpLineReader.deepest else { return nil }
            depth += 1
            defer { depth -= 1 }
            return current == UInt8(ascii: "[") ? elements() : members()
        case UInt8(ascii: "n"):
            guard bytes[position...].starts(with: "null".utf8) else { return nil }
            position += 4
            return .value(.null)
        default: return number()
        }
    }

    private mutating func elements() -> DumpLine? {
        position += 1
        var list: [DumpLine] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .list(list) }
        while let element = value() {
            list.append(element)
            if take(UInt8(ascii: "]")) { return .list(list) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
        return nil
    }

    private mutating func members() -> DumpLine? {
        position += 1
        var list: [(name: String, value: DumpLine)] = []
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\""), let name = text() else { return nil }
            skipBlanks()
            guard take(UInt8(ascii: ":")), let value = value() else { return nil }
            list.append((name, value))
            if take(UInt8(ascii: "}")) { return .members(list) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func number() -> DumpLine? {
        let start = position
        _ = take(UInt8(ascii: "-"))
        while 0x30...0x39 ~= current { position += 1 }
        return Int64(String(decoding: bytes[start..<position], as: UTF8.self)).map { .value(.integer($0)) }
    }

    private mutating func text() -> String? {
        position += 1
        var start = position
        var parts: [UInt8] = []
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                let last = bytes[start..<position]
                return String(validating: parts.isEmpty ? Array(last) : parts + last, as: UTF8.self)
            case UInt8(ascii: "\\"):
                parts += bytes[start..<position]
                guard let letter = escaped() else { return nil }
                parts += Array(String(letter).utf8)
                start = position
            case 0..<0x20: return nil
            default: position += 1
            }
        }
        return nil
    }

    /// What stands behind a backslash.
    private mutating func escaped() -> Unicode.Scalar? {
        position += 1
        defer { position += 1 }
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(current)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let first = unit(), 0xD800...0xDBFF ~= first else { return lastUnit.flatMap(Unicode.Scalar.init) }
            position += 1
            guard current == UInt8(ascii: "\\") else { return nil }
            position += 1
            guard current == UInt8(ascii: "u"), let second = unit(), 0xDC00...0xDFFF ~= second else { return nil }
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        default: return nil
        }
    }

    private var lastUnit: UInt32?

    /// The four digits behind the `u` at hand; ends at the last of them.
    private mutating func unit() -> UInt32? {
        lastUnit = nil
        guard position + 4 < bytes.count else { return nil }
        var number: UInt32 = 0
        for _ in 0..<4 {
            position += 1
            guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else { return nil }
            number = number << 4 | UInt32(digit)
        }
        lastUnit = number
        return number
    }
}
