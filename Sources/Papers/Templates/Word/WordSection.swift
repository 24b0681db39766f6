import Values

/// A placeholder of a part with where it stands.
struct WordMark {
    let placed: PlacedTag
    /// The place of its paragraph in the part's list.
    let paragraph: Int
    /// Its place in the paragraph's joined text.
    let joined: Range<Int>
    /// The same in the part: more than one where Word has cut it.
    let pieces: [(token: Int, range: Range<Int>)]

    var tag: TemplateTag { placed.tag }
    var start: Int { pieces.first?.range.lowerBound ?? 0 }
}

/// Two placeholders that belong together, with the bytes that are repeated or left out.
struct WordSection {
    let open: WordMark
    let close: WordMark
    /// The sections within.
    let children: [WordSection]
    /// What is repeated, in the bytes of the part.
    var range = 0..<0
    /// What each repetition begins and ends with.
    var head: [UInt8] = []
    var tail: [UInt8] = []
}

/// Pairs the placeholders of a part, and says which have no partner.
struct WordPairs {
    private(set) var sections: [WordSection] = []
    private(set) var faults: [(place: Text, fault: Text)] = []
    private var open: [(mark: WordMark, children: [WordSection])] = []

    static let mostDepth = 32

    init(_ marks: [WordMark]) {
        for mark in marks {
            switch mark.tag.kind {
            case .section, .inverted:
                open.append((mark, []))
                if open.count == WordPairs.mostDepth + 1 {
                    let fault = Text("sections lie too deep in each other", vi: "các mục lồng nhau quá sâu")
                    faults.append((mark.placed.place, fault))
                }
            case .close: close(mark)
            case .value, .remark: continue
            }
        }
        for (mark, _) in open {
            let written = mark.tag.written
            faults.append(
                (
                    mark.placed.place,
                    Text("\(written) has no {{/\(mark.tag.name)}}", vi: "\(written) thiếu {{/\(mark.tag.name)}}")
                ))
        }
    }

    private mutating func close(_ mark: WordMark) {
        let (name, place) = (mark.tag.written, mark.placed.place)
        guard let last = open.last else {
            return faults.append((place, Text("\(name) ends nothing", vi: "\(name) không đóng mục nào")))
        }
        guard mark.tag.name.isEmpty || mark.placed.path == last.mark.placed.path else {
            let opened = last.mark.tag.written
            let fault = Text(
                "\(name) stands where \(opened) must end first", vi: "\(name) đứng ở chỗ phải đóng \(opened) trước")
            faults.append((place, fault))
            // Go on as if the inner one had ended, so that one slip gives one finding.
            if let outer = open.lastIndex(where: { $0.mark.placed.path == mark.placed.path }) {
                open.removeSubrange(outer...)
            }
            return
        }
        open.removeLast()
        let section = WordSection(open: last.mark, close: mark, children: last.children)
        if open.isEmpty { sections.append(section) } else { open[open.count - 1].children.append(section) }
    }
}
