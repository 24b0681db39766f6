import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// The columns of `show settlement`.
let settlementColumns = Schema([
    ColumnInfo("category", CostCategory.type, Text("Paragraph", vi: "Khoản")),
    ColumnInfo("name", .text, Text("For", vi: "Nội dung chi")),
    ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
    ColumnInfo("state", .money, Text("State budget", vi: "Chi từ NSNN")),
    ColumnInfo("contribution", .money, Text("Contributions", vi: "Chi từ đóng góp")),
    ColumnInfo("other", .money, Text("Other sources", vi: "Chi từ nguồn khác")),
    ColumnInfo("spent", .money, Text("Spent", vi: "Tổng chi")),
    ColumnInfo("difference", .money, Text("Spent less estimated", vi: "Chênh lệch so với dự trù")),
])

/// The separate explanation (thuyết minh riêng) of this spending in a year, of some units.
struct Settlement {
    let number: Int
    let units: [OfficeUnit]
    let accounts: [(unit: OfficeUnit, account: UnitAccount)]
    private let session: Session
    private let last: Day
    private let isOver: Bool
    private let byCategory: [(category: CostCategory, account: CategoryAccount)]
    private let rows: [[Value]]

    /// Gathers a year, up to today while it lasts.
    init(of year: Period, under: UnitCode?, _ session: Session, _ argument: String = "year") throws {
        number = try budgetYear(year, session, argument)
        self.session = session
        units = try Units(session).scope(year, under: under)
        last = min(year.last, session.today)
        isOver = year.last <= session.today
        byCategory = try CategoryAccounts(
            of: units, from: year.first, to: last, estimateOf: number, session
        ).inOrder
        accounts = try UnitAccounts(of: number, until: session.today, session).among(units)
        let language = session.surroundings.language
        let isEstimated = byCategory.contains { $0.account.estimated > 0 }
        rows = try byCategory.map { category, account in
            let spent = try account.total()
            let estimated = isEstimated ? Value.money(account.estimated) : .missing(.notReported)
            let difference = isEstimated ? Value.money(spent - account.estimated) : .missing(.notReported)
            return [category.value, .text(category.meaning(in: language)), estimated]
                + FundSource.allCases.map { .money(account.spent[$0] ?? 0) } + [.money(spent), difference]
        }
    }

    /// What the explanation is called.
    var title: Text {
        Text(
            "Separate explanation of spending on gender equality and the advancement of women, \(number)",
            vi: "Thuyết minh kinh phí hoạt động bình đẳng giới và vì sự tiến bộ của phụ nữ năm \(number)")
    }

    private var remark: Text? {
        guard !isOver else { return nil }
        return Text(
            "The year is not over: up to \(last.formatted(in: .english)).",
            vi: "Chưa hết năm: số liệu tính đến hết ngày \(last.formatted(in: .vietnamese)).")
    }

    /// Estimated and spent by category and source.
    func categoryTable(caption: Text) -> Block {
        .table(
            TableBlock(
                Table(settlementColumns, rows: rows), caption: caption, remark: remark))
    }

    /// The same for a paper: the number of the paragraph stands alone, and the sums below.
    func paperTable() throws -> Block {
        let language = session.surroundings.language
        var rows = zip(byCategory, self.rows).map { line, row -> [Value] in
            let name = line.category.meaning(in: language)
            return [.text(line.category.paragraph), .text(name.prefix(1).uppercased() + name.dropFirst())]
                + row.dropFirst(2)
        }
        if !rows.isEmpty {
            let sums = try (2..<settlementColumns.columns.count).map { column -> Value in
                let amounts = rows.compactMap { row -> Int64? in
                    if case .money(let dong) = row[column] { dong } else { nil }
                }
                return try sum(amounts)
            }
            rows.append([.missing, .text(Text("Total", vi: "Tổng cộng")(in: language))] + sums)
        }
        let columns = Schema(
            [ColumnInfo("paragraph", .text, Text("Paragraph", vi: "Khoản"))] + settlementColumns.columns.dropFirst())
        return .table(
            TableBlock(
                Table(columns, rows: rows), caption: Text("By category", vi: "Theo nội dung chi"), remark: remark))
    }

    /// What was spent.
    func spent() throws -> Int64 { try total(byCategory.map { try $0.account.total() }) }

    /// Allocated, spent and left, the amount spent in words too.
    func fields() throws -> [Field] {
        let spent = try spent()
        let all = accounts.map(\.account)
        return [
            Field(Text("allocated", vi: "được giao"), try sum(all.compactMap(\.allocated)), .money),
            Field(Text("spent", vi: "đã chi"), .money(spent), .money),
            Field(Text("in words", vi: "bằng chữ"), .text(moneyInWords(spent))),
            Field(
                Text("balance of units with an allocation", vi: "còn lại của các đơn vị đã được giao"),
                try sum(all.compactMap(\.balance)), .money),
        ]
    }

    /// Estimated, allocated and spent by source; what a source never had stands as not reported.
    func sourceTable() throws -> Block {
        let ids = Set(units.map(\.id))
        let estimated = try bySource(
            "SELECT unit, source, sum(amount) FROM budget_estimate WHERE year = \(number) AND \(session.visible()) "
                + "GROUP BY unit, source", ids)
        let allocated = try bySource(
            "SELECT unit, source, sum(amount) FROM budget_allocation WHERE year = \(number) AND decided_on <= \(last) "
                + "AND \(session.visible()) GROUP BY unit, source", ids)
        let language = session.surroundings.language
        let rows = try FundSource.allCases.map { source -> [Value] in
            let spent = try total(byCategory.map { $0.account.spent[source] ?? 0 })
            func told(_ amount: Int64?) -> Value { amount.map { .money($0) } ?? .missing(.notReported) }
            return [
                .text(source.meaning(in: language)), told(estimated[source]), told(allocated[source]), .money(spent),
                told(allocated[source].map { $0 - spent }),
            ]
        }
        return .table(
            TableBlock(
                Table(Settlement.sourceColumns, rows: rows), caption: Text("By source", vi: "Theo nguồn kinh phí")))
    }

    private func bySource(_ query: SQL, _ ids: Set<Int64>) throws -> [FundSource: Int64] {
        var sums: [FundSource: Int64] = [:]
        for row in try session.database.rows(query) where ids.contains(try row.value(0)) {
            let source: FundSource = try row.value(1)
            sums[source] = try total([sums[source] ?? 0, try row.value(2)])
        }
        return sums
    }

    private func sum(_ amounts: [Int64]) throws -> Value {
        amounts.isEmpty ? .missing(.notReported) : .money(try total(amounts))
    }

    private static let sourceColumns = Schema([
        ColumnInfo("source", .text, Text("Source", vi: "Nguồn kinh phí")),
        ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
        ColumnInfo("allocated", .money, Text("Allocated", vi: "Được giao")),
        ColumnInfo("spent", .money, Text("Spent", vi: "Đã chi")),
        ColumnInfo("balance", .money, Text("Balance", vi: "Còn lại")),
    ])
}
