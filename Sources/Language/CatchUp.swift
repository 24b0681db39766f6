public import Commands
public import Diagnostics
import Syntax
public import Values

/// The periods for which a script is still to run: those since the last run that went well, oldest first.
public struct CatchUp {
    /// The script's name.
    public let script: String
    /// The parameter that takes the period.
    public let parameter: String
    /// The periods, oldest first; none when the script is up to date.
    public let periods: [Period]
    /// What else was given, by which runs of different kinds are kept apart.
    let arguments: String

    /// Looks up what is to be done. A script that has never run is run for its last period only.
    public init(_ source: Source, arguments: [(name: String, text: String)], in session: Session) throws {
        guard let header = Parser.parse(source).program.header, let (name, kind) = CatchUp.period(of: header) else {
            throw CatchUp.noPeriod()
        }
        guard !arguments.contains(where: { $0.name == name }) else { throw CatchUp.given(name) }
        script = header.name.text
        parameter = name
        self.arguments = arguments.map { "\($0.name): \($0.text)" }.sorted().joined(separator: " ")
        let last = Period(kind, containing: session.today).advanced(by: -1)
        var next = last
        if let done = try session.lastPeriod(of: script, arguments: self.arguments) {
            next = Period(kind, containing: done.last.adding(days: 1))
        }
        var periods: [Period] = []
        while next <= last {
            periods.append(next)
            next = next.advanced(by: 1)
        }
        self.periods = periods
    }

    /// Remembers in a session that the script has run for a period.
    public func remember(_ period: Period, in session: Session) throws {
        try session.remember(period, of: script, arguments: arguments)
    }

    /// The one parameter that is a period and is the last one by default.
    private static func period(of header: Header) -> (String, Period.Kind)? {
        let found = header.parameters.compactMap { parameter -> (String, Period.Kind)? in
            guard parameter.type.text == "period", case .relative(let relative)? = parameter.standard?.kind,
                relative.step == -1, let kind = relative.kind
            else { return nil }
            return (parameter.name.text, kind)
        }
        return found.count == 1 ? found.first : nil
    }

    private static func noPeriod() -> Diagnostic {
        Diagnostic(
            .cannotCatchUp,
            Text(
                "--catch-up needs a script with one period parameter that is the last one by default.",
                vi: "--catch-up cần một kịch bản có đúng một tham số kỳ với mặc định là kỳ vừa qua."),
            notes: [
                Text(
                    "In the script's signature: param month: period = last month \"Month to report\".",
                    vi: "Trong phần khai báo: param month: period = last month \"Tháng báo cáo\".")
            ])
    }

    private static func given(_ name: String) -> Diagnostic {
        Diagnostic(
            .cannotCatchUp,
            Text(
                "--catch-up chooses the periods itself, and ‘--\(name)’ is given.",
                vi: "--catch-up tự chọn kỳ, nhưng lại có ‘--\(name)’."),
            notes: [Text("Leave one of the two out.", vi: "Hãy bỏ một trong hai.")])
    }
}

extension Diagnostic.Code {
    /// A script for which no periods can be caught up.
    public static let cannotCatchUp: Self = "cannot-catch-up"
}
