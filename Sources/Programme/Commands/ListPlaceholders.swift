import Commands
import Documents
import Papers
import Tables
import Values

/// `list placeholders` shows what a template asks for.
let listPlaceholders = Command(
    "list placeholders",
    Text(
        "Shows the names that a Word file or workbook of the office asks for.",
        vi: "Liệt kê các tên mà một mẫu Word hoặc Excel của cơ quan cần."),
    effect: .reads, returns: .table(placeholderColumns), run: list
) {
    Argument<FilePath>("template", Text("The file with placeholders.", vi: "Tệp mẫu có các chỗ điền."))
} examples: {
    Example("list units | keep name | first 1 | add mark = '{{#rows}}{{name}}{{/rows}}' | save \"template.docx\"")
    Example("list placeholders \"template.docx\"").prints("rows")
    Example("list units | keep name | first 1 | add mark = '{{#rows}}{{name}}' | save \"faulty.docx\"")
    Example("list placeholders \"faulty.docx\"").reports(.templateMalformed)
}

private enum PlaceholderKind: String, ChoiceType {
    case value, section, otherwise

    static let listName = "placeholder kind"

    var meaning: Text {
        switch self {
        case .value: Text("the value of the name", vi: "giá trị của tên")
        case .section: Text("a section, once for each row", vi: "phần lặp theo từng dòng")
        case .otherwise: Text("a section where there is nothing", vi: "phần hiện ra khi không có gì")
        }
    }
}

/// The columns of `list placeholders`.
private let placeholderColumns = Schema([
    ColumnInfo("name", .text, Text("Name", vi: "Tên")),
    ColumnInfo("kind", PlaceholderKind.type, Text("Kind", vi: "Loại")),
    ColumnInfo("times", .number, Text("Times", vi: "Số chỗ")),
    ColumnInfo("place", .text, Text("First place", vi: "Chỗ đầu tiên")),
])

private func list(session: Session, file: FilePath) throws -> Document {
    let template = try Template.read(file, session)
    let language = session.surroundings.language
    var order: [String] = []
    var rows: [String: (first: Template.Placeholder, times: Int)] = [:]
    for placeholder in template.placeholders {
        let key = "\(placeholder.kind) \(placeholder.name)"
        if rows[key] == nil { order.append(key) }
        rows[key] = (rows[key]?.first ?? placeholder, (rows[key]?.times ?? 0) + 1)
    }
    let cells = order.compactMap { rows[$0] }.map { row -> [Value] in
        [
            .text(row.first.name), .text(row.first.kind.rawValue), .number(Number(row.times)),
            .text(row.first.place(in: language)),
        ]
    }
    return .table(Table(placeholderColumns, rows: cells))
}
