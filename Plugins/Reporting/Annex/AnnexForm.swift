import Programme
import Values

/// A form that units fill in, as data: blocks of rows, what each row takes, and what must hold between rows.
struct AnnexForm {
    /// The name under which files are stamped.
    let code: String
    /// Changes with every change of the rows: a file of another version is refused.
    let version: Int
    /// The name on the tab, and in the head.
    let sheet: String
    let blocks: [AnnexBlock]
    let rules: [AnnexRule]

    var rows: [AnnexRow] { blocks.flatMap(\.rows) }
}

/// A block of a form, with the letter before its name.
struct AnnexBlock {
    let letter: String
    let name: Text
    let rows: [AnnexRow]

    init(_ letter: String, _ name: Text, _ rows: [AnnexRow]) {
        (self.letter, self.name, self.rows) = (letter, name, rows)
    }
}

/// A row of a form.
struct AnnexRow {
    /// `A.1`.
    let code: String
    let name: Text
    let content: Content
    /// The element of which it tells; `nil` for what is no figure.
    let element: String?
    /// How the element is defined where nobody has defined it; `nil` for one that a pack derives.
    let definition: Definition?
    /// The kinds of units that it asks; all of them where there is none.
    let kinds: [UnitKind]
    /// The row that must say yes for this one to be asked.
    let condition: String?
    /// Whether it may stay empty without a word.
    let isOptional: Bool

    /// What the cells of a row take.
    enum Content: Equatable {
        /// All and the women among them.
        case people
        /// A whole number.
        case count
        /// Whole đồng.
        case money
        case yesNo
        case choice([String])
        case day
        case text
        case remark(RemarkKind)
        /// A number of cases, which is no figure and shown with care.
        case cases
        /// All and women of other rows, added up.
        case sum([String])

        /// Whether a reason can stand in place of a number.
        var hasReason: Bool {
            switch self {
            case .people, .count, .money, .yesNo, .cases: true
            case .choice, .day, .text, .remark, .sum: false
            }
        }

        /// Whether women are asked apart.
        var isBySex: Bool { self == .people }
    }

    /// How an element is defined that only the form asks for.
    struct Definition {
        let type: String
        let overTime: String
        let overUnits: String
    }

    init(
        _ code: String, _ name: Text, _ content: Content, _ element: String? = nil, new definition: Definition? = nil,
        kinds: [UnitKind] = [], onlyIf condition: String? = nil, optional: Bool = false
    ) {
        (self.code, self.name, self.content, self.element) = (code, name, content, element)
        (self.definition, self.kinds, self.condition, isOptional) = (definition, kinds, condition, optional)
    }

    /// Whether units of a kind are asked.
    func asks(_ kind: UnitKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }
}

extension AnnexRow.Definition {
    /// People as they are at the end of a year.
    static let people = Self(type: "people", overTime: "last", overUnits: "sum")
    /// People counted over a year.
    static let peopleOfYear = Self(type: "people", overTime: "none", overUnits: "sum")
    /// đồng of a year.
    static let money = Self(type: "money", overTime: "none", overUnits: "sum")
    /// Yes or no for a year.
    static let yesNo = Self(type: "yes-no", overTime: "none", overUnits: "none")
}

/// What must hold between rows; asked only of rows that have numbers.
enum AnnexRule {
    /// Parts that exclude each other are together not more than the whole: all, women and men.
    case within([String], whole: String)
    /// A row is not more than a number.
    case atMost(String, Int)
}
