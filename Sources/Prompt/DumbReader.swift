import Glibc
import Values

/// Reads lines from a terminal that cannot move its cursor: the terminal itself does the editing.
struct DumbReader: LineReader {
    let host: any PromptHost
    let input: LineInput

    func readLine(prompt: String) -> LineEnding {
        var text = ""
        writeAll(prompt, to: STDOUT_FILENO)
        while let line = input.next() {
            text += line
            if host.isComplete(text) { return .line(text.composed) }
            text += "\n"
            writeAll("  ", to: STDOUT_FILENO)
        }
        writeAll("\n", to: STDOUT_FILENO)
        return input.wasInterrupted ? .dropped : .end
    }
}

/// Standard input, line by line.
final class LineInput {
    private var bytes: [UInt8] = []
    private let signals: KeyInput
    private(set) var wasInterrupted = false

    init(signals: Int32) {
        self.signals = KeyInput(signals: signals)
    }

    /// The next line without its end; `nil` at the end of the input or after `^C`.
    func next() -> String? {
        wasInterrupted = false
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: bytes[..<end], as: UTF8.self)
                bytes.removeSubrange(...end)
                return line
            }
            guard let more = signals.nextBytes() else {
                wasInterrupted = true
                return nil
            }
            if more.isEmpty { return nil }
            bytes += more
        }
    }
}
