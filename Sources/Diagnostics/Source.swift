/// A text that is read as Sen's language: a script, a typed line, an entry of the journal.
public struct Source: Sendable, Hashable {
    /// The name in messages: a file's path, or what the line came from.
    public let name: String
    /// The whole text.
    public let text: String
    /// The line of `text` that counts as the first, from 1.
    public let firstLine: Int

    /// Names a text.
    public init(name: String, text: String, firstLine: Int = 1) {
        self.name = name
        self.text = text
        self.firstLine = firstLine
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let bytes = text.utf8
        let end = bytes.index(bytes.startIndex, offsetBy: min(max(offset, 0), bytes.count))
        var line = firstLine
        var start = bytes.startIndex
        var index = bytes.startIndex
        while index < end {
            let next = bytes.index(after: index)
            if bytes[index] == UInt8(ascii: "\n") {
                line += 1
                start = next
            }
            index = next
        }
        return (line, text[start..<end].count + 1)
    }

    /// The line in which a byte offset lies, without its end, and the offset of its first byte.
    public func line(at offset: Int) -> (text: String, start: Int) {
        let bytes = Array(text.utf8)
        let place = min(max(offset, 0), bytes.count)
        let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var line = bytes[start..<end]
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        return (String(decoding: line, as: UTF8.self), start)
    }

    /// The text of a span.
    public subscript(span: SourceSpan) -> String {
        let bytes = text.utf8
        let low = min(max(span.start, 0), bytes.count)
        let high = min(max(span.end, low), bytes.count)
        return String(decoding: bytes.dropFirst(low).prefix(high - low), as: UTF8.self)
    }
}

/// A stretch of a source, in bytes of its UTF-8 text.
public struct SourceSpan: Sendable, Hashable {
    /// The offset of the first byte.
    public let start: Int
    /// The offset behind the last byte.
    public let end: Int

    /// Names a stretch.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// The shortest stretch that holds both.
    public func joined(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(min(start, other.start), max(end, other.end))
    }
}

/// A span together with the source it lies in.
public struct Place: Sendable, Hashable {
    /// The source.
    public let source: Source
    /// The span in it.
    public let span: SourceSpan

    /// Pairs a span with its source.
    public init(source: Source, span: SourceSpan) {
        self.source = source
        self.span = span
    }
}
