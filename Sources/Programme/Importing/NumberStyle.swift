import Reading
import Values
import Workbooks

/// How the numbers of a column are written: which mark stands before the decimals.
enum NumberStyle: Sendable, Hashable {
    /// `3.359,80`
    case comma
    /// `3,359.80`
    case point
    /// Nothing tells.
    case unknown

    /// What a mapping calls it.
    var sample: String { self == .point ? "1,234.5" : "1.234,5" }

    /// Reads the name that a mapping gives it.
    init?(sample: String) {
        switch sample {
        case "1.234,5", "1 234,5", "1234,5": self = .comma
        case "1,234.5", "1234.5": self = .point
        default: return nil
        }
    }
}

/// What the numbers of a column show of their form.
struct NumberEvidence {
    private var comma: String?
    private var point: String?
    /// A cell that alone does not tell.
    private(set) var ambiguous: String?
    /// The forms in which those cells are whole numbers of thousands.
    private var ofThousands: Set<NumberStyle> = []
    private var memory = CellMemory()
    private var looked = 0

    /// Looks at the cell of a row, where it has not seen the same before.
    mutating func look(at column: Int, of walk: RowWalk) {
        if let number = walk.number(column, in: &memory) {
            guard number >= looked else { return }
            looked = number + 1
        }
        if case .text(let text)? = walk.cell(column) { note(text.withoutDong) }
    }

    /// Looks at one more cell.
    mutating func note(_ text: String) {
        guard let form = NumberForm(text) else { return }
        switch form.decimalMark {
        case .comma: comma = comma ?? text
        case .point: point = point ?? text
        case .unknown:
            guard form.isAmbiguous else { return }
            ambiguous = ambiguous ?? text
            ofThousands.insert(form.ofThousands)
        }
    }

    /// The cell by which the form was found; `nil` while it was not.
    var witness: String? { style == .unknown ? nil : comma ?? point }

    /// The form in which no number has decimals, where no cell tells another.
    var wholeStyle: NumberStyle {
        comma == nil && point == nil && ofThousands.count == 1 ? ofThousands.first ?? .unknown : style
    }

    /// The form of the whole column; unknown where cells speak for both or for none.
    var style: NumberStyle {
        if comma != nil, point == nil { return .comma }
        return point != nil && comma == nil ? .point : .unknown
    }
}

/// A text of digits with marks between them.
struct NumberForm {
    private let isNegative: Bool
    private let groups: [(mark: UInt8, digits: Substring)]
    /// What the text itself tells of its marks.
    let decimalMark: NumberStyle

    /// Takes a text apart; `nil` when it is no number. Blanks between groups of three are taken away.
    init?(_ text: String) {
        var rest = text[...]
        isNegative = rest.hasPrefix("-") || rest.hasPrefix("−")
        if isNegative { rest = rest.dropFirst() }
        var groups: [(mark: UInt8, digits: Substring)] = []
        var start = rest.startIndex
        var mark: UInt8 = 0
        var place = start
        func isGroup(_ digits: Substring) -> Bool { !digits.isEmpty && digits.utf8.allSatisfy { 48...57 ~= $0 } }
        while place < rest.endIndex {
            let letter = rest[place]
            if letter == "." || letter == "," || letter == " " || letter == "\u{A0}" || letter == "\u{202F}" {
                guard isGroup(rest[start..<place]) else { return nil }
                groups.append((mark, rest[start..<place]))
                mark = letter == "." ? 46 : letter == "," ? 44 : 32
                start = rest.index(after: place)
            }
            place = rest.index(after: place)
        }
        guard isGroup(rest[start...]) else { return nil }
        groups.append((mark, rest[start...]))
        self.groups = groups
        guard let style = NumberForm.style(groups) else { return nil }
        decimalMark = style
    }

    /// What the marks tell; `nil` where they make no number.
    private static func style(_ groups: [(mark: UInt8, digits: Substring)]) -> NumberStyle? {
        guard let last = groups.last, groups.count > 1 else { return .unknown }
        let inner = groups.dropFirst().dropLast()
        let isFitting = groups[0].digits.count <= 3 && inner.allSatisfy { $0.digits.count == 3 }
        let first = groups[1].mark
        let areAlike = groups.dropFirst().allSatisfy { $0.mark == first }
        if !areAlike {
            // The last mark stands before the decimals, the others between groups.
            guard isFitting, inner.allSatisfy({ $0.mark == first }), last.mark != 32 else { return nil }
            return last.mark == 44 ? .comma : .point
        }
        if first == 32 { return isFitting && last.digits.count == 3 ? .unknown : nil }
        if groups.count > 2 {
            guard isFitting, last.digits.count == 3 else { return nil }
            return first == 44 ? .point : .comma
        }
        let couldBeGroups = last.digits.count == 3 && groups[0].digits.count <= 3 && groups[0].digits.first != "0"
        if couldBeGroups { return .unknown }
        return first == 44 ? .comma : .point
    }

    /// Whether the text alone does not tell what its mark means.
    var isAmbiguous: Bool { decimalMark == .unknown && groups.count == 2 && groups[1].mark != 32 }

    /// The style in which the mark stands between thousands.
    fileprivate var ofThousands: NumberStyle { groups.last?.mark == 46 ? .comma : .point }

    /// The number, read in a style; `nil` where it does not fit it or has too many digits.
    func number(in style: NumberStyle) -> Number? {
        let decided = decimalMark == .unknown ? style : decimalMark
        guard !isAmbiguous || decided != .unknown else { return nil }
        let decimal: UInt8 = decided == .point ? 46 : 44
        var digits = isNegative ? "-" : ""
        for (mark, group) in groups {
            if mark == decimal { digits += "." }
            digits += group
        }
        return Number(digits)
    }
}
