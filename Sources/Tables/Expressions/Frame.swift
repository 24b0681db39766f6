import Diagnostics
import Values

/// What an expression needs while it runs: the cells of the rows at hand and the values of its variables.
final class Frame {
    private(set) var stored: [StoredColumn]
    let variables: [Datum]
    let environment: any Environment
    /// Columns that were asked for.
    private var made: [Column?]
    /// Results that do not depend on the row, worked out once.
    private var kept: [Value?] = []
    /// Why the work was stopped.
    private var stop: (any Error)?

    /// After how many rows the frame asks whether to go on.
    static let batch = 16_384

    init(_ stored: [StoredColumn], variables: [Datum], _ environment: any Environment) {
        self.stored = stored
        self.variables = variables
        self.environment = environment
        made = Array(repeating: nil, count: stored.count)
    }

    /// The same variables over other rows.
    func over(_ stored: [StoredColumn]) -> Frame {
        Frame(stored, variables: variables, environment)
    }

    func column(_ place: Int) -> Column {
        if let column = made[place] { return column }
        let column = stored[place].column
        made[place] = column
        return column
    }

    subscript(row: Int, place: Int) -> Value {
        made[place]?[row] ?? column(place)[row]
    }

    /// Puts a column in a place, which is at most the next free one.
    func set(_ column: Column, at place: Int) {
        if place < stored.count {
            stored[place] = StoredColumn(column)
            made[place] = column
        } else {
            stored.append(StoredColumn(column))
            made.append(column)
        }
    }

    /// Throws when the work at hand is to stop, from then on always.
    func goOn() throws {
        if let stop { throw stop }
        do { try environment.checkCancelled() } catch {
            stop = error
            throw error
        }
    }

    /// The result in a slot, worked out when it is asked for the first time.
    func kept(_ slot: Int, _ work: () throws -> Value) rethrows -> Value {
        if slot < kept.count, let value = kept[slot] { return value }
        let value = try work()
        while kept.count <= slot { kept.append(nil) }
        kept[slot] = value
        return value
    }
}

/// The names of the variables that expressions read, in the order of their places in a frame.
struct VariableNames: Sendable, Hashable {
    var list: [String] = []

    func frame(_ stored: [StoredColumn], _ environment: any Environment) throws(Diagnostic) -> Frame {
        var data: [Datum] = []
        for name in list {
            guard let datum = environment.value(of: name) else {
                throw .unknownVariable(name, among: environment.variableNames)
            }
            data.append(datum)
        }
        return Frame(stored, variables: data, environment)
    }
}
