internal import CPostgres
internal import Database
internal import Diagnostics
internal import Values

/// What the server answered to a statement, taken in as a whole.
final class Answer {
    /// How many rows there are.
    let count: Int
    private let result: OpaquePointer
    private let calls: cpostgres_calls

    /// PostgreSQL's numbers of types.
    private enum TypeNumber {
        static let bool: UInt32 = 16
        static let bytes: UInt32 = 17
        static let whole: Set<UInt32> = [20, 21, 23, 1700]
    }

    /// Takes over a result; throws what it says went wrong.
    init(_ result: OpaquePointer, _ server: ServerConnection) throws {
        self.result = result
        calls = server.calls
        count = Int(calls.ntuples(result))
        switch calls.resultStatus(result) {
        // Done, or rows.
        case 1, 2: return
        case 0: throw Diagnostic.databaseStatement("an empty statement")
        default:
            let state = calls.resultErrorField(result, CInt(UInt8(ascii: "C"))).map { String(cString: $0) } ?? "08000"
            let reason = calls.resultErrorField(result, CInt(UInt8(ascii: "M"))).map { String(cString: $0) } ?? ""
            throw Diagnostic.ofPostgres(state, reason: reason, name: server.name)
        }
    }

    deinit { calls.clear(result) }

    /// How many rows were inserted, changed, removed or given.
    var affected: Int { calls.cmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// The names of the columns.
    func columns() -> Row.Columns {
        Row.Columns(
            (0..<calls.nfields(result)).map { column in
                calls.fname(result, column).map { String(cString: $0) } ?? ""
            })
    }

    /// A row by its place.
    func row(_ place: Int, _ columns: Row.Columns) throws -> Row {
        Row(
            columns: columns,
            values: try columns.names.indices.map { column in
                guard let bytes = bytes(place, column) else { return .null }
                return try Answer.value(bytes, calls.ftype(result, CInt(column)), columns.names[column])
            })
    }

    /// A cell as text; `nil` for nothing.
    func text(_ place: Int, _ column: Int) -> String? {
        bytes(place, column).map { String(decoding: $0, as: UTF8.self) }
    }

    /// All rows, column by column.
    func columns(as forms: [ColumnForm]) throws -> [FetchedColumn] {
        guard Int(calls.nfields(result)) == forms.count else {
            throw Diagnostic.databaseStatement("wrong number of columns")
        }
        return try forms.enumerated().map { column, form in
            var gatherer = ColumnGatherer(form)
            let type = calls.ftype(result, CInt(column))
            for place in 0..<count {
                guard let cell = bytes(place, column) else {
                    gatherer.appendNull()
                    continue
                }
                guard try Answer.gather(cell, type, &gatherer, { columns().names[column] }) else {
                    throw Diagnostic.columnUnreadable(columns().names[column])
                }
            }
            return gatherer.column()
        }
    }
}

// Cells. libpq keeps their bytes until the result is cleared, which happens when the answer is let go.
extension Answer {
    private func bytes(_ place: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        let (row, column) = (CInt(place), CInt(column))
        guard calls.getisnull(result, row, column) == 0, let start = calls.getvalue(result, row, column) else {
            return nil
        }
        return UnsafeRawBufferPointer(start: start, count: Int(calls.getlength(result, row, column)))
    }

    private static func gather(
        _ cell: UnsafeRawBufferPointer, _ type: UInt32, _ gatherer: inout ColumnGatherer, _ name: () -> String
    ) throws -> Bool {
        switch type {
        case _ where TypeNumber.whole.contains(type):
            guard let number = whole(cell) else { throw Diagnostic.notExact(name()) }
            return gatherer.append(number)
        case TypeNumber.bool: return gatherer.append(cell.first == UInt8(ascii: "t") ? 1 : 0)
        case TypeNumber.bytes: return hexadecimal(cell).withUnsafeBytes { gatherer.append(bytes: $0) }
        default: return cell.withMemoryRebound(to: UInt8.self) { gatherer.append(text: $0) }
        }
    }

    private static func value(_ cell: UnsafeRawBufferPointer, _ type: UInt32, _ column: String) throws -> SQLValue {
        switch type {
        case _ where TypeNumber.whole.contains(type):
            // Sums of whole numbers come as decimals without a point.
            guard let number = whole(cell) else { throw Diagnostic.notExact(column) }
            return .integer(number)
        case TypeNumber.bool: return .integer(cell.first == UInt8(ascii: "t") ? 1 : 0)
        case TypeNumber.bytes: return .blob(hexadecimal(cell))
        default: return .text(String(decoding: cell, as: UTF8.self))
        }
    }

    private static func whole(_ cell: UnsafeRawBufferPointer) -> Int64? {
        let isNegative = cell.first == UInt8(ascii: "-")
        let digits = isNegative ? cell.dropFirst() : cell[...]
        guard digits.count <= 18 else { return Int64(String(decoding: cell, as: UTF8.self)) }
        var number: Int64 = 0
        for digit in digits {
            guard 48...57 ~= digit else { return nil }
            number = number * 10 + Int64(digit - 48)
        }
        return isNegative ? -number : number
    }

    /// The bytes behind `\x`.
    private static func hexadecimal(_ cell: UnsafeRawBufferPointer) -> [UInt8] {
        let count = max(0, cell.count / 2 - 1)
        return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            for place in 0..<count {
                let (high, low) = (cell[2 * place + 2], cell[2 * place + 3])
                bytes[place] = digit(high) << 4 | digit(low)
            }
            filled = count
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8 { byte <= UInt8(ascii: "9") ? byte &- 48 : (byte | 0x20) &- 87 }
}

extension Diagnostic {
    /// Says that a column gives a number with decimals, or one too large, which Sen does not write.
    fileprivate static func notExact(_ column: String) -> Diagnostic {
        Diagnostic(
            .columnUnreadable,
            Text(
                "The database column ‘\(column)’ gives a number that is not exact.",
                vi: "Cột ‘\(column)’ trong cơ sở dữ liệu cho một số không chính xác tuyệt đối."),
            subject: column)
    }
}
