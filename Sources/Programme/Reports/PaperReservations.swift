import Documents
import Tables
import Values

/// What a paper as a whole must say beside its figures, whichever report it is.
enum PaperReservations {
    /// Puts the reservations into a paper: in front what nobody has accepted yet, behind the text what its empty cells
    /// mean. From when its figures are, each paper says itself: one made as of a day is the one that was made on it.
    static func added(to document: Document, pending: [Text]) -> Document {
        var document = document
        let body = document.blocks.firstIndex { if case .annex = $0 { true } else { false } }
        let end = body ?? document.blocks.count
        let closing = withheld(document).map { [Block.reservation($0)] } ?? []
        document.blocks.insert(contentsOf: closing, at: end)
        var start = 0
        if case .heading(_, level: 1) = document.blocks.first { start = 1 }
        document.blocks.insert(contentsOf: pending.map { .reservation($0) }, at: start)
        return document
    }

    /// What a cell that says “withheld” means.
    private static func withheld(_ document: Document) -> Text? {
        let isWithheld = document.blocks.contains { block in
            guard case .table(let block) = block else { return false }
            return block.table.schema.columns.indices.contains { column in
                let cells = block.table.column(column)
                return (0..<block.table.rowCount).contains { cells[$0] == .missing(.withheld) }
            }
        }
        guard isWithheld else { return nil }
        let mark = Missing.withheld.mark
        return Text(
            "“\(mark.english)”: the figure is known or could be worked out, but is kept back because it would tell of "
                + "single persons or of too few units.",
            vi: "“\(mark.vietnamese)”: có số liệu nhưng không nêu, vì có thể nhận ra từng người hoặc vì quá ít đơn vị "
                + "báo cáo.")
    }
}
