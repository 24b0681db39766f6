import Commands
import Documents
import Programme
import Values

/// The lines of the monthly digest about planned cadres, appointments, terms and studies.
struct CadreLines {
    let fields: [Field]
    let reservations: [Block]

    /// Whether there is nothing to tell.
    var isEmpty: Bool { fields.isEmpty }

    /// Gathers what is known of some units by a day.
    init(_ units: [OfficeUnit], _ period: Period, by day: Day, _ session: Session) throws {
        let planned = PlannedTally(units, try Headcounts<PlannedPost>(session).last(.any, by: day))
        let ids = Set(units.map(\.id))
        let appointed = try appointments(from: period.first, to: day, session).filter { ids.contains($0.key) }
        let terms = try LeaderTerms(session).all().filter { ids.contains($0.unit) && $0.isEnding(on: day) }
        var fields: [Field] = []
        if planned.reported > 0 {
            fields += [
                Field(
                    Text("Women among planned cadres", vi: "Nữ trong quy hoạch"),
                    share(planned.women, planned.total, session)),
                Field(
                    Text(
                        "Units with 40 % women or more among planned cadres",
                        vi: "Đơn vị có từ 40% nữ trong quy hoạch"),
                    share(planned.reached, planned.reported, session)),
            ]
        }
        if !appointed.isEmpty {
            let (women, total) = CadreLines.sum(appointed.values)
            fields.append(
                Field(
                    Text("Women among those newly appointed", vi: "Nữ được bổ nhiệm mới trong kỳ"),
                    share(women, total, session)))
        }
        if !terms.isEmpty {
            let leaders = terms.reduce(into: 0) { $0 = $0.addingReportingOverflow($1.count.total).partialValue }
            fields.append(
                Field(
                    Text("Leaders whose term ends within 180 days", vi: "Lãnh đạo hết nhiệm kỳ trong 180 ngày tới"),
                    .number(Number(leaders))))
        }
        let pool = try studied(.pool, .any, in: Period(.year, containing: day), session).filter { ids.contains($0.key) }
        if !pool.isEmpty {
            let (women, total) = CadreLines.sum(pool.values)
            fields.append(
                Field(
                    Text(
                        "Women among leaders and planned cadres trained this year",
                        vi: "Nữ trong số lãnh đạo, cán bộ quy hoạch được bồi dưỡng trong năm"),
                    share(women, total, session)))
        }
        self.fields = fields
        reservations = planned.reported > 0 ? [.reservation(PlannedTarget.source)] : []
    }

    private static func sum(_ figures: some Collection<DerivedFigure>) -> (women: Int, total: Int) {
        let women = Number.sum(figures.compactMap(\.women)), total = Number.sum(figures.map(\.total))
        return (women?.whole.flatMap { Int(exactly: $0) } ?? 0, total?.whole.flatMap { Int(exactly: $0) } ?? 0)
    }
}
