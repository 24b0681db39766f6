import CEditline
public import Diagnostics
import Glibc
import Values

/// The prompt: reads a line, has it run, and asks for the next.
public final class Prompt {
    private let host: any PromptHost
    private let history: History
    private let reader: any LineReader
    private let colour: Bool

    /// Prepares the prompt; without a path nothing is kept of what was entered.
    ///
    /// Refuses a system without a UTF-8 locale, in which letters would be lost. A history that cannot be read is
    /// reported and done without.
    public init(
        host: any PromptHost, history path: String? = nil, colour: Bool = terminalTakesColour()
    ) throws(Diagnostic) {
        try takeUTF8Locale()
        self.host = host
        self.colour = colour
        do {
            history = try path.map { try History(HistoryFile(path: $0)) } ?? History()
        } catch {
            history = History()
            Self.warn(error, in: host)
        }
        var prompt: Int32 = -1
        var command: Int32 = -1
        guard sen_signals_open(&prompt, &command) == 0 else { throw noTerminal() }
        if terminalIsDumb() {
            reader = DumbReader(host: host, input: LineInput(signals: prompt))
        } else if let editor = Editor(host: host, history: history, look: Look(colour: colour), signals: prompt) {
            reader = editor
        } else {
            throw noTerminal()
        }
        InterruptWatch.start(from: command) { host.cancel() }
    }

    /// Reads and runs lines until the user leaves; gives the exit status.
    public func loop() -> Int32 {
        while true {
            switch reader.readLine(prompt: host.promptText()) {
            case .dropped: continue
            case .end: return 0
            case .signal(let number): return 128 + number
            case .line(let text):
                if case .leave(let status) = run(text) { return status }
            }
        }
    }

    private func run(_ text: String) -> PromptStep {
        guard text.contains(where: { !$0.isWhitespace }) else { return .next }
        if !text.hasPrefix(" "), !host.isSecret(text) {
            do { try history.add(text) } catch { Self.warn(error, in: host) }
        }
        sen_signals_for(SEN_FOR_COMMAND)
        defer { sen_signals_for(SEN_FOR_PROMPT) }
        return host.run(text)
    }

    /// Runs another program on the terminal, such as a pager, to which `^C` then belongs.
    public static func lendTerminal<Result>(_ body: () throws -> Result) rethrows -> Result {
        sen_signals_for(SEN_FOR_PROMPT)
        defer { sen_signals_for(SEN_FOR_COMMAND) }
        return try body()
    }

    private static func warn(_ error: any Error, in host: any PromptHost) {
        for finding in Diagnostics.of(error) {
            writeAll(finding.message(in: host.language) + "\n", to: STDERR_FILENO)
        }
    }
}

/// Sees to it that characters are read and drawn as UTF-8: the environment's locale if it is one, else one at hand.
func takeUTF8Locale(from names: [String] = ["", "C.UTF-8", "vi_VN.UTF-8", "en_US.UTF-8"]) throws(Diagnostic) {
    if names.contains(where: { sen_take_locale($0) == 1 }) { return }
    throw Diagnostic(
        .noUTF8,
        Text(
            "This system has no UTF-8 locale, so the prompt would lose letters.",
            vi: "Máy này không có locale UTF-8 nên dấu nhắc lệnh sẽ làm mất chữ."),
        notes: [
            Text(
                "Install the locale C.UTF-8 or vi_VN.UTF-8, or run a script: sen run FILE.",
                vi: "Hãy cài locale C.UTF-8 hoặc vi_VN.UTF-8, hoặc chạy một tập lệnh: sen run TỆP.")
        ])
}

func noTerminal() -> Diagnostic {
    Diagnostic(
        .noTerminal,
        Text("The prompt needs a terminal.", vi: "Dấu nhắc lệnh cần một cửa sổ dòng lệnh (terminal)."))
}

extension Diagnostic.Code {
    /// No locale in UTF-8 is installed.
    public static let noUTF8: Self = "no-utf8"
    /// There is no terminal to ask on.
    public static let noTerminal: Self = "no-terminal"
}
