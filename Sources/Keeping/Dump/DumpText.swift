import Database

/// Appends what a database holds to a line of JSON: null, whole numbers, texts, and bytes as `{"base64":"…"}`.
enum DumpText {
    static func append(_ values: [SQLValue], to line: inout [UInt8]) {
        line.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            append(value, to: &line)
        }
        line.append(UInt8(ascii: "]"))
    }

    static func append(_ value: SQLValue, to line: inout [UInt8]) {
        switch value {
        case .null: line += "null".utf8
        case .integer(let number): line += String(number).utf8
        case .text(let text): append(text, to: &line)
        case .blob(let bytes):
            line += "{\"base64\":\"".utf8
            Base64.append(bytes, to: &line)
            line += "\"}".utf8
        }
    }

    static func append(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
            case 0x0A: line += "\\n".utf8
            case 0..<0x20, 0x7F: line += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
