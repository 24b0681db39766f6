import CEditline
import Glibc

/// The terminal as the prompt writes on it, behind libedit's back.
struct Screen {
    let descriptor: Int32
    private(set) var rows = 24
    private(set) var columns = 80

    /// Takes standard output, or standard error where the output goes elsewhere.
    init() {
        descriptor = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : STDERR_FILENO
        measure()
    }

    /// Whether a narrower window cuts rows off: xterm and GNU screen do, tmux does not, wherever it was started.
    static var cutsRows: Bool {
        getenv("STY") != nil || (getenv("XTERM_VERSION") != nil && getenv("TMUX") == nil)
    }

    /// Asks the terminal for its size.
    mutating func measure() {
        var height: Int32 = 0
        var width: Int32 = 0
        sen_terminal_size(descriptor, &height, &width)
        (rows, columns) = (Int(height), Int(width))
    }

    /// Writes a text at the cursor.
    func write(_ text: String) {
        writeAll(text, to: descriptor)
    }

    /// Moves the cursor up or, for a negative count, down.
    func moveUp(_ count: Int) {
        if count > 0 { write("\u{1B}[\(count)A") }
        if count < 0 { write("\u{1B}[\(-count)B") }
    }

    /// Asks the terminal to mark what is pasted, or to stop marking it.
    func marksPastes(_ on: Bool) {
        write(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
    }
}

/// Writes the whole text to a file descriptor.
func writeAll(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno != EINTR, errno != EAGAIN { return }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, count)))
        }
    }
}
