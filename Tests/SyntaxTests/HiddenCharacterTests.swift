import Diagnostics
import Syntax
import Testing
import Values

/// Characters that nobody sees, or that show a line otherwise than it is read.
@Suite struct HiddenCharacterTests {
    /// Whatever Unicode calls ignorable, every control and every mark of direction is refused in code, texts and
    /// comments, at its place; the joiners and selectors of emoji may stand in texts and comments.
    @Test func everyHiddenCharacterIsRefused() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), !"\t\n\r".unicodeScalars.contains(scalar) else { continue }
            let isHidden =
                scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
                || [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            guard isHidden else { continue }
            let joins = (0x200C...0x200D).contains(value) || (0xFE00...0xFE0F).contains(value)
            #expect(findings("list \(scalar) units") == [.init("forbidden-character", 5)], "U+\(scalar.value)")
            #expect(findings("list u\(scalar)nits") == [.init("forbidden-character", 6)], "U+\(scalar.value)")
            let refused: [Found] = joins ? [] : [.init("forbidden-character", 10)]
            #expect(findings("log info 'a\(scalar)'").map(\.code) == refused.map(\.code), "U+\(scalar.value)")
            #expect(findings("exit 1 # a\(scalar)") == refused, "U+\(scalar.value)")
        }
    }

    @Test func aCarriageReturnAloneIsRefused() {
        #expect(findings("exit 1 # a\rexit 2\r\n") == [.init("forbidden-character", 10)])
        #expect(findings("exit 1\r\nexit 2\r\n") == [])
    }

    @Test func aMarkOfUTF8MayStandInFront() {
        #expect(findings("\u{FEFF}list units") == [])
        #expect(findings("list\u{FEFF} units") == [.init("forbidden-character", 4)])
    }

    @Test func lettersOfVietnameseAndEmojiAreNotRefused() {
        #expect(findings("log info \"Ặ ẳ ễ ỹ đ Đ ₫ … “” – 👩‍🏫 ❤️ 日本\" # ẵ 👨‍👩‍👧") == [])
    }

    /// Each kind of bytes that are no UTF-8 becomes one finding, at the first of them.
    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0xAF], [0xE1, 0xBA], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE],
            [0xFF],
        ] as [[UInt8]])
    func whatIsNoUTF8IsRefused(_ bytes: [UInt8]) {
        let text = String(decoding: Array("exit 1\nlist ".utf8) + bytes + Array(" units".utf8), as: UTF8.self)
        #expect(findings(text) == [.init("not-utf8", 12)])
    }

    /// The same letters, composed or not, are the same names; places are those of the text as it stands.
    @Test func decomposedLettersAreTheSame() throws {
        let text = "let đơn-vị = list units | where tên = \"Sở\"\nexit $đơn-vị"
        let decomposed =
            "let đo\u{31B}n-vi\u{323} = list units | where te\u{302}n = \"So\u{31B}\u{309}\"\nexit $đo\u{31B}n-vi\u{323}"
        #expect(outline(decomposed) == outline(text))
        let finding = try #require(Parser.parse(Samples.source("log info 'te\u{302}n' @")).findings.first?.place)
        #expect(finding.span == SourceSpan(17, 18))
        #expect(finding.source.position(of: 17).column == 16)
    }

    private struct Found: Equatable {
        let code: String
        let start: Int

        init(_ code: String, _ start: Int) {
            self.code = code
            self.start = start
        }
    }

    private func findings(_ text: String) -> [Found] {
        Parser.parse(Samples.source(text)).findings.map { Found($0.code.description, $0.place?.span.start ?? -1) }
    }
}
