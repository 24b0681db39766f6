import Commands
import Documents
import Tables
import Values

/// `show mapping` shows what a mapping says, line by line.
let showMapping = Command(
    "show mapping",
    Text("Shows what a mapping says, line by line.", vi: "Cho xem từng dòng của một bảng quy ước."),
    effect: .reads, run: show
) {
    Argument<MappingCode>("mapping", Text("The mapping.", vi: "Bảng quy ước."))
} examples: {
    Example("save mapping form-1 lines: ['text \"-\" -> 0']")
    Example("show mapping form-1").prints("text \"-\" -> 0")
    Example("show mapping form-9").reports(.unknownCode)
}

private let lineColumns = Schema([
    ColumnInfo("line", .number, Text("Line", vi: "Dòng")),
    ColumnInfo("says", .text, Text("Says", vi: "Nội dung")),
])

private func show(session: Session, mapping: MappingCode) throws -> Document {
    let lines = try SavedMappings(session).lines(of: mapping.code) ?? []
    return .table(
        Table(lineColumns, rows: lines.enumerated().map { [.number(Number($0.offset + 1)), .text($0.element)] }))
}
