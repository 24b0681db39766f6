import CEditline

/// A row and a column on the screen, counted from where the prompt begins, as libedit draws.
struct ScreenPlace: Equatable {
    var row = 0
    var column = 0

    /// Where the cursor stands after a prompt of a width and the text behind it, on a window of so many columns.
    init(after text: some Sequence<Unicode.Scalar>, promptWidth: Int, columns: Int) {
        let columns = max(columns, 1)
        row = promptWidth / columns
        column = promptWidth % columns
        for scalar in text {
            advance(over: scalar, columns: columns)
        }
    }

    private mutating func advance(over scalar: Unicode.Scalar, columns: Int) {
        if scalar == "\n" {
            row += 1
            column = 0
            return
        }
        let width = scalar == "\t" ? 8 - column % 8 : drawnWidth(scalar)
        if column + width > columns {
            row += 1
            column = 0
        }
        column += width
        if column >= columns {
            row += 1
            column = 0
        }
    }
}

/// The columns in which libedit draws a character; a control character is drawn as `^X`.
private func drawnWidth(_ scalar: Unicode.Scalar) -> Int {
    let width = Int(sen_width(scalar.value))
    return width < 0 ? 2 : width
}

/// The columns that a text takes on the terminal.
func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + max(0, Int(sen_width($1.value))) }
}

/// A text cut to a number of columns, with `…` where something is missing.
func cut(_ text: String, to columns: Int) -> String {
    guard displayWidth(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var room = columns - 1
    for character in text {
        room -= displayWidth(String(character))
        if room < 0 { break }
        kept.append(character)
    }
    return kept + "…"
}

/// The rows that a cursor stands below the prompt's first row once the terminal has folded its rows to a new width.
///
/// A terminal folds each row that the user sees as one: the prompt with the first line, then every further line.
func rowsAfterFolding(_ text: LineText, promptWidth: Int, to columns: Int) -> Int {
    let before = text.scalars[..<text.cursor]
    var rows = 0
    var start = promptWidth
    var line: [Unicode.Scalar] = []
    for scalar in before {
        guard scalar == "\n" else {
            line.append(scalar)
            continue
        }
        let width = lineWidth(line, after: start)
        rows += max(1, (width + columns - 1) / columns)
        start = 0
        line = []
    }
    return rows + lineWidth(line, after: start) / columns
}

private func lineWidth(_ line: [Unicode.Scalar], after start: Int) -> Int {
    line.reduce(start) { $0 + ($1 == "\t" ? 8 - $0 % 8 : drawnWidth($1)) }
}
