public import Commands
public import Documents
public import Values

/// A report that `render report` can make; any pack may contribute one.
public struct Report: Contribution {
    /// The name behind `render report`: `monthly-digest`.
    public let name: String
    /// What it tells, in a line.
    public let summary: Text
    /// Makes the report.
    public let build: @Sendable (Session, ReportRequest) throws -> Document

    /// Declares a report.
    public init(
        _ name: String, _ summary: Text, build: @escaping @Sendable (Session, ReportRequest) throws -> Document
    ) {
        self.name = name
        self.summary = summary
        self.build = build
    }
}

/// What a report is asked for.
public struct ReportRequest: Sendable {
    /// The period it tells of.
    public let period: Period
    /// The unit at the top: the report tells of it and everything under it.
    public let unit: OfficeUnit

    /// Asks for a period and a unit.
    public init(period: Period, unit: OfficeUnit) {
        self.period = period
        self.unit = unit
    }
}

/// A section that a pack adds to another pack's report.
public struct ReportSection: Contribution {
    /// The report it belongs to: `monthly-digest`.
    public let report: String
    /// Where it stands: sections come in ascending order.
    public let order: Int
    /// Its heading.
    public let title: Text
    /// Makes its blocks; without any the section is left out.
    public let build: @Sendable (Session, ReportRequest) throws -> [Block]

    /// Declares a section.
    public init(
        of report: String, order: Int, _ title: Text,
        build: @escaping @Sendable (Session, ReportRequest) throws -> [Block]
    ) {
        self.report = report
        self.order = order
        self.title = title
        self.build = build
    }
}
