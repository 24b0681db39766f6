/// The fewest single-letter changes (insert, delete, replace, swap of neighbours) that turn one text into the other.
///
/// The optimal string alignment distance; gives up with `limit + 1` once it passes the limit.
public func editDistance(_ left: String, _ right: String, limit: Int) -> Int {
    let a = Array(left)
    let b = Array(right)
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1] + Array(repeating: 0, count: b.count)
        for j in 0..<b.count {
            row[j + 1] = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                row[j + 1] = min(row[j + 1], before[j - 1] + 1)
            }
        }
        guard (row.min() ?? 0) <= limit else { return limit + 1 }
        (before, above) = (above, row)
    }
    return min(above[b.count], limit + 1)
}

/// The candidate most like a word, or `nil` rather than a wild guess: at most a third of its letters may differ.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    // Nothing has so long a name; a text that has is not worth comparing.
    guard word.utf8.count <= 400 else { return nil }
    let wanted = word.folded
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates {
        let folded = candidate.folded
        let distance = folded == wanted ? 0 : editDistance(wanted, folded, limit: limit)
        if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, candidate) }
    }
    return best?.word
}
