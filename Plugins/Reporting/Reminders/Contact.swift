import Commands
import Database
import Diagnostics
import Values

/// The addresses to which units get their mail, by the units' lasting ids.
func contacts(_ session: Session) throws -> [Int64: String] {
    var addresses: [Int64: String] = [:]
    try session.database.forEach("SELECT unit, email FROM reporting_contact WHERE \(session.visible())") { row in
        addresses[try row.value(0)] = try row.text(1)
    }
    return addresses
}

/// An address as mail programs everywhere take it: `c3lechan@haiphong.edu.vn` (the dot-atoms of RFC 5322, 3.4.1).
struct MailAddress {
    let text: String

    /// Reads an address; `nil` for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= MailAddress.longest, parts[1].contains("."),
            parts.allSatisfy({ MailAddress.isDotAtom($0.utf8) })
        else { return nil }
        self.text = text
    }

    /// The most bytes that an address may have (RFC 5321, 4.5.3.1.3, without the brackets).
    private static let longest = 254

    private static func isDotAtom(_ bytes: Substring.UTF8View) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isLetter($0) || "!#$%&'*+-/=?^_`{|}~0123456789".utf8.contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    }
}
