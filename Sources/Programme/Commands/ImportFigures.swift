import Commands
import Documents
import Values

/// `import figures` records the figures of a file.
let importFigures = Command(
    "import figures", Text("Records the figures of a CSV file.", vi: "Ghi các số liệu trong một tệp CSV."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file, with the columns element, unit, period, and total, women, men, state as far as they are known.",
            vi: "Tệp có các cột số liệu, đơn vị, kỳ; và tổng số, nữ, nam, trạng thái nếu có."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("list figures | save \"figures.csv\"")
    Example("import figures from: \"figures.csv\"").prints("1 rows read = 0 stored + 0 refused + 1 unchanged")
    Example("import figures from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(session: Session, from: FilePath) throws -> Document {
    var figures = try FigureImport(session, ImportSheet(from, FigureImport.columns, session))
    return try figures.run().document(from: from.path, session.surroundings.language)
}
