import CEditline

/// The few things the prompt asks of libedit.
struct EditLine {
    private var handle: OpaquePointer?

    /// Opens libedit for an editor that outlives it; `false` if it cannot be had.
    mutating func open(for editor: Editor) -> Bool {
        let context = Unmanaged.passUnretained(editor).toOpaque()
        handle = sen_editline_open(
            context,
            { context, key in
                guard let context, let code = Unmanaged<Editor>.fromOpaque(context).takeUnretainedValue().nextKey()
                else { return -1 }
                key?.pointee = code
                return 1
            },
            { context in
                guard let context else { return 0 }
                return Unmanaged<Editor>.fromOpaque(context).takeUnretainedValue().act().rawValue
            })
        guard let handle else { return false }
        for command in NativeCommand.allCases {
            sen_editline_bind(handle, command.key, command.rawValue)
        }
        return true
    }

    func close() {
        if let handle { sen_editline_close(handle) }
    }

    /// Reads a line; `false` if the editor left it.
    func read() -> Bool {
        sen_editline_read(handle) == 1
    }

    var text: LineText {
        var start: UnsafePointer<UInt32>?
        var cursor = 0
        let count = sen_editline_text(handle, &start, &cursor)
        let codes = UnsafeBufferPointer(start: start, count: count)
        return LineText(codes.map { Unicode.Scalar($0) ?? "\u{FFFD}" }, cursor: cursor)
    }

    /// The text at the left, as `Look` gives it.
    var prompt: [UInt32] = [] {
        didSet { sen_editline_set_prompt(handle, prompt, prompt.count) }
    }

    /// The text at the right edge, as `Look` gives it.
    var hint: [UInt32] = [] {
        didSet { sen_editline_set_hint(handle, hint, hint.count) }
    }

    func insert(_ text: String) {
        let codes = text.unicodeScalars.map(\.value)
        sen_editline_insert(handle, codes, codes.count)
    }

    func deleteBefore(_ count: Int) {
        sen_editline_delete_before(handle, count)
    }

    /// Moves the cursor to an index of the text.
    func move(to index: Int) {
        sen_editline_move(handle, Int32(clamping: index - text.cursor))
    }

    /// Puts a text in place of a part; the cursor ends behind it.
    func replace(_ range: Range<Int>, with text: String) {
        move(to: range.upperBound)
        deleteBefore(range.count)
        insert(text)
    }

    func replaceAll(with text: String) {
        replace(0..<self.text.scalars.count, with: text)
    }

    /// Draws prompt and text where the cursor stands, as if nothing had been drawn.
    func redraw() {
        sen_editline_redraw(handle)
    }

    func takeNewSize() {
        sen_editline_resize(handle)
    }

    /// Sets the terminal for editing, or back as it was.
    func setTerminalForEditing(_ on: Bool) {
        sen_editline_raw(handle, on ? 1 : 0)
    }
}

/// The commands of libedit that serve as they are, each behind a private key.
enum NativeCommand: String, CaseIterable {
    case accept = "ed-newline"
    case left = "ed-prev-char"
    case right = "ed-next-char"
    case wordLeft = "ed-prev-word"
    case wordRight = "em-next-word"
    case backspace = "ed-delete-prev-char"
    case delete = "ed-delete-next-char"
    case deleteWordLeft = "ed-delete-prev-word"
    case deleteWordRight = "em-delete-next-word"
    case deleteToEnd = "ed-kill-line"
    case deleteLine = "em-kill-line"
    case yank = "em-yank"
    case transpose = "ed-transpose-chars"
    case clearScreen = "ed-clear-screen"

    var key: UInt32 {
        UInt32(SEN_ACT) + 1 + UInt32(Self.allCases.firstIndex(of: self) ?? 0)
    }
}
