import Documents
public import Tables
import Values

/// Values between commas (RFC 4180) or tabs, a row a line, for spreadsheets and programs.
///
/// The header has the columns' names; cells are machine values: plain digits, ISO dates, shares in percent points. An
/// empty text is `""`, a missing value nothing. Spreadsheets would run a text that begins with `=`, `+`, `-`, `@`, a
/// tab or a return as a formula: it gets an apostrophe in front, unless the reader is known to be a program.
public struct SeparatedText: Sendable, Hashable {
    let separator: UInt8
    /// Whether quotes protect a cell; else a backslash does.
    let quotes: Bool
    let lineEnd: [UInt8]
    let mark: Bool
    let guardsFormulas: Bool

    /// Commas and quotes, with line feeds; for old spreadsheets with a byte-order mark and returns.
    public static func csv(
        byteOrderMark: Bool = false, carriageReturns: Bool = false, guardsFormulas: Bool = true
    ) -> SeparatedText {
        SeparatedText(
            separator: UInt8(ascii: ","), quotes: true, lineEnd: carriageReturns ? [13, 10] : [10],
            mark: byteOrderMark, guardsFormulas: guardsFormulas)
    }

    /// Tabs; a tab, a line end and a backslash inside a text are written `\t`, `\n`, `\r` and `\\`.
    public static let tsv = SeparatedText(
        separator: UInt8(ascii: "\t"), quotes: false, lineEnd: [10], mark: false, guardsFormulas: true)

    /// The table as bytes of UTF-8.
    public func bytes(_ table: Table) -> [UInt8] {
        var bytes: [UInt8] = mark ? [0xEF, 0xBB, 0xBF] : []
        let width = table.schema.columns.count
        guard width > 0 else { return bytes }
        bytes.reserveCapacity((table.rowCount + 1) * width * 8)
        for (index, column) in table.schema.columns.enumerated() {
            if index > 0 { bytes.append(separator) }
            append(text: column.name, to: &bytes)
        }
        bytes += lineEnd
        let columns = (0..<width).map(table.cells)
        for row in 0..<table.rowCount {
            for index in 0..<width {
                if index > 0 { bytes.append(separator) }
                append(columns[index][row], alone: width == 1, to: &bytes)
            }
            bytes += lineEnd
        }
        return bytes
    }

    private func append(_ value: Value, alone: Bool, to bytes: inout [UInt8]) {
        switch value {
        // A line without anything in it would be no row to most readers.
        case .missing: if alone, quotes { bytes += [34, 34] }
        case .text(let text): append(text: text, to: &bytes)
        case .number, .percent, .money, .date, .period, .yesNo: bytes += Array(value.plain.utf8)
        case .time, .list, .record: append(text: value.plain, to: &bytes)
        }
    }

    private func append(text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            let guarded = guardsFormulas && SeparatedText.startsFormula(utf8.first)
            let apostrophe: [UInt8] = guarded ? [UInt8(ascii: "'")] : []
            guard quotes else {
                bytes += apostrophe
                return escape(utf8, to: &bytes)
            }
            let plain = utf8.allSatisfy { $0 != separator && $0 != 34 && $0 != 10 && $0 != 13 } && !utf8.isEmpty
            guard !plain else {
                bytes += apostrophe
                return bytes.append(contentsOf: utf8)
            }
            bytes.append(34)
            bytes += apostrophe
            for byte in utf8 {
                if byte == 34 { bytes.append(34) }
                bytes.append(byte)
            }
            bytes.append(34)
        }
    }

    private func escape(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for byte in utf8 {
            switch byte {
            case 9: bytes += [92, UInt8(ascii: "t")]
            case 10: bytes += [92, UInt8(ascii: "n")]
            case 13: bytes += [92, UInt8(ascii: "r")]
            case 92: bytes += [92, 92]
            default: bytes.append(byte)
            }
        }
    }

    private static func startsFormula(_ first: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }
}
