import Commands
import Documents
import Programme
import Tables
import Values

/// The figures of a unit and all below it: every element that has one, with the women among them.
struct UnitFigures {
    private var rows: [[Value]] = []

    init(_ session: Session, _ request: ReportRequest) throws {
        let language = session.surroundings.language
        var computation = try IndicatorComputation(
            session, period: request.period, under: UnitCode(code: request.unit.code))
        let isAlone = try Units(session).scope(request.period, under: UnitCode(code: request.unit.code)).count == 1
        for element in UnitFigures.ordered(try Elements(session).all()) {
            guard let total = try computation.count(element)?.value else { continue }
            let isYes = element.type == .yesNo && isAlone
            let women = isYes || element.bySex == false ? nil : try computation.count(element, women: true)?.value
            let name = element.name(in: language)
            let answer = total == .zero ? Text("no", vi: "không") : Text("yes", vi: "có")
            rows.append([
                .number(Number(rows.count + 1)), .text(name.prefix(1).uppercased() + name.dropFirst()),
                .text(isYes ? answer(in: language) : Value.number(total).written(in: language)),
                women.map { .number($0) } ?? .missing,
                women.flatMap { $0.divided(by: total) }.map { .percent($0) } ?? .missing,
            ])
        }
    }

    /// The elements as Phụ lục 1 asks for them, those that it does not ask for behind them.
    private static func ordered(_ elements: [FigureElement]) -> [FigureElement] {
        let asked = AnnexForm.one.rows.compactMap(\.element)
        let places = Dictionary(zip(asked, 0...)) { first, _ in first }
        return elements.enumerated().sorted { one, other in
            let (left, right) = (places[one.element.code] ?? asked.count, places[other.element.code] ?? asked.count)
            return (left, one.offset) < (right, other.offset)
        }.map(\.element)
    }

    /// The section of the unit's report.
    var blocks: [Block] {
        guard !rows.isEmpty else {
            return [
                .paragraph(RichText(Text("No figure is on record.", vi: "Chưa ghi nhận số liệu nào của đơn vị.")))
            ]
        }
        return [.table(TableBlock(Table(UnitFigures.columns, rows: rows)))]
    }

    private static let columns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("what", .text, Text("What", vi: "Nội dung")),
        ColumnInfo("total", .text, Text("Total", vi: "Số lượng")),
        ColumnInfo("women", .number, Text("Women", vi: "Trong đó nữ")),
        ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ")),
    ])
}
