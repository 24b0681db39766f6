public import Diagnostics
public import Values

extension SeparatedTable {
    /// How many rows are looked at to find out what the columns hold.
    public static let guessedRows = 1000
    /// How many bytes of a file are looked at.
    public static let guessedBytes = 1 << 18

    /// The columns as the first rows show them: a date, yes or no, a share with its sign, an amount with that of đồng,
    /// a number, else text. `bytes` may be the beginning of a file that goes on; its last row is left out then.
    public static func guess(
        _ bytes: [UInt8], goesOn: Bool, name: String, dialect: Dialect? = nil
    ) throws(Diagnostic) -> Schema {
        let table = try SeparatedTable(bytes, name: name, dialect: dialect)
        let columns = table.sample(goesOn)
        return Schema(
            table.headings.names.enumerated().map { place, name in
                let heading = table.headings.texts[place]
                return ColumnInfo(
                    name, ColumnGuess.type(of: columns[place]), heading.isEmpty ? nil : Text(verbatim: heading))
            })
    }

    /// The first cells of each column that are not empty. What is wrong with a row is told when the file is read.
    private func sample(_ goesOn: Bool) -> [[String]] {
        var columns = [[String]](repeating: [], count: headings.names.count)
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var scanner = CellScanner(base, from: start, to: bytes.count, dialect)
            var rows = 0
            while rows < SeparatedTable.guessedRows, !scanner.isAtEnd, let row = try? scanner.row() {
                guard !(goesOn && scanner.isAtEnd) else { return }
                for (place, cell) in row.enumerated() where place < columns.count && cell.count > 0 {
                    let text = trimmed(bytes.text(cell))
                    if !text.isEmpty { columns[place].append(text) }
                }
                rows += 1
            }
        }
        return columns
    }
}

/// What the cells of a column hold, by their form.
enum ColumnGuess {
    private static let orders: [(ValueType, @Sendable (String) -> Bool)] = [
        (.date, { CellValue.read($0, as: .date) != nil }),
        (.yesNo, { CellValue.yesNo($0) != nil }),
        (.percent, { $0.hasSuffix("%") && CellValue.read($0, as: .percent) != nil }),
        (.money, { $0.last?.isNumber == false && CellValue.read($0, as: .money) != nil }),
        (.number, { isNumber($0) }),
    ]

    static func type(of cells: [String]) -> ValueType {
        guard let first = cells.first else { return .text }
        return orders.first { $0.1(first) && cells.allSatisfy($0.1) }?.0 ?? .text
    }

    /// A number, but not the digits of a code or telephone, which begin with a nought.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isCode = digits.hasPrefix("0") && digits.count > 1 && !digits.hasPrefix("0.")
        return !isCode && !text.contains("_") && CellValue.read(text, as: .number) != nil
    }
}
