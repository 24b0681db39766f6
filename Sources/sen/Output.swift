import Diagnostics
import Documents
import Glibc
import Language
import Rendering
import Syntax
import Values

/// Writes answers to standard output and findings to standard error.
final class Output: InterpreterListener {
    private let world: World
    private lazy var isOnTerminal = isatty(STDOUT_FILENO) == 1
    /// Why something could not be written to standard output.
    private(set) var failure: Diagnostic?

    init(_ world: World) {
        self.world = world
    }

    /// The width of the terminal; `nil` when the output goes elsewhere.
    var width: Int? {
        var size = winsize()
        guard isOnTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    func answer(_ document: Document) {
        guard let format = world.options.format else { return show(document, on: STDOUT_FILENO) }
        var beside = document
        beside.blocks.removeAll { block in
            guard case .table(let block) = block else { return false }
            write(String(decoding: format.bytes(block.table, world.language), as: UTF8.self), to: STDOUT_FILENO)
            return true
        }
        if !beside.blocks.isEmpty { show(beside, on: STDERR_FILENO) }
    }

    func log(_ level: LogLevel, _ text: String) {
        let line =
            world.options.findingsAsJSON ? DiagnosticJSON.log(level.rawValue, text) : "\(level.rawValue): \(text)\n"
        write(line, to: STDERR_FILENO)
    }

    /// Shows a document on standard output or standard error.
    func show(_ document: Document, on file: Int32) {
        let style = Terminal.Style(width: width, colour: world.colour, language: world.language)
        write(Terminal.render(document, style: style), to: file)
    }

    func warn(_ finding: Diagnostic) { show([finding]) }

    /// Shows findings.
    func show(_ findings: [Diagnostic]) {
        guard !findings.isEmpty else { return }
        write(text(findings), to: STDERR_FILENO)
    }

    /// Findings as they are shown.
    func text(_ findings: [Diagnostic]) -> String {
        world.options.findingsAsJSON
            ? DiagnosticJSON.render(findings)
            : DiagnosticRendering.render(
                findings, language: world.language, colour: world.colour && isatty(STDERR_FILENO) == 1)
    }

    /// Shows how a run ended; gives the status for the system.
    func show(_ ending: Ending, status: Int? = nil) -> Int {
        switch ending {
        case .finished, .exited: break
        case .failed(let findings), .notUnderstood(let findings): show(findings)
        case .expectationFailed(let finding): show([finding])
        }
        return status ?? ending.status
    }

    func write(_ text: String, to file: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno == EINTR { continue }
                if count < 0, errno == EAGAIN {
                    var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, -1)
                    continue
                }
                guard count > 0 else { return fail(file, errno) }
                done += count
            }
        }
    }

    private func fail(_ file: Int32, _ reason: Int32) {
        guard file == STDOUT_FILENO else { return }
        let why = String(cString: strerror(reason))
        failure = Diagnostic(
            .outputUnwritable, Text("The output cannot be written: \(why).", vi: "Không ghi được kết quả ra: \(why)."))
    }
}

extension Diagnostic.Code {
    /// Standard output that takes nothing.
    static let outputUnwritable: Self = "output-unwritable"
}
