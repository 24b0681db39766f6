public import Diagnostics
public import Tables
public import Values

/// A text file of separated values that is read as a table: headings first, then rows, typed column by column.
///
/// Only what is asked for becomes values; the rest is still held to UTF-8 and to the count of headings.
public struct SeparatedTable: Sendable {
    /// The names of the columns, made from the headings.
    public let headings: Headings
    let bytes: [UInt8]
    let name: String
    let dialect: Dialect
    /// Where the first row begins.
    let start: Int

    /// Reads the headings; without a dialect the separator is found in them.
    public init(_ bytes: [UInt8], name: String, dialect: Dialect? = nil) throws(Diagnostic) {
        let first = bytes.starts(with: Mark.byteOrderMark) ? Mark.byteOrderMark.count : 0
        let dialect = dialect ?? Dialect.inHeading(of: bytes)
        let found = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(ReadingFault) in try SeparatedTable.heading(buffer, from: first, dialect) }
        }
        self.bytes = bytes
        self.name = name
        self.dialect = dialect
        switch found {
        case .success(let (cells, start)?):
            headings = Headings(cells)
            self.start = start
        case .success(nil): throw .fileHasNoRows(name)
        case .failure(let fault): throw ReadingReport(bytes, name).diagnostic(fault)
        }
    }

    private static func heading(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ dialect: Dialect
    ) throws(ReadingFault) -> ([String], Int)? {
        guard let base = bytes.baseAddress else { return nil }
        var scanner = CellScanner(base, from: start, to: bytes.count, dialect)
        while scanner.emptyLine() {}
        guard !scanner.isAtEnd else { return nil }
        let cells = try scanner.row()
        for cell in cells { try bytes.validate(cell) }
        return (cells.map { trimmed(bytes.text($0)) }, scanner.place)
    }

    /// The columns of a schema that are needed, or all of them. Their names are found among the headings.
    public func table(
        _ schema: Schema, needed: Set<String>? = nil, isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(Diagnostic) -> Table {
        try table(
            schema, needed: needed,
            middle: bytes.count - start < ReadingPlan.leastForTwo ? nil : start + (bytes.count - start) / 2,
            isStopped: isStopped)
    }

    func table(
        _ schema: Schema, needed: Set<String>?, middle: Int?, isStopped: @escaping @Sendable () -> Bool
    ) throws(Diagnostic) -> Table {
        var places: [(place: Int, type: ValueType)] = []
        for column in schema.columns { places.append((try headings.place(of: column.name, in: name), column.type)) }
        var kept = schema.columns.indices.filter { needed?.contains(schema.columns[$0].name) ?? true }
        // Without any column nobody would know how many rows there are.
        if kept.isEmpty, !places.isEmpty { kept = [0] }
        var plan = ReadingPlan(
            width: headings.names.count, columns: kept.map { places[$0] }, dialect: dialect, isStopped: isStopped)
        while true {
            let read = bytes.withUnsafeBufferPointer { buffer in
                Result { () throws(ReadingFault) in try plan.columns(of: buffer, from: start, middle: middle) }
            }
            switch read {
            case .success(let read):
                return Table(Schema(kept.map { schema.columns[$0] }), columns: read.columns)
            case .failure(let fault):
                if case .tooWide(let column) = fault.reason, plan.wide.insert(column).inserted { continue }
                let columns = schema.columns.enumerated().map { (place: places[$0].place, info: $1) }
                throw ReadingReport(bytes, name, width: plan.width, columns).diagnostic(fault)
            }
        }
    }
}
