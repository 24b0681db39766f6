import Commands
import Programme
import Values

/// The estimate of the coming year is due before 20 July; from the year in which it is due the calendar says how many
/// units have made it.
let estimateDuty = DutyRule { session, period in
    try (period.first.year...period.last.year).compactMap { year in
        guard let last = EstimateStandings.lastDay(of: year + 1), period.contains(last) else { return nil }
        let standings =
            year > session.today.year ? nil : try EstimateStandings(of: year + 1, under: nil, session)
        let state = standings.map { all in
            Text(
                ": \(all.made) of \(all.standings.count.counted("unit")) have made it",
                vi: ": \(all.made)/\(all.standings.count) đơn vị đã lập")
        }
        return Duty(
            Text(
                "Estimate for \(year + 1) to the finance section, before 20 July",
                vi: "Gửi dự toán kinh phí năm \(year + 1) cho bộ phận tài chính, trước ngày 20/7")
                + (state ?? Text(verbatim: "")),
            from: last, to: last, source: "\(Circular191.name), Điều 4", confidence: .verbatim)
    }
}
