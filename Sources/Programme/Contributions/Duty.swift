public import Commands
public import Values

/// Something that comes up in the calendar: a campaign, a day to mark, a deadline.
public struct Duty: Sendable, Hashable {
    /// What it is.
    public let name: Text
    /// Its first day.
    public let first: Day
    /// Its last day; a deadline's is the last day on which it is kept.
    public let last: Day
    /// The document that asks for it.
    public let source: String
    /// How sure the source is.
    public let confidence: Confidence

    /// Puts a duty into the calendar.
    public init(_ name: Text, from first: Day, to last: Day, source: String, confidence: Confidence) {
        self.name = name
        self.first = first
        self.last = last
        self.source = source
        self.confidence = confidence
    }
}

/// The duties that a pack knows of.
public struct DutyRule: Contribution {
    /// The duties of which at least one day lies in a period.
    public let duties: @Sendable (Session, Period) throws -> [Duty]

    /// Declares duties.
    public init(_ duties: @escaping @Sendable (Session, Period) throws -> [Duty]) {
        self.duties = duties
    }
}

/// How sure a fact taken from law or a programme is. Only what was read in the document itself is shown as official.
public enum Confidence: String, ChoiceType {
    case verbatim, secondary, unverified, unknown, operational, local

    /// The list is of confidences.
    public static let listName = "confidence"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .verbatim: Text("read in the document itself", vi: "đọc được trong chính văn bản")
        case .secondary: Text("told by a secondary source", vi: "theo nguồn thứ cấp")
        case .unverified: Text("from memory, not verified", vi: "chưa kiểm chứng")
        case .unknown:
            Text(
                "not found; to be entered from the official annex", vi: "chưa tìm thấy, chờ nhập từ phụ lục chính thức")
        case .operational:
            Text("a working measure without a legal target", vi: "chỉ số điều hành, không có chỉ tiêu pháp lý")
        case .local: Text("set by the office itself", vi: "do đơn vị tự đặt")
        }
    }

    /// Whether it may stand in a paper without a reservation.
    public var isOfficial: Bool { self == .verbatim }
}
