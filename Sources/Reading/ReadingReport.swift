import Diagnostics
import Tables
import Values

/// Puts what stops a reading into words, with the line of the file.
struct ReadingReport {
    private let bytes: [UInt8]
    private let name: String
    private let width: Int
    private let columns: [(place: Int, info: ColumnInfo)]

    init(_ bytes: [UInt8], _ name: String, width: Int = 0, _ columns: [(place: Int, info: ColumnInfo)] = []) {
        self.bytes = bytes
        self.name = name
        self.width = width
        self.columns = columns
    }

    func diagnostic(_ fault: ReadingFault) -> Diagnostic {
        let line = bytes.withUnsafeBufferPointer { $0.line(of: fault.place) }
        switch fault.reason {
        case .quoteNotClosed: return .quoteNotClosed(name, line)
        case .textBehindQuote: return .textBehindQuote(name, line)
        case .notUTF8: return .fileNotUTF8(name, line)
        case .nulByte: return .nulByte(name, line)
        case .ragged(let cells): return .raggedRow(name, line, cells, width)
        case .misfit(let place, let text): return misfit(place, text, line)
        case .tooWide(let place): return misfit(place, "", line)
        case .stopped: return .readingStopped(name)
        }
    }

    /// A cell that is none of its column's type, and the columns to give, in which that one is text.
    private func misfit(_ place: Int, _ text: String, _ line: Int) -> Diagnostic {
        guard let column = columns.first(where: { $0.place == place })?.info else { return .fileHasNoRows(name) }
        let instead = columns.map { $0.place == place ? ColumnInfo($0.info.name, .text) : $0.info }
        return .cellMisfit(text, column, name, line, instead: ColumnList.text(of: Schema(instead)))
    }
}
