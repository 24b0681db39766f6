/// What a user may do in a shared database; who has a file to himself may do everything.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// To read what is not sealed.
    case viewer
    /// To add records to the units in the user's care.
    case recorder
    /// To do everything but handle sealed cases: define, amend, reorganise.
    case manager
    /// To handle sealed cases.
    case caseOfficer = "case-officer"
}
