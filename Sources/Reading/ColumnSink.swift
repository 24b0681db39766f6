import Tables
import Values

/// Takes the cells of one column, a block of rows at a time.
protocol ColumnSink: AnyObject {
    /// Makes room for so many rows in all.
    func reserve(_ rows: Int)
    /// Takes a block of cells.
    func take(_ cells: UnsafeBufferPointer<CellSpan>, _ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFault)
    /// The column of all cells so far and those of the sink that read the rows behind them.
    func column(followedBy next: (any ColumnSink)?) throws(ReadingFault) -> Column
}

/// Makes the sink of a column's type.
func columnSink(_ type: ValueType, _ index: Int, isWide: Bool) -> any ColumnSink {
    if !isWide, let kind = WordKind(type) { return WordSink(kind, index) }
    return switch type {
    case .text, .path, .code, .newCode: TextSink()
    default: ValueSink(type, index)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The value of a cell of a type that is no text; `nil` when nothing stands in it.
    func value(_ cell: CellSpan, _ type: ValueType, _ column: Int) throws(ReadingFault) -> Value? {
        try validate(cell)
        let text = trimmed(text(cell))
        if text.isEmpty { return nil }
        // What a spreadsheet would run as a formula is written with an apostrophe in front.
        let plain = text.hasPrefix("'") ? String(text.dropFirst()) : text
        guard let value = CellValue.read(plain, as: type) else {
            throw ReadingFault(.misfit(column: column, text: text), at: cell.start)
        }
        return value
    }
}

/// A text without blanks at its ends.
func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, Mark.isBlank(first) || Mark.isBlank(last) else { return text }
    guard let start = bytes.firstIndex(where: { !Mark.isBlank($0) }),
        let end = bytes.lastIndex(where: { !Mark.isBlank($0) })
    else { return "" }
    return String(text[start...end])
}

/// Cells of types that have no machine word, and numbers that do not fit one together.
final class ValueSink: ColumnSink {
    private let type: ValueType
    private let index: Int
    private var values: [Value] = []

    init(_ type: ValueType, _ index: Int) {
        self.type = type
        self.index = index
    }

    func reserve(_ rows: Int) {}

    func take(_ cells: UnsafeBufferPointer<CellSpan>, _ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFault) {
        for cell in cells { values.append(try bytes.value(cell, type, index) ?? .missing) }
    }

    func column(followedBy next: (any ColumnSink)?) throws(ReadingFault) -> Column {
        Column(values + ((next as? ValueSink)?.values ?? []))
    }
}
