import CEditline
import Values

/// One line edited on the terminal: libedit keeps and draws the text, everything else is decided here.
///
/// Every key passes through `nextKey`, which libedit calls whenever it wants one. What libedit can do itself it is told
/// by a private key; the rest is an action that libedit calls back. Signals arrive here too, so that nothing is drawn
/// from a signal handler.
final class Editor: LineReader {
    let host: any PromptHost
    let history: History
    let look: Look
    let input: KeyInput
    var screen = Screen()
    var walk = HistoryWalk()
    var search: HistorySearch?
    /// A text too tall for the window, which is kept beside the line.
    var held: String?
    var line: EditLine
    var promptWidth = 0
    var shownHint = ""
    /// How a line known from before goes on, and the columns it is drawn in.
    var ghost = ""
    var ghostWidth = 0
    private var promptText = ""
    private var action: (() -> Response)?
    private var following: NativeCommand?
    private var ending = LineEnding.end

    /// What libedit does after an action.
    enum Response: Int32 {
        case nothing = 0
        case refresh = 4
        case beep = 6
        case redisplay = 8
    }

    /// What a key leads to.
    enum Step {
        case native(NativeCommand)
        case insert(Unicode.Scalar)
        case act(() -> Response)
        case leave(LineEnding)
        case nothing
    }

    init?(host: any PromptHost, history: History, look: Look, signals: Int32) {
        self.host = host
        self.history = history
        self.look = look
        input = KeyInput(signals: signals)
        line = EditLine()
        guard line.open(for: self) else { return nil }
    }

    deinit {
        line.close()
    }

    func readLine(prompt: String) -> LineEnding {
        promptText = prompt
        walk = HistoryWalk()
        search = nil
        held = nil
        shownHint = ""
        line.hint = []
        screen.measure()
        showPrompt()
        input.forgetSignals()
        line.setTerminalForEditing(true)
        screen.marksPastes(true)
        sen_signals_for(SEN_FOR_EDITING)
        defer {
            screen.marksPastes(false)
            sen_signals_for(SEN_FOR_PROMPT)
        }
        guard line.read() else { return ending }
        if let held { return .line(held) }
        var entered = line.text.scalars
        if entered.last == "\n" { entered.removeLast() }
        return .line(LineText(entered, cursor: 0).text)
    }

    /// Shows the usual prompt, or another one in its place.
    func showPrompt(_ text: String? = nil) {
        let (scalars, width) = look.prompt(cut(text ?? promptText, to: max(1, screen.columns - 2)))
        line.prompt = scalars
        promptWidth = width
    }

    // MARK: What libedit calls

    /// Gives libedit its next key; `nil` when the line is left.
    func nextKey() -> UInt32? {
        while true {
            if let command = following {
                following = nil
                return command.key
            }
            if let step = beforeWaiting() { return perform(step) }
            let event = input.next()
            eraseGhost(drawn: event != .signal(.window))
            let step = step(for: event)
            if case .nothing = step { continue }
            return perform(step)
        }
    }

    /// Does what the last private key stood for.
    func act() -> Response {
        defer { action = nil }
        return action?() ?? .nothing
    }

    private func perform(_ step: Step) -> UInt32? {
        switch step {
        case .insert(let scalar): return scalar.value
        case .native(.accept) where !shownHint.isEmpty:
            following = .accept
            action = { [self] in setHint("") }
        case .native(let command): return command.key
        case .act(let closure): action = closure
        case .nothing: action = { .nothing }
        case .leave(let ending):
            self.ending = ending
            goToBottom()
            return nil
        }
        return UInt32(SEN_ACT)
    }

    // MARK: The text

    /// Puts a text in place of the whole line, or holds it where it is too tall to be edited.
    func replaceAll(with text: String) -> Response {
        if isTooTall(LineText(text)) { return hold(text) }
        line.replaceAll(with: text)
        return .refresh
    }

    /// Puts a text at the cursor, or holds the whole where it grows too tall.
    func insert(_ text: String) -> Response {
        var whole = line.text
        whole.scalars.insert(contentsOf: text.unicodeScalars, at: whole.cursor)
        if isTooTall(whole) { return hold(whole.text) }
        line.insert(text)
        return .refresh
    }
}

/// What came of reading a line.
enum LineEnding: Equatable {
    case line(String)
    /// `^C`: the line was dropped.
    case dropped
    /// `^D` on an empty line, or the terminal is gone.
    case end
    /// The program is told to end by a signal.
    case signal(Int32)
}

/// Reads one line after a prompt.
protocol LineReader {
    func readLine(prompt: String) -> LineEnding
}
