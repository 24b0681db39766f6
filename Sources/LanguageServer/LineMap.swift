import Diagnostics
import JSON

/// Translates between bytes of a text and the positions of the protocol: a line, and units of UTF-16 in it.
struct LineMap {
    private let bytes: [UInt8]
    /// The offset of the first byte of each line.
    private let starts: [Int]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let endsLine = byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
            if endsLine { starts.append(index + 1) }
        }
        self.starts = starts
    }

    /// The text of a range, with another in its place.
    func replacing(_ range: SourceSpan, with text: String) -> String {
        String(decoding: bytes[..<range.start], as: UTF8.self) + text
            + String(decoding: bytes[range.end...], as: UTF8.self)
    }

    /// The byte at a position; one behind the end of a line or of the text counts as that end.
    func offset(line: Int, character: Int) -> Int {
        guard line >= 0 else { return 0 }
        guard line < starts.count else { return bytes.count }
        var place = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > place, line + 1 < starts.count, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var units = 0
        while place < end {
            let length = LineMap.length(bytes[place])
            units += length == 4 ? 2 : 1
            if units > character { break }
            place += length
        }
        return min(place, end)
    }

    /// The byte at a position of the protocol; `nil` when it is none.
    func offset(_ position: JSON) -> Int? {
        guard let line = position["line"].int, let character = position["character"].int else { return nil }
        return offset(line: line, character: character)
    }

    /// The bytes of a range of the protocol; `nil` when it is none.
    func span(_ range: JSON) -> SourceSpan? {
        guard let start = offset(range["start"]), let end = offset(range["end"]) else { return nil }
        return SourceSpan(min(start, end), max(start, end))
    }

    /// The line and the units of UTF-16 of a byte.
    func place(_ offset: Int) -> (line: Int, character: Int) {
        let offset = min(max(offset, 0), bytes.count)
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        var units = 0
        var place = starts[low]
        while place < offset {
            let length = LineMap.length(bytes[place])
            units += length == 4 ? 2 : 1
            place += length
        }
        return (low, units)
    }

    /// The position of a byte.
    func position(_ offset: Int) -> JSON {
        let place = place(offset)
        return ["line": .int(place.line), "character": .int(place.character)]
    }

    /// The range of a span.
    func range(_ span: SourceSpan) -> JSON {
        ["start": position(span.start), "end": position(span.end)]
    }

    /// The range of the whole text.
    var whole: JSON { range(SourceSpan(0, bytes.count)) }

    private static func length(_ lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
