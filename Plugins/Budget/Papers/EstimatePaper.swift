import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// A line of an estimate, as papers show it.
struct EstimateLine {
    let category: CostCategory
    let role: SeminarRole?
    let what: String
    let people: Int
    let sessions: Int
    let norm: Int64
    let amount: Int64
    let source: FundSource
    let measure: String?
    let note: String?

    /// The lines of some units for a year, by the units' lasting ids, in the order of the circular.
    static func of(_ year: Int, _ units: [OfficeUnit], _ session: Session) throws -> [Int64: [EstimateLine]] {
        let ids = Set(units.map(\.id))
        var found: [Int64: [EstimateLine]] = [:]
        try session.database.forEach(
            """
            SELECT unit, category, role, what, people, sessions, norm, amount, source, measure, note
            FROM budget_estimate WHERE year = \(year) AND \(session.visible()) ORDER BY id
            """
        ) { row in
            let unit: Int64 = try row.value(0)
            guard ids.contains(unit) else { return }
            found[unit, default: []].append(
                EstimateLine(
                    category: try row.value(1), role: try row.value(2), what: try row.text(3),
                    people: try row.value(4), sessions: try row.value(5), norm: try row.value(6),
                    amount: try row.value(7), source: try row.value(8), measure: try row.value(9),
                    note: try row.value(10)))
        }
        let order = CostCategory.allCases
        return found.mapValues { lines in
            order.flatMap { category in lines.filter { $0.category == category } }
        }
    }

    /// What one is of: as it was told, or as paragraph 7 counts the role.
    var measureText: Text? {
        if let measure { return Text(verbatim: measure) }
        return switch role {
        case .speaker: Text("report", vi: "báo cáo")
        case .chair, .secretary, .participant, .drinks: Text("person and session", vi: "người/buổi")
        case nil: nil
        }
    }
}

/// The estimate of a unit as a table with its totals.
struct EstimatePaper {
    private let lines: [EstimateLine]
    private let session: Session

    init(_ lines: [EstimateLine], _ session: Session) {
        self.lines = lines
        self.session = session
    }

    /// The table, the total in words, and what each source carries.
    func blocks(of unit: OfficeUnit) throws -> [Block] {
        let language = session.surroundings.language
        var rows = lines.enumerated().map { index, line -> [Value] in
            [
                .number(Number(index + 1)), .text(line.what), .text(line.category.paragraph),
                line.measureText.map { .text($0(in: language)) } ?? .missing, .number(Number(line.people)),
                .number(Number(line.sessions)), .money(line.norm), .money(line.amount),
                .text(line.source.meaning(in: language)), line.note.value,
            ]
        }
        let sum = try total(lines.map(\.amount))
        rows.append(
            [.missing, .text(Text("Total", vi: "Tổng cộng")(in: language))] + Array(repeating: .missing, count: 5)
                + [.money(sum), .missing, .missing])
        return [
            .table(
                TableBlock(
                    Table(EstimatePaper.columns, rows: rows),
                    caption: Text("Estimate of \(unit.name)", vi: "Dự trù kinh phí của \(unit.name)"))),
            .paragraph(EstimatePaper.inWords(sum)),
            .items(try sources(), numbered: false),
        ]
    }

    /// The total in figures and in words.
    static func inWords(_ sum: Int64) -> RichText {
        let words = sum.inFiguresAndWords
        return RichText(Text("Total: \(words.english).", vi: "Tổng cộng: \(words.vietnamese)."))
    }

    private func sources() throws -> [RichText] {
        try FundSource.allCases.compactMap { source in
            let sum = try total(lines.filter { $0.source == source }.map(\.amount))
            guard sum > 0 else { return nil }
            let name = source.meaning
            return RichText(
                Text(
                    "From \(name.english): \(sum.english).", vi: "Từ nguồn \(name.vietnamese): \(sum.vietnamese)."))
        }
    }

    private static let columns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "STT")),
        ColumnInfo("what", .text, Text("For", vi: "Nội dung chi")),
        ColumnInfo("paragraph", .text, Text("Paragraph", vi: "Khoản")),
        ColumnInfo("measure", .text, Text("Measure", vi: "Đơn vị tính")),
        ColumnInfo("people", .number, Text("People", vi: "Số lượng người")),
        ColumnInfo("sessions", .number, Text("Sessions", vi: "Số buổi")),
        ColumnInfo("norm", .money, Text("Norm", vi: "Định mức")),
        ColumnInfo("amount", .money, Text("Amount", vi: "Thành tiền")),
        ColumnInfo("source", .text, Text("Source", vi: "Nguồn")),
        ColumnInfo("note", .text, Text("Note", vi: "Ghi chú")),
    ])
}
