/// How the cells of a text file are kept apart, and how a separator stands inside one.
public struct Dialect: Sendable, Hashable {
    /// What stands between two cells.
    public let separator: Separator
    /// How a cell holds a separator or a line end.
    public let protection: Protection

    /// What may stand between two cells.
    public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
        /// `,`
        case comma = 0x2C
        /// `;`, as spreadsheets set to Vietnamese write it
        case semicolon = 0x3B
        /// A tabulator.
        case tab = 0x09
        /// `|`
        case bar = 0x7C
    }

    /// How a cell holds a separator or a line end.
    public enum Protection: Sendable, Hashable {
        /// It stands between quotes, in which a quote is doubled (RFC 4180).
        case quotes
        /// A tab is `\t`, a line end `\n` or `\r`, a backslash `\\`.
        case backslashes
    }

    /// Names a separator and how cells are protected from it.
    public init(_ separator: Separator, _ protection: Protection = .quotes) {
        self.separator = separator
        self.protection = protection
    }

    /// Tabs and backslashes, as `save "x.tsv"` writes them.
    public static let tsv = Dialect(.tab, .backslashes)

    /// Quotes, and the separator that stands most often outside them in the first line; a comma where there is none.
    public static func inHeading(of bytes: [UInt8]) -> Dialect {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in bytes {
            if byte == Mark.quote { quoted.toggle() }
            if byte == Mark.newline, !quoted { break }
            if !quoted { counts[byte, default: 0] += 1 }
        }
        var best = Separator.comma
        for candidate in Separator.allCases
        where counts[candidate.rawValue, default: 0] > counts[best.rawValue, default: 0] {
            best = candidate
        }
        return Dialect(best)
    }
}

/// The bytes that have a meaning in separated values.
enum Mark {
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let backslash = UInt8(ascii: "\\")
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Whether a byte may be left away at the ends of a cell that is no text.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
