import Commands
public import Diagnostics
public import Documents
import Tables
import Values

/// Watches a run statement by statement, to tell of it or to ask before each.
public protocol RunObserver: AnyObject {
    /// A statement is about to run; whether it does. What this throws ends the run.
    func willRun(_ place: Place) throws -> Bool
    /// A statement has run; how many rows the table has that it left, if it left one.
    func didRun(_ place: Place, rows: Int?)
}

extension Interpreter {
    /// The variables with what they hold, for who watches.
    public var variables: Document {
        let fields = variableNames.compactMap { name -> Field? in
            switch value(of: name) {
            case .value(let value)?: return Field(Text(verbatim: "$\(name)"), value)
            case .table(let table)?:
                let columns = table.schema.names.joined(separator: ", ")
                return Field(
                    Text(verbatim: "$\(name)"),
                    words: Text(
                        table.rowCount == 1
                            ? "a table of 1 row: \(columns)" : "a table of \(table.rowCount) rows: \(columns)",
                        vi: "bảng \(table.rowCount) dòng: \(columns)"))
            case nil: return nil
            }
        }
        guard !fields.isEmpty else { return .says(Text("There are no variables yet.", vi: "Chưa có biến nào.")) }
        return .fields(fields)
    }
}
