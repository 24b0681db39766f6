import Commands
import Database
import Diagnostics
import Programme
import Values

/// Takes the lines of an estimate from a sheet: norm × people × sessions, by the paragraphs of TT 191/2009.
struct EstimateImport {
    /// The columns of the sheet; what `list estimates` saves can be taken in again.
    static let columns = [
        ImportColumn("estimate", ["code", "mã"]),
        ImportColumn("unit", ["đơn vị", "mã đơn vị", "tên đơn vị"], required: true),
        ImportColumn("place", ["địa bàn", "huyện", "quận", "xã", "phường"]),
        ImportColumn("year", ["năm", "năm ngân sách"], required: true),
        ImportColumn(
            "category", ["khoản", "khoản mục", "mục chi", "căn cứ", "khoản điều 3", "mục chi (tt 191)"],
            required: true),
        ImportColumn("what", ["nội dung", "nội dung chi"], required: true),
        ImportColumn("role", ["vai trò", "đối tượng chi"]),
        ImportColumn("people", ["số người", "số lượng", "sl"], .number),
        ImportColumn("sessions", ["số buổi", "số lần", "số báo cáo"], .number),
        ImportColumn("norm", ["định mức", "mức chi", "đơn giá", "định mức (đồng)", "mức chi (đồng)"], .money),
        ImportColumn("amount", ["thành tiền", "số tiền", "kinh phí", "thành tiền (đồng)"], .money),
        ImportColumn("source", ["nguồn", "nguồn kinh phí"]),
        ImportColumn("measure", ["đơn vị tính", "đvt"]),
        ImportColumn("note", ["ghi chú"]),
    ]

    private let session: Session
    private let places: Places
    private var lines: [String: Int] = [:]
    private var number: Int64

    /// Where the parts of a row stand.
    private struct Places {
        let code, unit, area, year, category, what, role, people, sessions, norm, amount, source, measure,
            note: ImportPlace
    }

    /// What a row says.
    private struct EstimateRow {
        let unit: Int64
        let year: Int
        let category: CostCategory
        let role: SeminarRole?
        let what: String
        let count: EstimateCount
        let source: FundSource
    }

    /// The numbers of a row.
    private struct EstimateCount: Equatable {
        let people: Int
        let sessions: Int
        let norm: Int64
        let amount: Int64
    }

    init(_ session: Session, _ sheet: SheetImport) throws {
        self.session = session
        places = Places(
            code: sheet.place("estimate"), unit: sheet.place("unit"), area: sheet.place("place"),
            year: sheet.place("year"), category: sheet.place("category"), what: sheet.place("what"),
            role: sheet.place("role"), people: sheet.place("people"), sessions: sheet.place("sessions"),
            norm: sheet.place("norm"), amount: sheet.place("amount"), source: sheet.place("source"),
            measure: sheet.place("measure"), note: sheet.place("note"))
        number = try session.database.nextID(in: estimateTable) - 1
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let entry = try read(row)
        let given = row.text(places.code)
        try row.settle()
        if let outcome = try twin(of: entry) { return outcome }
        if let given, try recordID(of: given, in: estimateTable, session) != nil {
            throw ImportConflict(Text("The code ‘\(given)’ is taken.", vi: "Mã ‘\(given)’ đã được dùng."))
        }
        let code = try given ?? nextCode()
        lines[code] = row.line
        let (count, place) = (entry.count, places.norm.exists ? places.norm : places.amount)
        try session.database.execute(
            """
            INSERT INTO budget_estimate (
                code, unit, year, category, role, what, people, sessions, norm, amount, source, measure, note, cell,
                recorded)
            VALUES (
                \(code), \(entry.unit), \(entry.year), \(entry.category), \(entry.role), \(entry.what),
                \(count.people), \(count.sessions), \(count.norm), \(count.amount), \(entry.source),
                \(row.text(places.measure)), \(row.text(places.note)), \(row.address(place)), \(session.entry))
            """)
        return .stored
    }

