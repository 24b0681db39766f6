public import Commands
import Diagnostics
public import Values

/// Refuses a day after today for what is said to have happened.
public func refuseFuture(_ day: Day, _ argument: String, _ session: Session) throws {
    guard day > session.today else { return }
    throw Diagnostic(
        .futureDay,
        Text(
            "\(day) lies in the future; today is \(session.today).",
            vi: "Ngày \(day) còn ở phía trước; hôm nay là \(session.today)."),
        subject: argument)
}

extension Diagnostic.Code {
    /// A day after today where something is said to have happened.
    static let futureDay: Self = "future-day"
}
