import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `import sessions` records the communication sessions of a file.
let importSessions = Command(
    "import sessions",
    Text("Records the communication sessions of a file.", vi: "Ghi các cuộc truyền thông trong một tệp."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json), with the columns unit, on, topic, and two of women, men, people; also "
                + "form, campaign, session.",
            vi: "Tệp (xlsx, csv, tsv, json) có các cột đơn vị, ngày, nội dung, và hai trong ba cột nữ, nam, tổng số; "
                + "có thể thêm hình thức, đợt, mã."))
    importedSheet
    importMapping
    Label<CampaignCode?>(
        "campaign", Text("The campaign, for a sheet without it.", vi: "Đợt truyền thông, khi bảng không có cột đợt."))
} examples: {
    Example("list sessions | save \"sessions.csv\"")
    Example("import sessions from: \"sessions.csv\"")
        .prints("1 row read = 0 stored + 1 unchanged + 0 refused + 0 duplicates")
    Example("import sessions from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(
    session: Session, from: FilePath, sheet: String?, map: FilePath?, campaign: CampaignCode?
) throws -> Document {
    let fixed = campaign.map { ["campaign": $0.code] } ?? [:]
    let request = SheetImport.Request(from, sheet: sheet, map: map, fixed: fixed)
    let sheet = try SheetImport(request, SessionImport.columns, session)
    var sessions = try SessionImport(session, sheet)
    return try sheet.run(["unit", "topic", "on"]) { try sessions.take($0) }
}
