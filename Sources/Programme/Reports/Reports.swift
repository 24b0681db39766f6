public import Commands
import Diagnostics
public import Documents
import Values

/// The code of a report: its name.
public struct ReportName: CodeType {
    /// Reports.
    public static let kind = "report"
    /// The name.
    public let code: String

    /// Takes a name without looking it up.
    public init(code: String) {
        self.code = code
    }
}

/// Reports as a record kind: their names are completed and checked.
let reportKind = RecordKind(
    "report", Text("report", vi: "báo cáo"),
    exists: { session, name in session.registry.contributions(Report.self).contains { $0.name == name } },
    codes: { session, prefix, limit in
        Array(
            session.registry.contributions(Report.self).filter { $0.name.hasPrefix(prefix) }.prefix(limit).map {
                Choice($0.name, $0.summary)
            })
    })

extension ReportSection {
    /// The sections that packs add to a report, each under its heading; those without content are left out.
    public static func blocks(
        of report: String, _ session: Session, _ request: ReportRequest, level: Int = 2
    ) throws -> [Block] {
        try session.registry.contributions(ReportSection.self).filter { $0.report == report }
            .sorted { $0.order < $1.order }
            .flatMap { section in
                let blocks = try section.build(session, request)
                return blocks.isEmpty ? [] : [.heading(section.title, level: level)] + blocks
            }
    }
}

extension Diagnostic {
    fileprivate static func unitNotRecordedYet(_ code: String, _ day: Day) -> Diagnostic {
        Diagnostic(
            .unitNotRecordedYet,
            Text(
                "\(code) was not on record yet by the end of \(day).",
                vi: "Đến hết ngày \(day), đơn vị \(code) chưa được ghi vào sổ."),
            subject: "under",
            notes: [
                Text(
                    "‘history of \(code)’ tells when it was recorded; give that day or a later one.",
                    vi: "Gõ ‘history of \(code)’ để xem ngày ghi sổ; hãy chọn từ ngày đó trở đi.")
            ])
    }
}

extension Diagnostic.Code {
    /// A unit that nobody had recorded by the day to which one looks back.
    static let unitNotRecordedYet: Self = "unit-not-recorded-yet"
}

extension Report {
    /// The report of a name for a period and the unit at the top, as that last was in the period.
    static func made(_ name: ReportName, _ period: Period, _ under: UnitCode, _ session: Session) throws -> Document {
        try requested(name, period, under, session).document
    }

    /// The report of a name with what it was asked for.
    static func requested(
        _ name: ReportName, _ period: Period, _ under: UnitCode, _ session: Session
    ) throws -> (document: Document, request: ReportRequest) {
        guard let report = session.registry.contributions(Report.self).first(where: { $0.name == name.code }) else {
            throw Diagnostic(
                .unknownCode, Text("There is no report ‘\(name.code)’.", vi: "Không có báo cáo ‘\(name.code)’."),
                subject: "report",
                notes: [Text("‘list reports’ shows them.", vi: "Gõ ‘list reports’ để xem.")])
        }
        guard let unit = try Units(session).during(period).first(where: { $0.code == under.code }) else {
            guard try Units(session).id(of: under.code) != nil else {
                throw Diagnostic.unitNotRecordedYet(under.code, session.today)
            }
            var finding = Diagnostic.unitNotOpen(under.code, on: Text(verbatim: "\(period)"))
            finding.subject = "under"
            throw finding
        }
        let request = ReportRequest(period: period, unit: unit)
        return (try report.build(session, request), request)
    }

    /// The report as it is printed: it says on its first page what it reserves. Figures that are not accepted stop it,
    /// unless it may show them.
    static func printed(
        _ name: ReportName, _ period: Period, _ under: UnitCode, unaccepted: Bool, _ session: Session
    ) throws -> (document: Document, request: ReportRequest) {
        let (document, request) = try requested(name, period, under, session)
        let pending = try AcceptanceRule.pending(session, request)
        guard pending.isEmpty || unaccepted else { throw notAccepted(pending) }
        return (PaperReservations.added(to: document, pending: pending), request)
    }

    private static func notAccepted(_ pending: [Text]) -> Diagnostic {
        Diagnostic(
            .figuresNotAccepted,
            Text("Figures of this report are not accepted yet.", vi: "Báo cáo này còn số liệu chưa được duyệt."),
            notes: pending + [
                Text(
                    "Type `unaccepted: yes` to print them; the first page will say so.",
                    vi: "Gõ `unaccepted: yes` nếu vẫn muốn lập; trang đầu sẽ ghi rõ điều này.")
            ])
    }
}

extension Diagnostic.Code {
    /// A report would show figures that nobody has accepted.
    static let figuresNotAccepted: Self = "figures-not-accepted"
}
