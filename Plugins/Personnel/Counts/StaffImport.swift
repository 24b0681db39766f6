import Commands
import Database
import Programme
import Values

/// Takes counts of staff from a sheet, row by row.
struct StaffImport {
    /// The columns of the sheet; what `list staff` saves can be taken in again.
    static let columns = [
        ImportColumn(
            "unit", ["đơn vị", "mã đơn vị", "tên đơn vị", "tên trường", "trường", "cơ quan, đơn vị"], required: true),
        ImportColumn("place", ["địa bàn", "quận/huyện", "huyện", "quận", "xã/phường", "xã", "phường"]),
        ImportColumn("post", ["vị trí", "chức vụ", "đối tượng"], required: true),
        ImportColumn("on", ["day", "ngày", "ngày chốt", "ngày chốt số liệu"], required: true),
        ImportColumn("total", ["tổng", "tổng số"], .number, required: true),
        ImportColumn("women", ["nữ", "số nữ", "trong đó nữ"], .number, required: true),
        ImportColumn("men", ["nam", "số nam"], .number),
        ImportColumn("share", ["tỷ lệ nữ", "tỷ lệ"]),
    ]

    private let session: Session
    private let unit, area, post, on, total, women, men: ImportPlace
    private var lines: [Key: Int] = [:]

    /// What is counted.
    private struct Key: Hashable {
        let unit: Int64
        let post: StaffPost
        let day: Day
    }

    init(_ session: Session, _ sheet: SheetImport) {
        self.session = session
        (unit, area, post) = (sheet.place("unit"), sheet.place("place"), sheet.place("post"))
        (on, total) = (sheet.place("on"), sheet.place("total"))
        (women, men) = (sheet.place("women"), sheet.place("men"))
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let day = row.pastDay(on, today: session.today)
        let unit = row.unit(unit, area: area, from: day ?? session.today, to: day ?? session.today)
        let post: StaffPost? = row.choice(post)
        if row.typed(self.post) == nil { row.missing(self.post) }
        let count = count(row, day)
        try row.settle()
        guard let day, let unit, let post, let count else {
            throw ImportConflict(Text("The row is not complete.", vi: "Dòng chưa đủ thông tin."))
        }
        if post == .head, count.total > 1 {
            throw ImportConflict(Text("A unit has one head.", vi: "Mỗi đơn vị chỉ có một người đứng đầu."))
        }
        return try store(count, Key(unit: unit.id, post: post, day: day), unit.code, row)
    }

    private func count(_ row: ImportRow, _ day: Day?) -> Headcount? {
        for place in [total, women] where row.typed(place) == nil { row.missing(place) }
        guard let all = row.whole(total), let women = row.whole(women), let day else { return nil }
        guard (0...largestCount).contains(all), (0...all).contains(women) else {
            row.note(
                self.women,
                Text(
                    "\(women) women cannot be among \(all) people.",
                    vi: "Không thể có \(women) nữ trong tổng số \(all) người."))
            return nil
        }
        if let men = row.whole(men), men != all - women {
            row.note(
                self.men,
                Text("Women and men do not add up to the total.", vi: "Số nữ cộng số nam không bằng tổng số."))
        }
        return Headcount(on: day, total: all, women: women)
    }

    private mutating func store(
        _ count: Headcount, _ key: Key, _ code: String, _ row: ImportRow
    ) throws -> ImportOutcome {
        let earlier = try session.database.first(
            """
            SELECT total, women FROM headcount
            WHERE roll = 'staff' AND post = \(key.post) AND unit = \(key.unit) AND on_day = \(key.day)
              AND \(session.visible())
            """)
        if let earlier {
            let (total, women) = (try earlier.integer(0), try earlier.integer(1))
            guard total == count.total, women == count.women else {
                throw ImportConflict(
                    Text(
                        "\(code) has this count for \(key.day) already: \(total), of them \(women) women.",
                        vi: "\(code) đã có số liệu này cho ngày \(key.day): \(total), trong đó \(women) nữ."))
            }
            return lines[key].map { .duplicate(of: $0) } ?? .unchanged
        }
        lines[key] = row.line
        try session.database.execute(
            """
            INSERT INTO headcount (roll, unit, post, on_day, total, women, cell, recorded)
            VALUES (
                'staff', \(key.unit), \(key.post), \(key.day), \(count.total), \(count.women),
                \(row.address(total)), \(session.entry))
            """)
        return .stored
    }
}
