import Commands
import Documents
import Values

/// `import trainings` records the trainings of a file.
let importTrainings = Command(
    "import trainings", Text("Records the trainings of a file.", vi: "Ghi các lớp tập huấn trong một tệp."),
    effect: .writes, run: take
) {
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json), with the columns unit, topic, day, hours, and two of women, men, people; "
                + "also audience, trainers, cost, training.",
            vi: "Tệp (xlsx, csv, tsv, json) có các cột đơn vị, nội dung, ngày, số giờ, và hai trong ba cột nữ, nam, "
                + "tổng số; có thể thêm đối tượng, báo cáo viên, kinh phí, mã lớp."))
    importedSheet
    importMapping
} examples: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
    Example("list trainings period: 2025 | save \"trainings.csv\"")
    Example("import trainings from: \"trainings.csv\"")
        .prints("1 row read = 0 stored + 1 unchanged + 0 refused + 0 duplicates")
    Example("import trainings from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

private func take(session: Session, from: FilePath, sheet: String?, map: FilePath?) throws -> Document {
    let request = SheetImport.Request(from, sheet: sheet, map: map)
    let sheet = try SheetImport(request, TrainingImport.columns, session)
    return try TrainingImport(session, sheet).run()
}
