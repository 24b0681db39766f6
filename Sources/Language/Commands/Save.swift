import Commands
public import Diagnostics
import Documents
import Tables
import Values

/// `save` writes a table to a file, whole, in the format of its name.
let save = Command(
    "save",
    Text(
        "Writes the table to a file: .csv, .tsv, .json, .md, .html or .docx.",
        vi: "Ghi bảng ra tệp: .csv, .tsv, .json, .md, .html hoặc .docx."),
    effect: .exports, run: write
) {
    Input("table", Text("The table.", vi: "Bảng cần ghi."))
    Argument<FilePath>(
        "file", Text("The file's name; its ending names the format.", vi: "Tên tệp; phần đuôi cho biết định dạng."))
} examples: {
    Example("list units | save \"units.csv\"").prints("units.csv")
    Example("list units | save \"units.xyz\"").reports(.unknownFileFormat)
}

private func write(session: Session, table: Table, file: FilePath) throws -> Document {
    let around = session.surroundings
    let bytes: [UInt8]
    if let writer = around.tableWriters.first(where: { $0.format == file.format }) {
        bytes = try writer.bytes(table, around.language)
    } else if let writer = around.paperWriters.first(where: { $0.format == file.format }) {
        bytes = try writer.bytes(.table(table), around.language)
    } else {
        throw unknownFileFormat(
            file.format, around.tableWriters.map(\.format) + around.paperWriters.map(\.format), "file")
    }
    try session.write(bytes, to: file.path)
    return .done(
        Text(
            "Wrote \(table.rowCount == 1 ? "1 row" : "\(table.rowCount) rows") to \(file.path).",
            vi: "Đã ghi \(table.rowCount) dòng vào \(file.path)."))
}

/// What is said of a format that nobody writes.
func unknownFileFormat(_ format: String, _ known: [String], _ subject: String) -> Diagnostic {
    let list = Set(known).sorted().joined(separator: ", ")
    return Diagnostic(
        .unknownFileFormat,
        Text("Sen does not write ‘\(format)’.", vi: "Sen không ghi được định dạng ‘\(format)’."), subject: subject,
        notes: [Text("It writes: \(list).", vi: "Sen ghi được: \(list).")])
}

extension Diagnostic.Code {
    /// A file format that nobody writes.
    public static let unknownFileFormat: Self = "unknown-file-format"
}
