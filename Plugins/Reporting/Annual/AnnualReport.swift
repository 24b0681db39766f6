import Commands
import Documents
import Programme
import Values

/// The name of the report, to which packs add what they know of a year.
let annualReportName = "annual-report"

/// The annual report to the bodies above: what became of the plan, indicators, what the packs tell of the year,
/// returns, difficulties and proposals, the next year, and the tables behind it as annexes.
let annualReport = Report(
    annualReportName,
    Text(
        "The annual report: results by section of the plan, indicators, difficulties, next year's measures.",
        vi: "Báo cáo năm: kết quả theo từng mục kế hoạch, chỉ tiêu, khó khăn, kiến nghị, nhiệm vụ năm sau.")
) { session, request in
    _ = try planYear(request.period, "period")
    let (year, top) = (request.period, UnitCode(code: request.unit.code))
    let account = try PlanAccount(session, year, under: top)
    let indicators = try YearIndicators(session, year, under: top)
    let packs = try ReportSection.blocks(of: annualReportName, session, request, level: 3)
    let (told, annexes) = AnnualReport.parted(packs)
    let units = try Units(session).scope(year, under: top)
    let words = try UnitWords(session, year, of: units)
    let next = try NextYear(session, request, account, indicators.behind).blocks
    let returns = try Round.all(session)
        .filter { $0.top == request.unit.id && year.contains($0.period) }
        .map { RichText(try $0.sentence(session)) }
    let language = session.surroundings.language
    var blocks = [
        Block.paragraph(RichText(AnnualReport.opening(request, units.count - 1, try session.lastEntry(), session)))
    ]
    let parts: [(Text, [Block])] = [
        (
            Text("Results of the plan", vi: "Kết quả thực hiện kế hoạch"),
            PlanResults(account: account, results: indicators.byCode).blocks
        ),
        (Text("Indicators", vi: "Kết quả thực hiện các chỉ tiêu"), indicators.blocks),
        (Text("Results by field of work", vi: "Kết quả theo lĩnh vực công tác"), told + words.results),
        (
            Text("Returns of the units", vi: "Chế độ báo cáo của các đơn vị"),
            returns.isEmpty ? [] : [.items(returns, numbered: false)]
        ),
        (Text("Difficulties and proposals", vi: "Khó khăn, vướng mắc và kiến nghị, đề xuất"), words.blocks),
        (
            Text("Measures for \(year.year + 1)", vi: "Phương hướng, nhiệm vụ năm \(year.year + 1)"), next
        ),
    ]
    for (title, part) in parts where !part.isEmpty { blocks += [.heading(title, level: 2)] + part }
    blocks.append(.paragraph(RichText(AnnualReport.closing(request))))
    if !account.lines.isEmpty {
        blocks += [
            .annex(Text("The plan against what was done", vi: "Đối chiếu kế hoạch và kết quả thực hiện")),
            PlanPaper(account: account, language: language).table(caption: nil),
        ]
    }
    if !indicators.known.isEmpty {
        blocks += [
            .annex(Text("Indicators in detail", vi: "Số liệu chi tiết các chỉ tiêu")), indicators.detail,
        ]
    }
    return try OfficialPaper.report(AnnualReport.subject(year)).document(of: request.unit, blocks + annexes, session)
}

/// The sentences of the annual report.
enum AnnualReport {
    static func subject(_ year: Period) -> Text {
        Text(
            "Results of the work for the advancement of women and gender equality in \(year.year)",
            vi: "Kết quả công tác vì sự tiến bộ của phụ nữ và bình đẳng giới năm \(year.year)")
    }

    static func opening(_ request: ReportRequest, _ units: Int, _ entry: Int, _ session: Session) -> Text {
        let (unit, year, today) = (request.unit.name, request.period, session.today)
        let isPartial = year.last > today
        let part = isPartial ? Text(" The year is not over.", vi: " Năm báo cáo chưa kết thúc.") : Text(verbatim: "")
        return Text(
            "\(unit) reports on the plan for \(year.year). The figures cover \(units.counted("unit")) under it, as "
                + "recorded by \(today.formatted(in: .english)) (entry \(entry) of the journal).",
            vi: "\(unit) báo cáo kết quả thực hiện Kế hoạch công tác vì sự tiến bộ của phụ nữ (VSTBPN) và bình đẳng "
                + "giới (BĐG) năm \(year.year) như sau. Số liệu tổng hợp từ \(units.vietnamese) đơn vị trực thuộc, "
                + "ghi nhận đến ngày \(today.formatted(in: .vietnamese)) (mục \(entry) của nhật ký).") + part
    }

    static func closing(_ request: ReportRequest) -> Text {
        Text(
            "This is the report of \(request.unit.name) on \(request.period.year).",
            vi: "Trên đây là báo cáo kết quả công tác VSTBPN và BĐG năm \(request.period.year) của "
                + "\(request.unit.name)./.")
    }

    /// What packs tell, and behind it their annexes.
    static func parted(_ blocks: [Block]) -> (told: [Block], annexes: [Block]) {
        var (told, annexes, isAnnex) = ([Block](), [Block](), false)
        for block in blocks {
            let follows = annexes.last?.isAnnex ?? false
            switch block {
            case .annex: isAnnex = true
            case .heading: isAnnex = false
            default: break
            }
            if isAnnex { annexes.append(follows ? block.withoutCaption : block) } else { told.append(block) }
        }
        return (told, annexes)
    }
}

extension Block {
    fileprivate var isAnnex: Bool { if case .annex = self { true } else { false } }

    /// A table without its caption, where the title of an annex says the same.
    fileprivate var withoutCaption: Block {
        guard case .table(let block) = self else { return self }
        return .table(TableBlock(block.table, remark: block.remark, groups: block.groups))
    }
}
