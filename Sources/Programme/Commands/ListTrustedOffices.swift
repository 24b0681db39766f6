import Commands
import Database
import Diagnostics
import Documents
import Tables
import Values

/// `list trusted offices` shows whose packages are accepted.
let listTrustedOffices = Command(
    "list trusted offices",
    Text(
        "Shows whose packages are accepted, since when, and who decided it.",
        vi: "Liệt kê cơ quan được chấp nhận gói, từ khi nào và ai quyết định."),
    effect: .reads, returns: .table(trustedOfficeColumns), run: list
) {
} examples: {
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"")
    Example("list trusted offices").prints(ExampleOffice.fingerprint)
    Example("list trusted offices under: SGD-HP").reports("unknown-argument")
}

/// The columns of `list trusted offices`.
let trustedOfficeColumns = Schema([
    ColumnInfo("office", .code("unit"), Text("Office", vi: "Cơ quan")),
    ColumnInfo("fingerprint", .text, Text("Fingerprint", vi: "Dấu nhận dạng")),
    ColumnInfo("since", .date, Text("Since", vi: "Từ ngày")),
    ColumnInfo("by", .text, Text("Decided by", vi: "Người quyết định")),
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
])

private func list(session: Session) throws -> Document {
    let rows = try session.database.rows(
        """
        SELECT u.code, t.public_key, e.at, e.actor, t.recorded
        FROM trusted_office t JOIN unit u ON u.id = t.unit JOIN entry e ON e.seq = t.recorded
        WHERE \(session.visible("t")) ORDER BY u.code
        """
    ).map { row -> [Value] in
        let at: Instant = try row.value(2)
        return [
            .text(try row.text(0)), .text(OfficeKey(bytes: try row.value(1))?.fingerprint ?? ""), .date(at.day),
            .text(try row.text(3)), .number(Number(try row.integer(4))),
        ]
    }
    return .table(Table(trustedOfficeColumns, rows: rows))
}
