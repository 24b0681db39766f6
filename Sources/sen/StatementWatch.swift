import Database
import Diagnostics
import Documents
import Glibc
import Language
import Rendering
import Synchronization
import Values

/// Tells of each statement as it runs, and asks before it, as the options wish.
final class StatementWatch: RunObserver {
    private let traces: Bool
    private let asks: Bool
    private let output: Output
    private let language: DisplayLanguage
    private weak var interpreter: Interpreter?
    /// When the statements began that are open, outermost first.
    private var begun: [ContinuousClock.Instant] = []

    /// Watches an interpreter; `nil` when nobody wishes to. Refuses to ask where nobody can answer.
    init?(_ interpreter: Interpreter, _ world: World, _ output: Output) throws {
        guard world.options.traces || world.options.asks else { return nil }
        guard !world.options.asks || isatty(STDIN_FILENO) == 1 else { throw StatementWatch.nobodyToAsk() }
        (traces, asks) = (world.options.traces, world.options.asks)
        self.output = output
        language = world.language
        self.interpreter = interpreter
        interpreter.observer = self
    }

    func willRun(_ place: Place) throws -> Bool {
        let text = "\(at(place)) \(place.source.line(at: place.span.start).text.trimmed)"
        if traces || asks { tell(text) }
        if asks, try !ask() { return false }
        begun.append(.now)
        return true
    }

    func didRun(_ place: Place, rows: Int?) {
        guard let start = begun.popLast(), traces else { return }
        let spent = ContinuousClock.now - start
        let (seconds, attoseconds) = spent.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        let time = "\(microseconds / 1000).\(microseconds % 1000 / 100) ms"
        let count = rows.map { Text($0 == 1 ? ", 1 row" : ", \($0) rows", vi: ", \($0) dòng")(in: language) } ?? ""
        tell("\(at(place)) \(time)\(count)")
    }

    private func tell(_ text: String) {
        output.show(Document([.verbatim(text)]), on: STDERR_FILENO)
    }

    private func at(_ place: Place) -> String {
        "\(place.source.name):\(place.source.position(of: place.span.start).line)"
    }

    /// Asks what to do with the statement; whether it runs.
    private func ask() throws -> Bool {
        let question = Text(
            "Enter runs it · s skips it · v variables · q stops: ",
            vi: "Enter để chạy · s bỏ qua · v xem biến · q dừng: ")
        while true {
            output.write(question(in: language), to: STDERR_FILENO)
            switch try answer() {
            case "": return true
            case "s": return false
            case "v": if let interpreter { output.show(interpreter.variables, on: STDERR_FILENO) }
            case "q", nil: throw Diagnostic.interrupted
            default: continue
            }
        }
    }

    /// A line from the keyboard; `nil` at its end, and when the run is to stop.
    private func answer() throws -> String? {
        var bytes: [UInt8] = []
        while true {
            if Stopping.isAsked.load(ordering: .relaxed) { return nil }
            var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 50) > 0 else { continue }
            var byte: UInt8 = 0
            guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self).trimmed }
            bytes.append(byte)
        }
    }

    private static func nobodyToAsk() -> Diagnostic {
        Diagnostic(
            .nobodyToAsk,
            Text(
                "--step asks before each statement, and there is no terminal to ask on.",
                vi: "--step hỏi trước mỗi câu lệnh, nhưng không có cửa sổ dòng lệnh (terminal) để hỏi."),
            notes: [
                Text(
                    "Run it in a terminal; --trace tells of each statement without asking.",
                    vi: "Hãy chạy trong cửa sổ dòng lệnh; --trace báo từng câu lệnh mà không hỏi.")
            ])
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension Diagnostic.Code {
    /// A question without a terminal on which it could be asked.
    static let nobodyToAsk: Self = "nobody-to-ask"
}
