import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `import staff` records the staff counts of a file.
let importStaff = Command(
    "import staff", Text("Records the staff counts of a file.", vi: "Ghi số liệu đội ngũ trong một tệp."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json), with the columns unit, post, on, total, women.",
            vi: "Tệp (xlsx, csv, tsv, json) có các cột đơn vị, vị trí, ngày, tổng số, nữ."))
    importedSheet
    importMapping
    Label<Day?>(
        "on", Text("The day of the count, for a sheet without it.", vi: "Ngày chốt, khi bảng không có cột ngày."))
} examples: {
    Example("list staff under: TP-01 | save \"staff.csv\"")
    Example("import staff from: \"staff.csv\"").prints("read = 0 stored +")
    Example("import staff from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(session: Session, from: FilePath, sheet: String?, map: FilePath?, on: Day?) throws -> Document {
    let fixed = on.map { ["on": "\($0)"] } ?? [:]
    let request = SheetImport.Request(from, sheet: sheet, map: map, fixed: fixed)
    let sheet = try SheetImport(request, StaffImport.columns, session)
    var staff = StaffImport(session, sheet)
    return try sheet.run(["unit", "post", "on"]) { try staff.take($0) }
}
