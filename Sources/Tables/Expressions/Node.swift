import Diagnostics
import Values

/// What an expression needs while it runs: the cells of the rows at hand and the values of its variables.
final class Frame {
    var columns: [Column]
    let variables: [Datum]
    let environment: any Environment
    /// Results that do not depend on the row, worked out once.
    private var kept: [Value?] = []

    init(_ columns: [Column], variables: [Datum], _ environment: any Environment) {
        self.columns = columns
        self.variables = variables
        self.environment = environment
    }

    /// The same variables over other rows.
    func over(_ columns: [Column]) -> Frame {
        Frame(columns, variables: variables, environment)
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

    func frame(_ columns: [Column], _ environment: any Environment) throws(Diagnostic) -> Frame {
        var data: [Datum] = []
        for name in list {
            guard let datum = environment.value(of: name) else {
                throw .unknownVariable(name, among: environment.variableNames)
            }
            data.append(datum)
        }
        return Frame(columns, variables: data, environment)
    }
}

/// A checked expression as a closure over rows.
struct Node: Sendable {
    typealias Run = @Sendable (Frame, Int) throws -> Value
    typealias RunTable = @Sendable (Frame) throws -> Table

    /// The type; `nil` where it is unknown.
    let type: ValueType?
    /// The value in a row.
    let run: Run
    /// The table, when it may be one.
    var table: RunTable?
    /// The place of the column, when it is nothing but one.
    var column: Int?
    /// The value, when it is written out.
    var literal: Value?

    init(_ type: ValueType?, _ run: @escaping Run) {
        self.type = type
        self.run = run
    }

    static func constant(_ value: Value, _ type: ValueType?) -> Node {
        var node = Node(type) { _, _ in value }
        node.literal = value
        return node
    }

    static func column(_ place: Int, _ type: ValueType) -> Node {
        var node = Node(type) { frame, row in frame.columns[place][row] }
        node.column = place
        return node
    }

    /// What stands for an expression that has a finding or rests on something unknown; it is never meant to run.
    static let unknown = Node(nil) { _, _ in throw Diagnostic.unsettled }

    /// The values of so many rows.
    func cells(_ frame: Frame, count: Int) throws -> [Value] {
        if let column { return frame.columns[column].values }
        if let literal { return Array(repeating: literal, count: count) }
        var cells: [Value] = []
        cells.reserveCapacity(count)
        for row in 0..<count { cells.append(try run(frame, row)) }
        return cells
    }

    /// The same value under another type.
    func retyped(_ type: ValueType?) -> Node {
        var node = Node(type, run)
        node.table = table
        node.column = column
        node.literal = literal
        return node
    }
}
