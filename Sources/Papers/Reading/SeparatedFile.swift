public import Diagnostics
import Values

/// A file of separated values (RFC 4180), read whole: a heading row, and rows that know the line they begin in.
///
/// It is strict, because a row that is guessed at becomes a wrong figure: UTF-8 only, quotes closed and in their place.
public struct SeparatedFile: Sendable, Hashable {
    /// The headings, without blanks around them.
    public let headings: [String]
    /// The line in which the headings stand.
    public let headingLine: Int
    /// The rows in order; lines without any content are left out.
    public let rows: [Row]
    /// What stands between two cells.
    public let separator: Separator

    /// One row.
    public struct Row: Sendable, Hashable {
        /// The line of the file in which it begins, from 1.
        public let line: Int
        /// The cells in NFC, as many as the row has.
        public let cells: [String]
    }

    /// What may stand between two cells.
    public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
        /// `,`
        case comma = 0x2C
        /// `;`, as spreadsheets set to Vietnamese write it
        case semicolon = 0x3B
        /// A tabulator.
        case tab = 0x09
    }

    /// Reads the bytes of a file; the separator is the one that the heading row holds most often.
    public init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
        let text = try SeparatedFile.checked(bytes, name)
        var reader = SeparatedReader(text, Separator.inHeading(of: text), name)
        guard let heading = try reader.next() else { throw .fileHasNoRows(name) }
        var rows: [Row] = []
        while let row = try reader.next() { rows.append(row) }
        headings = heading.cells.map(SeparatedFile.trimmed)
        headingLine = heading.line
        self.rows = rows
        separator = reader.separator
    }

    /// The bytes behind a byte order mark, when they are UTF-8.
    private static func checked(_ bytes: [UInt8], _ name: String) throws(Diagnostic) -> ArraySlice<UInt8> {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if String(validating: text, as: UTF8.self) != nil { return text }
        var line = 1
        for part in text.split(separator: SeparatedReader.newline, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        throw .fileNotUTF8(name, line)
    }

    /// A cell without blanks at its ends.
    public static func trimmed(_ cell: String) -> String {
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        let bytes = cell.utf8
        guard let first = bytes.first, let last = bytes.last, blank(first) || blank(last) else { return cell }
        guard let start = bytes.firstIndex(where: { !blank($0) }), let end = bytes.lastIndex(where: { !blank($0) })
        else { return "" }
        return String(cell[start...end])
    }
}

extension SeparatedFile.Separator {
    /// The separator that stands most often outside quotes in the first line; a comma where there is none.
    static func inHeading(of text: ArraySlice<UInt8>) -> Self {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in text {
            if byte == SeparatedReader.quote { quoted.toggle() }
            if byte == SeparatedReader.newline, !quoted { break }
            if !quoted { counts[byte, default: 0] += 1 }
        }
        var best = Self.comma
        for candidate in allCases where counts[candidate.rawValue, default: 0] > counts[best.rawValue, default: 0] {
            best = candidate
        }
        return best
    }
}

extension Diagnostic {
    fileprivate static func fileHasNoRows(_ name: String) -> Diagnostic {
        Diagnostic(
            .fileHasNoRows, Text("‘\(name)’ is empty.", vi: "Tệp ‘\(name)’ không có nội dung."),
            notes: [
                Text("The first row must hold the headings.", vi: "Dòng đầu tiên phải là dòng tiêu đề các cột.")
            ])
    }

    fileprivate static func fileNotUTF8(_ name: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .fileNotUTF8,
            Text(
                "‘\(name)’ is not in UTF-8: line \(line) holds other bytes.",
                vi: "Tệp ‘\(name)’ không ở dạng UTF-8: dòng \(line) có ký tự không đọc được."),
            notes: [
                Text(
                    "Save it again from the spreadsheet as “CSV UTF-8”.",
                    vi: "Hãy lưu lại từ bảng tính với kiểu “CSV UTF-8”.")
            ])
    }
}

extension Diagnostic.Code {
    /// A file in which nothing stands.
    public static let fileHasNoRows: Self = "file-has-no-rows"
    /// A text file in another encoding than UTF-8.
    public static let fileNotUTF8: Self = "file-not-utf8"
}