    private func read(_ row: ImportRow) throws -> EstimateRow {
        let year = row.budgetYear(places.year, session)
        let span = year.flatMap { Period(.year, year: $0) }.map { ($0.first, $0.last) }
        let unit = row.unit(
            places.unit, area: places.area, from: span?.0 ?? session.today, to: span?.1 ?? session.today)
        let category = row.costCategory(places.category)
        if row.typed(places.category) == nil { row.missing(places.category) }
        let what = row.requiredText(places.what)
        if let what, !what.contains(where: { $0.isLetter || $0.isNumber }) { row.missing(places.what) }
        let role = row.seminarRole(places.role)
        let source: FundSource? = row.typed(places.source) == nil ? .state : row.choice(places.source)
        let count = count(row)
        if let category, let count, row.typed(places.role) == nil || role != nil {
            row.refuse(by: ["role": places.role, "category": places.category, "norm": places.norm]) {
                try requireRole(role, category, Money(dong: count.norm))
            }
        }
        try row.settle()
        guard let unit, let year, let category, let what, let source, let count else {
            throw ImportConflict(Text("The row is not complete.", vi: "Dòng chưa đủ thông tin."))
        }
        return EstimateRow(
            unit: unit.id, year: year, category: category, role: role, what: what, count: count, source: source)
    }

    /// The numbers of a row; the norm may follow from the amount, and what is not counted is one.
    private func count(_ row: ImportRow) -> EstimateCount? {
        guard let people = counted(row, places.people), let sessions = counted(row, places.sessions) else { return nil }
        let amount = row.money(places.amount)
        guard let norm = row.money(places.norm) ?? norm(row, amount, people, sessions) else { return nil }
        let places = ["norm": places.norm.exists ? places.norm : places.amount]
        var whole: Int64?
        row.refuse(by: places) {
            try requireAmount(norm, "norm")
            whole = try product(norm, people, sessions)
        }
        guard let whole else { return nil }
        if let amount, amount.dong != whole {
            row.note(
                self.places.amount,
                Text(
                    "\(norm.dong.english) × \(people) × \(sessions) is \(whole.english), not \(amount.dong.english).",
                    vi: "\(norm.dong.vietnamese) × \(people) × \(sessions) = \(whole.vietnamese), không phải "
                        + "\(amount.dong.vietnamese)."))
            return nil
        }
        return EstimateCount(people: people, sessions: sessions, norm: norm.dong, amount: whole)
    }

    private func counted(_ row: ImportRow, _ place: ImportPlace) -> Int? {
        guard row.typed(place) != nil else { return 1 }
        guard let count = row.whole(place) else { return nil }
        guard (1...largestCount).contains(count) else {
            row.note(place, Text("\(count) is no count.", vi: "\(count) không phải là số đếm."))
            return nil
        }
        return count
    }

    private func norm(_ row: ImportRow, _ amount: Money?, _ people: Int, _ sessions: Int) -> Money? {
        guard row.typed(places.norm) == nil else { return nil }
        let (times, isTooLarge) = people.multipliedReportingOverflow(by: sessions)
        guard let amount, !isTooLarge, amount.dong % Int64(times) == 0 else {
            if row.typed(places.amount) == nil || amount != nil { row.missing(places.norm) }
            return nil
        }
        return Money(dong: amount.dong / Int64(times))
    }

    /// What becomes of a row that the estimate has already; `nil` where it has none.
    private func twin(of entry: EstimateRow) throws -> ImportOutcome? {
        let found = try session.database.first(
            """
            SELECT code, people, sessions, norm, amount, source FROM budget_estimate
            WHERE unit = \(entry.unit) AND year = \(entry.year) AND category = \(entry.category)
              AND what = \(entry.what) AND coalesce(role, '') = \(entry.role?.rawValue ?? "") AND \(session.visible())
            """)
        guard let found else { return nil }
        let code = try found.text(0)
        let count = EstimateCount(
            people: try found.value(1), sessions: try found.value(2), norm: try found.value(3),
            amount: try found.value(4))
        guard count == entry.count, try found.value(5) == entry.source else {
            throw ImportConflict(
                Text("\(code) estimates this already, otherwise.", vi: "\(code) đã dự trù nội dung này, số khác."),
                proposal: Text(verbatim: "amend estimate \(code) …"))
        }
        return lines[code].map { .duplicate(of: $0) } ?? .unchanged
    }

    private mutating func nextCode() throws -> String {
        repeat { number += 1 } while try recordID(of: "DT-\(number)", in: estimateTable, session) != nil
        return "DT-\(number)"
    }
}
