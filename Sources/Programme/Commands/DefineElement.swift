import Commands
import Database
import Diagnostics
import Documents
import Values

/// `define element` names a thing that is counted for units and periods.
let defineElement = Command(
    "define element",
    Text(
        "Names a thing that is counted, and how its figures add up.",
        vi: "Khai báo một loại số liệu và cách tổng hợp."),
    effect: .writes, run: define
) {
    Argument<NewCode>("code", Text("A short code: small letters and hyphens.", vi: "Mã ngắn: chữ thường và gạch nối."))
    Argument<String>("name", Text("What is counted.", vi: "Tên tiếng Anh của số liệu."))
    Label<String?>("vi", Text("The same in Vietnamese.", vi: "Tên tiếng Việt."))
    Label<ElementType>("type", Text("What a figure is.", vi: "Kiểu số liệu."))
    Label<OverTime>("over-time", Text("How shorter periods make a longer one.", vi: "Cách gộp theo thời gian."))
    Label<OverUnits>("over-units", Text("How units make the whole.", vi: "Cách gộp theo đơn vị."))
    Label<Bool?>(
        "by-sex",
        Text(
            "Whether women are counted apart; people are when it is left out.",
            vi: "Có tách nữ không; bỏ trống thì số người có tách."))
    Label<PeriodLength?>(
        "every",
        Text(
            "By which period it is recorded; the first figure decides when left out.",
            vi: "Ghi theo kỳ nào; bỏ trống thì theo số liệu đầu tiên."))
    Label<[String]?>(
        "by",
        Text(
            "The categories into which it is divided: [\"under-30\", \"from-30\"].",
            vi: "Các nhóm chia nhỏ: [\"duoi-30\", \"tu-30\"]."))
} examples: {
    Example(
        "define element masters \"holders of a master’s degree\" vi: \"người có trình độ thạc sĩ\""
            + " type: people over-time: last over-units: sum"
    )
    .prints("masters")
    Example("define element masters \"again\" type: people over-time: last over-units: sum").reports(.elementTaken)
    Example("define element trainings \"trainings\" type: count over-time: sum over-units: sum").reports(.elementTaken)
    Example("define element \"two words\" \"x\" type: count over-time: sum over-units: sum").reports(.codeNotAWord)
}

private func define(
    session: Session, code: NewCode, name: String, vietnamese: String?, type: ElementType, overTime: OverTime,
    overUnits: OverUnits, bySex: Bool?, every: PeriodLength?, by categories: [String]?
) throws -> Document {
    guard isFormulaWord(code.code) else {
        throw Diagnostic(
            .codeNotAWord,
            Text("‘\(code.code)’ cannot stand in a formula.", vi: "‘\(code.code)’ không dùng được trong công thức."),
            subject: "code",
            notes: [
                Text(
                    "Use letters, digits and hyphens, a letter first: women-trained.",
                    vi: "Dùng chữ cái, chữ số và gạch nối, bắt đầu bằng chữ cái: women-trained.")
            ])
    }
    if let other = try Elements(session).element(code.code) { throw Diagnostic.elementTaken(other) }
    let bySex = bySex ?? (type == .people)
    let categories = try categories.map(checkedCategories) ?? []
    try session.database.execute(
        """
        INSERT INTO element (code, name, name_vi, type, over_time, over_units, by_sex, every, categories, recorded)
        VALUES (\(code.code), \(name), \(vietnamese ?? name), \(type), \(overTime), \(overUnits), \(bySex), \(every),
            \(categories.isEmpty ? nil : categories.joined(separator: "\n")), \(session.entry))
        """)
    return .done(Text("Defined the element \(code.code).", vi: "Đã khai báo số liệu \(code.code)."))
}

/// Categories as formulas name them, each once.
private func checkedCategories(_ categories: [String]) throws -> [String] {
    for (place, category) in categories.enumerated() {
        guard isFormulaWord(category) else {
            throw Diagnostic(
                .codeNotAWord,
                Text("‘\(category)’ cannot stand in a formula.", vi: "‘\(category)’ không dùng được trong công thức."),
                subject: "by",
                notes: [
                    Text(
                        "Use letters, digits and hyphens, a letter first: under-30.",
                        vi: "Dùng chữ cái, chữ số và gạch nối, bắt đầu bằng chữ cái: duoi-30.")
                ])
        }
        guard !categories[..<place].contains(category) else {
            throw Diagnostic(
                .categoryDoubled,
                Text("The category ‘\(category)’ stands here twice.", vi: "Nhóm ‘\(category)’ bị ghi hai lần."),
                subject: "by")
        }
    }
    return categories
}

/// Whether a code is one word of the language and none that formulas use themselves.
func isFormulaWord(_ code: String) -> Bool {
    let used: Set<String> = [
        "and", "or", "not", "in", "between", "is", "matches", "then", "else", "do", "yes", "no", "kind", "group",
        "owner",
    ]
    guard let first = code.unicodeScalars.first, first.properties.isAlphabetic, !used.contains(code) else {
        return false
    }
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
        !part.isEmpty
            && part.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0) }
    }
}

extension Diagnostic {
    fileprivate static func elementTaken(_ other: FigureElement) -> Diagnostic {
        Diagnostic(
            .elementTaken,
            Text(
                "‘\(other.code)’ is an element already: \(other.name.english).",
                vi: "‘\(other.code)’ đã là một số liệu: \(other.name.vietnamese)."),
            subject: "code",
            notes: [Text("‘list elements’ shows all of them.", vi: "Gõ ‘list elements’ để xem tất cả.")])
    }
}

extension Diagnostic.Code {
    /// A code that another element has.
    static let elementTaken: Self = "element-taken"
    /// A category that a list names twice.
    static let categoryDoubled: Self = "category-doubled"
    /// A code that formulas could not name.
    static let codeNotAWord: Self = "code-not-a-word"
}
