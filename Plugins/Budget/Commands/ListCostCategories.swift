import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list cost categories` shows what money may be spent on and what decides the amount.
let listCostCategories = Command(
    "list cost categories",
    Text(
        "Shows the categories of Circular 191/2009 and what decides each amount.",
        vi: "Liệt kê các nội dung chi của Thông tư 191/2009 và căn cứ xác định mức chi."),
    effect: .reads, returns: .table(categoryColumns), run: list
) {
    Label<CostCategory?>("category", Text("Only this one.", vi: "Chỉ nội dung chi này."))
} examples: {
    Example("list cost categories").prints("200,000 đ to 300,000 đ")
    Example("list cost categories category: k13").reports(.notAChoice)
}

/// The columns of `list cost categories`: one row a category, for paragraph 7 one a role.
let categoryColumns = Schema([
    ColumnInfo("category", CostCategory.type, Text("Paragraph", vi: "Khoản")),
    ColumnInfo("role", SeminarRole.type, Text("Role", vi: "Vai trò")),
    ColumnInfo("name", .text, Text("For", vi: "Nội dung chi")),
    ColumnInfo("rate", .text, Text("Amount", vi: "Mức chi")),
    ColumnInfo("reference", .text, Text("Legal reference", vi: "Căn cứ")),
])

private func list(session: Session, category: CostCategory?) throws -> Document {
    let language = session.surroundings.language
    let rows = CostCategory.allCases.filter { category == nil || $0 == category }.flatMap { one -> [[Value]] in
        guard one == .k7 else {
            return [
                [
                    one.value, .missing, .text(one.meaning(in: language)), .text(one.rate(in: language)),
                    .text(one.reference),
                ]
            ]
        }
        return SeminarRole.allCases.map { role in
            [
                one.value, role.value, .text(one.meaning(in: language)), .text(role.normInWords(in: language)),
                .text(one.reference),
            ]
        }
    }
    return .table(
        Table(categoryColumns, rows: rows),
        remark: Text(
            "\(Circular191.standing.english). \(Circular191.otherAmounts.english)",
            vi: "\(Circular191.standing.vietnamese). \(Circular191.otherAmounts.vietnamese)"))
}
