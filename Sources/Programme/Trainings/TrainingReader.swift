import Database
import Values

/// Reads the trainings of a sheet, row by row, and makes of them what is inserted. It asks no database, so that it can
/// read while others insert.
final class TrainingReader {
    /// The rows that differ from another of the same unit, day and topic.
    private(set) var doubtful: [TrainingRow] = []
    private let places: Places
    private var known: KnownTrainings
    private let today: Day
    private let entry: Int

    /// Where the parts of a row stand.
    private struct Places {
        let code, unit, area, topic, day, hours, women, men, people, audience, trainers, cost: ImportPlace
    }

    init(_ sheet: SheetImport, _ known: KnownTrainings, today: Day, entry: Int) {
        places = Places(
            code: sheet.place("training"), unit: sheet.place("unit"), area: sheet.place("place"),
            topic: sheet.place("topic"), day: sheet.place("day"), hours: sheet.place("hours"),
            women: sheet.place("women"), men: sheet.place("men"), people: sheet.place("people"),
            audience: sheet.place("audience"), trainers: sheet.place("trainers"), cost: sheet.place("cost"))
        self.known = known
        self.today = today
        self.entry = entry
    }

    /// Takes a row; adds what is to be inserted.
    func take(_ row: ImportRow, _ values: inout [SQLValue]) throws -> ImportOutcome {
        let training = try read(row)
        switch known.twin(of: training) {
        case .none: break
        case .same(line: 0): return .unchanged
        case .same(let line): return .duplicate(of: line)
        case .differing:
            doubtful.append(training)
            return .later
        }
        try settle(training, &values)
        return .stored
    }

    /// Gives a training that is new its code and adds what is to be inserted.
    func settle(_ training: TrainingRow, _ values: inout [SQLValue]) throws {
        guard let code = known.take(training) else {
            let given = training.given ?? ""
            throw ImportConflict(
                column: places.code.column,
                Text(
                    "The code ‘\(given)’ belongs to another training.",
                    vi: "Mã ‘\(given)’ đã dùng cho lớp tập huấn khác."))
        }
        training.append(code, entry, to: &values)
    }

    /// Lets go of what is known of twins, which is much; from here on the list itself is asked.
    func forgetTwins() { known.forgetTwins() }

    private func read(_ row: ImportRow) throws -> TrainingRow {
        let day = row.pastDay(places.day, today: today)
        let unit = row.unit(places.unit, area: places.area, from: day ?? today, to: day ?? today)
        let topic = row.requiredText(places.topic)
        let hours = positive(row)
        let (women, men) = people(row)
        let audience: Audience? = row.choice(places.audience)
        let (trainers, cost) = (count(row, places.trainers), count(row, places.cost))
        try row.settle()
        guard let unit, let topic, let day, let hours, let women, let men else {
            throw ImportConflict(Text("The row is not complete.", vi: "Dòng chưa đủ thông tin."))
        }
        let given = row.text(places.code)
        try row.settle()
        return TrainingRow(
            unit: unit, topic: topic, day: day, hours: hours, women: women, men: men, audience: audience,
            trainers: trainers, cost: cost.map { Int64($0) }, given: given, line: row.line,
            cell: row.address(places.topic))
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
}
