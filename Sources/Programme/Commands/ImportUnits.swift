import Commands
import Documents
import Values

/// `import units` adds the units of a file to the register.
let importUnits = Command(
    "import units",
    Text("Adds the units of a CSV file to the register.", vi: "Thêm các đơn vị trong một tệp CSV vào sổ."),
    effect: .writes,
    run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file, with the columns code, name, kind; also under, opened, and place (only to find doubled rows).",
            vi: "Tệp có các cột mã, tên, loại; có thể thêm trực thuộc, ngày thành lập, địa bàn (chỉ để tìm dòng trùng)."
        ))
} examples: {
    Example("list units | save \"units.csv\"")
    Example("import units from: \"units.csv\"").prints("2 rows read = 0 stored + 0 refused + 2 unchanged")
    Example("import units from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(session: Session, from: FilePath) throws -> Document {
    var units = try UnitImport(session, ImportSheet(from, UnitImport.columns, session))
    return try units.run().document(from: from.path, session.surroundings.language)
}
