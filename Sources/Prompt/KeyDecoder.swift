import Values

/// Turns the bytes of a terminal into keys.
struct KeyDecoder {
    private var bytes: [UInt8] = []
    private var start = 0
    /// How far a paste has been searched for its end.
    private var searched = 0

    /// Whether every byte has become a key.
    var isEmpty: Bool { start == bytes.count }
    /// Whether the end of a paste is awaited.
    var isInPaste: Bool { starts(with: Self.pasteStart) }

    private static let pasteStart = Array("\u{1B}[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Takes what the terminal has sent.
    mutating func feed(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// The next key; `nil` until the bytes for one are all there, unless no more will come.
    mutating func next(nothingFollows: Bool = false) -> Key? {
        guard start < bytes.count else { return nil }
        let first = bytes[start]
        let found: (key: Key, length: Int)?
        switch first {
        case 0x1B: found = isInPaste ? paste(nothingFollows) : afterEscape()
        case 0..<0x20, 0x7F: found = (Key(control: first), 1)
        default: found = character()
        }
        if let found { return take(found.length, found.key) }
        guard nothingFollows else { return nil }
        return take(1, first == 0x1B ? .escape : .unknown)
    }

    private mutating func take(_ length: Int, _ key: Key) -> Key {
        start += length
        searched = 0
        if start == bytes.count {
            bytes.removeAll(keepingCapacity: true)
            start = 0
        }
        return key
    }

    private func starts(with prefix: [UInt8]) -> Bool {
        bytes[start...].starts(with: prefix)
    }

    private func character() -> (Key, Int)? {
        let lead = bytes[start]
        let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0 else { return (.unknown, 1) }
        let slice = bytes[start...].prefix(length)
        let wrong = slice.dropFirst().firstIndex { $0 & 0xC0 != 0x80 }
        if let wrong { return (.unknown, wrong - start) }
        guard slice.count == length else { return nil }
        guard let scalar = String(validating: slice, as: UTF8.self)?.unicodeScalars.first else {
            return (.unknown, length)
        }
        return (0x80...0x9F).contains(scalar.value) ? (.unknown, length) : (.character(scalar), length)
    }

    private func afterEscape() -> (Key, Int)? {
        guard start + 1 < bytes.count else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "["): return sequence()
        case UInt8(ascii: "O"):
            guard start + 2 < bytes.count else { return nil }
            return (Key(sequence: String(UnicodeScalar(bytes[start + 2]))), 3)
        case 0x1B: return (.escape, 1)
        case 0x80...: return (.escape, 1)
        case let byte: return (Key(alt: byte), 2)
        }
    }

    private func sequence() -> (Key, Int)? {
        let body = bytes[(start + 2)...]
        guard let last = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return nil }
        guard (0x40...0x7E).contains(bytes[last]) else { return (.unknown, last - start) }
        return (Key(sequence: String(decoding: bytes[(start + 2)...last], as: UTF8.self)), last - start + 1)
    }

    private mutating func paste(_ nothingFollows: Bool) -> (Key, Int)? {
        let body = start + Self.pasteStart.count
        var at = max(body, searched)
        while at + Self.pasteEnd.count <= bytes.count {
            if bytes[at] == 0x1B, bytes[at...].starts(with: Self.pasteEnd) {
                let text = Self.pastable(bytes[body..<at])
                return (.paste(text), at + Self.pasteEnd.count - start)
            }
            at += 1
        }
        searched = at
        guard nothingFollows else { return nil }
        return (.paste(Self.pastable(bytes[body...])), bytes.count - start)
    }

    /// A pasted text with plain line ends, composed letters and no control characters but the tab.
    private static func pastable(_ bytes: ArraySlice<UInt8>) -> String {
        var view = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0D: view.append("\n")
            case 0x0A: if !wasReturn { view.append(scalar) }
            case 0x09, 0x20...0x7E, 0xA0...: view.append(scalar)
            default: break
            }
            wasReturn = scalar.value == 0x0D
        }
        while view.last == "\n" { view.removeLast() }
        return String(view).composed
    }
}
