import Diagnostics
import Values

extension Lexer {
    /// Whether a character is refused wherever it stands, also in texts and comments: it cannot be seen, or it changes
    /// what an officer sees of the line.
    ///
    /// Controls, marks of direction, separators of lines, and all that Unicode calls ignorable, but for the joiners and
    /// selectors that emoji are made of.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
        case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
        case 0xFFFD, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default: false
        }
    }

    /// Whether a character joins emoji or selects their form; it may stand in texts and comments only.
    static func joinsEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C...0x200D, 0xFE00...0xFE0F: true
        default: false
        }
    }

    /// Whether a forbidden character may begin with two bytes. Vietnamese letters do not, so that a script is passed
    /// over quickly.
    static func mayBeForbidden(_ byte: UInt8, _ next: UInt8) -> Bool {
        switch byte {
        case 0x20..<0x7F, Byte.tab, Byte.lineFeed: false
        case Byte.carriageReturn: next != Byte.lineFeed
        case 0x00..<0x20, 0x7F: true
        case 0xC2: next < 0xA0 || next == 0xAD
        case 0xCD: next == 0x8F
        case 0xD8: next == 0x9C
        case 0xE1: next == 0x85 || next == 0x9E || next == 0xA0
        case 0xE2: next == 0x80 || next == 0x81
        case 0xE3: next == 0x85
        case 0xEF: next >= 0xBB
        case 0xF0: next == 0x9B || next == 0x9D
        case 0xF3: true
        default: false
        }
    }

    /// Reports the forbidden characters of the whole text.
    mutating func reportForbidden() {
        // The mark of UTF-8 that some editors put in front is none of them.
        for place in (bytes.starts(with: Lexer.byteOrderMark) ? 3 : 0)..<bytes.count {
            guard Lexer.mayBeForbidden(bytes[place], bytes.byte(at: place + 1)) else { continue }
            let (scalar, length) = bytes.scalar(at: place)
            // A line ends with a line feed; a carriage return alone would show one line as two, or as one over another.
            guard Lexer.isForbidden(scalar) || scalar == "\r" else { continue }
            if scalar == "\u{FFFD}" { return findings.close(with: .notUTF8, at: SourceSpan(place, place + length)) }
            findings.add(.forbiddenCharacter(scalar), at: SourceSpan(place, place + length))
            if findings.isClosed { return }
        }
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension SourceForm {
    /// Characters that are written as escapes: they break a line, cannot be seen or turn the direction of writing.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\r" || Lexer.isForbidden(scalar) || Lexer.joinsEmoji(scalar)
    }

    /// A text of somebody else as it may be shown: composed, on one line, with blanks for what cannot be seen.
    public static func visible(_ text: String) -> String {
        let isHidden = { (scalar: Unicode.Scalar) in
            scalar == "\n" || scalar == "\t" || scalar == "\r" || Lexer.isForbidden(scalar)
        }
        let text = text.composed
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isHidden($0) ? " " : $0 }))
    }
}
