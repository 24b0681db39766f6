import Commands
import Documents
import Programme
import Tables
import Values

/// “Kinh phí” in the monthly digest: what was given and spent in the year so far, and spent in the period.
let digestSection = ReportSection(
    of: "monthly-digest", order: 30, Text("Budget", vi: "Kinh phí")
) { session, request in
    guard request.period.first <= session.today else { return [] }
    let digest = try BudgetDigest(session, request)
    guard !digest.accounts.isEmpty else { return [] }
    return try digest.summary() + digest.coming() + digest.reservations + [digest.unitTable()]
        + digest.categoryTable()
}

/// What the section tells, gathered once.
struct BudgetDigest {
    let session: Session
    let period: Period
    /// The last day that is told of; its year is the year of the budget.
    let day: Day
    let units: [OfficeUnit]
    private let top: UnitCode
    let accounts: [(unit: OfficeUnit, account: UnitAccount)]
    let inPeriod: [Int64: Int64]

    init(_ session: Session, _ request: ReportRequest) throws {
        self.session = session
        period = request.period
        day = min(request.period.last, session.today)
        top = UnitCode(code: request.unit.code)
        units = try Units(session).scope(request.period, under: top)
        accounts = try UnitAccounts(of: day.year, until: day, session).among(units)
        inPeriod = try spending(from: request.period.first, to: day, session)
    }

    /// The accounts that know what was given; only they have a balance and a rate.
    private var withAllocation: [UnitAccount] { accounts.map(\.account).filter { $0.allocated != nil } }

    /// Sentences with the sums of the year and of the period.
    func summary() throws -> [Block] {
        let spentNow = try total(accounts.compactMap { inPeriod[$0.unit.id] })
        let spent = try total(accounts.compactMap(\.account.spent))
        let units = Text(
            "Units with a budget on record in \(day.year): \(accounts.count) of \(units.count). ",
            vi: "Năm \(day.year) có \(accounts.count)/\(units.count) đơn vị ghi nhận kinh phí. ")
        let isAlone = self.units.count == 1
        let spending = Text(
            "Spent up to \(day.formatted(in: .english)): \(spent.english), of it \(spentNow.english) in "
                + "\(period.words.english).",
            vi: "Lũy kế đến hết ngày \(day.formatted(in: .vietnamese)), \(isAlone ? "đơn vị" : "các đơn vị") đã chi "
                + "\(spent.vietnamese), trong đó chi trong \(period.words.vietnamese) là \(spentNow.vietnamese).")
        let opening = isAlone ? spending : units + spending
        return [.paragraph(RichText(opening))] + (try balance().map { [.paragraph(RichText($0))] } ?? [])
    }

    /// Which units made the estimate of the next year; nothing before anybody did.
    func coming() throws -> [Block] {
        let all = try EstimateStandings(of: day.year + 1, under: top, session)
        guard all.made > 0 else { return [] }
        return [
            .paragraph(
                RichText(
                    Text(
                        "Estimates for \(day.year + 1), due before 20 July \(day.year): made by \(all.made) of "
                            + "\(all.standings.count.counted("unit")).",
                        vi: "Dự trù năm \(day.year + 1) (hạn trước ngày 20/7/\(day.year)): \(all.made)/"
                            + "\(all.standings.count) đơn vị đã lập.")))
        ]
    }

    private func balance() throws -> Text? {
        let known = withAllocation
        guard !known.isEmpty else { return nil }
        let allocated = try total(known.compactMap(\.allocated))
        let spent = try total(known.compactMap(\.spent))
        let left = allocated - spent
        let share = Number(spent).divided(by: Number(allocated)).map { Value.percent($0) } ?? .missing
        let words = left.inFiguresAndWords
        return Text(
            "Allocated to \(known.count) of them: \(allocated.english), of which \(share.written(in: .english)) is "
                + "spent and \(words.english) is left.",
            vi:
                "\(known.count) đơn vị được giao \(allocated.vietnamese), đã chi bằng "
                + "\(share.written(in: .vietnamese)) số được giao; còn lại \(words.vietnamese).")
    }

