import Values

/// What Tab does with the candidates.
enum CompletionChoice: Equatable {
    /// Nothing fits.
    case nothing
    /// A part of the text is replaced.
    case replace(Range<Int>, String)
    /// There are several, and nothing that they have in common is missing; there may be more than those listed.
    case list([Candidate], isPartial: Bool = false)

    /// Chooses: the only candidate with a space behind it, else what all begin with, else the list.
    init(_ completions: Completions, in line: LineText) {
        let candidates = completions.candidates
        guard let first = candidates.first else {
            self = .nothing
            return
        }
        let start = min(line.scalarIndex(utf8: completions.replaced.lowerBound), line.cursor)
        let end = max(line.scalarIndex(utf8: completions.replaced.upperBound), line.cursor)
        if candidates.count == 1 {
            let space = Self.space(after: first.insert, followedBy: line.scalars[end...])
            self = .replace(start..<end, first.insert + space)
            return
        }
        // Others may begin otherwise than those that are known.
        if completions.isPartial {
            self = .list(candidates, isPartial: true)
            return
        }
        let typed = LineText(Array(line.scalars[start..<line.cursor]), cursor: 0).text
        let common = commonPrefix(candidates.map(\.insert))
        let addsToTyped = common.folded.hasPrefix(typed.folded) && common.unicodeScalars.count > line.cursor - start
        self = addsToTyped ? .replace(start..<line.cursor, common) : .list(candidates)
    }

    private static func space(after insert: String, followedBy rest: ArraySlice<Unicode.Scalar>) -> String {
        let goesOn = insert.last.map { " /(".contains($0) } ?? false
        return goesOn || rest.first == " " ? "" : " "
    }
}

/// The longest text with which all begin.
func commonPrefix(_ texts: [String]) -> String {
    guard var common = texts.first else { return "" }
    for text in texts.dropFirst() {
        common = String(zip(common, text).prefix { $0 == $1 }.map(\.0))
    }
    return common
}
