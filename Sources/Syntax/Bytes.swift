import Values

/// The bytes that mean something to the lexer.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let hash = UInt8(ascii: "#")
    static let dollar = UInt8(ascii: "$")
    static let percent = UInt8(ascii: "%")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let point = UInt8(ascii: ".")
    static let hyphen = UInt8(ascii: "-")
    static let slash = UInt8(ascii: "/")
    static let backslash = UInt8(ascii: "\\")
    static let underline = UInt8(ascii: "_")
    static let pipe = UInt8(ascii: "|")
    static let plus = UInt8(ascii: "+")
    static let star = UInt8(ascii: "*")
    static let equal = UInt8(ascii: "=")
    static let exclamation = UInt8(ascii: "!")
    static let less = UInt8(ascii: "<")
    static let more = UInt8(ascii: ">")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")

    /// Whether a byte is an ASCII digit.
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// Whether a byte is a Latin letter without marks.
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    /// Whether a byte is a space or a tab.
    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
}

extension [UInt8] {
    /// The byte at a place; nought behind the end.
    func byte(at position: Int) -> UInt8 {
        position < count ? self[position] : 0
    }

    /// The text between two offsets.
    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: self[start..<end], as: UTF8.self)
    }

    /// The beginning of the text between two offsets, for a message.
    func excerpt(_ start: Int, _ end: Int) -> String {
        let letters = string(start, Swift.min(end, start + 164)).composed.unicodeScalars
        return letters.count <= 40 ? String(letters) : String(String.UnicodeScalarView(letters.prefix(40))) + "…"
    }

    /// The character that begins at a place, and how many bytes it takes.
    func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = self[position]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard position + length <= count else { return ("\u{FFFD}", count - position) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            value = value << 6 | UInt32(self[position + offset] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The bytes of the letter, mark, digit or underline that begins at a place; 0 when something else does.
    func wordLength(at position: Int) -> Int {
        guard position < count else { return 0 }
        let byte = self[position]
        if byte < 0x80 {
            return Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.underline ? 1 : 0
        }
        let (scalar, length) = scalar(at: position)
        if Lexer.joinsEmoji(scalar) { return 0 }
        if scalar.properties.isAlphabetic { return length }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return length
        default: return 0
        }
    }

    /// The first place from which on no blank stands.
    func skippingBlanks(from position: Int) -> Int {
        var place = position
        while place < count, Byte.isBlank(self[place]) { place += 1 }
        return place
    }

    /// The whole number that ASCII digits write between two offsets; `nil` for anything else or more than nine digits.
    func digits(_ start: Int, _ end: Int) -> Int? {
        guard start < end, end - start < 10, end <= count else { return nil }
        var number = 0
        for place in start..<end {
            guard Byte.isDigit(self[place]) else { return nil }
            number = number * 10 + Int(self[place] - 48)
        }
        return number
    }
}
