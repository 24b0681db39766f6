import Documents

/// How roles look on a terminal: by colour where it is on, else not at all.
struct Paint {
    let colour: Bool

    func callAsFunction(_ text: String, _ role: RichText.Role) -> String {
        guard colour, !text.isEmpty, let code = Paint.code(role) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private static func code(_ role: RichText.Role) -> String? {
        switch role {
        case .plain: nil
        case .strong: "1"
        case .code: "36"
        case .success: "32"
        case .warning: "33"
        case .error: "31"
        case .muted: "2"
        }
    }
}

/// Pieces of text with roles, cut into lines that fit a width.
struct Flow {
    /// A piece of text with its role.
    typealias Piece = (text: String, role: RichText.Role)

    let paint: Paint
    let width: Int?

    /// The lines of the pieces; the first begins behind `first`, the others behind spaces of the same width.
    func lines(_ pieces: [Piece], first: String = "") -> [String] {
        let indent = first.displayWidth
        let whole = pieces.reduce(0) { $0 + $1.text.displayWidth }
        guard let width, indent + whole > width else { return [first + painted(pieces)] }
        let rows = Flow.wrap(Flow.words(pieces), width: max(8, width - indent))
        return rows.enumerated().map { index, row in
            (index == 0 ? first : String(repeating: " ", count: indent)) + painted(row)
        }
    }

    private func painted(_ pieces: [Piece]) -> String {
        pieces.reduce(into: "") { $0 += paint($1.text, $1.role) }
    }

    /// Words between spaces; a word may be made of pieces with several roles.
    private static func words(_ pieces: [Piece]) -> [[Piece]] {
        var words: [[Piece]] = [[]]
        for piece in pieces {
            for (index, part) in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0, words.last?.isEmpty == false { words.append([]) }
                if !part.isEmpty { words[words.count - 1].append((String(part), piece.role)) }
            }
        }
        return words.filter { !$0.isEmpty }
    }

    private static func wrap(_ words: [[Piece]], width: Int) -> [[Piece]] {
        var rows: [[Piece]] = []
        var row: [Piece] = []
        var used = 0
        for word in words.flatMap({ broken($0, width: width) }) {
            let wide = word.reduce(0) { $0 + $1.text.displayWidth }
            if used > 0, used + 1 + wide > width {
                rows.append(row)
                (row, used) = ([], 0)
            }
            if used > 0 {
                row.append((" ", row.last?.role == word.first?.role ? word.first?.role ?? .plain : .plain))
                used += 1
            }
            row += word
            used += wide
        }
        return rows + [row]
    }

    /// A word in pieces that fit the width; most words are one piece.
    private static func broken(_ word: [Piece], width: Int) -> [[Piece]] {
        guard word.reduce(0, { $0 + $1.text.displayWidth }) > width else { return [word] }
        return word.flatMap { piece in
            cut(piece.text, width: width).map { [($0, piece.role)] }
        }
    }

    /// A text in stretches of at most so many columns; letters keep their marks.
    static func cut(_ text: String, width: Int) -> [String] {
        var parts: [String] = []
        var part = ""
        var used = 0
        for character in text {
            let wide = String(character).displayWidth
            if used > 0, used + wide > width {
                parts.append(part)
                (part, used) = ("", 0)
            }
            part.append(character)
            used += wide
        }
        return parts + [part]
    }

    /// A plain text wrapped at spaces.
    static func wrap(_ text: String, width: Int) -> [String] {
        if text.displayWidth <= width { return [text] }
        return wrap(words([(text, .plain)]), width: max(1, width)).map { $0.map(\.text).joined() }
    }
}
