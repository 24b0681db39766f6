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
    private static let padding = 9.0

    /// Chooses the largest letters at which most texts keep to few lines, on an upright page if that is possible; else
    /// the largest at which every word fits.
    init(_ block: TableBlock, in language: DisplayLanguage) {
        let infos = block.table.schema.columns
        var needs = infos.indices.map { index in
            let cells = block.table.printed(index, in: language)
            return Need(infos[index].heading(in: language), cells, amount: infos[index].type.isQuantity)
        }
        // A heading over several columns finds room in all of them together.
        for cell in block.header.joined() where cell.columns.count > 1 {
            let word = PrintWidth.longestWord(cell.name(in: language), size: 1, bold: true)
            for place in cell.columns { needs[place].word = max(needs[place].word, word / Double(cell.columns.count)) }
        }
        for (landscape, sizes, comfort) in ColumnFit.choices {
            let room = Double(OfficialPage.width(landscape: landscape)) / 20
            let fitting = sizes.first { size in
                needs.reduce(0) { $0 + $1.least(size) * (1 - comfort) + $1.wanted(size) * comfort } <= room
            }
            if let fitting {
                self.init(needs, size: fitting, room: room, landscape: landscape)
                return
            }
        }
        self.init(needs, size: 9, room: Double(OfficialPage.width(landscape: true)) / 20, landscape: true)
    }

    /// Pages, sizes of letters, and how far columns must come from what they need to what they want.
    private static let choices: [(landscape: Bool, sizes: [Int], comfort: Double)] = [
        (false, [13, 12, 11], 0.4), (false, [12, 11], 0.15), (true, [13, 12, 11, 10, 9], 0.6), (true, [11, 10, 9], 0),
    ]

    private init(_ needs: [Need], size: Int, room: Double, landscape: Bool) {
        let least = needs.map { $0.least(size) }
        let wanted = needs.map { $0.wanted(size) }
        let (low, high) = (least.reduce(0, +), max(1, wanted.reduce(0, +)))
        // Between the two, every column gets the same part of what it lacks; beyond, all grow alike.
        let share = high > low ? min(1, max(0, (room - low) / (high - low))) : 1
        let points = zip(least, wanted).map { $0 + ($1 - $0) * share }
        let total = max(1, points.reduce(0, +))
        widths = points.map { Int($0 * room * 20 / total) }
        self.size = size
        self.landscape = landscape
    }

    /// What one column needs, at letters of one point.
    private struct Need {
        var word = 0.0
        var line = 0.0

        init(_ heading: String, _ cells: [String], amount: Bool) {
            word = PrintWidth.longestWord(heading, size: 1, bold: true)
            line = min(PrintWidth.of(heading, size: 1, bold: true), word * 2.5)
            for cell in cells {
                let whole = PrintWidth.of(cell, size: 1)
                line = max(line, min(whole, 40))
                word = max(word, amount ? whole : min(PrintWidth.longestWord(cell, size: 1), 20))
            }
        }

        func least(_ size: Int) -> Double { word * Double(size) + ColumnFit.padding }
        func wanted(_ size: Int) -> Double { max(word, line) * Double(size) + ColumnFit.padding }
    }
}
