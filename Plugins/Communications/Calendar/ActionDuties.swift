import Programme
import Values

/// The action months and days of each year. A campaign recorded for an occasion stands in its place in that year,
/// and what was set for an occasion in the place of its usual days.
let actionDuties = DutyRule { session, period in
    let years = period.first.year...period.last.year
    guard let first = Day(year: years.lowerBound, month: 1, day: 1),
        let last = Day(year: years.upperBound, month: 12, day: 31)
    else { return [] }
    let campaigns = try Campaign.between(first, last, session)
    let replaced = Set(
        campaigns.compactMap { campaign in
            campaign.occasion.map { OccasionOfYear(occasion: $0, year: campaign.begins.year) }
        })
    let set = try OccasionYear.set(in: years, session).filter { !replaced.contains($0.place) }
    let told = replaced.union(set.map(\.place))
    let usual = years.flatMap { year in
        Occasion.allCases.filter { !told.contains(OccasionOfYear(occasion: $0, year: year)) }
            .compactMap { $0.duty(in: year) }
    }
    return (usual + set.map(\.duty) + campaigns.map(\.duty)).filter {
        $0.first <= period.last && $0.last >= period.first
    }
}

private struct OccasionOfYear: Hashable {
    let occasion: Occasion
    let year: Int
}

extension OccasionYear {
    fileprivate var place: OccasionOfYear { OccasionOfYear(occasion: occasion, year: year) }
}

extension Occasion {
    /// The occasion in the calendar of a year.
    fileprivate func duty(in year: Int) -> Duty? {
        days(in: year).map { days in
            Duty(
                meaning.map { $0.prefix(1).uppercased() + $0.dropFirst() }, from: days.first, to: days.last,
                source: origin.source, confidence: origin.confidence)
        }
    }
}
