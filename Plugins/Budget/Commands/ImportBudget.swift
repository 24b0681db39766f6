import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `import budget` records the estimate, the allocations or the payments of a file.
let importBudget = Command(
    "import budget",
    Text(
        "Records the estimate, the allocations or the payments of a file.",
        vi: "Ghi dự trù, các khoản giao hoặc khoản chi trong một tệp."),
    effect: .writes, run: take
) {
    Label<BudgetList>("of", Text("What the file lists.", vi: "Nội dung của tệp."))
    Label<FilePath>(
        "from",
        Text(
            "The file (xlsx, csv, tsv, json): unit, amount, source, on, document, code; and year for allocations, what "
                + "and category for spending. For estimates unit, year, category, what, role, people, sessions, norm, "
                + "amount, source.",
            vi: "Tệp (xlsx, csv, tsv, json): đơn vị, số tiền, nguồn, ngày, chứng từ, mã; thêm năm với khoản giao, nội "
                + "dung và khoản mục với khoản chi. Với dự trù: đơn vị, năm, khoản, nội dung chi, vai trò, số người, "
                + "số buổi, định mức, thành tiền, nguồn."))
    importedSheet
    importMapping
    Label<Period?>(
        "year", Text("The year of the budget, for a sheet without it.", vi: "Năm ngân sách, khi bảng không có cột năm.")
    )
    Label<UnitCode?>("unit", Text("The unit, for a sheet without it.", vi: "Đơn vị, khi bảng không có cột đơn vị."))
} examples: {
    Example("list spending | save \"spending.csv\"")
    Example("import budget of: spending from: \"spending.csv\"").prints("read = 0 stored + 1 unchanged")
    Example("list allocations | save \"allocations.csv\"")
    Example("import budget of: allocations from: \"allocations.csv\" year: 2025").prints(
        "read = 0 stored + 1 unchanged")
    Example("list estimates year: 2025 | save \"estimates.csv\"")
    Example("import budget of: estimates from: \"estimates.csv\" year: 2025").prints(
        "2 rows read = 0 stored + 2 unchanged")
    Example("import budget of: spending from: \"spending.csv\" year: 2025").reports("not-taken-here")
    Example("import budget of: spending from: \"no-such-file.csv\"").reports(.fileUnreadable)
}

/// What a file of the budget lists.
enum BudgetList: String, ChoiceType {
    case estimates, allocations, spending

    /// The list is of lists of the budget.
    static let listName = "budget list"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .estimates: Text("lines of estimates", vi: "dự trù kinh phí")
        case .allocations: Text("amounts that units were given", vi: "kinh phí được giao")
        case .spending: Text("payments", vi: "các khoản chi")
        }
    }
}

private func take(
    session: Session, list: BudgetList, from: FilePath, sheet: String?, map: FilePath?, year: Period?,
    unit: UnitCode?
) throws -> Document {
    var fixed: [String: String] = [:]
    if let year { fixed["year"] = "\(year)" }
    if let unit { fixed["unit"] = unit.code }
    let request = SheetImport.Request(from, sheet: sheet, map: map, fixed: fixed)
    switch list {
    case .estimates:
        let sheet = try SheetImport(request, EstimateImport.columns, session)
        var estimates = try EstimateImport(session, sheet)
        return try sheet.run(["unit", "what", "role"]) { try estimates.take($0) }
    case .allocations: return try take(request, .allocations, ["unit", "year", "amount"], session)
    case .spending: return try take(request, .spending, ["unit", "what", "amount"], session)
    }
}

private func take(
    _ request: SheetImport.Request, _ list: BudgetImport.Payments, _ about: [String], _ session: Session
) throws -> Document {
    let sheet = try SheetImport(request, BudgetImport.columns(list), session)
    var budget = try BudgetImport(session, sheet, list)
    return try sheet.run(about) { try budget.take($0) }
}
