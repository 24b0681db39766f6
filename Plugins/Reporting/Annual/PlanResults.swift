import Commands
import Documents
import Programme
import Values

/// What became of the plan: how many tasks stand how, a chart by section, and section by section what was done.
struct PlanResults {
    let account: PlanAccount
    let results: [String: IndicatorResult]

    /// The part of the annual report.
    var blocks: [Block] {
        guard !account.lines.isEmpty else {
            return [
                .paragraph(
                    RichText(Text("No task of the plan is on record.", vi: "Chưa ghi nhận nhiệm vụ nào của kế hoạch.")))
            ]
        }
        let tally = account.tally
        let opening = Text(
            "The plan has \(account.lines.count.counted("task")): \(tally.english). The table that holds the plan "
                + "against what was done is in the annex.",
            vi: "Kế hoạch có \(account.lines.count.vietnamese) nhiệm vụ, trong đó: \(tally.vietnamese). Bảng đối chiếu "
                + "kế hoạch và kết quả thực hiện kèm theo ở phụ lục.")
        let told = account.sections.flatMap { section in
            let title = Text(
                "\(section.title) (section \(section.number) of the plan)",
                vi: "\(section.title) (mục \(section.number) của Kế hoạch)")
            return blocks(title, account.lines(of: section), section.indicators)
        }
        let other = blocks(Text("Other tasks", vi: "Nhiệm vụ khác"), account.lines(of: nil), [])
        return [.paragraph(RichText(opening))] + told + other + chart
    }

    private func blocks(_ title: Text, _ lines: [PlanAccount.Line], _ indicators: [String]) -> [Block] {
        let items =
            lines.map { PlanResults.sentence($0) }
            + indicators.compactMap { results[$0].map(PlanResults.sentence) }
        guard !items.isEmpty else { return [] }
        return [.heading(title, level: 3), .items(items.map { RichText($0) }, numbered: false)]
    }

    /// A task in a sentence: what, who, how it stands, what of its number is there.
    static func sentence(_ line: PlanAccount.Line) -> Text {
        let what = Text("\(line.task.title) (\(line.owner)): ", vi: "\(line.task.title) (\(line.owner)): ")
        guard let count = line.count, count.planned != nil, count.unit == .number else {
            return what + standing(line) + Text(verbatim: ".")
        }
        let name = Text(
            "; \(count.name.english): \(count.written(in: .english)) planned",
            vi: "; \(count.name.vietnamese.lowercasedFirst): \(count.written(in: .vietnamese)) "
                + "theo kế hoạch")
        return what + standing(line) + name + Text(verbatim: ".")
    }

    private static func standing(_ line: PlanAccount.Line) -> Text {
        func day(_ day: Day) -> Text { Text(day.formatted(in: .english), vi: day.formatted(in: .vietnamese)) }
        let (due, task) = (day(line.task.due), line.task)
        let done = task.done.map(day) ?? due
        let late = Text(line.daysLate.counted("day"), vi: "\(line.daysLate.vietnamese) ngày")
        return switch line.state {
        case .done: Text("done on \(done.english), in time", vi: "hoàn thành ngày \(done.vietnamese), đúng hạn")
        case .doneLate:
            Text(
                "done on \(done.english), \(late.english) late",
                vi: "hoàn thành ngày \(done.vietnamese), chậm \(late.vietnamese)")
        case .overdue:
            Text(
                "not done, due on \(due.english), \(late.english) late",
                vi: "chưa hoàn thành, đã quá hạn \(late.vietnamese) (hạn \(due.vietnamese))")
        case .goingOn: Text("going on, due on \(due.english)", vi: "đang thực hiện, hạn \(due.vietnamese)")
        case .notBegun: Text("not begun, due on \(due.english)", vi: "chưa thực hiện, hạn \(due.vietnamese)")
        }
    }

    /// An indicator in a sentence: its value, the target and how it stands.
    static func sentence(_ result: IndicatorResult) -> Text {
        let indicator = result.indicator
        func text(_ language: DisplayLanguage) -> String {
            let none = Text("no value yet", vi: "chưa có số liệu")(in: language)
            let value = result.value.map { indicator.unit.cell($0).written(in: language) } ?? none
            let target = result.target.map { target in
                let level = indicator.unit.cell(indicator.level(target)).written(in: language)
                let words = Text("target \(level)", vi: "mức chỉ tiêu \(level)")(in: language)
                return result.value == nil ? "; \(words)" : "; \(words), \(result.status.meaning(in: language))"
            }
            return "\(indicator.name(in: language)) (\(indicator.code)): \(value)"
                + (result.value == nil ? "" : Text(", from ", vi: ", theo số liệu của ")(in: language))
                + (result.value == nil ? "" : result.coverage(in: language)) + (target ?? "") + "."
        }
        return Text(text(.english), vi: text(.vietnamese))
    }

    /// How the tasks of each section stand, as bars on each other.
    private var chart: [Block] {
        let sections = account.sections.filter { !account.lines(of: $0).isEmpty }
        guard sections.count > 1 else { return [] }
        let states = TaskState.allCases.filter { account.count($0) > 0 }
        let series = states.map { state in
            Chart.Series(
                state.meaning,
                sections.map { section in
                    Number(account.lines(of: section).filter { $0.state == state }.count)
                })
        }
        let names = sections.map { Text("Section \($0.number)", vi: "Mục \($0.number)") }
        let title = Text("Tasks by section of the plan", vi: "Tình trạng nhiệm vụ theo mục kế hoạch")
        return [.chart(Chart(.stacked, title: title, categories: names, series: series))]
    }
}

extension String {
    /// The text with a small first letter, as it stands inside a sentence; abbreviations keep theirs.
    var lowercasedFirst: String {
        guard dropFirst().first?.isUppercase != true else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
