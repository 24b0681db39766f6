import Commands
import Programme
import Values

/// Boards are reviewed as the school year begins: a working rule, since the plan asks for it when staff change.
let boardReview = DutyRule { _, period in
    (period.first.year...period.last.year).compactMap { year in
        guard let first = Day(year: year, month: 8, day: 1), let last = Day(year: year, month: 9, day: 30),
            first <= period.last, period.first <= last
        else { return nil }
        return Duty(
            Text(
                "Review the boards for the advancement of women",
                vi: "Rà soát, kiện toàn Ban vì sự tiến bộ của phụ nữ"),
            from: first, to: last, source: "Kế hoạch VSTBPN năm 2025; thời điểm đầu năm học do đơn vị vận dụng",
            confidence: .operational)
    }
}
