import Commands
import Database
import Diagnostics
import Programme
import Values

/// Takes communication sessions from a sheet. One of the same unit, day and topic is the same session.
struct SessionImport {
    /// The columns of the sheet; what `list sessions` saves can be taken in again.
    static let columns = [
        ImportColumn("session", ["code", "mã", "mã cuộc"]),
        ImportColumn("unit", ["đơn vị", "mã đơn vị", "tên đơn vị", "đơn vị tổ chức", "trường"], required: true),
        ImportColumn("place", ["địa bàn", "quận/huyện", "huyện", "quận", "xã/phường", "xã", "phường"]),
        ImportColumn("on", ["date", "day", "ngày", "ngày tổ chức", "thời gian"], required: true),
        ImportColumn("topic", ["nội dung", "nội dung truyền thông", "chủ đề"], required: true),
        ImportColumn("form", ["hình thức", "hình thức tổ chức"]),
        ImportColumn("women", ["nữ", "số nữ", "số nữ tham dự"], .number),
        ImportColumn("men", ["nam", "số nam", "số nam tham dự"], .number),
        ImportColumn("people", ["total", "tổng số", "số người", "số người tham dự", "lượt người"], .number),
        ImportColumn("audience", ["đối tượng", "đối tượng tham dự"]),
        ImportColumn("campaign", ["đợt", "đợt truyền thông", "mã đợt"]),
    ]

    private let session: Session
    private let places: Places
    private var number: Int64

    /// Where the parts of a row stand.
    private struct Places {
        let code, unit, area, on, topic, form, women, men, people, audience, campaign: ImportPlace
    }

    /// What a row says.
    private struct SessionRow {
        let unit: ImportedUnit
        let day: Day
        let topic: String
        let form: SessionForm?
        let women: Int
        let men: Int
        let audience: Audience?
        let campaign: Int64?
    }

    init(_ session: Session, _ sheet: SheetImport) throws {
        self.session = session
        places = Places(
            code: sheet.place("session"), unit: sheet.place("unit"), area: sheet.place("place"),
            on: sheet.place("on"), topic: sheet.place("topic"), form: sheet.place("form"), women: sheet.place("women"),
            men: sheet.place("men"), people: sheet.place("people"),
            audience: sheet.place("audience"), campaign: sheet.place("campaign"))
        number = try session.database.nextID(in: sessionTable) - 1
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let held = try read(row)
        let given = row.text(places.code)
        try row.settle()
        if let outcome = try twin(of: held, given) { return outcome }
        if let given, try recordID(of: given, in: sessionTable, session) != nil {
            row.note(
                places.code,
                Text("The code ‘\(given)’ belongs to another session.", vi: "Mã ‘\(given)’ đã dùng cho cuộc khác."))
            try row.settle()
        }
        let code = try given ?? nextCode()
        try session.database.execute(
            """
            INSERT INTO communication_session (
                code, unit, topic, held_on, form, women, men, audience, campaign, cell, recorded)
            VALUES (
                \(code), \(held.unit.id), \(held.topic), \(held.day), \(held.form), \(held.women), \(held.men),
                \(held.audience), \(held.campaign), \(row.address(places.topic)), \(session.entry))
            """)
        return .stored
    }

    private func read(_ row: ImportRow) throws -> SessionRow {
        let day = row.pastDay(places.on, today: session.today)
        let unit = row.unit(places.unit, area: places.area, from: day ?? session.today, to: day ?? session.today)
        let topic = row.requiredText(places.topic)
        let form: SessionForm? = row.choice(places.form)
        let people = people(row, form)
        let audience: Audience? = row.choice(places.audience)
        let campaign = try campaign(row)
        try row.settle()
        guard let unit, let day, let topic, let people else {
            throw ImportConflict(Text("The row is not complete.", vi: "Dòng chưa đủ thông tin."))
        }
        return SessionRow(
            unit: unit, day: day, topic: topic, form: form, women: people.women, men: people.men,
            audience: audience, campaign: campaign)
    }

    private func campaign(_ row: ImportRow) throws -> Int64? {
        guard let code = row.text(places.campaign) else { return nil }
        if let id = try recordID(of: code, in: campaignTable, session) { return id }
        row.note(places.campaign, Text("There is no campaign ‘\(code)’.", vi: "Không có đợt truyền thông ‘\(code)’."))
        return nil
    }

    /// Women and men; one of them may follow from the number of people.
    private func people(_ row: ImportRow, _ form: SessionForm?) -> (women: Int, men: Int)? {
        let (all, given) = (count(row, places.people), (count(row, places.women), count(row, places.men)))
        let women = given.0 ?? all.flatMap { all in given.1.map { all - $0 } }
        let men = given.1 ?? all.flatMap { all in given.0.map { all - $0 } }
        guard let women, let men else {
            let (place, other) = (places.women, places.men)
            if row.typed(place) == nil || row.typed(other) == nil {
                row.note(
                    place.exists ? place : places.people,
                    Text("Women or men are missing.", vi: "Thiếu số nữ hoặc số nam."))
            }
            return nil
        }
        guard women >= 0, men >= 0, all.map({ $0 == women + men }) ?? true else {
            row.note(
                places.women,
                Text("Women and men do not add up to the total.", vi: "Số nữ cộng số nam không bằng tổng số."))
            return nil
        }
        guard women + men > 0 || form == .broadcast else {
            row.note(places.women, Text("Nobody took part.", vi: "Không có ai tham dự."))
            return nil
        }
        return (women, men)
    }

    private func count(_ row: ImportRow, _ place: ImportPlace) -> Int? {
        guard let count = row.whole(place) else { return nil }
        guard (0...largestCount).contains(count) else {
            row.note(place, Text("\(count) is no count.", vi: "\(count) không phải là số đếm."))
            return nil
        }
        return count
    }

    /// What becomes of a row whose unit, day and topic are on record; `nil` where they are not.
    private func twin(of held: SessionRow, _ given: String?) throws -> ImportOutcome? {
        let found = try session.database.first(
            """
            SELECT code, form, women, men, campaign, recorded, cell FROM communication_session
            WHERE unit = \(held.unit.id) AND held_on = \(held.day) AND topic = \(held.topic) AND \(session.visible())
            """)
        guard let found else { return nil }
        let code = try found.text(0)
        let isSame =
            try found.value(1, as: SessionForm?.self) == held.form && found.value(2) == held.women
            && found.value(3) == held.men && found.value(4, as: Int64?.self) == held.campaign
            && (given ?? code) == code
        guard isSame else {
            throw ImportConflict(
                Text(
                    "\(code) is a session of \(held.unit.code) on this topic and day, with other details.",
                    vi: "\(code) là cuộc truyền thông của \(held.unit.code) cùng nội dung, cùng ngày, thông tin khác."),
                proposal: Text(
                    "If it was held twice that day, say so in the topic: … (afternoon).",
                    vi: "Nếu trong ngày có hai cuộc, ghi rõ trong nội dung: … (buổi chiều)."))
        }
        guard try found.value(5) == session.entry, let cell = try found.value(6, as: String?.self) else {
            return .unchanged
        }
        return .duplicate(of: Int(String(cell.reversed().prefix { $0.isNumber }.reversed())) ?? 0)
    }

    private mutating func nextCode() throws -> String {
        repeat { number += 1 } while try recordID(of: "TT-\(number)", in: sessionTable, session) != nil
        return "TT-\(number)"
    }
}
