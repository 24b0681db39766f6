import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list papers` shows what was printed.
let listPapers = Command(
    "list papers",
    Text(
        "Shows the papers that were printed: file, state of the records, command, hash.",
        vi: "Liệt kê các văn bản đã lập: tệp, thời điểm số liệu, lệnh, mã băm."),
    effect: .reads, returns: .table(PrintedPapers.columns), run: list
) {
} examples: {
    Example("render report indicators period: 2025 under: SGD-HP to: \"out/indicators.md\"")
    Example("list papers").prints("out/indicators.md")
    Example("list papers of: 2025").reports("unknown-argument")
}

private func list(session: Session) throws -> Document { .table(try PrintedPapers.table(session)) }
