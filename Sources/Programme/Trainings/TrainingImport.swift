import Commands
import Database
import Diagnostics
import Values

/// Takes trainings from a sheet, row by row. A training of the same unit, day and topic is the same training.
struct TrainingImport {
    /// The columns of the sheet; what `list trainings` saves can be taken in again.
    static let columns = [
        ImportColumn("training", ["code", "mã", "mã lớp"]),
        ImportColumn("unit", ["đơn vị", "mã đơn vị", "tên đơn vị", "đơn vị tổ chức", "trường"], required: true),
        ImportColumn("place", ["địa bàn", "quận/huyện", "huyện", "quận", "xã/phường", "xã", "phường"]),
        ImportColumn("topic", ["nội dung", "nội dung tập huấn", "chủ đề"], required: true),
        ImportColumn("day", ["on", "date", "ngày", "ngày tổ chức", "thời gian"], required: true),
        ImportColumn("hours", ["số giờ", "giờ"], .number, required: true),
        ImportColumn("women", ["nữ", "số nữ", "số nữ tham dự"], .number),
        ImportColumn("men", ["nam", "số nam", "số nam tham dự"], .number),
        ImportColumn("people", ["total", "tổng số", "số người", "số người tham dự"], .number),
        ImportColumn("audience", ["đối tượng"]),
        ImportColumn("trainers", ["số báo cáo viên", "báo cáo viên"], .number),
        ImportColumn("cost", ["kinh phí", "kinh phí (đồng)"], .money),
    ]

    private let session: Session
    private let places: Places
    private var codes: TrainingCodes
    /// What is known of the trainings of the list and of the sheet: a unit, a day and a topic as one number. Two that
    /// differ may share it; then the list itself is asked.
    private var seen: Set<Int>

    /// Where the parts of a row stand.
    private struct Places {
        let code, unit, area, topic, day, hours, women, men, people, audience, trainers, cost: ImportPlace
    }

    /// What a row says.
    private struct TrainingRow {
        let unit: ImportedUnit
        let topic: String
        let day: Day
        let hours: Number
        let women: Int
        let men: Int
        let audience: Audience?
        let trainers: Int?
        let cost: Int64?

        var key: Int {
            var hasher = Hasher()
            hasher.combine(unit.id)
            hasher.combine(day)
            hasher.combine(topic)
            return hasher.finalize()
        }
    }

    init(_ session: Session, _ sheet: SheetImport) throws {
        self.session = session
        places = Places(
            code: sheet.place("training"), unit: sheet.place("unit"), area: sheet.place("place"),
            topic: sheet.place("topic"), day: sheet.place("day"), hours: sheet.place("hours"),
            women: sheet.place("women"), men: sheet.place("men"), people: sheet.place("people"),
            audience: sheet.place("audience"), trainers: sheet.place("trainers"), cost: sheet.place("cost"))
        codes = try TrainingCodes(session)
        var seen: Set<Int> = []
        try session.database.forEach("SELECT unit, day, topic FROM training WHERE \(session.visible())") { row in
            var hasher = Hasher()
            hasher.combine(try row.value(0, as: Int64.self))
            hasher.combine(try row.value(1, as: Day.self))
            hasher.combine(try row.text(2))
            seen.insert(hasher.finalize())
        }
        self.seen = seen
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let training = try read(row)
        let given = row.text(places.code)
        try row.settle()
        if !seen.insert(training.key).inserted, let outcome = try twin(of: training, given, row) { return outcome }
        if let given, codes.isTaken(given) {
            row.note(
                places.code,
                Text(
                    "The code ‘\(given)’ belongs to another training.",
                    vi: "Mã ‘\(given)’ đã dùng cho lớp tập huấn khác."))
            try row.settle()
        }
        let code = codes.take(given)
        try session.database.execute(
            """
            INSERT INTO training (
                code, unit, topic, day, hours, women, men, audience, trainers, cost, cell, recorded)
            VALUES (
                \(code), \(training.unit.id), \(training.topic), \(training.day), \(training.hours),
                \(training.women), \(training.men), \(training.audience), \(training.trainers), \(training.cost),
                \(row.address(places.topic)), \(session.entry))
            """)
        return .stored
    }

    private func read(_ row: ImportRow) throws -> TrainingRow {
        let day = row.pastDay(places.day, today: session.today)
        let unit = row.unit(
            places.unit, area: places.area, from: day ?? session.today, to: day ?? session.today)
        let topic = row.requiredText(places.topic)
        let hours = positive(row)
        let (women, men) = people(row)
        let audience: Audience? = row.choice(places.audience)
        let (trainers, cost) = (count(row, places.trainers), count(row, places.cost))
        try row.settle()
        guard let unit, let topic, let day, let hours, let women, let men else {
            throw ImportConflict(Text("The row is not complete.", vi: "Dòng chưa đủ thông tin."))
        }
        return TrainingRow(
            unit: unit, topic: topic, day: day, hours: hours, women: women, men: men, audience: audience,
            trainers: trainers, cost: cost.map { Int64($0) })
    }

