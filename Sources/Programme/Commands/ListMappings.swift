import Commands
import Database
import Diagnostics
import Documents
import Tables
import Values

/// `list mappings` shows the mappings of imports that are kept.
let listMappings = Command(
    "list mappings",
    Text("Shows the mappings that are kept for imports.", vi: "Liệt kê các bảng quy ước đã lưu để nhập tệp."),
    lists: mappingColumns, by: list
) {
} examples: {
    Example("save mapping form-1 lines: ['text \"-\" -> 0']")
    Example("list mappings").prints("form-1")
    Example("list mappings unit: NGO-QUYEN").reports("unknown-argument")
}

private let mappingColumns = Schema([
    ColumnInfo("mapping", .code("mapping"), Text("Mapping", vi: "Bảng quy ước")),
    ColumnInfo("lines", .number, Text("Lines", vi: "Số dòng")),
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
])

private func list(session: Session) throws -> Listing {
    Listing(
        mappingColumns, [.text("m.code"), .integer("m.lines"), .integer("m.recorded")], from: "import_mapping m",
        where: session.visible("m"), orderedBy: ["m.code", "m.id"])
}
