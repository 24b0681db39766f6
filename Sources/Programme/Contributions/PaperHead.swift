public import Commands
public import Documents

/// How a pack puts the official head and foot of a unit on papers, also on those of other packs.
public struct PaperHead: Contribution {
    /// The head of a unit's paper; `nil` where the unit has none.
    public let head: @Sendable (Session, OfficeUnit, OfficialPaper) throws -> Letterhead?

    /// Declares heads.
    public init(_ head: @escaping @Sendable (Session, OfficeUnit, OfficialPaper) throws -> Letterhead?) {
        self.head = head
    }
}
