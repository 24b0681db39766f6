import Commands
import Documents
import Programme
import Tables
import Values

/// The name of a unit's own report, to which packs add what they know of it.
let unitReportName = "unit-report"

/// A unit's own report: its return, its figures with women, what the packs tell of it, its indicators beside those of
/// its peers, what it says, and its tasks. The head of the unit signs it.
let unitReport = Report(
    unitReportName,
    Text(
        "One unit's figures, work and remarks, its indicators beside those of its peers.",
        vi: "Báo cáo của một đơn vị: số liệu, hoạt động, ý kiến và so sánh với các đơn vị cùng loại.")
) { session, request in
    let (unit, period) = (request.unit, request.period)
    let top = UnitCode(code: unit.code)
    let units = try Units(session).scope(period, under: top)
    let words = try UnitWords(session, period, of: units)
    let packs = try ReportSection.blocks(of: unitReportName, session, request, level: 3)
    let (told, annexes) = AnnualReport.parted(packs)
    let account = try PlanAccount(session, period, under: top)
    let tasks = account.lines.map { RichText(PlanResults.sentence($0)) }
    var blocks: [Block] = [.paragraph(RichText(opening(request, session)))]
    let parts: [(Text, [Block])] = [
        (
            Text("The unit and its returns", vi: "Thông tin chung và chế độ báo cáo"),
            try UnitFacts(session, request).blocks()
        ),
        (Text("Figures", vi: "Số liệu chủ yếu"), try UnitFigures(session, request).blocks),
        (Text("What was done", vi: "Kết quả hoạt động"), told + words.results),
        (Text("Tasks of the plan", vi: "Nhiệm vụ được giao"), tasks.isEmpty ? [] : [.items(tasks, numbered: false)]),
        (
            Text("Indicators beside peers", vi: "Chỉ tiêu so với các đơn vị cùng loại"),
            try UnitPeers(session, request).blocks
        ),
        (
            Text("Difficulties and proposals", vi: "Khó khăn, vướng mắc và kiến nghị, đề xuất"),
            words.blocks
        ),
    ]
    for (title, part) in parts where !part.isEmpty { blocks += [.heading(title, level: 2)] + part }
    let paper = OfficialPaper.report(
        Text(
            "Work for the advancement of women and gender equality, \(period.words.english)",
            vi: "Kết quả công tác vì sự tiến bộ của phụ nữ và bình đẳng giới \(period.words.vietnamese)"))
    let head = try unitHead(unit, paper, session)
    return try paper.document(of: unit, blocks + annexes, session, standIn: head)
}

private func opening(_ request: ReportRequest, _ session: Session) -> Text {
    let today = session.today
    return Text(
        "\(request.unit.name) reports on \(request.period.words.english), as recorded by "
            + "\(today.formatted(in: .english)).",
        vi: "\(request.unit.name) báo cáo kết quả công tác vì sự tiến bộ của phụ nữ (VSTBPN) và bình đẳng giới (BĐG) "
            + "\(request.period.words.vietnamese), theo số liệu ghi nhận đến ngày "
            + "\(today.formatted(in: .vietnamese)), như sau.")
}
