import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record lesson` records lessons into which gender content was woven.
let recordLesson = Command(
    "record lesson",
    Text(
        "Records lessons of a subject into which gender content was woven.",
        vi: "Ghi các tiết dạy của môn học có lồng ghép nội dung giới."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The school.", vi: "Trường, cơ sở giáo dục."))
    Argument<String>("topic", Text("The gender content.", vi: "Nội dung giới được lồng ghép."))
    Label<String>("subject", Text("The subject or educational activity.", vi: "Môn học, hoạt động giáo dục."))
    Label<Int?>("grade", Text("The grade, 1 to 12.", vi: "Khối lớp, từ 1 đến 12."))
    Label<Day>("on", Text("The day; the first of several.", vi: "Ngày dạy; nếu nhiều ngày thì ngày đầu."))
    Label<Int>("lessons", Text("How many lessons.", vi: "Số tiết."), default: .value(.number(1)))
    Label<Int>("girls", Text("How many girls sat in them.", vi: "Số học sinh nữ."))
    Label<Int>("boys", Text("How many boys sat in them.", vi: "Số học sinh nam."))
    Label<NewCode>(
        "code", Text("The code of the record.", vi: "Mã của bản ghi."), default: numbered("LG", in: lessonTable))
} examples: {
    Example(
        "record lesson LE-CHAN \"Định kiến giới trong nghề nghiệp\" subject: \"Hoạt động trải nghiệm\" grade: 10 "
            + "on: 2025-10-14 lessons: 2 girls: 210 boys: 195"
    ).prints("Recorded LG-2")
    Example(
        "record lesson LE-CHAN \"Định kiến giới trong nghề nghiệp\" subject: \"Hoạt động trải nghiệm\" grade: 10 "
            + "on: 2025-10-14 girls: 210 boys: 195"
    ).reports(.lessonDoubled)
    Example("record lesson LE-CHAN \"Bình đẳng giới\" subject: \"Sinh học\" grade: 13 on: 2025-10-14 girls: 1 boys: 1")
        .reports(.gradeOutOfRange)
    Example("record lesson LE-CHAN \"Bình đẳng giới\" subject: \"Sinh học\" on: 2025-10-14 girls: 0 boys: 0")
        .reports(.nobodyThere)
    Example("record lesson LE-CHAN \"Bình đẳng giới\" subject: \"…\" on: 2025-10-14 girls: 1 boys: 0").reports(.noWords)
}

private func record(
    session: Session, unit: UnitCode, topic: String, subject: String, grade: Int?, on: Day, lessons: Int, girls: Int,
    boys: Int, code: NewCode
) throws -> Document {
    try requireWords(topic, "topic")
    try requireWords(subject, "subject")
    try refuseFuture(on, "on", session)
    guard 1...12 ~= grade ?? 1 else {
        throw Diagnostic(
            .gradeOutOfRange, Text("Grades go from 1 to 12.", vi: "Khối lớp từ 1 đến 12."), subject: "grade",
            notes: [
                Text("Leave ‘grade:’ out for kindergartens.", vi: "Trường mầm non thì bỏ ‘grade:’.")
            ])
    }
    try requireCount(lessons, from: 1, "lessons")
    try requireCount(girls, "girls")
    try requireCount(boys, "boys")
    guard girls + boys > 0 else {
        throw Diagnostic(
            .nobodyThere, Text("A lesson needs pupils.", vi: "Tiết dạy phải có học sinh."), subject: "girls")
    }
    let id = try Units(session).id(of: unit, openOn: on)
    try refuseTaken(code, in: lessonTable, session)
    try refuseDoubled(topic, subject, grade, on, unit: id, session)
    try session.database.execute(
        """
        INSERT INTO gender_lesson (code, unit, topic, subject, grade, taught_on, lessons, girls, boys, recorded)
        VALUES (
            \(code.code), \(id), \(topic), \(subject), \(grade), \(on), \(lessons), \(girls), \(boys),
            \(session.entry))
        """)
    return .done(
        Text(
            "Recorded \(code.code): \(lessons.counted("lesson")), \(girls.english) girls and \(boys.english) boys.",
            vi: "Đã ghi \(code.code): \(lessons.vietnamese) tiết, \(girls.vietnamese) học sinh nữ và "
                + "\(boys.vietnamese) học sinh nam."))
}

private func refuseDoubled(
    _ topic: String, _ subject: String, _ grade: Int?, _ day: Day, unit: Int64, _ session: Session
) throws {
    let twin = try session.database.first(
        """
        SELECT code FROM gender_lesson
        WHERE unit = \(unit) AND taught_on = \(day) AND topic = \(topic) AND subject = \(subject)
          AND grade IS \(grade) AND \(session.visible())
        """)
    guard let twin else { return }
    let code = try twin.text(0)
    throw Diagnostic(
        .lessonDoubled,
        Text("\(code) records these lessons already.", vi: "Các tiết này đã được ghi ở \(code)."), subject: "topic",
        notes: [
            Text("More lessons of one day stand in ‘lessons:’.", vi: "Nhiều tiết trong một ngày ghi ở ‘lessons:’.")
        ])
}

extension Diagnostic.Code {
    /// Lessons that are on record already.
    static let lessonDoubled: Self = "lesson-doubled"
    /// A grade that no school has.
    static let gradeOutOfRange: Self = "grade-out-of-range"
}
