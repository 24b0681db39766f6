import Commands
public import Diagnostics
import Documents
import Syntax
import Tables
import Values

/// `read table` reads a table from a text file, without keeping anything of it.
let readTable = Command(
    "read table",
    Text("Reads a table from a file: .csv or .tsv.", vi: "Đọc một bảng từ tệp .csv hoặc .tsv."),
    effect: .reads, returns: .anyTable, shape: shape, run: read
) {
    Argument<FilePath>(
        "file", Text("The file's name; its first row holds the headings.", vi: "Tên tệp; dòng đầu là tiêu đề các cột."))
    Label<String?>(
        "columns",
        Text(
            "The columns that are read, each with its type: \"unit text, hours number\".",
            vi: "Các cột cần đọc, mỗi cột kèm kiểu: \"unit text, hours number\"."))
    Label<CellSeparator?>("separator", Text("What stands between cells.", vi: "Dấu phân cách các ô."))
} examples: {
    Example("list units | save \"units.csv\"").prints("units.csv")
    Example("read table \"units.csv\" | keep unit, kind | first 1").prints("1 row")
    Example("read table \"units.csv\" columns: \"name text, since date\" | where since is missing | count").prints("2")
    Example("read table \"units.csv\" columns: \"unit texd\"").reports(.unknownType)
    Example("read table \"units.docx\"").reports(.unknownFileFormat)
}

/// What stands between the cells of a file.
enum CellSeparator: String, ChoiceType {
    case comma, semicolon, tab

    static let listName = "separator"

    var meaning: Text {
        switch self {
        case .comma: Text("a comma", vi: "dấu phẩy")
        case .semicolon: Text("a semicolon", vi: "dấu chấm phẩy")
        case .tab: Text("a tabulator", vi: "dấu tab")
        }
    }
}

private func read(
    session: Session, file: FilePath, columns: String?, separator: CellSeparator?
) throws -> Document {
    let reader = try reader(of: file, session)
    let bytes = try subject("file") {
        try session.surroundings.files.read(file.path, atMost: .max, isStopped: session.isStopped)
    }
    let table = TableFile(
        file.path, bytes, goesOn: false, separator: separator?.rawValue, isStopped: session.isStopped)
    guard let columns else {
        let schema = try subject("file") { try reader.guess(table.beginning(reader.sample)) }
        do {
            return .table(try reader.table(table, schema, session.neededColumns))
        } catch let finding as Diagnostic {
            throw finding.offeringColumns(of: file)
        }
    }
    let schema = try subject("columns") { try ColumnList.schema(columns, kinds: session.registry.kindNames) }
    return .table(try reader.table(table, schema, session.neededColumns))
}

/// The columns: those that are given, or those that the file shows, where it is there already.
private func shape(_ session: Session, _ known: KnownArguments) throws -> ValueType? {
    if case .text(let columns)? = known.values["columns"] {
        return .table(
            try subject("columns") { try ColumnList.schema(columns, kinds: session.registry.kindNames) })
    }
    guard !known.later.contains("columns") else { return nil }
    guard case .text(let path)? = known.values["file"], !known.later.contains("separator") else {
        throw Diagnostic.columnsUnknown
    }
    let reader = try reader(of: FilePath(.text(path)), session)
    // A file that is not there yet may be written by the lines in front of this one.
    guard let bytes = try? session.surroundings.files.read(path, atMost: reader.sample + 1, isStopped: { false })
    else { return nil }
    var separator: String?
    if case .text(let word)? = known.values["separator"] { separator = word }
    let file = TableFile(path, bytes, goesOn: false, separator: separator)
    return (try? reader.guess(file.beginning(reader.sample))).map { .table($0) }
}

private func reader(of file: FilePath, _ session: Session) throws -> TableReader {
    let readers = session.surroundings.tableReaders
    guard let reader = readers.first(where: { $0.format == file.format }) else {
        throw Diagnostic.unreadableFormat(file.format, readers.map(\.format))
    }
    return reader
}

/// Says of what work refuses that it is about an argument.
private func subject<Answer>(_ name: String, _ work: () throws -> Answer) throws -> Answer {
    do {
        return try work()
    } catch {
        throw Diagnostics(
            Diagnostics.of(error).map { finding in
                var finding = finding
                finding.subject = name
                return finding
            })
    }
}

extension TableFile {
    /// As many of the first bytes as columns are guessed from.
    fileprivate func beginning(_ size: Int) -> TableFile {
        TableFile(
            name, Array(bytes.prefix(size)), goesOn: bytes.count > size, separator: separator, isStopped: isStopped)
    }
}

extension Diagnostic {
    /// The same finding where no columns were given: it offers the line with them.
    fileprivate func offeringColumns(of file: FilePath) -> Diagnostic {
        guard subject == "columns" else { return self }
        var finding = self
        finding.subject = "file"
        if let columns = replacement, let path = SourceForm.of(.text(file.path)) {
            finding.replacement = "\(path) columns: \(columns)"
        }
        return finding
    }

    fileprivate static var columnsUnknown: Diagnostic {
        Diagnostic(
            .columnsUnknown,
            Text(
                "Which columns the file has is known only when this runs.",
                vi: "Chỉ khi chạy mới biết tệp có những cột nào."),
            severity: .warning, subject: "file",
            notes: [
                Text(
                    "Name them, so that the lines behind are checked: columns: \"unit text, hours number\".",
                    vi: "Hãy nêu các cột để kiểm tra được những dòng sau: columns: \"unit text, hours number\".")
            ])
    }

    fileprivate static func unreadableFormat(_ format: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownFileFormat,
            Text("Sen does not read tables from ‘\(format)’.", vi: "Sen không đọc được bảng từ định dạng ‘\(format)’."),
            subject: "file",
            notes: [
                Text(
                    "It reads: \(known.joined(separator: ", ")).", vi: "Sen đọc được: \(known.joined(separator: ", "))."
                )
            ])
    }
}

extension Diagnostic.Code {
    /// A file whose columns nobody knows before it is read.
    public static let columnsUnknown: Self = "columns-unknown"
}
