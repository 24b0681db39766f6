import Commands
import Values

/// How it stands with a figure that was recast.
enum RecastState: String, ChoiceType {
    case reported, incomplete, notReported = "not-reported", notApplicable = "not-applicable", withheld
    case notComparable = "not-comparable"
    case together

    static let listName = "state of a recast figure"

    var meaning: Text {
        switch self {
        case .reported: Text("every unit behind it reported", vi: "mọi đơn vị nguồn đã báo cáo")
        case .incomplete: Text("some units behind it did not report", vi: "còn đơn vị nguồn chưa báo cáo")
        case .notReported: FigureState.notReported.meaning
        case .notApplicable: FigureState.notApplicable.meaning
        case .withheld: FigureState.withheld.meaning
        case .notComparable: Text("cannot be told on this structure", vi: "không so sánh được")
        case .together: Text("told only for these units together", vi: "chỉ có số chung của các đơn vị này")
        }
    }

    /// Why a cell is empty.
    var missing: Missing {
        switch self {
        case .incomplete, .notReported: .notReported
        case .notApplicable: .notApplicable
        case .withheld: .withheld
        case .reported, .notComparable, .together: .empty
        }
    }
}

/// What the units of a structure's day stand for in one period, put together from what was reported then.
struct RecastFigure {
    /// How many units are behind it.
    fileprivate(set) var expected = 0
    /// How many of them reported.
    fileprivate(set) var counted = 0
    /// Whether any of them has a figure, be it that there is none.
    fileprivate(set) var isKnown = false
    /// The days on which the series breaks.
    fileprivate(set) var breaks: [UnitRecast.Break] = []
    private var sum: Number? = .zero
    private var sumOfWomen: Number? = .zero
    private var excused = 0
    private var isWithheld = false
    private var isUntold = false

    /// How it stands.
    var state: RecastState {
        if isUntold || (sum == nil && counted > 0) { return .notComparable }
        if isWithheld { return .withheld }
        if counted > 0 { return counted + excused == expected ? .reported : .incomplete }
        return excused > 0 && excused == expected ? .notApplicable : .notReported
    }

    /// The number; `nil` unless every unit behind it reported.
    var total: Number? { state == .reported ? sum : nil }

    /// The women among them.
    var women: Number? { state == .reported ? sumOfWomen : nil }

    /// Notes that a unit stands behind it.
    fileprivate mutating func expect(_ destination: UnitRecast.Destination) {
        expected += 1
        for found in destination.breaks where !breaks.contains(found) { breaks.append(found) }
    }

    /// Notes a unit without a number.
    fileprivate mutating func note(_ state: FigureState) {
        isKnown = true
        if state == .notApplicable { excused += 1 }
        if state == .withheld { isWithheld = true }
    }

    /// Adds a part of a unit's number; `nil` for one that nobody can tell.
    fileprivate mutating func add(_ total: Number?, _ women: Number?, onlyOne: Bool) {
        isKnown = true
        counted += 1
        guard let total, !(onlyOne && counted > 1) else {
            isUntold = true
            return
        }
        sum = sum?.adding(total)
        sumOfWomen = women.flatMap { sumOfWomen?.adding($0) }
    }
}

extension UnitRecast {
    /// What the units of the structure stand for in a period, by their ids.
    ///
    /// `kinds` are the kinds of units that report the element: a unit of such a kind without a claim did not report. Of
    /// a unit that closed within the period the units that follow it tell: it is missed by nobody, and what lasts, such
    /// as people in post, is told once. Joint units stand for one, the first of them.
    func figures(
        _ claims: [Int64: FigureClaim], of element: FigureElement, in period: Period, from kinds: Set<UnitKind>,
        together joint: JointUnits = JointUnits()
    ) -> [Int64: RecastFigure] {
        var found: [Int64: RecastFigure] = [:]
        found.reserveCapacity(claims.count)
        for (unit, kind, last) in open(in: period) {
            let claim = claims[unit]
            guard claim != nil || kinds.contains(kind) else { continue }
            if last < period.last, isFollowed(unit, from: last, to: period.last) {
                guard claim != nil else { continue }
                if element.isStock,
                    heirs(of: unit, from: last, to: period.last).contains(where: { heir in
                        heir != unit && claims[heir]?.state == .reported
                    })
                {
                    continue
                }
            }
            let own = destination(of: unit, from: last)
            let end = element.isIndivisible ? own : own.told(joint)
            for part in end.parts { found[part.unit, default: RecastFigure()].expect(end) }
            for target in end.unknown { found[target, default: RecastFigure()].expect(end) }
            if let claim { UnitRecast.add(claim, element, end, to: &found) }
        }
        return found
    }

    private static func add(
        _ claim: FigureClaim, _ element: FigureElement, _ end: Destination, to found: inout [Int64: RecastFigure]
    ) {
        guard claim.state == .reported, let total = claim.total else {
            for part in end.parts { found[part.unit]?.note(claim.state) }
            for target in end.unknown { found[target]?.note(claim.state) }
            return
        }
        let onlyOne = element.isIndivisible
        // Nought has no parts but noughts, whatever the shares are.
        let isNought = total == .zero && !onlyOne
        for target in end.unknown {
            found[target]?.add(isNought ? .zero : nil, claim.women, onlyOne: onlyOne)
        }
        if end.parts.count == 1, end.parts[0].share == .whole {
            found[end.parts[0].unit]?.add(total, claim.women, onlyOne: onlyOne)
            return
        }
        guard !onlyOne else {
            for part in end.parts { found[part.unit]?.add(nil, nil, onlyOne: true) }
            return
        }
        let shares = end.parts.map(\.share) + (end.rest.map { [$0] } ?? [])
        let (totals, women) = element.parts(of: total, claim.women, by: shares)
        for (place, part) in end.parts.enumerated() {
            found[part.unit]?.add(totals[place], women?[place], onlyOne: false)
        }
    }
}

extension FigureElement {
    /// Whether it tells what there is, and not what happened.
    var isStock: Bool { overTime == .last || overTime == .average }

    /// Whether a figure tells of a unit as a whole and can be neither divided nor added.
    fileprivate var isIndivisible: Bool { type == .yesNo || overUnits == .none }

    /// The parts of a figure. Women and men are divided apart, so that no part has more women than people.
    fileprivate func parts(of total: Number, _ women: Number?, by shares: [Share]) -> ([Number], [Number]?) {
        let whole = isDerived ? total.decimals == 0 : type.isWhole
        guard let women, let men = total.subtracting(women) else {
            return (Apportionment.parts(of: total, by: shares, whole: whole), nil)
        }
        let ofWomen = Apportionment.parts(of: women, by: shares, whole: whole)
        let ofMen = Apportionment.parts(of: men, by: shares, whole: whole)
        return (zip(ofWomen, ofMen).map { $0.adding($1) ?? $0 }, ofWomen)
    }
}
