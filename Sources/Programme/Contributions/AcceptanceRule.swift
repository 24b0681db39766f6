public import Commands
public import Values

/// What a pack knows of whether the figures of a report may be printed; any pack may contribute one.
public struct AcceptanceRule: Contribution {
    /// Tells what is not accepted yet of the figures that a report would show; `nil` where all of it is.
    public let pending: @Sendable (Session, ReportRequest) throws -> Text?

    /// Declares a rule.
    public init(pending: @escaping @Sendable (Session, ReportRequest) throws -> Text?) {
        self.pending = pending
    }

    /// What the rules of all packs say is not accepted yet.
    static func pending(_ session: Session, _ request: ReportRequest) throws -> [Text] {
        try session.registry.contributions(AcceptanceRule.self).compactMap { try $0.pending(session, request) }
    }
}
