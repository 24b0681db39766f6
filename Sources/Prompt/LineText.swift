import Values

/// The text being edited and where the cursor stands in it.
struct LineText: Equatable {
    var scalars: [Unicode.Scalar]
    var cursor: Int

    init(_ scalars: [Unicode.Scalar], cursor: Int) {
        self.scalars = scalars
        self.cursor = min(max(cursor, 0), scalars.count)
    }

    /// A text with the cursor at its end.
    init(_ text: String) {
        self.init(Array(text.unicodeScalars), cursor: .max)
    }

    var text: String { Self.string(scalars[...]) }
    var isAtEnd: Bool { cursor == scalars.count }
    var isMultiline: Bool { scalars.contains("\n") }

    /// The cursor as an offset in UTF-8, as the language counts.
    var utf8Cursor: Int {
        scalars[..<cursor].reduce(0) { $0 + UTF8.width($1) }
    }

    /// The scalar that starts at an offset in UTF-8, or the nearest one after it.
    func scalarIndex(utf8 offset: Int) -> Int {
        var passed = 0
        for (index, scalar) in scalars.enumerated() {
            if passed >= offset { return index }
            passed += UTF8.width(scalar)
        }
        return scalars.count
    }

    /// Where the cursor's own line begins.
    var lineStart: Int {
        scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    /// Where the cursor's own line ends.
    var lineEnd: Int {
        scalars[cursor...].firstIndex(of: "\n") ?? scalars.count
    }

    /// Where the cursor goes one line up in the same column; `nil` on the first line.
    var above: Int? {
        guard lineStart > 0 else { return nil }
        let upper = LineText(scalars, cursor: lineStart - 1)
        return min(upper.lineStart + cursor - lineStart, upper.cursor)
    }

    /// Where the cursor goes one line down in the same column; `nil` on the last line.
    var below: Int? {
        guard lineEnd < scalars.count else { return nil }
        let lower = LineText(scalars, cursor: lineEnd + 1)
        return min(lower.cursor + cursor - lineStart, lower.lineEnd)
    }

    /// The spaces with which the next line begins: those of this line, or two after a first line.
    var nextIndent: String {
        let spaces = scalars[lineStart..<lineEnd].prefix { $0 == " " }.count
        return String(repeating: " ", count: lineStart == 0 ? max(2, spaces) : spaces)
    }

    /// The composed letter that a typed mark makes with the letter before the cursor.
    func letter(composedWith mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard Self.isMark(mark), cursor > 0 else { return nil }
        let joined = Self.string([scalars[cursor - 1], mark]).composed.unicodeScalars
        return joined.count == 1 ? joined.first : nil
    }

    /// Whether a character is a tone or another mark that stands on the letter before it.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
