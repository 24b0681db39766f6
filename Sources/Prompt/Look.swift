import Glibc
import Values

/// How the prompt looks: with colours or without.
struct Look {
    let colour: Bool

    /// A text in the background: descriptions, what the history would go on with.
    func quiet(_ text: String) -> String {
        colour && !text.isEmpty ? "\u{1B}[2m\(text)\u{1B}[0m" : text
    }

    /// The prompt as libedit takes it, and the columns it fills.
    ///
    /// What takes no room stands between two characters of code 1; libedit loses such a part at the very end, and one
    /// that follows another, so there is one before the text and one before the last space.
    func prompt(_ text: String) -> (scalars: [UInt32], width: Int) {
        let shown = visible(text)
        return (marked(shown, "\u{1B}[1;36m"), displayWidth(shown) + 1)
    }

    /// The hint at the right edge as libedit takes it.
    func hint(_ text: String) -> [UInt32] {
        text.isEmpty ? [] : marked(visible(text), "\u{1B}[2m")
    }

    private func visible(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.composed.unicodeScalars where scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
            kept.append(scalar)
        }
        while kept.last == " " { kept.removeLast() }
        return kept.isEmpty ? ">" : String(kept)
    }

    private func marked(_ text: String, _ start: String) -> [UInt32] {
        let whole = colour ? "\u{1}\(start)\u{1}\(text)\u{1}\u{1B}[0m\u{1} " : text + " "
        return whole.unicodeScalars.map(\.value)
    }
}

/// Whether standard output is a terminal on which colours are wanted: no `NO_COLOR` with a value, no `TERM=dumb`.
public func terminalTakesColour() -> Bool {
    if let refusal = getenv("NO_COLOR"), refusal.pointee != 0 { return false }
    return isatty(STDOUT_FILENO) == 1 && !terminalIsDumb()
}

/// Whether the terminal cannot move its cursor.
func terminalIsDumb() -> Bool {
    guard let name = getenv("TERM") else { return true }
    return name.pointee == 0 || strcmp(name, "dumb") == 0
}
