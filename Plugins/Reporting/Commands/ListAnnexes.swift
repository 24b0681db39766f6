import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list annexes` shows what the returns of a round say, row by row.
let listAnnexes = Command(
    "list annexes",
    Text(
        "Shows what each Phụ lục 1 of a round says, row by row, and where records of this office differ.",
        vi: "Liệt kê nội dung từng Phụ lục 1 của đợt báo cáo và chỗ khác với bản ghi của cơ quan."),
    effect: .reads, returns: .table(annexColumns), run: list
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<UnitCode?>("unit", Text("Only that of this unit.", vi: "Chỉ của đơn vị này."))
} examples: {
    Example("define annex elements")
    Example("list annexes BC-2025").prints("no rows")
    Example("list annexes BC-2020").reports(.unknownCode)
}

/// The columns of `list annexes`.
let annexColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("line", .text, Text("Row", vi: "TT")),
    ColumnInfo("name", .text, Text("Content", vi: "Nội dung")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("words", .text, Text("Words", vi: "Nội dung trả lời")),
    ColumnInfo("note", .text, Text("Note", vi: "Ghi chú")),
    ColumnInfo("records", .number, Text("By records here", vi: "Theo bản ghi")),
    ColumnInfo("cell", .text, Text("Cell", vi: "Ô")),
])

private func list(session: Session, code: RoundCode, unit: UnitCode?) throws -> Document {
    let round = try Round.named(code, session)
    let units = try session.database.rows(
        """
        SELECT a.unit, u.code FROM annex_return a JOIN unit u ON u.id = a.unit
        WHERE a.round = \(round.id) AND \(session.visible("a")) AND \(session.visible("u"))
            AND \(unit.map { "u.code = \($0.code)" } ?? "1 = 1")
        ORDER BY u.code
        """
    ).map { (id: try $0.value(0, as: Int64.self), code: try $0.text(1)) }
    let content = try AnnexContent(round, session)
    let layout = AnnexLayout(.one)
    var rows: [[Value]] = []
    for unit in units {
        for row in layout.form.rows {
            guard let cells = content.cells(of: row, unit.id, in: session.surroundings.language) else { continue }
            rows.append(
                [.text(unit.code), .text(row.code), .text(row.name(in: session.surroundings.language))] + cells
                    + [.text(layout.address(row.code, AnnexLayout.total))])
        }
    }
    return .table(Table(annexColumns, rows: rows))
}

/// What stands of the returns of a round.
private struct AnnexContent {
    private var returned: [String: [Int64: ReturnedFigure]] = [:]
    private var known: [String: [Int64: ReturnedFigure]] = [:]
    private var answers: [Key: String] = [:]

    private struct Key: Hashable {
        let unit: Int64
        let line: String
        let kind: String
    }

    init(_ round: Round, _ session: Session) throws {
        let rows = AnnexForm.one.rows
        let figures = try ReturnedFigures(session, of: rows.compactMap(\.element))
        for row in rows {
            guard let element = row.element else { continue }
            returned[row.code] = try figures.returned(of: element, in: round.period)
            known[row.code] = try figures.known(of: element, in: round.period)
        }
        try session.database.forEach(
            """
            SELECT unit, line, kind, words FROM annex_answer WHERE round = \(round.id) AND \(session.visible())
            """
        ) { row in
            answers[Key(unit: try row.value(0), line: try row.text(1), kind: try row.text(2))] = try row.text(3)
        }
    }

    /// Total, women, words, note and what records here say; `nil` for a row that says nothing.
    func cells(of row: AnnexRow, _ unit: Int64, in language: DisplayLanguage) -> [Value]? {
        let figure = returned[row.code]?[unit]
        let answer = answers[Key(unit: unit, line: row.code, kind: "answer")]
        let note = answers[Key(unit: unit, line: row.code, kind: "note")]
        let state = answers[Key(unit: unit, line: row.code, kind: "state")].flatMap { FigureState(rawValue: $0) }
        guard figure != nil || answer != nil || note != nil || state != nil else { return nil }
        var total = (figure?.total).map { Value.number($0) } ?? .missing
        var words = answer.value
        if row.content == .cases, let number = answer.flatMap({ Number($0) }) {
            // One to four cases could tell who it is.
            let isSmall = number > .zero && number < Number(5)
            (total, words) = (isSmall ? .missing(.withheld) : .number(number), .missing)
        }
        if let reason = state ?? figure?.state, reason != .reported {
            words = .text(reason.meaning(in: language))
        }
        let here = known[row.code]?[unit]
        let differs = figure != nil && here != nil && here != figure
        return [
            total, (figure?.women).map { .number($0) } ?? .missing, words, note.value,
            differs ? (here?.total).map { .number($0) } ?? .missing : .missing,
        ]
    }
}
