public import Commands
public import Database
public import Values

/// What formulas can ask of a unit beside its figures.
enum UnitTrait: String, CaseIterable, SQLConvertible {
    case kind, group, owner

    /// What it is called in a sentence.
    var noun: Text {
        switch self {
        case .kind: Text("kind of unit", vi: "loại đơn vị")
        case .group: Text("group of units", vi: "nhóm đơn vị")
        case .owner: Text("owner", vi: "loại hình sở hữu")
        }
    }

    /// The words that there are; `nil` where the office makes its own.
    var words: [String]? {
        switch self {
        case .kind: UnitKind.allCases.map(\.rawValue)
        case .group: nil
        case .owner: UnitOwner.allCases.map(\.rawValue)
        }
    }
}

/// Who owns a school (Luật Giáo dục 2019, Điều 47).
public enum UnitOwner: String, ChoiceType, SQLConvertible {
    case `public`, community, `private`

    /// The list is of owners.
    public static let listName = "owner"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .public: Text("founded and run by the State", vi: "công lập")
        case .community: Text("founded by a community: kindergartens only", vi: "dân lập (chỉ mầm non)")
        case .private: Text("founded by investors", vi: "tư thục")
        }
    }
}
