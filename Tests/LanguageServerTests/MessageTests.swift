import JSON
import Testing

@testable import LanguageServer

@Suite struct MessageTests {
    @Test(arguments: [
        "null", "true", "[1,-2,3.5,1e3]", "{\"a\":[],\"b\":{\"c\":\"d\"}}", "\"Hải\\n\\u0041\\ud83d\\ude00\\\"\"",
        " [ ] ",
    ])
    func readsJSON(_ text: String) throws {
        let value = try #require(JSONReader.read(Array(text.utf8)))
        #expect(JSONReader.read(value.bytes) == value)
    }

    @Test func readsTexts() {
        #expect(JSONReader.read(Array("\"\\ud83d\\ude00đ\\/\"".utf8)) == "😀đ/")
        #expect(JSONReader.read(Array("9223372036854775808".utf8)) == .decimal("9223372036854775808"))
        #expect(JSONReader.read(JSON.string("\u{0}\u{7f}\\\"\n").bytes) == "\u{0}\u{7f}\\\"\n")
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "01", "1.", "-", "1e", "nul", "\"\\x\"", "\"\\ud800\"", "\"\\u12\"",
        "\"a",
        "\"\n\"", "1 2", "[1}", "'a'", "\\", "\"\\",
    ])
    func refusesWhatIsNoJSON(_ text: String) {
        #expect(JSONReader.read(Array(text.utf8)) == nil)
    }

    @Test func refusesInvalidUTF8AndWhatIsTooDeep() {
        #expect(JSONReader.read([0x22, 0xFF, 0x22]) == nil)
        #expect(JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
    }

    @Test func cutsMessages() {
        var frames = MessageFrames()
        let bytes = MessageFrames.framed(Array("ab".utf8)) + MessageFrames.framed(Array("cde".utf8))
        var found: [MessageFrames.Frame] = []
        for byte in bytes {
            frames.append([byte])
            while let frame = frames.next() { found.append(frame) }
        }
        #expect(found == [.message(Array("ab".utf8)), .message(Array("cde".utf8))])
    }

    @Test func goesOnBehindBadHeaders() {
        let good = MessageFrames.framed(Array("ab".utf8))
        for header in ["Content-Length: -1", "Content-Length: x", "Content-Length: 99999999999999999999", "A: b", ""] {
            var frames = MessageFrames()
            frames.append(Array((header + "\r\n\r\n").utf8) + good)
            #expect(frames.next() == .malformed)
            #expect(frames.next() == .message(Array("ab".utf8)), "\(header)")
        }
        var frames = MessageFrames()
        frames.append(Array("content-length:  2 \r\nX: y\r\n\r\nab".utf8))
        #expect(frames.next() == .malformed)
        frames = MessageFrames()
        frames.append([UInt8](repeating: 1, count: 10_000))
        #expect(frames.next() == .malformed)
        #expect(frames.next() == nil)
    }

    @Test func passesOverMessagesThatAreTooLong() {
        var frames = MessageFrames()
        let length = MessageFrames.sizeLimit + 1
        frames.append(Array("Content-Length: \(length)\r\n\r\n".utf8))
        #expect(frames.next() == .oversize)
        let piece = [UInt8](repeating: 0x20, count: 1 << 20)
        for _ in 0..<64 {
            frames.append(piece)
            #expect(frames.next() == nil)
        }
        frames.append([0x20] + MessageFrames.framed(Array("ab".utf8)))
        #expect(frames.next() == .message(Array("ab".utf8)))
    }

    @Test func positionsCountUTF16() {
        let text = "đ😀b\r\nẵ\u{301}x\ry\n"
        let map = LineMap(text)
        for (index, byte) in zip(0..., Array(text.utf8)) where byte & 0xC0 != 0x80 && byte != 0x0A {
            let place = map.place(index)
            #expect(map.offset(line: place.line, character: place.character) == index)
        }
        #expect(map.place(text.utf8.count) == (3, 0))
        #expect(map.offset(line: 0, character: 1) == 2)
        #expect(map.offset(line: 0, character: 2) == 2, "inside the smiley")
        #expect(map.offset(line: 0, character: 3) == 6)
        #expect(map.offset(line: 0, character: 99) == 7)
        #expect(map.offset(line: 9, character: 9) == text.utf8.count)
        #expect(map.offset(line: -1, character: -1) == 0)
        #expect(map.offset(line: .max, character: .max) == text.utf8.count)
    }
}
