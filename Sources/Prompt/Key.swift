/// A key the user has pressed, or a text the terminal says was pasted.
enum Key: Equatable {
    case character(Unicode.Scalar)
    case paste(String)
    case enter, newLine, tab, escape
    case left, right, up, down, lineStart, lineEnd, wordLeft, wordRight
    case backspace, delete, deleteWordLeft, deleteWordRight, deleteToEnd, deleteLine, yank, transpose
    case clearScreen, end, searchOlder, searchNewer, stop, suspend, openEditor
    case unknown
}

extension Key {
    /// The key of a control character.
    init(control byte: UInt8) {
        self = Self.controls[byte] ?? .unknown
    }

    /// The key of a letter typed with Alt, which arrives after an escape character.
    init(alt byte: UInt8) {
        self = Self.alternates[byte] ?? .unknown
    }

    /// The key of a control sequence: `A`, `1;5C`, `3~`.
    init(sequence: String) {
        self = Self.sequences[sequence] ?? .unknown
    }

    private static let controls: [UInt8: Key] = [
        0x01: .lineStart, 0x02: .left, 0x03: .stop, 0x04: .end, 0x05: .lineEnd, 0x06: .right, 0x07: .stop,
        0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0B: .deleteToEnd, 0x0C: .clearScreen, 0x0D: .enter,
        0x0E: .down, 0x10: .up, 0x12: .searchOlder, 0x13: .searchNewer, 0x14: .transpose, 0x15: .deleteLine,
        0x17: .deleteWordLeft, 0x19: .yank, 0x1A: .suspend, 0x7F: .backspace,
    ]

    private static let alternates: [UInt8: Key] = [
        0x0A: .newLine, 0x0D: .newLine, 0x08: .deleteWordLeft, 0x7F: .deleteWordLeft,
        UInt8(ascii: "b"): .wordLeft, UInt8(ascii: "f"): .wordRight, UInt8(ascii: "d"): .deleteWordRight,
        UInt8(ascii: "e"): .openEditor,
    ]

    private static let sequences: [String: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .lineStart, "F": .lineEnd, "Z": .tab,
        "1~": .lineStart, "7~": .lineStart, "4~": .lineEnd, "8~": .lineEnd, "3~": .delete,
        "1;5C": .wordRight, "1;5D": .wordLeft, "1;3C": .wordRight, "1;3D": .wordLeft, "3;5~": .deleteWordRight,
        "13;2u": .newLine, "13;3u": .newLine, "27;2;13~": .newLine,
    ]
}
