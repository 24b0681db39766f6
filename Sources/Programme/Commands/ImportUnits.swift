import Commands
import Documents
import Values

/// `import units` adds the units of a file to the register.
let importUnits = Command(
    "import units",
    Text("Adds the units of a file to the register.", vi: "Thêm các đơn vị trong một tệp vào sổ."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json), with the columns code, name, kind; also under, opened, and place "
                + "(only to find doubled rows).",
            vi: "Tệp (xlsx, csv, tsv, json) có các cột mã, tên, loại; có thể thêm trực thuộc, ngày thành lập, địa bàn "
                + "(chỉ để tìm dòng trùng)."))
    importedSheet
    importMapping
} examples: {
    Example("list units | save \"units.csv\"")
    Example("import units from: \"units.csv\"")
        .prints("2 rows read = 0 stored + 2 unchanged + 0 refused + 0 duplicates")
    Example("import units from: \"units.csv\" sheet: \"Biểu 1\"").reports(.noSuchSheet)
    Example("import units from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(session: Session, from: FilePath, sheet: String?, map: FilePath?) throws -> Document {
    let request = SheetImport.Request(from, sheet: sheet, map: map)
    let sheet = try SheetImport(request, UnitImport.columns, session)
    var units = try UnitImport(session, sheet)
    return try sheet.run(["code", "name"]) { try units.take($0) }
}
