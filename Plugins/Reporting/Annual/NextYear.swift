import Commands
import Documents
import Programme
import Values

/// What the next year must bring: tasks that are not done, indicators behind their targets, returns that are missing,
/// and what offices have resolved.
struct NextYear {
    let account: PlanAccount
    let behind: [IndicatorResult]
    /// How many returns of the year's rounds are missing.
    let missingReturns: Int
    let measures: [(unit: String, words: String)]

    init(_ session: Session, _ request: ReportRequest, _ account: PlanAccount, _ behind: [IndicatorResult]) throws {
        self.account = account
        self.behind = behind
        missingReturns = try Round.all(session)
            .filter { $0.top == request.unit.id && $0.period == request.period && $0.closed == nil }
            .reduce(0) { try $0 + $1.returns(session).count(where: \.isMissing) }
        let units = try Units(session).scope(request.period, under: UnitCode(code: request.unit.code))
        let names = Dictionary(units.map { ($0.id, $0.name) }) { $1 }
        measures = try YearMeasure.all(session, year: request.period.advanced(by: 1)).compactMap { measure in
            names[measure.unit].map { ($0, measure.words) }
        }
    }

    /// The section of the annual report.
    var blocks: [Block] {
        let found = derived
        var blocks: [Block] = []
        if !found.isEmpty {
            blocks += [
                .paragraph(
                    RichText(
                        Text(
                            "From this year's results, work goes on with:",
                            vi: "Từ kết quả trong năm, cần tiếp tục:"))),
                .items(found.map { RichText($0) }, numbered: false),
            ]
        }
        if !measures.isEmpty {
            let items = measures.map { measure in
                Text(verbatim: "\(measure.words) (\(measure.unit)).")
            }
            blocks += [
                .paragraph(RichText(Text("Measures:", vi: "Các nhiệm vụ, giải pháp chủ yếu:"))),
                .items(items.map { RichText($0) }, numbered: false),
            ]
        }
        return blocks
    }

    private var derived: [Text] {
        let open = account.lines.filter { $0.task.done == nil }
        let tasks = open.map { line in
            let late = line.state == .overdue
            return Text(
                "Finish: \(line.task.title) (\(line.owner))\(late ? ", overdue" : "").",
                vi: "Hoàn thành nhiệm vụ “\(line.task.title)” (\(line.owner))\(late ? ", đã quá hạn" : "").")
        }
        let indicators = behind.map { result in
            let distance = result.gap ?? .zero
            let gap = (distance < .zero ? Number.zero.subtracting(distance) ?? .zero : distance).rounded(to: 2)
            let points = result.indicator.unit == .percent
            return Text(
                "Find measures for \(result.indicator.code) (\(result.indicator.name.english)): "
                    + "\(Value.number(gap).written(in: .english))\(points ? " percentage points" : "") to go.",
                vi: "Tập trung giải pháp thực hiện chỉ tiêu \(result.indicator.code) "
                    + "(\(result.indicator.name.vietnamese.lowercasedFirst)), còn thiếu "
                    + "\(Value.number(gap).written(in: .vietnamese))\(points ? " điểm phần trăm" : "").")
        }
        let returns =
            missingReturns == 0
            ? []
            : [
                Text(
                    "Call for the \(missingReturns) returns that are missing.",
                    vi: "Đôn đốc các đơn vị còn thiếu báo cáo (\(missingReturns.vietnamese) báo cáo).")
            ]
        return tasks + indicators + returns
    }
}
