import Commands
import Documents
import Values

/// `import reorganisation` carries out the mergers and splits of a file.
let importReorganisation = Command(
    "import reorganisation",
    Text(
        "Carries out the mergers and splits that a file lists, on one day.",
        vi: "Thực hiện các sáp nhập, chia tách ghi trong một tệp, cùng một ngày."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file, with the columns source and target; also share, and for new units name, kind, under, place.",
            vi: "Tệp có các cột đơn vị cũ, đơn vị mới; có thể thêm tỷ lệ; đơn vị mới: tên, loại, trực thuộc, địa bàn."
        ))
    importedSheet
    importMapping
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("list units kind: vhxh | add source = unit, target = \"XA-9\" | keep source, target, name | save \"n.csv\"")
    Example("import reorganisation from: \"n.csv\" on: 2025-07-01 document: \"1669/NQ-UBTVQH15\"").prints(
        "1 row read = 1 stored + 0 unchanged + 0 refused + 0 duplicates")
    Example("import reorganisation from: \"no-such-file.csv\" on: 2025-07-01").reports(.fileUnreadable)
}

private func take(
    session: Session, from: FilePath, sheet: String?, map: FilePath?, on day: Day, document: String?
) throws -> Document {
    try session.requireDecided(day)
    let request = SheetImport.Request(from, sheet: sheet, map: map)
    let sheet = try SheetImport(request, ReorganisationRow.columns, session)
    var reorganisation = try ReorganisationImport(session, sheet, on: day, document: document)
    var tally = try sheet.read(["source", "target"]) { try reorganisation.take($0) }
    tally.settle(try reorganisation.carryOut())
    return try tally.document()
}