    private func positive(_ row: ImportRow) -> Number? {
        guard let hours = row.number(places.hours) else {
            if row.typed(places.hours) == nil { row.missing(places.hours) }
            return nil
        }
        guard hours > .zero, hours < Number(10_000) else {
            row.note(
                places.hours, Text("\(hours) is no length of a training.", vi: "\(hours) không phải số giờ tập huấn."))
            return nil
        }
        return hours
    }

    private func count(_ row: ImportRow, _ place: ImportPlace) -> Int? {
        guard let count = row.whole(place) else { return nil }
        guard count >= 0, Number(count) <= largestAmount else {
            row.note(place, Text("\(count) is no count.", vi: "\(count) không phải là số đếm."))
            return nil
        }
        return count
    }

    /// Women and men; one of them may follow from the number of people.
    private func people(_ row: ImportRow) -> (women: Int?, men: Int?) {
        let (all, given) = (count(row, places.people), (count(row, places.women), count(row, places.men)))
        let women = given.0 ?? all.flatMap { all in given.1.map { all - $0 } }
        let men = given.1 ?? all.flatMap { all in given.0.map { all - $0 } }
        guard let women, let men else {
            let place = places.women.exists ? places.women : places.people
            row.note(place, Text("Women or men are missing.", vi: "Thiếu số nữ hoặc số nam."))
            return (nil, nil)
        }
        guard women >= 0, men >= 0, women + men > 0, all.map({ $0 == women + men }) ?? true else {
            row.note(
                places.women,
                women + men == 0
                    ? Text("Nobody took part.", vi: "Không có ai tham dự.")
                    : Text(
                        "Women and men do not add up to the total.", vi: "Số nữ cộng số nam không bằng tổng số."))
            return (nil, nil)
        }
        return (women, men)
    }

    /// What becomes of a row whose unit, day and topic the list has already; `nil` when it only seemed so.
    private func twin(of training: TrainingRow, _ given: String?, _ row: ImportRow) throws -> ImportOutcome? {
        let found = try session.database.first(
            """
            SELECT code, hours, women, men, audience, trainers, cost, recorded, cell FROM training
            WHERE unit = \(training.unit.id) AND day = \(training.day) AND topic = \(training.topic)
              AND \(session.visible())
            """)
        guard let found else { return nil }
        let code = try found.text(0)
        let isSame =
            try found.value(1) == training.hours && found.value(2) == training.women && found.value(3) == training.men
            && found.value(4, as: Audience?.self) == training.audience && found.value(5) == training.trainers
            && found.value(6) == training.cost && (given ?? code) == code
        let isOfSheet = try found.value(7) == session.entry
        guard isSame else {
            throw ImportConflict(
                Text(
                    "\(code) is a training of \(training.unit.code) on this topic and day, with other details.",
                    vi: "\(code) là lớp tập huấn của \(training.unit.code) cùng nội dung, cùng ngày, thông tin khác."),
                proposal: Text(
                    "If it was held twice that day, say so in the topic: … (afternoon).",
                    vi: "Nếu trong ngày có hai lớp, ghi rõ trong nội dung: … (buổi chiều)."))
        }
        guard isOfSheet, let cell = try found.value(8, as: String?.self) else { return .unchanged }
        return .duplicate(of: Int(String(cell.reversed().prefix { $0.isNumber }.reversed())) ?? 0)
    }
}

/// The codes of trainings, so that each row gets the next free one without asking for it.
private struct TrainingCodes {
    private var taken: Set<String> = []
    private var number: Int64

    init(_ session: Session) throws {
        number = try session.database.nextID(in: "training") - 1
        var taken: Set<String> = []
        try session.database.forEach("SELECT code FROM training WHERE \(session.visible())") { row in
            taken.insert(try row.text(0))
        }
        self.taken = taken
    }

    func isTaken(_ code: String) -> Bool { taken.contains(code) }

    /// The code that a row brings, else the next free one.
    mutating func take(_ given: String?) -> String {
        if let given {
            taken.insert(given)
            return given
        }
        while true {
            number += 1
            let code = Trainings.code(number)
            // Those made here only grow; what rows bring is remembered.
            if !taken.contains(code) { return code }
        }
    }
}
