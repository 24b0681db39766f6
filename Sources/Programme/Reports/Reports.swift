public import Commands
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
    public static func blocks(of report: String, _ session: Session, _ request: ReportRequest) throws -> [Block] {
        try session.registry.contributions(ReportSection.self).filter { $0.report == report }
            .sorted { $0.order < $1.order }
            .flatMap { section in
                let blocks = try section.build(session, request)
                return blocks.isEmpty ? [] : [.heading(section.title, level: 2)] + blocks
            }
    }
}
