/// Candidates laid out in columns, read downwards, that fit a width.
struct CandidateList {
    let rows: [String]

    init(_ candidates: [Candidate], columns width: Int, look: Look) {
        let names = candidates.map { cut($0.display, to: width) }
        let nameWidth = names.map(displayWidth).max() ?? 0
        let room = width - nameWidth - Self.gap
        let described = room >= 8 && candidates.contains { $0.description != nil }
        let notes = candidates.map { described ? cut($0.description ?? "", to: room) : "" }
        let noteWidth = notes.map(displayWidth).max() ?? 0
        let cellWidth = nameWidth + (noteWidth > 0 ? Self.gap + noteWidth : 0)
        let perRow = max(1, (width + Self.gap + 1) / max(1, cellWidth + Self.gap + 1))
        let count = (candidates.count + perRow - 1) / perRow
        rows = (0..<count).map { row in
            let indices = stride(from: row, to: candidates.count, by: count)
            return indices.map { index in
                let name = names[index] + Self.spaces(nameWidth - displayWidth(names[index]))
                let note = notes[index]
                let isLast = index + count >= candidates.count
                if noteWidth == 0 { return isLast ? names[index] : name }
                let rest = isLast ? "" : Self.spaces(noteWidth - displayWidth(note))
                return note.isEmpty && isLast ? names[index] : name + Self.spaces(Self.gap) + look.quiet(note) + rest
            }.joined(separator: Self.spaces(Self.gap + 1))
        }
    }

    private static let gap = 2

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}
