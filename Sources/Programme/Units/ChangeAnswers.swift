import Commands
import Diagnostics
import Documents
import Values

/// The parameters that every change of a unit has, and what its answer may add.
enum ChangeParameters {
    static let on = Label<Day>("on", Text("The first day on which it holds.", vi: "Ngày bắt đầu có hiệu lực."))
    static let document = Label<String?>(
        "document", Text("The decision behind it: its number.", vi: "Số quyết định."))
}

extension Session {
    /// Refuses a day more than a year ahead: decisions are made before they hold, but not so long.
    func requireDecided(_ day: Day) throws {
        guard day > today.adding(days: 366) else { return }
        throw Diagnostic(
            .farFuture,
            Text(
                "\(day) lies more than a year ahead; today is \(today).",
                vi: "Ngày \(day) còn cách hơn một năm; hôm nay là \(today)."),
            subject: "on")
    }
}

extension Document {
    /// Adds what is to be checked where units stand under a manager of another kind than usual.
    func reserving(_ units: [Int64], on day: Day, _ histories: UnitHistories) throws -> Document {
        var document = self
        for unit in units {
            guard let state = try histories.versions(of: unit).first(where: { $0.contains(day) })?.state,
                let manager = state.manager,
                let kind = try histories.versions(of: manager).nearest(to: day)?.state.kind,
                let words = try ManagingRule.reservation(
                    histories.code(of: unit), state.kind, under: kind, on: day)
            else { continue }
            document.blocks.append(.reservation(words))
        }
        return document
    }
}

extension Diagnostic.Code {
    /// A day too far ahead for a change that is decided.
    static let farFuture: Self = "far-future"
}
