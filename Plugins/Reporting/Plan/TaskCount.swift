import Commands
import Documents
import Programme
import Values

/// What a task asks for in numbers, and how much of it is there.
struct TaskCount {
    /// The code of what is counted, and its name.
    let code: String
    let name: Text
    /// What the plan asks for and what is there: percents as 75 for 75 %.
    let planned: Number?
    let reached: Number?
    /// Whether what is there is enough; `nil` while one of the two is not known.
    let isMet: Bool?
    /// In what both are told.
    let unit: IndicatorUnit

    /// What stands in a paper: `103/80`, or what is there alone where no number is asked for.
    func written(in language: DisplayLanguage) -> String {
        func shown(_ number: Number?) -> String {
            guard let number else { return Text("no value", vi: "chưa có số liệu")(in: language) }
            let cell = unit == .percent ? number.divided(by: 100).map { Value.percent($0) } : .number(number)
            return (cell ?? .missing).written(in: language)
        }
        return planned == nil ? shown(reached) : "\(shown(reached))/\(shown(planned))"
    }
}

/// Counts what tasks ask for: over the unit that owns a task and all below it; what a division owns is counted for the
/// department that it belongs to.
struct TaskCounts {
    private let session: Session
    private let units: Units
    private var computations: [Key: IndicatorComputation] = [:]

    private struct Key: Hashable {
        let year: Int
        let top: String
    }

    init(_ session: Session) {
        self.session = session
        units = Units(session)
    }

    /// What a task counts in the year of its due day; `nil` for one that counts nothing.
    mutating func count(_ task: PlanTask) throws -> TaskCount? {
        guard task.element != nil || task.indicator != nil, let year = Period(.year, year: task.due.year) else {
            return nil
        }
        let owner = try units.unit(task.owner, on: min(task.due, session.today))
        let top = owner?.kind == .pb ? owner?.managerCode ?? task.ownerCode : task.ownerCode
        let key = Key(year: year.year, top: top)
        var computation =
            try computations[key] ?? IndicatorComputation(session, period: year, under: UnitCode(code: top))
        defer { computations[key] = computation }
        if let code = task.element, let element = try Elements(session).element(code) {
            let reached = try computation.count(element)?.value
            let isMet = reached.flatMap { reached in task.planned.map { reached >= $0 } }
            return TaskCount(
                code: code, name: element.name, planned: task.planned, reached: reached, isMet: isMet, unit: .number)
        }
        guard let code = task.indicator, let indicator = try Indicators(session).indicator(code),
            let result = try computation.results(indicator).first
        else { return nil }
        let isPercent = indicator.unit == .percent
        let reached = result.value.flatMap { isPercent ? $0.multiplied(by: 100) : $0 }
        let isMet = result.status == .achieved ? true : result.status == .behind ? false : nil
        return TaskCount(
            code: code, name: indicator.name, planned: result.target?.value,
            reached: reached?.rounded(to: max(2, indicator.decimals)), isMet: isMet, unit: indicator.unit)
    }
}
