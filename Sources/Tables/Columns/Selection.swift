import Synchronization
import Values

/// Rows of a column in an order of their own, some of them perhaps more than once.
final class Selection: Sendable {
    /// The places of the rows; ``none`` stands for a row that is not there, all of whose cells are missing.
    let rows: [Int32]

    static let none: Int32 = -1

    /// Whether every row is there.
    let isWhole: Bool

    init(_ rows: [Int32]) {
        self.rows = rows
        isWhole = !rows.contains { $0 < 0 }
    }

    /// These rows of what another selection makes of a column.
    func over(_ other: Selection) -> Selection {
        Selection(rows.map { $0 < 0 ? Selection.none : other.rows[Int($0)] })
    }
}

extension Selection {
    /// The elements of the rows; any one for a row that is not there. The array is not empty.
    func pick<Element>(_ elements: [Element]) -> [Element] {
        isWhole ? rows.map { elements[Int($0)] } : rows.map { elements[Int(max($0, 0))] }
    }
}

/// A column as a table keeps it: a column, or rows of one that are gathered when someone asks for them.
final class StoredColumn: Sendable {
    private let state: Mutex<State>

    private enum State {
        case made(Column)
        case waiting(Column, Selection)
    }

    init(_ column: Column) {
        state = Mutex(.made(column))
    }

    init(_ column: Column, _ selection: Selection) {
        state = Mutex(.waiting(column, selection))
    }

    /// The column itself, gathered once.
    var column: Column {
        state.withLock { state in
            switch state {
            case .made(let column): return column
            case .waiting(let source, let selection):
                let column = source.gather(selection)
                state = .made(column)
                return column
            }
        }
    }

    /// What the column is made of: another column, and which of its rows.
    var origin: (column: Column, selection: Selection?) {
        state.withLock { state in
            switch state {
            case .made(let column): (column, nil)
            case .waiting(let source, let selection): (source, selection)
            }
        }
    }
}

extension [StoredColumn] {
    /// Rows of all the columns. Most of the rows are gathered when someone asks for a column; a few at once, so that
    /// the columns from which they come need not be kept for them.
    func gathered(_ selection: Selection, of count: Int) -> [StoredColumn] {
        let waits = selection.rows.count * 4 >= count && count >= 1024
        var composed: [ObjectIdentifier: Selection] = [:]
        return map { stored in
            let (column, before) = stored.origin
            var chosen = selection
            if let before {
                chosen = composed[ObjectIdentifier(before)] ?? selection.over(before)
                composed[ObjectIdentifier(before)] = chosen
            }
            return waits ? StoredColumn(column, chosen) : StoredColumn(column.gather(chosen))
        }
    }
}
