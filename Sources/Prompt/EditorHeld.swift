import CEditline
import Glibc
import Values

/// Texts too tall for the window, which libedit would draw with rows missing and the cursor in the wrong place.
extension Editor {
    /// Keeps a text beside the line and asks what to do with it.
    func hold(_ text: String) -> Response {
        eraseAll()
        held = text
        search = nil
        line.replaceAll(with: "")
        let count = text.utf8.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        showPrompt(
            Text(
                "\(count) \(count == 1 ? "line" : "lines"): Enter runs, e edits, Ctrl-C drops",
                vi: "\(count) dòng: Enter để chạy, e để sửa, Ctrl-C để bỏ")(in: host.language))
        line.redraw()
        return .nothing
    }

    func stepWhileHeld(for key: Key) -> Step {
        switch key {
        case .enter: .native(.accept)
        case .stop: dropped()
        case .character("e"), .character("E"), .openEditor: .act { [self] in openInEditor(held ?? "") }
        default: .act { .beep }
        }
    }

    /// Opens a text in the user's editor and takes back what was saved.
    func openInEditor(_ text: String) -> Response {
        goToBottom()
        screen.marksPastes(false)
        line.setTerminalForEditing(false)
        let edited = edit(text)
        input.forgetSignals()
        screen.measure()
        line.takeNewSize()
        line.setTerminalForEditing(true)
        screen.marksPastes(true)
        guard let edited else {
            line.redraw()
            return .beep
        }
        held = nil
        showPrompt()
        line.replaceAll(with: "")
        if isTooTall(LineText(edited)) { return hold(edited) }
        line.insert(edited)
        line.redraw()
        return .nothing
    }

    private func edit(_ text: String) -> String? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/sen-XXXXXX".utf8CString)
        let fd = mkstemp(&template)
        guard fd >= 0 else { return nil }
        writeAll(text + "\n", to: fd)
        close(fd)
        defer { unlink(template) }
        guard sen_open_in_editor(template) == 0 else { return nil }
        return contents(of: template)
    }

    private func contents(of path: [CChar]) -> String? {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return nil }
        defer { close(fd) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(fd, &buffer, buffer.count)
            if count <= 0 { break }
            bytes += buffer[..<count]
        }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self).composed
    }
}
