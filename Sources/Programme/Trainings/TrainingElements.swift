import Commands
import Database
import Values

/// What the list of trainings gives to indicators. A unit that logged a training in the calendar years of the period
/// uses the list, and has nought where it logged none; a unit that never did has not reported.
let trainingElements: [DerivedElement] = [
    DerivedElement(
        "trainings", Text("trainings held", vi: "số lớp tập huấn"), overTime: .sum,
        records: { session, period in
            try records(session, period) { _, _ in DerivedFigure(total: 1, women: nil) }
        }
    ) { session, period in
        try tallies(session, period).mapValues { DerivedFigure(total: Number($0.count), women: nil) }
    },
    DerivedElement(
        "training-participants", Text("attendances at trainings", vi: "lượt người dự tập huấn"), overTime: .sum,
        records: { session, period in
            try records(session, period) { women, men in
                DerivedFigure(total: Number(women).adding(Number(men)) ?? .zero, women: Number(women))
            }
        }
    ) { session, period in
        try tallies(session, period).mapValues { tally in
            DerivedFigure(total: Number(tally.women).adding(Number(tally.men)) ?? .zero, women: Number(tally.women))
        }
    },
]

private func records(
    _ session: Session, _ period: Period, _ figure: (Int64, Int64) -> DerivedFigure
) throws -> [DerivedRecord] {
    try session.database.rows(
        """
        SELECT unit, code, women, men, recorded FROM training
        WHERE day BETWEEN \(period.first) AND \(period.last) AND \(session.visible()) ORDER BY day, id
        """
    ).map { row in
        DerivedRecord(
            unit: try row.value(0), code: try row.text(1), figure: figure(try row.value(2), try row.value(3)),
            entry: try row.value(4))
    }
}

private struct Tally {
    var count: Int64 = 0
    var women: Int64 = 0
    var men: Int64 = 0
}

private func tallies(_ session: Session, _ period: Period) throws -> [Int64: Tally] {
    guard let first = Period(.year, year: period.first.year), let last = Period(.year, year: period.last.year) else {
        return [:]
    }
    var tallies: [Int64: Tally] = [:]
    try session.database.forEach(
        """
        SELECT unit, sum(inside), sum(women * inside), sum(men * inside) FROM (
            SELECT unit, women, men,
                CASE WHEN day BETWEEN \(period.first) AND \(period.last) THEN 1 ELSE 0 END AS inside
            FROM training WHERE day BETWEEN \(first.first) AND \(last.last) AND \(session.visible())) AS held
        GROUP BY unit
        """
    ) { row in
        tallies[try row.value(0)] = Tally(count: try row.value(1), women: try row.value(2), men: try row.value(3))
    }
    return tallies
}
