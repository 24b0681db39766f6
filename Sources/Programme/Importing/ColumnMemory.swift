import Reading
import Values
import Workbooks

/// What was understood of the different cells of a column, so that one that comes a million times is understood once.
///
/// It holds only what depends on the cell alone, not on the rest of its row.
struct ColumnMemory {
    /// The texts of the cells.
    var cells = CellMemory()
    private var kept: [Kept] = []

    /// A cell and what it means.
    struct Kept {
        /// What stands in the cell, without blanks at its ends.
        let cell: SheetCell?
        /// The number that it is, once it was read.
        var number: Number?
        /// The unit whose code it is, once it was looked up.
        var unit: ImportedUnit?
        /// Whether it says that its row adds up others, once that was asked.
        var isTotal: Bool?
    }

    /// Makes room for what the texts mean that came since.
    mutating func catchUp() {
        while kept.count < cells.texts.count {
            let text = cells.texts[kept.count].trimmed
            kept.append(Kept(cell: text.isEmpty ? nil : .text(text)))
        }
    }

    /// What is kept at a place.
    subscript(place: Int) -> Kept {
        _read { yield kept[place] }
        _modify { yield &kept[place] }
    }
}
