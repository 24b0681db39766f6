import Commands
import Documents
import Programme
import Tables
import Values

/// The estimate (dự trù kinh phí) as a paper: a table for each unit, its total in figures and in words. The circular
/// prescribes no layout; this one is our own.
let estimateReport = Report(
    "cost-estimate",
    Text(
        "The estimate of a year, with norms and totals in words.",
        vi: "Dự trù kinh phí của năm, có định mức và số tiền bằng chữ.")
) { session, request in
    let year = try budgetYear(request.period, session, "period")
    let units = try Units(session).scope(request.period, under: UnitCode(code: request.unit.code))
    let lines = try EstimateLine.of(year, units, session)
    let paper = OfficialPaper.report(
        Text(
            "Estimate of costs for gender equality and the advancement of women, \(year)",
            vi: "Dự trù kinh phí hoạt động bình đẳng giới và vì sự tiến bộ của phụ nữ năm\u{A0}\(year)"))
    var blocks: [Block] = []
    guard !lines.isEmpty else {
        blocks.append(
            .paragraph(
                RichText(
                    Text(
                        "No estimate for \(year) is on record for \(request.unit.name) and the units below it.",
                        vi: "Chưa ghi nhận dự trù năm \(year) của \(request.unit.name) và các đơn vị trực thuộc."))))
        return try paper.document(of: request.unit, blocks, session)
    }
    let makers = units.filter { lines[$0.id] != nil }
    for unit in makers {
        if makers.count > 1 { blocks.append(.heading(Text(verbatim: unit.name), level: 2)) }
        blocks += try EstimatePaper(lines[unit.id] ?? [], session).blocks(of: unit)
    }
    if makers.count > 1 { blocks += try summary(makers, lines, session) }
    blocks += [.reservation(Circular191.standing), .reservation(layout)]
    return try paper.document(of: request.unit, blocks, session)
}

private let layout = Text(
    "\(Circular191.otherAmounts.english) The circular prescribes no form for the estimate: this layout is our own.",
    vi:
        "\(Circular191.otherAmounts.vietnamese) Thông tư không quy định mẫu dự trù: bố cục bảng này "
        + "do chúng tôi đề xuất."
)

/// The totals of several units.
private func summary(_ units: [OfficeUnit], _ lines: [Int64: [EstimateLine]], _ session: Session) throws -> [Block] {
    var sums: [Int64] = []
    var rows: [[Value]] = []
    for (index, unit) in units.enumerated() {
        let sum = try total((lines[unit.id] ?? []).map(\.amount))
        sums.append(sum)
        rows.append([.number(Number(index + 1)), .text(unit.name), .money(sum)])
    }
    let all = try total(sums)
    rows.append([.missing, .text(Text("Total", vi: "Tổng cộng")(in: session.surroundings.language)), .money(all)])
    return [
        .heading(Text("All units", vi: "Tổng hợp các đơn vị"), level: 2),
        .table(TableBlock(Table(sumColumns, rows: rows))),
        .paragraph(EstimatePaper.inWords(all)),
    ]
}

private let sumColumns = Schema([
    ColumnInfo("number", .number, Text("No.", vi: "STT")),
    ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("amount", .money, Text("Amount", vi: "Thành tiền")),
])
