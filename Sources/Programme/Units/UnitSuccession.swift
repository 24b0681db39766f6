import Commands
import Database
import Values

/// How one unit follows another.
enum SuccessionKind: String, ChoiceType, SQLConvertible {
    case merge, split

    /// The list is of successions.
    static let listName = "succession"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .merge: Text("several units become one", vi: "sáp nhập, hợp nhất")
        case .split: Text("one unit becomes several", vi: "chia, tách")
        }
    }
}

/// From a day on a unit stands for another, or for a share of it.
struct UnitSuccession: Hashable {
    /// The unit whose figures pass on.
    let source: Int64
    /// The unit that stands for them from the day on.
    let target: Int64
    let kind: SuccessionKind
    let day: Day
    /// Which share of the source it stands for; `nil` when nobody knows.
    let share: Share?
    let document: String?

    /// The successions that readers of a session see, in the order of their days.
    static func all(_ session: Session, where condition: SQL = "1 = 1") throws -> [UnitSuccession] {
        var found: [UnitSuccession] = []
        try session.database.forEach(
            """
            SELECT source, target, kind, on_day, share_numerator, share_denominator, document FROM unit_succession
            WHERE \(session.visible()) AND \(condition) ORDER BY on_day, id
            """
        ) { row in
            let (above, below): (Int64?, Int64?) = (try row.value(4), try row.value(5))
            let share = above.flatMap { above in below.flatMap { Share(Int128(above), of: Int128($0)) } }
            found.append(
                UnitSuccession(
                    source: try row.value(0), target: try row.value(1), kind: try row.value(2), day: try row.value(3),
                    share: share, document: try row.value(6)))
        }
        return found
    }

    /// Writes it down.
    func record(_ session: Session) throws {
        try session.database.execute(
            """
            INSERT INTO unit_succession (
                source, target, kind, on_day, share_numerator, share_denominator, document, recorded)
            VALUES (\(source), \(target), \(kind), \(day), \(share?.numerator), \(share?.denominator), \(document),
                \(session.entry))
            """)
    }
}
