import Values

/// The days to which a count belongs: a period, or its year up to the period's end.
struct Stretch: Hashable {
    /// The period at whose end it ends.
    let period: Period
    /// Whether it begins with the year instead of the period.
    let isToDate: Bool

    /// A school year and a calendar year are their own years to date.
    init(_ period: Period, toDate: Bool = false) {
        self.period = period
        isToDate = toDate && period.kind.months < 12
    }

    /// The first day.
    var first: Day { isToDate ? (Period(.year, year: period.year) ?? period).first : period.first }

    /// The last day.
    var last: Day { period.last }

    /// How many months it lasts.
    var months: Int { isToDate ? period.index * period.kind.months : period.kind.months }

    /// The periods of a kind that lie inside, in order.
    func parts(_ kind: Period.Kind) -> [Period] {
        guard isToDate else { return period.parts(kind) }
        let year = Period(.year, year: period.year) ?? period
        return year.parts(kind).filter { $0.last <= last }
    }

    /// All periods that lie inside.
    var candidates: [Period] { Period.Kind.allCases.flatMap { parts($0) } }

    /// Whether the periods of a kind fill it, by a rule over time.
    func isMade(of kind: Period.Kind, by rule: OverTime) -> Bool {
        if !isToDate, kind == period.kind { return true }
        let parts = parts(kind)
        switch rule {
        case .none: return false
        case .last, .average: return !parts.isEmpty
        case .sum: return parts.count * kind.months == months
        }
    }
}
