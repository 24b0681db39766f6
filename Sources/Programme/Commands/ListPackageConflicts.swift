import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list package conflicts` shows what packages say otherwise than what stands here.
let listPackageConflicts = Command(
    "list package conflicts",
    Text(
        "Shows what packages say otherwise than what stands here, until it is decided.",
        vi: "Liệt kê số liệu trong gói khác với số ở đây, chưa được quyết định."),
    effect: .reads, returns: .table(ConflictTable.columns), run: list
) {
} examples: {
    Example("list package conflicts").prints("theirs")
    Example("list package conflicts office: SGD-HP").reports("unknown-argument")
}

private func list(session: Session) throws -> Document {
    let conflicts = Conflicts(session)
    let table = try ConflictTable(session)
    let rows = try conflicts.open().compactMap { conflict -> [Value]? in
        let standing = try conflicts.standing(conflict.line, conflict.unit)
        // Somebody may have typed the same meanwhile.
        guard standing?.claim != conflict.line.claim else { return nil }
        return try table.row(conflict.line, from: conflict.office, entry: conflict.entry, standing)
    }
    return .table(Table(ConflictTable.columns, rows: rows))
}
