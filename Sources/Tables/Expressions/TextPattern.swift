import Values

/// The pattern of `matches`: `*` stands for any letters, `?` for one; case and tones do not count.
///
/// The pattern covers the whole text: `"*phien*"` finds “THPT Thái Phiên”.
struct TextPattern: Sendable, Hashable {
    private let pattern: [Unicode.Scalar]

    init(_ pattern: String) {
        self.pattern = Array(pattern.folded.unicodeScalars)
    }

    func matches(_ text: String) -> Bool {
        let letters = Array(text.folded.unicodeScalars)
        var place = 0
        var letter = 0
        var star: (place: Int, letter: Int)?
        while letter < letters.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, letter)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == letters[letter] {
                place += 1
                letter += 1
            } else if let last = star {
                star = (last.place, last.letter + 1)
                place = last.place + 1
                letter = last.letter + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
