/// Cuts a stream of bytes into messages: a header with `Content-Length`, an empty line, and as many bytes.
public struct MessageFrames {
    /// The longest message that is taken; a text of 10 MB fits in, however it is escaped.
    public static let sizeLimit = 64 << 20
    /// The longest header.
    private static let headerLimit = 8 << 10

    /// What was cut off.
    public enum Frame: Sendable, Hashable {
        /// A message.
        case message([UInt8])
        /// A header without a usable length.
        case malformed
        /// A message that is too long; its bytes are passed over.
        case oversize
    }

    private var buffer: [UInt8] = []
    /// How much of a message that is too long has not come yet.
    private var passedOver = 0

    /// Begins with nothing.
    public init() {}

    /// Takes bytes as they come.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        buffer += bytes
    }

    /// The next message, as soon as it is whole.
    public mutating func next() -> Frame? {
        let skipped = min(passedOver, buffer.count)
        buffer.removeFirst(skipped)
        passedOver -= skipped
        guard passedOver == 0, let end = headerEnd() else {
            guard passedOver == 0, buffer.count > MessageFrames.headerLimit else { return nil }
            buffer = []
            return .malformed
        }
        guard let length = MessageFrames.length(buffer[..<end]) else {
            buffer.removeFirst(end + 4)
            return .malformed
        }
        guard length <= MessageFrames.sizeLimit else {
            buffer.removeFirst(end + 4)
            passedOver = length
            return .oversize
        }
        guard buffer.count - end - 4 >= length else { return nil }
        let message = Array(buffer[(end + 4)..<(end + 4 + length)])
        buffer.removeFirst(end + 4 + length)
        return .message(message)
    }

    private func headerEnd() -> Int? {
        let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        let last = min(buffer.count, MessageFrames.headerLimit) - mark.count
        guard last >= 0 else { return nil }
        return (0...last).first { buffer[$0] == 0x0D && buffer[$0..<($0 + 4)].elementsEqual(mark) }
    }

    private static func length(_ header: ArraySlice<UInt8>) -> Int? {
        let lines = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline)
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
            let digits = parts[1].drop { $0 == " " }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
            return Int(digits)
        }
        return nil
    }

    /// A message with its header.
    public static func framed(_ message: [UInt8]) -> [UInt8] {
        Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
    }
}
