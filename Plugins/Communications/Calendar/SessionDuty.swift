import Commands
import Programme
import Values

/// Two sessions by the end of each year: the calendar says how many units still lack some.
let sessionDuty = DutyRule { session, period in
    try (period.first.year...period.last.year).compactMap { year in
        guard year >= YearlyRule.firstYear, let last = Day(year: year, month: 12, day: 31), period.contains(last) else {
            return nil
        }
        let standings =
            year > session.today.year
            ? [] : try YearlyRule.standings(until: min(last, session.today), under: nil, session)
        let lacking = standings.count { $0.missing > 0 }
        let state =
            standings.isEmpty
            ? Text(verbatim: "")
            : Text(
                ": \(lacking.english) of \(standings.count.counted("unit")) still lack some",
                vi: ": còn \(lacking.vietnamese)/\(standings.count.vietnamese) đơn vị chưa đủ")
        return Duty(
            Text(
                "At least \(YearlyRule.minimum) communication sessions in each unit by the end of \(year)",
                vi: "Mỗi đơn vị tổ chức ít nhất 02 cuộc truyền thông trong năm \(year)") + state,
            from: last, to: last, source: "Quyết định 1790/QĐ-TTg", confidence: .verbatim)
    }
}
