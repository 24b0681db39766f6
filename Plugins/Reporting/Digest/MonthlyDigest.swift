import Commands
import Documents
import Journal
import Programme
import Values

/// The name of the report.
let digestName = "monthly-digest"

/// The monthly digest: what happened, how the indicators stand, what is late and what is due next. Each pack brings
/// its own section.
let monthlyDigest = Report(
    digestName,
    Text(
        "What happened in a period, what is late and what is due next.",
        vi: "Tổng hợp công tác trong kỳ, việc chậm và việc sắp đến hạn.")
) { session, request in
    let subject = Text(
        "Women's progress and gender equality, \(request.period.words.english)",
        vi: "Công tác vì sự tiến bộ của phụ nữ và bình đẳng giới \(request.period.words.vietnamese)")
    let blocks =
        [.paragraph(RichText(try scope(session, request)))]
        + (try ReportSection.blocks(of: digestName, session, request))
        + (try coming(session, request) ?? [])
    return try OfficialPaper.report(subject).document(of: request.unit, blocks, session)
}

/// Whom the report covers, and from which state of the records it was made.
private func scope(_ session: Session, _ request: ReportRequest) throws -> Text {
    let day = min(request.period.last, session.today)
    let count = try Units(session).under(UnitCode(code: request.unit.code), on: day).count - 1
    let entry = try session.lastEntry()
    let today = session.today
    return Text(
        "This report covers \(request.unit.name) and \(count) units under it, from what was recorded by "
            + "\(today.formatted(in: .english)) (entry \(entry) of the journal).",
        vi: "Báo cáo tổng hợp từ \(request.unit.name) và \(count) đơn vị trực thuộc, theo số liệu ghi nhận đến ngày "
            + "\(today.formatted(in: .vietnamese)) (mục \(entry) của nhật ký).")
}

/// What comes up in the month behind the period, from the duties that the packs know of.
private func coming(_ session: Session, _ request: ReportRequest) throws -> [Block]? {
    let next = Period(.month, containing: request.period.last.adding(days: 1))
    let duties = try session.registry.contributions(DutyRule.self).flatMap { try $0.duties(session, next) }
    guard !duties.isEmpty else { return nil }
    let items = duties.sorted { ($0.first, $0.name.vietnamese) < ($1.first, $1.name.vietnamese) }.map { duty in
        let doubt = duty.confidence.isOfficial || duty.confidence == .local ? nil : duty.confidence.meaning
        return RichText(
            duty.name
                + Text(
                    ": \(duty.first.formatted(in: .english)) to \(duty.last.formatted(in: .english))",
                    vi: ": \(days(duty.first, duty.last))")
                + (doubt.map { Text(" (\($0.english))", vi: " (\($0.vietnamese))") } ?? Text(verbatim: ""))
                + Text(verbatim: "."))
    }
    return [
        .heading(
            Text("Coming up in \(next.words.english)", vi: "Việc sắp đến trong \(next.words.vietnamese)"), level: 2),
        .items(items, numbered: false),
    ]
}

private func days(_ first: Day, _ last: Day) -> String {
    let (from, to) = (first.formatted(in: .vietnamese), last.formatted(in: .vietnamese))
    return first == last ? "ngày \(from)" : "từ ngày \(from) đến hết ngày \(to)"
}
