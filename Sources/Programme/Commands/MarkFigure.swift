import Commands
import Database
import Documents
import Values

/// `mark figure` notes that a figure is being asked about, or was found to be right.
let markFigure = Command(
    "mark figure",
    Text(
        "Marks a figure for a question to the unit, or as verified; an earlier mark is succeeded.",
        vi: "Đánh dấu số liệu cần hỏi lại hoặc đã xác minh; dấu cũ (nếu có) được thay thế."),
    effect: .writes, run: mark
) {
    Argument<ElementCode>("element", Text("What is counted.", vi: "Loại số liệu."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<FigureMark>("as", Text("How it is marked.", vi: "Dấu."))
    Label<String>("note", Text("The question, or who confirmed it.", vi: "Câu hỏi, hoặc ai xác nhận."))
} examples: {
    for line in ExampleIndicator.lines { Example(line) }
    Example("mark figure school-heads unit: NGO-QUYEN period: 2025 as: follow-up note: \"Sao chỉ 44?\"").prints(
        "school-heads")
    Example("mark figure school-heads unit: NGO-QUYEN period: 2019 as: verified note: \"x\"").reports(.noFigure)
}

private func mark(
    session: Session, element: ElementCode, unit: UnitCode, period: Period, mark: FigureMark, note: String
) throws -> Document {
    try requireWords(note, "note")
    let figure = try FigureMarks(session: session).figure(element, unit, period)
    try session.database.execute(
        "UPDATE figure_mark SET retired = \(session.entry) WHERE figure = \(figure) AND retired IS NULL")
    try session.database.execute(
        """
        INSERT INTO figure_mark (figure, mark, note, recorded)
        VALUES (\(figure), \(mark), \(note), \(session.entry))
        """)
    let what = "\(element.code) \(unit.code) \(period)"
    return .done(
        Text("Marked \(what): \(mark.meaning.english).", vi: "Đã đánh dấu \(what): \(mark.meaning.vietnamese)."))
}
