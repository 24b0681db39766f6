import Commands
import TestSupport
import Testing
import Values

@testable import Reporting

/// What stands in an `.eml` file, read back by the rules of RFC 5322, 2045 and 2047.
@Suite struct MailTests {
    private static let pieces = [
        "a", " ", "=", "?", "ữ", "Đ", "\u{1F469}\u{200D}\u{1F393}", "\t", "=?utf-8?Q?x?=", "e\u{301}", "_", "\"", "<",
        "\r",
        "\u{0}", "xin chào các trường ",
    ]

    private static func text(_ dice: inout Dice, _ newLines: Bool = false) -> String {
        let all = newLines ? pieces + ["\n", "\n\n", ".\n", "From \n"] : pieces
        return (0..<dice.below(60)).map { _ in dice.pick(all) }.joined()
    }

    @Test(arguments: 0..<60)
    func readsBackAsItWas(_ seed: Int) throws {
        var dice = Dice(seed)
        let address = try #require(MailAddress("so.gddt@haiphong.gov.vn"))
        let (name, subject, body) = (
            Self.text(&dice), Self.text(&dice), Self.text(&dice, true)
        )
        let message = MailMessage(
            from: (name, address), to: seed % 2 == 0 ? (name, address) : nil, date: Instant(seconds: 1_764_982_800),
            subject: subject, body: body)
        let bytes = message.bytes
        #expect(bytes.allSatisfy { $0 == 13 || $0 == 10 || 32...126 ~= $0 || $0 == 9 })
        let file = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(String.init)
        let text = file.joined()
        let lines = Self.lines(text)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        let empty = try #require(lines.firstIndex(of: ""))
        let head = Self.unfolded(Array(lines[..<empty]))
        #expect(Self.decoded(try #require(head["Subject"])) == subject)
        let from = try #require(head["From"])
        #expect(from.hasSuffix(" <so.gddt@haiphong.gov.vn>"))
        #expect(Self.decoded(String(from.dropLast(" <so.gddt@haiphong.gov.vn>".count))) == name)
        #expect((head["To"] != nil) == (seed % 2 == 0))
        #expect(head["Date"] == "Sat, 06 Dec 2025 08:00:00 +0700")
        #expect(Self.unquoted(Array(lines[(empty + 1)...].dropLast())) == Array(body.utf8))
    }

    @Test func addressesAreOneDotAtom() {
        for good in ["a@b.vn", "c3-le.chan+x@haiphong.edu.vn"] { #expect(MailAddress(good) != nil) }
        let bad = [
            "", "a", "a@b", "@b.vn", "a@", "a@.vn", "a.@b.vn", "a b@c.vn", "a@b.vn, c@d.vn", "lê@chân.vn",
            "a@b.vn\r\nBcc: x@y.vn", "<a@b.vn>", "a@b@c.vn", String(repeating: "a", count: 300) + "@b.vn",
        ]
        for text in bad { #expect(MailAddress(text) == nil, "\(text)") }
    }

    @Test func codesMakeNoPaths() {
        #expect(Reminder.fileName("../../etc/passwd") == "______etc_passwd")
        #expect(Reminder.fileName("LÊ-CHÂN 1") == "LÊ-CHÂN_1")
    }

    private static func lines(_ text: String) -> [String] {
        var lines: [String] = [""]
        for scalar in text.unicodeScalars where scalar != "\r" {
            if scalar == "\n" { lines.append("") } else { lines[lines.count - 1].unicodeScalars.append(scalar) }
        }
        return lines
    }

    private static func unfolded(_ lines: [String]) -> [String: String] {
        var head: [String: String] = [:]
        var last = ""
        for line in lines {
            if line.hasPrefix(" ") {
                head[last, default: ""] += line
            } else if let colon = line.firstIndex(of: ":") {
                last = String(line[..<colon])
                head[last] = String(line[line.index(colon, offsetBy: 2)...])
            }
        }
        return head
    }

    /// Encoded words with nothing but blanks between them are one text.
    private static func decoded(_ field: String) -> String {
        guard field.hasPrefix("=?") else { return field }
        let words = field.split(separator: " ")
        #expect(words.allSatisfy { $0.hasPrefix("=?utf-8?Q?") && $0.hasSuffix("?=") && $0.utf8.count <= 75 })
        let bytes = words.map { unquoted($0.dropFirst(10).dropLast(2).map { $0 == "_" ? "=20" : String($0) }.joined()) }
        return bytes.map { String(decoding: $0, as: UTF8.self) }.joined()
    }

    private static func unquoted(_ text: String) -> [UInt8] {
        var (bytes, rest): ([UInt8], ArraySlice<UInt8>) = ([], ArraySlice(text.utf8))
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    private static func unquoted(_ lines: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, line) in lines.enumerated() {
            let goesOn = line.hasSuffix("=")
            bytes += unquoted(goesOn ? String(line.dropLast()) : line)
            if !goesOn, place < lines.count - 1 { bytes.append(10) }
        }
        return bytes
    }
}
