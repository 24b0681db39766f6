import Documents
import Values

extension Document {
    /// The level of each block that is a heading, so that the outline begins at 1 and skips no level.
    ///
    /// The kind and subject of an official paper are its level 1; the headings come below.
    var outline: [Int?] {
        let levels = blocks.map { block -> Int? in
            if case .heading(_, let level) = block { max(level, 1) } else { nil }
        }
        let least = levels.compactMap { $0 }.min() ?? 1
        let top = letterhead == nil ? 1 : 2
        var last = top - 1
        return levels.map { level in
            guard let level else { return nil }
            last = min(level - least + top, last + 1, 6)
            return last
        }
    }

    /// Where the signature stands: in front of the first annex, or at the end.
    var bodyEnd: Int { blocks.firstIndex { if case .annex = $0 { true } else { false } } ?? blocks.count }

    /// Whether a block is the paragraph right above a list.
    func opensList(at place: Int) -> Bool {
        guard place + 1 < blocks.count, case .paragraph = blocks[place], case .items = blocks[place + 1] else {
            return false
        }
        return true
    }

    /// Whether each block stands on a lying page: a wide table does, and the headings above it do with it.
    func lying(_ isWide: (Int) -> Bool) -> [Bool] {
        var lying = blocks.indices.map(isWide)
        for place in blocks.indices.dropLast().reversed() {
            switch blocks[place] {
            case .heading, .annex: lying[place] = lying[place + 1]
            default: continue
            }
        }
        return lying
    }

    /// What the paper is called: its kind and subject, or its first heading, chart or table.
    func title(in language: DisplayLanguage) -> String {
        if let letterhead {
            let parts = [letterhead.kind(in: language), letterhead.subject(in: language)].filter { !$0.isEmpty }
            return parts.joined(separator: " – ")
        }
        for block in blocks {
            switch block {
            case .heading(let text, _): return text(in: language)
            case .table(let block): if let caption = block.caption { return caption(in: language) }
            case .chart(let chart): return chart.title(in: language)
            default: continue
            }
        }
        return "Sen"
    }
}

extension Chart {
    /// The chart in words, for readers who do not see it: every value of every series.
    func summary(in language: DisplayLanguage) -> String {
        let gap = Text("no value", vi: "không có số liệu")(in: language)
        var parts = series.enumerated().map { index, series in
            let values = categories.indices.map { place in
                let value = self.value(of: index, at: place).map { written($0, in: language) } ?? gap
                return "\(categories[place](in: language)): \(value)"
            }
            return "\(series.name(in: language)) – \(values.joined(separator: "; "))."
        }
        if let fan { parts.append(summary(of: fan, in: language)) }
        if let target { parts.append("\(target.name(in: language)): \(written(target.value, in: language)).") }
        return parts.joined(separator: " ")
    }

    /// The ends of the fan where it has both.
    private func summary(of fan: Fan, in language: DisplayLanguage) -> String {
        let ends = categories.indices.compactMap { place -> String? in
            guard fan.low.indices.contains(place), fan.high.indices.contains(place), let low = fan.low[place],
                let high = fan.high[place]
            else { return nil }
            return "\(categories[place](in: language)): \(written(low, in: language))–\(written(high, in: language))"
        }
        return "\(fan.name(in: language)) – \(ends.joined(separator: "; "))."
    }
}
