import Commands
import Database
import Programme
import Values

/// Takes allocations or payments from a sheet, row by row.
struct BudgetImport {
    private let session: Session
    private let list: Payments
    private let places: Places
    private var lines: [String: Int] = [:]
    private var number: Int64

    /// What the sheet lists.
    enum Payments {
        case allocations, spending
    }

    /// Where the parts of a row stand.
    private struct Places {
        let code, unit, area, on, year, amount, source, document, what, category: ImportPlace
    }

    /// What a row says.
    private struct BudgetRow {
        let unit: Int64
        let day: Day
        let amount: Int64
        let source: FundSource
        let document: String?
        /// The year of an allocation.
        let year: Int
        /// What a payment was for.
        let what: String
        let category: CostCategory?
    }

    /// The columns of the sheet; what `list spending` and `list allocations` save can be taken in again.
    static func columns(_ list: Payments) -> [ImportColumn] {
        let shared = [
            ImportColumn("code", ["spending", "allocation", "mã"]),
            ImportColumn("unit", ["đơn vị", "mã đơn vị", "tên đơn vị"], required: true),
            ImportColumn("place", ["địa bàn", "huyện", "quận", "xã", "phường"]),
            ImportColumn("on", ["date", "day", "ngày", "ngày chi", "ngày quyết định"], required: true),
            ImportColumn("amount", ["số tiền", "kinh phí", "số tiền (đồng)"], .money, required: true),
            ImportColumn("source", ["nguồn", "nguồn kinh phí"], required: true),
            ImportColumn("document", ["chứng từ", "văn bản", "quyết định", "văn bản giao"]),
        ]
        switch list {
        case .allocations: return shared + [ImportColumn("year", ["năm", "năm ngân sách"], required: true)]
        case .spending:
            return shared + [
                ImportColumn("what", ["nội dung", "nội dung chi"], required: true),
                ImportColumn("category", ["khoản", "khoản mục", "mục chi"], required: true),
            ]
        }
    }

    init(_ session: Session, _ sheet: SheetImport, _ list: Payments) throws {
        self.session = session
        self.list = list
        places = Places(
            code: sheet.place("code"), unit: sheet.place("unit"), area: sheet.place("place"), on: sheet.place("on"),
            year: sheet.place("year"), amount: sheet.place("amount"), source: sheet.place("source"),
            document: sheet.place("document"), what: sheet.place("what"), category: sheet.place("category"))
        let table = list == .spending ? spendingTable : allocationTable
        number = try session.database.nextID(in: table) - 1
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let entry = try read(row)
        let given = row.text(places.code)
        try row.settle()
        if let twin = try twin(of: entry), given == nil || given == twin {
            return lines[twin].map { .duplicate(of: $0) } ?? .unchanged
        }
        let table = list == .spending ? spendingTable : allocationTable
        if let given, try recordID(of: given, in: table, session) != nil {
            throw ImportConflict(Text("The code ‘\(given)’ is taken.", vi: "Mã ‘\(given)’ đã được dùng."))
        }
        let code = try given ?? nextCode(table)
        lines[code] = row.line
        try insert(entry, code, row.address(places.amount))
        return .stored
    }

    private func read(_ row: ImportRow) throws -> BudgetRow {
        let day = row.pastDay(places.on, today: session.today)
        let year = list == .allocations ? row.budgetYear(places.year, session) : nil
        let span = year.flatMap { Period(.year, year: $0) }.map { ($0.first, $0.last) }
        let unit = row.unit(
            places.unit, area: places.area, from: span?.0 ?? day ?? session.today, to: span?.1 ?? day ?? session.today)
        let amount = row.money(places.amount)
        if row.typed(places.amount) == nil { row.missing(places.amount) }
        if let amount, !(1...largestAmount).contains(amount.dong) {
            row.note(
                places.amount,
                Text("\(amount.dong) is no amount to record.", vi: "\(amount.dong) không phải số tiền hợp lệ."))
        }
        let source: FundSource? = row.choice(places.source)
        if row.typed(places.source) == nil { row.missing(places.source) }
        let what = list == .spending ? row.requiredText(places.what) : ""
        let category = row.costCategory(places.category)
        if list == .spending, row.typed(places.category) == nil { row.missing(places.category) }
        let document = row.text(places.document)
        try row.settle()
        guard let unit, let day, let amount, let source, let what else {
            throw ImportConflict(Text("The row is not complete.", vi: "Dòng chưa đủ thông tin."))
        }
        return BudgetRow(
            unit: unit.id, day: day, amount: amount.dong, source: source, document: document,
            year: year ?? day.year, what: what, category: category)
    }

    /// The code of a record that says the same.
    private func twin(of entry: BudgetRow) throws -> String? {
        switch list {
        case .allocations:
            return try session.database.first(
                """
                SELECT code FROM budget_allocation
                WHERE unit = \(entry.unit) AND year = \(entry.year) AND decided_on = \(entry.day)
                  AND amount = \(entry.amount) AND source = \(entry.source)
                  AND coalesce(document, '') = \(entry.document ?? "") AND \(session.visible())
                """)?.text(0)
        case .spending:
            return try session.database.first(
                """
                SELECT code FROM budget_spending
                WHERE unit = \(entry.unit) AND spent_on = \(entry.day) AND what = \(entry.what)
                  AND amount = \(entry.amount) AND category = \(entry.category) AND source = \(entry.source)
                  AND coalesce(document, '') = \(entry.document ?? "") AND \(session.visible())
                """)?.text(0)
        }
    }

    private mutating func nextCode(_ table: SQL) throws -> String {
        let prefix = list == .spending ? "CHI" : "PB"
        repeat { number += 1 } while try recordID(of: "\(prefix)-\(number)", in: table, session) != nil
        return "\(prefix)-\(number)"
    }

    private func insert(_ entry: BudgetRow, _ code: String, _ cell: String) throws {
        switch list {
        case .allocations:
            try session.database.execute(
                """
                INSERT INTO budget_allocation (
                    code, unit, year, amount, source, decided_on, document, cell, recorded)
                VALUES (
                    \(code), \(entry.unit), \(entry.year), \(entry.amount), \(entry.source), \(entry.day),
                    \(entry.document), \(cell), \(session.entry))
                """)
        case .spending:
            try session.database.execute(
                """
                INSERT INTO budget_spending (
                    code, unit, what, spent_on, amount, category, source, document, cell, recorded)
                VALUES (
                    \(code), \(entry.unit), \(entry.what), \(entry.day), \(entry.amount), \(entry.category),
                    \(entry.source), \(entry.document), \(cell), \(session.entry))
                """)
        }
    }
}
