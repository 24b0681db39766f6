public import Diagnostics
import Tables
import Values

extension Diagnostic {
    /// Says that nothing stands in a file.
    public static func fileHasNoRows(_ name: String) -> Diagnostic {
        Diagnostic(
            .fileHasNoRows, Text("‘\(name)’ is empty.", vi: "Tệp ‘\(name)’ không có nội dung."),
            notes: [
                Text("The first row must hold the headings.", vi: "Dòng đầu tiên phải là dòng tiêu đề các cột.")
            ])
    }

    static func fileNotUTF8(_ name: String, _ line: Int) -> Diagnostic {
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

    static func nulByte(_ name: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .fileNotText,
            Text(
                "‘\(name)’ is no text file: line \(line) holds a NUL byte.",
                vi: "‘\(name)’ không phải tệp văn bản: dòng \(line) có byte NUL."),
            notes: [
                Text(
                    "A workbook must be saved as “CSV UTF-8” first.",
                    vi: "Nếu là tệp bảng tính, hãy lưu lại với kiểu “CSV UTF-8” trước.")
            ])
    }

    static func quoteNotClosed(_ name: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .quoteNotClosed,
            Text(
                "‘\(name)’, line \(line): a quote is opened and never closed.",
                vi: "‘\(name)’, dòng \(line): dấu nháy mở ra mà không đóng lại."))
    }

    static func textBehindQuote(_ name: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .textBehindQuote,
            Text(
                "‘\(name)’, line \(line): something stands between a closing quote and the end of its cell.",
                vi: "‘\(name)’, dòng \(line): có nội dung thừa giữa dấu nháy đóng và hết ô."),
            notes: [
                Text(
                    "A quote inside a quoted cell is written twice: \"\".",
                    vi: "Dấu nháy nằm trong ô có nháy phải viết hai lần: \"\".")
            ])
    }

    static func raggedRow(_ name: String, _ line: Int, _ cells: Int, _ width: Int) -> Diagnostic {
        Diagnostic(
            .raggedRow,
            Text(
                "‘\(name)’, line \(line): \(cells) \(cells == 1 ? "cell" : "cells") where the headings are \(width).",
                vi: "‘\(name)’, dòng \(line): có \(cells) ô, trong khi tiêu đề có \(width) cột."),
            notes: [
                Text(
                    "A cell that holds the separator stands in quotes.",
                    vi: "Ô có chứa dấu phân cách phải đặt trong dấu nháy kép.")
            ])
    }

    static func readingStopped(_ name: String) -> Diagnostic {
        Diagnostic(.stopped, Text("Reading ‘\(name)’ was stopped.", vi: "Đã dừng đọc ‘\(name)’."))
    }

    static func cellMisfit(
        _ text: String, _ column: ColumnInfo, _ name: String, _ line: Int, instead: String
    ) -> Diagnostic {
        let noun = column.type.noun
        return Diagnostic(
            .cellMisfit,
            Text(
                "‘\(name)’, line \(line), column ‘\(column.name)’: ‘\(text)’ is not \(noun.english).",
                vi: "‘\(name)’, dòng \(line), cột ‘\(column.name)’: ‘\(text)’ không phải là \(noun.vietnamese)."),
            subject: "columns",
            notes: [
                Text(
                    "Mend the cell, or read the column as text.",
                    vi: "Hãy sửa ô đó, hoặc đọc cột này dưới dạng văn bản.")
            ], replacement: "\"\(instead)\"")
    }

    static func columnNotInFile(_ column: String, _ name: String, _ known: [String]) -> Diagnostic {
        let near = nearest(to: column, among: known)
        return Diagnostic(
            .columnNotInFile,
            Text("‘\(name)’ has no column ‘\(column)’.", vi: "Tệp ‘\(name)’ không có cột ‘\(column)’."),
            subject: "columns",
            notes: (near.map { [Text("Did you mean ‘\($0)’?", vi: "Có phải ý bạn là ‘\($0)’?")] } ?? []) + [
                Text("It has: \(known.joined(separator: ", ")).", vi: "Các cột: \(known.joined(separator: ", ")).")
            ])
    }
}

extension Diagnostic.Code {
    /// What every command says that was stopped.
    fileprivate static let stopped: Self = "interrupted"
    /// A file in which nothing stands.
    public static let fileHasNoRows: Self = "file-has-no-rows"
    /// A text file in another encoding than UTF-8.
    public static let fileNotUTF8: Self = "file-not-utf8"
    /// A file that holds more than text.
    public static let fileNotText: Self = "file-not-text"
    /// A quoted cell without an end.
    public static let quoteNotClosed: Self = "quote-not-closed"
    /// Text behind the closing quote of a cell.
    public static let textBehindQuote: Self = "text-behind-quote"
    /// A row with more or fewer cells than there are headings.
    public static let raggedRow: Self = "ragged-row"
    /// A cell that is none of its column's type.
    public static let cellMisfit: Self = "cell-misfit"
    /// A column that a file does not have.
    public static let columnNotInFile: Self = "column-not-in-file"
}
