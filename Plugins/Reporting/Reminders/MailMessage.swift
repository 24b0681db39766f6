import Journal
import Values

/// A letter as the bytes of an `.eml` file (RFC 5322, RFC 2045, RFC 2047): every mail program opens it.
///
/// All of it is ASCII, so that nothing on its way can spoil the Vietnamese: what is not is written as encoded words in
/// the head and as quoted-printable in the body.
struct MailMessage {
    /// Who writes: a name and an address.
    let from: (name: String, address: MailAddress)
    /// To whom; without an address the letter is opened and sent by hand.
    let to: (name: String, address: MailAddress)?
    /// Its day is that of the reminder, so that the same one is written the same; the mail program puts in when it is
    /// sent.
    let date: Instant
    let subject: String
    let body: String

    /// The bytes of the file.
    var bytes: [UInt8] {
        var lines = ["From: \(MailMessage.mailbox(from))"]
        if let to { lines.append("To: \(MailMessage.mailbox(to))") }
        lines += [
            "Date: \(date.mailDate)", "Subject: \(MailMessage.words(subject, after: 9))", "Message-ID: <\(id)>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "X-Unsent: 1", "",
        ]
        lines += body.split(separator: "\n", omittingEmptySubsequences: false).map { MailMessage.quotedPrintable($0) }
        return Array((lines.joined(separator: MailMessage.newLine) + MailMessage.newLine).utf8)
    }

    /// No two letters have the same, and the same letter written again has it again.
    private var id: String {
        let all = "\(from.address.text)\n\(to?.address.text ?? "")\n\(date)\n\(subject)\n\(body)"
        let host = from.address.text.split(separator: "@").last ?? "localhost"
        return "\(Fingerprint(of: Array(all.utf8)).description.prefix(32))@\(host)"
    }

    private static let newLine = "\r\n"
    /// The longest line of a body, without its end (RFC 2045, 6.7).
    private static let longestLine = 76
    /// The longest encoded word (RFC 2047, 2).
    private static let longestWord = 75

    private static func mailbox(_ who: (name: String, address: MailAddress)) -> String {
        "\(words(who.name, after: 6, isPhrase: true))\(newLine) <\(who.address.text)>"
    }
}

// How what is not ASCII is written in ASCII.
extension MailMessage {
    /// A text in a head: as it is when it is short and plain, otherwise as encoded words, line under line.
    static func words(_ text: String, after column: Int, isPhrase: Bool = false) -> String {
        let isPlain = text.utf8.allSatisfy { 32...126 ~= $0 } && !text.contains("=?") && text.first != " "
        if isPlain, !isPhrase, column + text.utf8.count <= longestLine, !text.isEmpty { return text }
        let (open, close) = ("=?utf-8?Q?", "?=")
        var words: [String] = []
        var word = ""
        var room = longestWord - open.utf8.count - close.utf8.count - column
        for character in text.unicodeScalars {
            let written = String(character).utf8.map(inWord).joined()
            if word.utf8.count + written.utf8.count > room {
                words.append(open + word + close)
                word = ""
                room = longestWord - open.utf8.count - close.utf8.count
            }
            word += written
        }
        words.append(open + word + close)
        return words.joined(separator: newLine + " ")
    }

    /// A byte in an encoded word that may be part of a name.
    private static func inWord(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: " "): "_"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(byte))
        default: escaped(byte)
        }
    }

    /// A line of a body, broken where it is too long.
    static func quotedPrintable(_ line: some StringProtocol) -> String {
        let bytes = Array(line.utf8)
        var (lines, current): ([String], String) = ([], "")
        for (place, byte) in bytes.enumerated() {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let isLast = place == bytes.count - 1
            let isPlain = 33...126 ~= byte && byte != UInt8(ascii: "=") || isBlank && !isLast
            let written = isPlain ? String(UnicodeScalar(byte)) : escaped(byte)
            // One place is for the mark of a line that goes on.
            if current.utf8.count + written.utf8.count > longestLine - 1 {
                lines.append(current + "=")
                current = ""
            }
            current += written
        }
        return (lines + [current]).joined(separator: newLine)
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "=0\(digits)" : "=\(digits)"
    }
}

extension Instant {
    /// As mail writes it: `Sat, 06 Dec 2025 08:00:00 +0700`.
    fileprivate var mailDate: String {
        let (year, month, number) = day.parts
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = description.dropFirst(11).prefix(8)
        let digits = "\(number < 10 ? "0" : "")\(number)"
        return "\(names[day.weekday - 1]), \(digits) \(months[month - 1]) \(year) \(clock) +0700"
    }
}
