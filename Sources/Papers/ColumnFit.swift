import Documents
import Tables
import Values

/// The widths of a printed table's columns, the size of its letters, and whether it needs a lying page.
struct ColumnFit {
    let widths: [Int]
    /// In points.
    let size: Int
    let landscape: Bool

    /// The most room beside a cell's text, in points.
    fileprivate static let padding = 9.0

    /// Chooses the largest letters at which the rows have few lines, on an upright page if that is possible; else the
    /// largest at which every word fits.
    init(_ block: TableBlock, in language: DisplayLanguage) {
        let infos = block.table.schema.columns
        var needs = infos.indices.map { index in
            let cells = block.table.printed(index, in: language)
            return ColumnNeed(infos[index].heading(in: language), cells, amount: infos[index].type.isQuantity)
        }
        // A heading over several columns finds room in all of them together.
        for cell in block.header.joined() where cell.columns.count > 1 {
            let word = PrintWidth.longestWord(cell.name(in: language), size: 1, bold: true)
            for place in cell.columns { needs[place].word = max(needs[place].word, word / Double(cell.columns.count)) }
        }
        for (landscape, sizes, lines) in ColumnFit.choices {
            let room = Double(OfficialPage.width(landscape: landscape)) / 20
            for size in sizes where needs.reduce(0, { $0 + $1.least(size) }) <= room {
                let points = ColumnFit.shared(room, among: needs, size)
                guard ColumnFit.lines(of: needs, in: points, size) <= lines else { continue }
                self.init(points, size: size, room: room, landscape: landscape)
                return
            }
        }
        let room = Double(OfficialPage.width(landscape: true)) / 20
        self.init(ColumnFit.shared(room, among: needs, 9), size: 9, room: room, landscape: true)
    }

    /// Pages, sizes of letters, and the most lines that a row may have on average.
    private static let choices: [(landscape: Bool, sizes: [Int], lines: Double)] = [
        (false, [13, 12, 11], 1.3), (false, [11], 3), (true, [13, 12, 11, 10], 1.6), (true, [11, 10, 9], .infinity),
    ]

    private init(_ points: [Double], size: Int, room: Double, landscape: Bool) {
        let total = max(1, points.reduce(0, +))
        widths = points.map { Int($0 * room * 20 / total) }
        self.size = size
        self.landscape = landscape
    }

    /// The room as the columns share it: each by the weight of its texts, but as much as its longest word needs, and no
    /// more than its longest text. So the squares of the numbers of lines are few in sum.
    private static func shared(_ room: Double, among needs: [ColumnNeed], _ size: Int) -> [Double] {
        let widths = { (share: Double) in needs.map { $0.width(size, share: share) } }
        var (low, high) = (0.0, room)
        for _ in 0..<30 {
            let middle = (low + high) / 2
            if widths(middle).reduce(0, +) <= room { low = middle } else { high = middle }
        }
        return widths(low)
    }

    /// How many lines a row has on average.
    private static func lines(of needs: [ColumnNeed], in points: [Double], _ size: Int) -> Double {
        let count = needs.map(\.texts.count).max() ?? 0
        let rows = (0..<count).map { row in
            zip(needs, points).reduce(1) { max($0, $1.0.lines(row, in: $1.1, size)) }
        }
        return rows.reduce(0, +) / Double(max(1, count))
    }
}

/// What one column needs, at letters of one point.
private struct ColumnNeed {
    /// What must not be broken.
    var word: Double
    /// The widths of the texts.
    let texts: [Double]
    private let longest: Double
    private let weight: Double

    init(_ heading: String, _ cells: [String], amount: Bool) {
        let widest = PrintWidth.longestWord(heading, size: 1, bold: true)
        let whole = cells.map { PrintWidth.of($0, size: 1) }
        word = zip(cells, whole).reduce(widest) { word, cell in
            max(word, amount ? cell.1 : min(PrintWidth.longestWord(cell.0, size: 1), 20))
        }
        texts = whole.map { min($0, 60) }
        let head = min(PrintWidth.of(heading, size: 1, bold: true), widest * 2.5)
        longest = max(word, head, texts.max() ?? 0)
        weight = Double.cubeRoot((texts + [head]).reduce(0) { $0 + $1 * $1 })
    }

    func least(_ size: Int) -> Double { word * Double(size) + ColumnFit.padding }

    func width(_ size: Int, share: Double) -> Double {
        max(least(size), min(share * weight, longest * Double(size) + ColumnFit.padding))
    }

    /// The lines of a text in a width; lines end a little before the room does.
    func lines(_ row: Int, in width: Double, _ size: Int) -> Double {
        let (text, room) = (texts[row] * Double(size), max(1, width - ColumnFit.padding))
        return text <= room ? 1 : (text * 1.1 / room).rounded(.up)
    }
}

extension Double {
    /// The number whose cube it is, by Newton's way; nought for nought and less.
    fileprivate static func cubeRoot(_ number: Double) -> Double {
        guard number > 0 else { return 0 }
        var root = max(1, number.squareRoot())
        for _ in 0..<60 { root = (2 * root + number / (root * root)) / 3 }
        return root
    }
}

extension [Field] {
    /// The room of the labels beside their values, in twentieths of a point: what they want, as far as values leave it
    /// and at least nine twentieths of the line.
    func labelWidth(in language: DisplayLanguage) -> Int {
        let width = OfficialPage.width(landscape: false)
        let widest = { (texts: [String], bold: Bool) in
            Int((texts.map { PrintWidth.of($0, size: 14, bold: bold) }.max() ?? 0) * 20) + 300
        }
        let labels = widest(map { $0.label(in: language) }, true)
        let values = widest(map { $0.written(in: language) }, false)
        return Swift.min(labels, Swift.max(width * 45 / 100, width - values))
    }
}

extension TableBlock {
    /// Whether a row stays on the page of the next: those of a short table, the first two and the last two of a long
    /// one, and the last where a remark follows.
    func keepsNext(row: Int) -> Bool {
        let last = table.rowCount - 1
        guard row < last else { return remark != nil }
        return last < 5 || row == 0 || row == last - 1
    }
}
