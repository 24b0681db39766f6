import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list elements` shows what is counted.
let listElements = Command(
    "list elements",
    Text("Shows what is counted, and how its figures add up.", vi: "Liệt kê các loại số liệu và cách tổng hợp."),
    effect: .reads, returns: .table(elementColumns), run: list
) {
    Label<ElementType?>("type", Text("Only elements of this type.", vi: "Chỉ số liệu kiểu này."))
} examples: {
    Example("list elements").prints("training-participants")
    Example("list elements type: persons").reports(.notAChoice)
}

/// The columns of `list elements`.
let elementColumns = Schema([
    ColumnInfo("element", .code("element"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("What is counted", vi: "Tên số liệu")),
    ColumnInfo("type", ElementType.type, Text("Type", vi: "Kiểu")),
    ColumnInfo("over-time", OverTime.type, Text("Over time", vi: "Theo thời gian")),
    ColumnInfo("over-units", OverUnits.type, Text("Over units", vi: "Theo đơn vị")),
    ColumnInfo("by-sex", .yesNo, Text("By sex", vi: "Tách giới tính")),
    ColumnInfo("derived", .yesNo, Text("From records", vi: "Tính từ bản ghi")),
])

private func list(session: Session, type: ElementType?) throws -> Document {
    let rows = try Elements(session).all().filter { type == nil || (!$0.isDerived && $0.type == type) }.map { element in
        [
            .text(element.code), .text(element.name(in: session.surroundings.language)),
            element.isDerived ? .missing : element.type.value, element.isDerived ? .missing : element.overTime.value,
            element.overUnits.value, element.bySex.value, .yesNo(element.isDerived),
        ]
    }
    return .table(
        Table(elementColumns, rows: rows),
        remark: Text(
            "What comes from records follows any period by itself.", vi: "Số liệu tính từ bản ghi tự theo kỳ được hỏi.")
    )
}
