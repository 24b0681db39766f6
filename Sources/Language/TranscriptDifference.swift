extension TranscriptStep {
    /// The written answer beside the real one: `- ` in front of a line that did not come, `+ ` in front of one that
    /// came instead, two blanks in front of those that agree.
    public func differences(from answer: [String]) -> [String] {
        let written = trimmedAnswer
        let difference = answer.difference(from: written)
        var (missing, added) = (Set<Int>(), Set<Int>())
        for change in difference {
            switch change {
            case .remove(let offset, _, _): missing.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [String] = []
        var (old, new) = (0, 0)
        while old < written.count || new < answer.count {
            if missing.contains(old), old < written.count {
                lines.append("- " + written[old])
                old += 1
            } else if added.contains(new), new < answer.count {
                lines.append("+ " + answer[new])
                new += 1
            } else {
                lines.append("  " + answer[new])
                (old, new) = (old + 1, new + 1)
            }
        }
        return lines
    }
}
