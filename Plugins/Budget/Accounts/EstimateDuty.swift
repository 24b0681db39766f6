import Programme
import Values

/// The estimate of the coming year is due before 20 July.
let estimateDuty = DutyRule { _, period in
    (period.first.year...period.last.year).compactMap { year in
        guard let last = Day(year: year, month: 7, day: 19), period.contains(last) else { return nil }
        return Duty(
            Text(
                "Estimate for \(year + 1) to the finance section, before 20 July",
                vi: "Gửi dự toán kinh phí năm \(year + 1) cho bộ phận tài chính, trước ngày 20/7"),
            from: last, to: last, source: "\(Circular191.name), Điều 4", confidence: .verbatim)
    }
}