    /// What the sums leave out, and who spent more than was given.
    var reservations: [Block] {
        let unknown = accounts.filter { $0.account.allocated == nil && $0.account.spent != nil }.count
        let above = accounts.filter { ($0.account.balance ?? 0) < 0 }.map(\.unit.name)
        var blocks: [Block] = []
        if unknown > 0 {
            blocks.append(
                .reservation(
                    Text(
                        "Units that spent without an allocation on record: \(unknown); they stand outside the rate and "
                            + "the balance.",
                        vi:
                            "Có \(unknown) đơn vị đã chi nhưng chưa ghi số được giao; "
                            + "không tính vào tỷ lệ và số còn lại."
                    )))
        }
        if !above.isEmpty {
            let names = above.joined(separator: "; ")
            blocks.append(
                .reservation(
                    Text("Spent more than was allocated: \(names).", vi: "Đơn vị chi vượt số được giao: \(names).")))
        }
        return blocks
    }

    /// Each unit's year, with the sums.
    func unitTable() throws -> Block {
        var rows = accounts.enumerated().map { index, line -> [Value] in
            [.number(Number(index + 1)), .text(line.unit.name)] + line.account.cells
        }
        let all = accounts.map(\.account)
        let sums = UnitAccount(
            estimated: try BudgetDigest.sum(all.compactMap(\.estimated)),
            allocated: try BudgetDigest.sum(all.compactMap(\.allocated)),
            spent: try BudgetDigest.sum(all.compactMap(\.spent)))
        let left = try BudgetDigest.sum(all.compactMap(\.balance))
        let name = Text("Total", vi: "Tổng cộng")(in: session.surroundings.language)
        rows.append([.missing, .text(name)] + sums.cells.dropLast() + [left.map { .money($0) } ?? .missing])
        return .table(
            TableBlock(
                Table(BudgetDigest.unitColumns, rows: rows),
                caption: Text("Budget by unit, \(day.year)", vi: "Kinh phí theo đơn vị, năm \(day.year)"),
                remark: Text(
                    "Up to \(day.formatted(in: .english)).",
                    vi: "Số liệu đến hết ngày \(day.formatted(in: .vietnamese)).")))
    }

    private static func sum(_ amounts: [Int64]) throws -> Int64? {
        amounts.isEmpty ? nil : try total(amounts)
    }

    /// What was spent in the period, by category; nothing where nothing was.
    func categoryTable() throws -> [Block] {
        let lines = try CategoryAccounts(of: units, from: period.first, to: day, estimateOf: nil, session).inOrder
        guard !lines.isEmpty else { return [] }
        let language = session.surroundings.language
        var rows = try lines.map { category, account -> [Value] in
            let name = category.meaning(in: language)
            return [
                .text(category.paragraph), .text(name.prefix(1).uppercased() + name.dropFirst()),
                .money(try account.total()),
            ]
        }
        let sum = try total(lines.map { try $0.account.total() })
        rows.append([.missing, .text(Text("Total", vi: "Tổng cộng")(in: language)), .money(sum)])
        return [
            .table(
                TableBlock(
                    Table(BudgetDigest.categoryColumns, rows: rows),
                    caption: Text(
                        "Spent in \(period.words.english) by category (Circular 191/2009/TT-BTC, Article 3)",
                        vi: "Chi trong \(period.words.vietnamese) theo nội dung chi (Điều 3 Thông tư 191/2009/TT-BTC)"),
                    remark: Text("In words: \(moneyInWords(sum)).", vi: "Bằng chữ: \(moneyInWords(sum)).")))
        ]
    }

    private static let unitColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
        ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
        ColumnInfo("allocated", .money, Text("Allocated", vi: "Được giao")),
        ColumnInfo("spent", .money, Text("Spent", vi: "Đã chi")),
        ColumnInfo("balance", .money, Text("Balance", vi: "Còn lại")),
    ])

    private static let categoryColumns = Schema([
        ColumnInfo("category", .text, Text("Paragraph", vi: "Khoản")),
        ColumnInfo("name", .text, Text("For", vi: "Nội dung chi")),
        ColumnInfo("amount", .money, Text("Amount", vi: "Số tiền")),
    ])
}
