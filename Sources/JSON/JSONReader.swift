/// Reads JSON as RFC 8259 has it: UTF-8, no comments, nothing behind the value, and nothing nested too deep.
public struct JSONReader {
    /// How deep lists and objects may be nested.
    public static let depthLimit = 128

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// What is no JSON.
    struct Malformed: Error {}

    /// The value that bytes write; `nil` when they write none.
    public static func read(_ bytes: [UInt8]) -> JSON? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var reader = JSONReader(bytes)
        guard let value = try? reader.value() else { return nil }
        reader.skipBlanks()
        return reader.position == bytes.count ? value : nil
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ byte: Character) -> Bool {
        guard let code = byte.asciiValue, current == code else { return false }
        position += 1
        return true
    }

    private mutating func value() throws -> JSON {
        skipBlanks()
        switch current {
        case UInt8(ascii: "{"): return .object(try nested { reader in try reader.members() })
        case UInt8(ascii: "["): return .array(try nested { reader in try reader.elements() })
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested<Parts>(_ read: (inout JSONReader) throws -> Parts) throws -> Parts {
        guard depth < JSONReader.depthLimit else { throw Malformed() }
        depth += 1
        position += 1
        let parts = try read(&self)
        depth -= 1
        return parts
    }

    private mutating func members() throws -> [String: JSON] {
        var members: [String: JSON] = [:]
        skipBlanks()
        if take("}") { return members }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw Malformed() }
            let name = try text()
            skipBlanks()
            guard take(":") else { throw Malformed() }
            members[name] = try value()
            skipBlanks()
            if take("}") { return members }
            guard take(",") else { throw Malformed() }
        }
    }

    private mutating func elements() throws -> [JSON] {
        var elements: [JSON] = []
        skipBlanks()
        if take("]") { return elements }
        while true {
            elements.append(try value())
            skipBlanks()
            if take("]") { return elements }
            guard take(",") else { throw Malformed() }
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
        guard bytes[position...].starts(with: word.utf8) else { throw Malformed() }
        position += word.utf8.count
        return value
    }

    // MARK: Numbers

    private mutating func number() throws -> JSON {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        var isWhole = true
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int(text) { return .int(number) }
        return .decimal(text)
    }

    private mutating func digits() throws {
        let start = position
        while 0x30...0x39 ~= current { position += 1 }
        guard position > start else { throw Malformed() }
    }

    // MARK: Texts

    private mutating func text() throws -> String {
        position += 1
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(to: &result)
            case 0..<0x20: throw Malformed()
            default: result.append(byte)
            }
        }
        throw Malformed()
    }

    private mutating func escape(to result: inout [UInt8]) throws {
        let byte = current
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"): result += Array(String(Character(try scalar())).utf8)
        default: throw Malformed()
        }
    }

    /// A character by its number, or by the numbers of its two halves.
    private mutating func scalar() throws -> Unicode.Scalar {
        let first = try unit()
        guard 0xD800...0xDBFF ~= first else {
            guard let scalar = Unicode.Scalar(first) else { throw Malformed() }
            return scalar
        }
        guard take("\\"), take("u") else { throw Malformed() }
        let second = try unit()
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw Malformed() }
        return scalar
    }

    private mutating func unit() throws -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else { throw Malformed() }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
