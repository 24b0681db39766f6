import Documents
import Values

/// Appends JSON to bytes.
enum JSONText {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            for byte in utf8 {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
                case 0x0A: bytes += Array("\\n".utf8)
                case 0x0D: bytes += Array("\\r".utf8)
                case 0x09: bytes += Array("\\t".utf8)
                case 0..<0x20, 0x7F:
                    bytes += Array("\\u00".utf8)
                    bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                default: bytes.append(byte)
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A value: numbers exact, shares in percent points, dates and periods as texts, missing ones `null`.
    static func append(_ value: Value, to bytes: inout [UInt8]) {
        switch value {
        case .missing: bytes += Array("null".utf8)
        case .number, .percent, .money: bytes += Array(value.plain.utf8)
        case .yesNo(let yes): bytes += Array((yes ? "true" : "false").utf8)
        case .text, .date, .period, .time: append(value.plain, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .record(let record):
            object(zip(record.names, record.values).map { ($0, $1) }, to: &bytes)
        }
    }

    /// An object of values.
    static func object(_ members: [(name: String, value: Value)], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(member.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
