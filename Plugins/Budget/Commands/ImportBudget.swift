import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `import budget` records the allocations or payments of a file.
let importBudget = Command(
    "import budget",
    Text("Records the allocations or payments of a file.", vi: "Ghi các khoản giao hoặc khoản chi trong một tệp."),
    effect: .writes, run: take
) {
    Label<BudgetList>("of", Text("What the file lists.", vi: "Nội dung của tệp."))
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json): unit, amount, source, on, document, code; and year for allocations, what "
                + "and category for spending.",
            vi: "Tệp (xlsx, csv, tsv, json): đơn vị, số tiền, nguồn, ngày, chứng từ, mã; thêm năm với khoản giao, nội "
                + "dung và khoản mục với khoản chi."))
    importedSheet
    importMapping
    Label<Period?>("year", Text("The year, for allocations without it.", vi: "Năm, khi bảng không có cột năm."))
} examples: {
    Example("list spending | save \"spending.csv\"")
    Example("import budget of: spending from: \"spending.csv\"").prints("read = 0 stored + 1 unchanged")
    Example("list allocations | save \"allocations.csv\"")
    Example("import budget of: allocations from: \"allocations.csv\" year: 2025").prints(
        "read = 0 stored + 1 unchanged")
    Example("import budget of: spending from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

/// What a file of the budget lists.
enum BudgetList: String, ChoiceType {
    case allocations, spending

    /// The list is of lists of the budget.
    static let listName = "budget list"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .allocations: Text("amounts that units were given", vi: "kinh phí được giao")
        case .spending: Text("payments", vi: "các khoản chi")
        }
    }
}

private func take(
    session: Session, list: BudgetList, from: FilePath, sheet: String?, map: FilePath?, year: Period?
) throws -> Document {
    let request = SheetImport.Request(
        from, sheet: sheet, map: map, fixed: list == .allocations ? year.map { ["year": "\($0)"] } ?? [:] : [:])
    let sheet = try SheetImport(request, BudgetImport.columns(list), session)
    var budget = try BudgetImport(session, sheet, list)
    return try sheet.run(["unit", list == .spending ? "what" : "year", "amount"]) { try budget.take($0) }
}
