import Values

/// What each key does.
extension Editor {
    /// What an event leads to, in the state the editor is in.
    func step(for event: KeyInput.Event) -> Step {
        switch event {
        case .gone: return .leave(.end)
        case .signal(let signal): return step(for: signal)
        case .key(let key):
            if key == .suspend { return step(for: KeyInput.Signal.stop) }
            if held != nil { return stepWhileHeld(for: key) }
            if search != nil { return stepWhileSearching(for: key) }
            return step(for: key)
        }
    }

    func step(for key: Key) -> Step {
        switch key {
        case .character(let scalar): typed(scalar)
        case .paste(let text): .act { [self] in insert(text) }
        case .enter: entered()
        case .newLine: .act { [self] in insert("\n" + line.text.nextIndent) }
        case .tab: .act { [self] in complete() }
        case .up: moved(to: line.text.above) { [self] in older() }
        case .down: moved(to: line.text.below) { [self] in newer() }
        case .left: .native(.left)
        case .right: line.text.isAtEnd ? .act { [self] in takeGhost() } : .native(.right)
        case .lineStart: moved(to: line.text.lineStart) { .nothing }
        case .lineEnd: line.text.isAtEnd ? .act { [self] in takeGhost() } : moved(to: line.text.lineEnd) { .nothing }
        case .end: line.text.scalars.isEmpty ? .leave(.end) : .native(.delete)
        case .searchOlder: .act { [self] in beginSearch() }
        case .stop: dropped()
        case .openEditor: .act { [self] in openInEditor(line.text.text) }
        case .escape, .unknown, .searchNewer: .nothing
        default: native(key)
        }
    }

    private func native(_ key: Key) -> Step {
        switch key {
        case .wordLeft: .native(.wordLeft)
        case .wordRight: .native(.wordRight)
        case .backspace: .native(.backspace)
        case .delete: .native(.delete)
        case .deleteWordLeft: .native(.deleteWordLeft)
        case .deleteWordRight: .native(.deleteWordRight)
        case .deleteToEnd: .native(.deleteToEnd)
        case .deleteLine: .native(.deleteLine)
        case .yank: .native(.yank)
        case .transpose: .native(.transpose)
        case .clearScreen: .native(.clearScreen)
        default: .nothing
        }
    }

    /// A letter; a mark that follows its letter becomes one with it, since libedit draws lone marks wrongly.
    private func typed(_ scalar: Unicode.Scalar) -> Step {
        guard LineText.isMark(scalar), let composed = line.text.letter(composedWith: scalar) else {
            return .insert(scalar)
        }
        return .act { [self] in
            line.deleteBefore(1)
            line.insert(String(composed))
            return .refresh
        }
    }

    /// Enter runs a text that is complete and goes on to the next line of one that is not.
    private func entered() -> Step {
        let text = line.text
        if host.isComplete(text.text) { return .native(.accept) }
        return .act { [self] in insert("\n" + text.nextIndent) }
    }

    private func moved(to index: Int?, otherwise: @escaping () -> Response) -> Step {
        guard let index else { return .act(otherwise) }
        return .act { [self] in
            line.move(to: index)
            return .refresh
        }
    }

    private func older() -> Response {
        guard let entry = walk.older(history.entries, shown: line.text.text) else { return .beep }
        return replaceAll(with: entry)
    }

    private func newer() -> Response {
        guard let entry = walk.newer(history.entries) else { return .beep }
        return replaceAll(with: entry)
    }

    /// `^C`: the line stays on the screen, unrun, and a new prompt follows.
    func dropped() -> Step {
        .leave(.dropped)
    }

    // MARK: Search

    private func beginSearch() -> Response {
        search = HistorySearch(from: line.text)
        return showSearch(true)
    }

    private func stepWhileSearching(for key: Key) -> Step {
        switch key {
        case .character(let scalar):
            return searched {
                $0.type(scalar, in: $1)
                return $0.found != nil
            }
        case .backspace:
            return searched {
                $0.erase(in: $1)
                return true
            }
        case .searchOlder, .up: return searched { $0.older(in: $1) }
        case .searchNewer, .down: return searched { $0.newer(in: $1) }
        case .stop: return .act { [self] in endSearch(keeping: false) }
        case .enter, .escape, .left, .right, .tab: return .act { [self] in endSearch(keeping: true) }
        default: return .nothing
        }
    }

    private func searched(_ change: @escaping (inout HistorySearch, History) -> Bool) -> Step {
        .act { [self] in
            guard var changed = search else { return .nothing }
            let success = change(&changed, history)
            search = changed
            return showSearch(success)
        }
    }

    private func showSearch(_ success: Bool) -> Response {
        guard let search else { return .nothing }
        let label = Text("search", vi: "tìm")(in: host.language)
        let failed = success ? "" : Text(" (nothing more)", vi: " (hết)")(in: host.language)
        showPrompt("\(label) ‘\(search.words)’\(failed):")
        let found = search.found.map { history.entries[$0] }
        return replaceAll(with: found ?? (search.words.isEmpty ? search.begun.text : ""))
    }

    /// Leaves the search with the line found, or with the line there was before.
    func endSearch(keeping: Bool) -> Response {
        guard let search else { return .nothing }
        self.search = nil
        showPrompt()
        let begun = search.begun
        let response = replaceAll(with: keeping ? line.text.text : begun.text)
        if !keeping { line.move(to: begun.cursor) }
        return response
    }
}
