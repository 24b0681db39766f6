/// A text that is read as Sen's language: a script, a typed line, an entry of the journal.
public struct Source: Sendable, Hashable {
    /// The name in messages: a file's path, or what the line came from.
    public let name: String
    /// The whole text.
    public let text: String
    /// The line of `text` that counts as the first, from 1.
    public let firstLine: Int
    private let lines: LineStarts

    /// Names a text.
    public init(name: String, text: String, firstLine: Int = 1) {
        self.name = name
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        self.firstLine = firstLine
        lines = LineStarts()
    }

    /// Two sources are the same when they read the same; the text of a large one is not hashed.
    public static func == (left: Source, right: Source) -> Bool {
        left.lines === right.lines
            || left.firstLine == right.firstLine && left.name == right.name && left.text == right.text
    }

    /// Hashes the name and the text's size.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(text.utf8.count)
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    ///
    /// Places that are asked for in their order cost no more than one pass over the text.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let (line, column) = lines.position(of: clamped(offset), in: text)
        return (firstLine + line, column)
    }

    /// The stretch of the line in which a byte offset lies, without its end.
    public func lineSpan(at offset: Int) -> SourceSpan {
        let bytes = text.utf8
        let (start, next) = lines.line(at: clamped(offset), in: text)
        var end = next ?? bytes.count
        if next != nil { end -= 1 }
        if end > start, bytes[bytes.index(bytes.startIndex, offsetBy: end - 1)] == UInt8(ascii: "\r") { end -= 1 }
        return SourceSpan(start, end)
    }

    /// The line in which a byte offset lies, without its end, and the offset of its first byte.
    public func line(at offset: Int) -> (text: String, start: Int) {
        let span = lineSpan(at: offset)
        return (self[span], span.start)
    }

    /// The text of a span.
    public subscript(span: SourceSpan) -> String {
        let bytes = text.utf8
        let low = clamped(span.start)
        let high = max(low, clamped(span.end))
        return String(decoding: bytes.dropFirst(low).prefix(high - low), as: UTF8.self)
    }

    private func clamped(_ offset: Int) -> Int { min(max(offset, 0), text.utf8.count) }
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

    /// How many bytes it has.
    public var length: Int { end - start }

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
