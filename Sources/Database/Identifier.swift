/// The checked name of a table or a column: small ASCII letters, digits and underlines, a letter first.
public struct Identifier: Sendable, Hashable, CustomStringConvertible {
    /// The name, without quotes.
    public let name: String

    /// The most characters a name may have, so that every engine keeps all of them.
    public static let maximumLength = 63

    /// Checks a name; `nil` when it holds anything that is not allowed.
    public init?(_ name: String) {
        guard (1...Identifier.maximumLength).contains(name.utf8.count) else { return nil }
        for (position, byte) in name.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9") where position > 0: continue
            case UInt8(ascii: "_") where position > 0: continue
            default: return nil
            }
        }
        self.name = name
    }

    /// The name, without quotes.
    public var description: String { name }
}
