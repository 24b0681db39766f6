import CEditline
import Glibc
import Values

/// What is drawn around the line, and the cures for what libedit draws wrongly.
extension Editor {
    // MARK: Hints

    /// What is to be done before a key is awaited: a new hint at the right, else the rest of a line known from before.
    func beforeWaiting() -> Step? {
        if input.isWaiting { return nil }
        let text = line.text
        if held == nil, isTooTall(text) { return .act { [self] in hold(text.text) } }
        let isPlain = held == nil && search == nil && !text.isMultiline
        let hint = isPlain ? host.hint(text.text, cursor: text.utf8Cursor) ?? "" : ""
        let shown = cut(hint, to: screen.columns / 2)
        if shown != shownHint { return .act { [self] in setHint(shown) } }
        if isPlain, text.isAtEnd { showGhost(after: text) }
        return nil
    }

    func setHint(_ text: String) -> Response {
        shownHint = text
        line.hint = look.hint(text)
        return .refresh
    }

    private func showGhost(after text: LineText) {
        guard look.colour, let rest = history.continuation(of: text.text) else { return }
        let place = ScreenPlace(after: text.scalars, promptWidth: promptWidth, columns: screen.columns)
        let hintWidth = shownHint.isEmpty || place.row > 0 ? 0 : displayWidth(shownHint) + 3
        let room = screen.columns - place.column - hintWidth - 1
        let firstLine = rest.prefix { $0 != "\n" && $0 != "\t" }
        ghost = rest
        let shown = cut(String(firstLine), to: room)
        screen.write("\u{1B}7\(look.quiet(shown))\u{1B}8")
        ghostWidth = displayWidth(shown)
    }

    /// Erases the rest that was shown, unless the terminal has folded it and all is erased anyway.
    func eraseGhost(drawn: Bool) {
        if drawn, ghostWidth > 0 { screen.write("\u{1B}7\(String(repeating: " ", count: ghostWidth))\u{1B}8") }
        ghostWidth = 0
    }

    func takeGhost() -> Response {
        defer { ghost = "" }
        guard !ghost.isEmpty else { return .nothing }
        return insert(ghost)
    }

    // MARK: Places

    private func place(of text: LineText, upTo index: Int) -> ScreenPlace {
        ScreenPlace(after: text.scalars[..<index], promptWidth: promptWidth, columns: screen.columns)
    }

    /// Whether libedit would lose rows at the top of the window.
    func isTooTall(_ text: LineText) -> Bool {
        place(of: text, upTo: text.scalars.count).row > screen.rows - 2
    }

    /// Moves the cursor below the text, to the beginning of an empty row.
    func goToBottom() {
        let text = line.text
        let rows = place(of: text, upTo: text.scalars.count).row - place(of: text, upTo: text.cursor).row
        screen.moveUp(-rows)
        screen.write("\r\n")
    }

    /// Erases prompt and text; the cursor ends where the prompt began.
    func eraseAll() {
        let text = line.text
        screen.write("\r")
        screen.moveUp(place(of: text, upTo: text.cursor).row)
        screen.write("\u{1B}[J")
    }

    // MARK: Signals

    func step(for signal: KeyInput.Signal) -> Step {
        switch signal {
        case .interrupt:
            if search != nil { return .act { [self] in endSearch(keeping: false) } }
            return dropped()
        case .window: return .act { [self] in takeNewSize() }
        case .continued: return .act { [self] in resume() }
        case .stop: return .act { [self] in stop() }
        case .terminate: return .leave(.signal(SIGTERM))
        case .hangUp: return .leave(.signal(SIGHUP))
        }
    }

    /// Draws anew for a changed window.
    ///
    /// Most terminals fold the rows they show to the new width before they tell; some cut them off and fold nothing.
    private func takeNewSize() -> Response {
        let text = line.text
        screen.measure()
        if Screen.cutsRows {
            line.takeNewSize()
            return .redisplay
        }
        screen.write("\r")
        screen.moveUp(rowsAfterFolding(text, promptWidth: promptWidth, to: screen.columns))
        screen.write("\u{1B}[J")
        _ = setHint("")
        line.takeNewSize()
        line.redraw()
        return .nothing
    }

    /// Stops the program as the user asked, and goes on where it was when it is continued.
    private func stop() -> Response {
        goToBottom()
        screen.marksPastes(false)
        line.setTerminalForEditing(false)
        sen_stop()
        input.forgetSignals()
        return resume()
    }

    private func resume() -> Response {
        screen.measure()
        line.takeNewSize()
        line.setTerminalForEditing(true)
        screen.marksPastes(true)
        screen.write("\r")
        line.redraw()
        return .nothing
    }

    // MARK: Completion

    /// Completes the word at the cursor, or lists what it could be.
    func complete() -> Response {
        let text = line.text
        switch CompletionChoice(host.completions(text.text, cursor: text.utf8Cursor), in: text) {
        case .nothing: return .beep
        case .replace(let range, let insert):
            line.replace(range, with: insert)
            return .refresh
        case .list(let candidates, let isPartial):
            let list = CandidateList(candidates, columns: screen.columns - 1, look: look)
            clearHint()
            goToBottom()
            if list.rows.count < screen.rows - 1 || wantsAll(candidates.count) {
                screen.write((list.rows + (isPartial ? [more] : [])).map { $0 + "\r\n" }.joined())
            }
            line.redraw()
            return .nothing
        }
    }

    /// Draws the line without its hint, before it is left standing above something else.
    private func clearHint() {
        guard !shownHint.isEmpty else { return }
        eraseAll()
        _ = setHint("")
        line.redraw()
    }

    private var more: String {
        look.quiet(Text("… and more: type another letter", vi: "… còn nữa: hãy gõ thêm chữ")(in: host.language))
    }

    private func wantsAll(_ count: Int) -> Bool {
        screen.write(Text("Show all \(count)? (y/n) ", vi: "Hiện cả \(count) mục? (c/k) ")(in: host.language))
        let answer = input.next()
        screen.write("\r\u{1B}[K")
        return [.key(.character("y")), .key(.character("Y")), .key(.character("c")), .key(.tab)].contains(answer)
    }
}
