import Commands
import Database
import Diagnostics
import Documents
import Values

/// `log training` records a training that was held.
let logTraining = Command(
    "log training", Text("Records a training that was held.", vi: "Ghi một lớp tập huấn đã tổ chức."), effect: .writes,
    run: log
) {
    Argument<UnitCode>("unit", Text("The unit that held it.", vi: "Đơn vị tổ chức."))
    Argument<String>("topic", Text("What it was about.", vi: "Nội dung tập huấn."))
    Label<Day>("on", Text("The day; the first of several.", vi: "Ngày tổ chức; nếu nhiều ngày thì ngày đầu."))
    Label<Number>("hours", Text("How many hours it lasted.", vi: "Số giờ."))
    Label<Int>("women", Text("How many women took part.", vi: "Số nữ tham dự."))
    Label<Int>("men", Text("How many men took part.", vi: "Số nam tham dự."))
    Label<Audience?>("audience", Text("For whom it was.", vi: "Đối tượng tập huấn."))
    Label<Int?>("trainers", Text("How many people taught.", vi: "Số báo cáo viên."))
    Label<Money?>("cost", Text("What it cost.", vi: "Kinh phí."))
    Label<NewCode>(
        "code", Text("The training's code.", vi: "Mã lớp tập huấn."),
        default: .now(Text("the next free one", vi: "mã còn trống kế tiếp")) { session in
            .text(try Trainings(session).nextCode())
        })
} examples: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12").prints("TR-0001")
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
        .reports(.trainingDoubled)
    Example("log training NGO-QUYEN \"Phòng ngừa bạo lực\" on: 2026-03-14 hours: 4 women: 38 men: 12")
        .reports(.futureDay)
    Example("log training NGO-QUYEN \"Phòng ngừa bạo lực\" on: 2025-04-01 hours: 4 women: 0 men: 0")
        .reports(.nobodyTookPart)
    Example("log training NGO-QUYEN \"Phòng ngừa bạo lực\" on: 2025-04-01 hours: 0 women: 5 men: 2")
        .reports(.notPositive)
}

private func log(
    session: Session, unit: UnitCode, topic: String, on: Day, hours: Number, women: Int, men: Int, audience: Audience?,
    trainers: Int?, cost: Money?, code: NewCode
) throws -> Document {
    let trainings = Trainings(session)
    try refuseFuture(on, "on", session)
    try refuseOutOfRange(Number(women), "women")
    try refuseOutOfRange(Number(men), "men")
    if let trainers { try refuseOutOfRange(Number(trainers), "trainers") }
    if let cost { try refuseOutOfRange(Number(cost.dong), "cost") }
    guard hours > .zero else {
        throw Diagnostic(
            .notPositive, Text("A training lasts longer than nothing.", vi: "Số giờ tập huấn phải lớn hơn 0."),
            subject: "hours")
    }
    guard women > 0 || men > 0 else { throw Diagnostic.nobodyTookPart }
    let id = try Units(session).id(of: unit, openOn: on)
    if let twin = try trainings.twin(of: id, on: on, topic: topic) { throw Diagnostic.trainingDoubled(twin, unit, on) }
    let added = try session.database.execute(
        """
        INSERT INTO training (code, unit, topic, day, hours, women, men, audience, trainers, cost, recorded)
        VALUES (\(code.code), \(id), \(topic), \(on), \(hours), \(women), \(men), \(audience), \(trainers),
            \(cost?.dong), \(session.entry))
        ON CONFLICT DO NOTHING
        """)
    guard added > 0 else {
        throw Diagnostic(
            .codeTaken,
            Text(
                "The code ‘\(code.code)’ belongs to another training.",
                vi: "Mã ‘\(code.code)’ đã dùng cho lớp tập huấn khác."),
            subject: "code",
            notes: [
                Text("Leave ‘code:’ out and the next free one is taken.", vi: "Bỏ ‘code:’ để chương trình tự đặt mã.")
            ])
    }
    return .done(Text("Logged training \(code.code).", vi: "Đã ghi lớp tập huấn \(code.code)."))
}

extension Diagnostic {
    fileprivate static let nobodyTookPart = Diagnostic(
        .nobodyTookPart, Text("A training in which nobody took part is none.", vi: "Lớp tập huấn không có ai tham dự."),
        subject: "women",
        notes: [Text("Give ‘women:’ or ‘men:’ a number above 0.", vi: "Ghi ‘women:’ hoặc ‘men:’ lớn hơn 0.")])

    fileprivate static func trainingDoubled(_ twin: String, _ unit: UnitCode, _ day: Day) -> Diagnostic {
        Diagnostic(
            .trainingDoubled,
            Text(
                "\(unit.code) has a training with this topic on \(day) already: \(twin).",
                vi: "\(unit.code) đã có lớp tập huấn cùng nội dung ngày \(day): \(twin)."),
            subject: "topic",
            notes: [
                Text(
                    "If it was held twice that day, say so in the topic: \"… (afternoon)\".",
                    vi: "Nếu trong ngày có hai lớp, hãy ghi rõ trong nội dung: \"… (buổi chiều)\".")
            ])
    }
}

extension Diagnostic.Code {
    /// A training with the same unit, day and topic as another.
    static let trainingDoubled: Self = "training-doubled"
    /// A training without people.
    static let nobodyTookPart: Self = "nobody-took-part"
    /// A number that must lie above nought.
    static let notPositive: Self = "not-positive"
}
