import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `show` shows a table, as it is or as text in a format.
let show = Command(
    "show",
    Text("Shows the table, also as csv, tsv, json or md.", vi: "Hiện bảng, có thể dưới dạng csv, tsv, json hoặc md."),
    effect: .reads, run: write
) {
    Input("table", Text("The table.", vi: "Bảng cần hiện."))
    Label<OutputFormat?>("as", Text("The format.", vi: "Định dạng."))
} examples: {
    Example("list units | keep unit | show as: csv").prints("SGD-HP")
    Example("list units | show as: xml").reports(.notAChoice)
}

/// The formats in which `show` can write a table.
enum OutputFormat: String, ChoiceType {
    case csv, tsv, json, markdown

    static let listName = "output format"

    var meaning: Text {
        switch self {
        case .csv: Text("comma-separated values", vi: "giá trị cách nhau bằng dấu phẩy")
        case .tsv: Text("tab-separated values", vi: "giá trị cách nhau bằng dấu tab")
        case .json: Text("a list of objects", vi: "danh sách đối tượng JSON")
        case .markdown: Text("a table in Markdown", vi: "bảng Markdown")
        }
    }
}

private func write(session: Session, table: Table, format: OutputFormat?) throws -> Document {
    guard let format else { return .table(table) }
    let writers = session.surroundings.tableWriters
    let name = format == .markdown ? "md" : format.rawValue
    guard let writer = writers.first(where: { $0.format == name }) else {
        throw unknownFileFormat(name, writers.map(\.format), "as")
    }
    let text = String(decoding: try writer.bytes(table, session.surroundings.language), as: UTF8.self)
    return Document([.verbatim(text)])
}
