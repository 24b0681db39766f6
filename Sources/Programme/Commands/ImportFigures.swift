import Commands
import Documents
import Values

/// `import figures` records the figures of a file.
let importFigures = Command(
    "import figures", Text("Records the figures of a file.", vi: "Ghi các số liệu trong một tệp."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json), with the columns element, unit, period, and total, women, men, state as "
                + "far as they are known; or with a column for each element.",
            vi: "Tệp (xlsx, csv, tsv, json) có các cột số liệu, đơn vị, kỳ; và tổng số, nữ, nam, trạng thái nếu có; "
                + "hoặc mỗi số liệu một cột."))
    importedSheet
    importMapping
    Label<Period?>(
        "period",
        Text("The period of a sheet without a column for it.", vi: "Kỳ báo cáo, khi bảng không có cột kỳ."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("list figures | save \"figures.csv\"")
    Example("import figures from: \"figures.csv\"")
        .prints("1 row read = 0 stored + 1 unchanged + 0 refused + 0 duplicates")
    Example("import figures from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(session: Session, from: FilePath, sheet: String?, map: FilePath?, period: Period?) throws -> Document
{
    let fixed = period.map { ["period": "\($0)"] } ?? [:]
    let request = SheetImport.Request(from, sheet: sheet, map: map, fixed: fixed)
    let sheet = try SheetImport(request, FigureColumns.all(session), session)
    var figures = try FigureImport(session, sheet)
    let answer = try sheet.run(["element", "unit", "period"]) { try figures.take($0) }
    try PackedUpkeep(session).run()
    return answer
}
