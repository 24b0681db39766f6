import Values
import Workbooks

/// Where the rows of a sheet go when rows come in below some of them.
struct RowMoves: Hashable {
    /// The rows that are repeated, from above, each with how many come in below it.
    private(set) var repeated: [(row: Int, more: Int)] = []

    static func == (left: RowMoves, right: RowMoves) -> Bool {
        left.repeated.elementsEqual(right.repeated) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for (row, more) in repeated {
            hasher.combine(row)
            hasher.combine(more)
        }
    }

    init(_ repeated: [(row: Int, more: Int)] = []) {
        self.repeated = repeated.filter { $0.more > 0 }.sorted { $0.row < $1.row }
    }

    var isEmpty: Bool { repeated.isEmpty }
    /// How many rows come in.
    var count: Int { repeated.reduce(0) { $0 + $1.more } }

    /// The new number of a row; the first one where it is repeated.
    func first(_ row: Int) -> Int {
        row + repeated.reduce(0) { $0 + ($1.row < row ? $1.more : 0) }
    }

    /// The new number of a row; the last one where it is repeated.
    func last(_ row: Int) -> Int {
        row + repeated.reduce(0) { $0 + ($1.row <= row ? $1.more : 0) }
    }

    /// A block of cells, which grows with rows that are repeated within it.
    func mapped(_ range: SheetRange) -> SheetRange {
        let (low, high) = (first(range.rows.lowerBound), last(range.rows.upperBound))
        return SheetRange(rows: low...max(low, high), columns: range.columns)
    }

    /// Blocks as attributes hold them: `A5:C5 E5`.
    func mapped(list: String) -> String {
        list.split(separator: " ").map { part in
            SheetRange(String(part)).map { mapped($0).text } ?? String(part)
        }.joined(separator: " ")
    }
}

/// Where the rows of all sheets go, for formulas.
struct WorkbookMoves {
    /// By the names of the sheets, in lower case.
    var sheets: [String: RowMoves] = [:]

    func of(_ sheet: String?) -> RowMoves? { sheet.flatMap { sheets[$0.lowercased()] } }

    /// A formula of a sheet that stays outside of the rows that are repeated; the values of a chart are `whole` even
    /// where they are one cell.
    func mapped(_ formula: String, on sheet: String?, isWhole: Bool = false) -> String {
        FormulaText.mapped(formula) { reference in
            guard let moves = of(reference.sheet ?? sheet) else { return }
            change(&reference, moves, isWhole: isWhole || reference.isWhole)
        }
    }

    /// A formula of a row that is repeated, as it stands in one of the copies, counted from nought: cells of the row
    /// itself are those of the copy, and a cell right above goes along, so that sums can run.
    func mapped(_ formula: String, on sheet: String, row: Int, copy: Int) -> String {
        FormulaText.mapped(formula) { reference in
            guard let moves = of(reference.sheet ?? sheet) else { return }
            let isOwn = reference.sheet.map { $0.lowercased() == sheet.lowercased() } ?? true
            let near = { (cell: FormulaText.Cell) in !cell.isFixed && (cell.row == row || cell.row == row - 1) }
            let own = isOwn && near(reference.first) && reference.last.map(near) ?? true
            guard own else { return change(&reference, moves, isWhole: false) }
            reference.first.row = moves.first(reference.first.row) + copy
            if let last = reference.last { reference.last?.row = moves.first(last.row) + copy }
        }
    }

    private func change(_ reference: inout FormulaText.Reference, _ moves: RowMoves, isWhole: Bool) {
        let row = reference.first.row
        reference.first.row = moves.first(row)
        if let last = reference.last {
            reference.last?.row = moves.last(last.row)
        } else if isWhole, moves.last(row) > moves.first(row) {
            reference.last = reference.first
            reference.last?.row = moves.last(row)
        }
    }
}

extension SheetRange {
    /// The form that sheets hold: `A5:C5`, `A5`.
    var text: String {
        let first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
        let last = CellAddress(row: rows.upperBound, column: columns.upperBound)
        return first == last ? "\(first)" : "\(first):\(last)"
    }
}
