/// A piece of XML or HTML. What is written as a literal stands as it is; every text put in is escaped.
///
/// So text that a user typed can never become markup. Characters that XML forbids, and those that turn the order of
/// letters, are left out.
struct Markup: ExpressibleByStringInterpolation, Sendable, Hashable {
    private(set) var source: String

    static let empty = Markup(stringLiteral: "")

    init(stringLiteral value: String) {
        source = value
    }

    init(stringInterpolation: StringInterpolation) {
        source = stringInterpolation.source
    }

    var bytes: [UInt8] { Array(source.utf8) }

    static func + (left: Markup, right: Markup) -> Markup { "\(left)\(right)" }

    static func += (left: inout Markup, right: Markup) { left.source += right.source }

    struct StringInterpolation: StringInterpolationProtocol {
        var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            source.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { source += literal }

        mutating func appendInterpolation(_ markup: Markup) { source += markup.source }

        mutating func appendInterpolation(_ list: [Markup]) {
            for markup in list { source += markup.source }
        }

        mutating func appendInterpolation(_ number: Int) { source += String(number) }

        /// A length, to a tenth.
        mutating func appendInterpolation(_ number: Double) {
            let tenths = Int((min(max(number, -1e9), 1e9) * 10).rounded())
            source += (tenths < 0 ? "-" : "") + String(abs(tenths) / 10)
            if tenths % 10 != 0 { source += "." + String(abs(tenths) % 10) }
        }

        mutating func appendInterpolation(_ text: String) { Markup.escape(text, into: &source) }
    }

    private static func escape(_ text: String, into source: inout String) {
        // The bytes with which the characters below begin.
        let special: (UInt8) -> Bool = { byte in
            switch byte {
            case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
            default: false
            }
        }
        guard text.utf8.contains(where: special) else { return source += text }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: source += "&amp;"
            case 0x3C: source += "&lt;"
            case 0x3E: source += "&gt;"
            case 0x22: source += "&quot;"
            case 0x09, 0x0A, 0x0D: source += " "
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
            default: source.unicodeScalars.append(scalar)
            }
        }
    }
}
