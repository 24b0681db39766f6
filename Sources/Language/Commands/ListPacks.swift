import Commands
import Documents
import Tables
import Values

/// `list packs` shows the packs of this program.
let listPacks = Command(
    "list packs",
    Text("Shows the packs with their versions and commands.", vi: "Liệt kê các gói, phiên bản và số lệnh."),
    effect: .reads, returns: .table(packColumns), run: list
) {
} examples: {
    Example("list packs").prints("session")
    Example("list packs of: 2025").reports(.unknownArgument)
}

private let packColumns = Schema([
    ColumnInfo("pack", .text, Text("Pack", vi: "Gói")),
    ColumnInfo("version", .number, Text("Version", vi: "Phiên bản")),
    ColumnInfo("kind", .text, Text("Kind", vi: "Loại")),
    ColumnInfo("commands", .number, Text("Commands", vi: "Số lệnh")),
    ColumnInfo("summary", .text, Text("What it is for", vi: "Dùng để")),
])

private func list(session: Session) -> Document {
    let language = session.surroundings.language
    let rows = session.registry.packs.map { pack -> [Value] in
        [
            .text(pack.name), .number(pack.version), .text(pack.kind.rawValue), .number(Number(pack.commands.count)),
            .text(pack.summary(in: language)),
        ]
    }
    return .table(Table(packColumns, rows: rows))
}
