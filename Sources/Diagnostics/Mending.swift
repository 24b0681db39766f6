extension Diagnostic {
    /// The bytes of the longest line that anybody would type again.
    public static let longestLine = 600
}

extension [Diagnostic] {
    /// The same findings, where those that mend one line share one line to type: the last carries it, whole.
    public var mendedTogether: [Diagnostic] {
        var findings = self
        let mending = indices.filter {
            self[$0].suggestion == nil && self[$0].replacement != nil && self[$0].place != nil
        }
        let lines = Dictionary(grouping: mending) { index -> Place? in
            guard let place = self[index].place else { return nil }
            let start = place.source.lineSpan(at: place.span.start).start
            return Place(source: place.source, span: SourceSpan(start, start))
        }
        for case (let line?, let group) in lines where group.count > 1 {
            guard let whole = mended(group, line.source), let last = group.last else { continue }
            for index in group { findings[index].replacement = nil }
            findings[last].suggestion = whole
        }
        return findings
    }

    /// The line with every replacement of a group in it; `nil` when two of them overlap or reach over its end.
    private func mended(_ group: [Int], _ source: Source) -> String? {
        let changes = group.compactMap { index in
            self[index].place.flatMap { place in self[index].replacement.map { (span: place.span, text: $0) } }
        }.sorted { $0.span.start < $1.span.start }
        guard let first = changes.first, source.lineSpan(at: first.span.start).length <= Diagnostic.longestLine else {
            return nil
        }
        let (line, start) = source.line(at: first.span.start)
        let bytes = Array<UInt8>(line.utf8)
        var mended: [UInt8] = []
        var done = 0
        for change in changes {
            let (low, high) = (change.span.start - start, change.span.end - start)
            guard low >= done, high >= low, high <= bytes.count else { return nil }
            mended += bytes[done..<low] + Array<UInt8>(change.text.utf8)
            done = high
        }
        return String(String(decoding: mended + bytes[done...], as: UTF8.self).drop { $0 == " " || $0 == "\t" })
    }
}
