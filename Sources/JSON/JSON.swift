/// A JSON value.
public indirect enum JSON: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// Any other number, in the digits in which it was written.
    case decimal(String)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members by name.
    case object([String: JSON])

    /// The member of a name; `null` where there is none.
    public subscript(name: String) -> JSON {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    /// The text, when it is one.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number, when it is one.
    public var int: Int? {
        if case .int(let number) = self { number } else { nil }
    }

    /// The elements; none when it is no list.
    public var array: [JSON] {
        if case .array(let list) = self { list } else { [] }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Writes a text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Writes a whole number.
    public init(integerLiteral value: Int) { self = .int(value) }
    /// Writes yes or no.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Writes a list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// Writes members.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}

extension JSON {
    /// The value as bytes of UTF-8, without blanks, members in the order of their names.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let yes): bytes += (yes ? "true" : "false").utf8
        case .int(let number): bytes += String(number).utf8
        case .decimal(let digits): bytes += digits.utf8
        case .string(let text): JSON.append(text, to: &bytes)
        case .array(let list):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in list.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// The value with each member on a line of its own; what is shorter than a line stays on one.
    public var indented: String { indented(by: "") }

    private func indented(by blanks: String) -> String {
        let plain = String(decoding: bytes, as: UTF8.self)
        guard plain.utf8.count > 100 else { return plain }
        let inner = blanks + "  "
        switch self {
        case .array(let list):
            return "[\n" + list.map { inner + $0.indented(by: inner) }.joined(separator: ",\n") + "\n\(blanks)]"
        case .object(let members):
            let lines = members.sorted { $0.key < $1.key }.map { name, value in
                inner + String(decoding: JSON.string(name).bytes, as: UTF8.self) + ": " + value.indented(by: inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(blanks)}"
        default: return plain
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20, 0x7F:
                bytes += "\\u00".utf8
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
