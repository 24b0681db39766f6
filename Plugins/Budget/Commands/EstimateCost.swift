import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `estimate cost` adds a line to a unit's estimate (dự trù) for a year.
let estimateCost = Command(
    "estimate cost",
    Text(
        "Adds a line to a unit's estimate: norm × people × sessions.",
        vi: "Thêm một dòng vào dự trù kinh phí của đơn vị: định mức × số người × số buổi."),
    effect: .writes, run: estimate
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Argument<String>("what", Text("What the money is for.", vi: "Nội dung chi cụ thể."))
    Label<CostCategory>(
        "category", Text("The paragraph of Article 3 of Circular 191/2009.", vi: "Khoản của Điều 3 Thông tư 191/2009."))
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."))
    Label<Money>(
        "norm",
        Text(
            "The amount for one person and session, or for one piece.",
            vi: "Định mức cho một người, một buổi hoặc một đơn vị."))
    Label<Int>("people", Text("How many people or pieces.", vi: "Số người hoặc số lượng."), default: .value(.number(1)))
    Label<Int>(
        "sessions", Text("How many sessions; for a speaker, reports.", vi: "Số buổi; với báo cáo viên là số báo cáo."),
        default: .value(.number(1)))
    Label<SeminarRole?>("role", Text("Who is paid, for k7.", vi: "Người được chi, với khoản 7."))
    Label<FundSource>(
        "source", Text("Where the money comes from.", vi: "Nguồn kinh phí."), default: .value(.text("state")))
    Label<String?>(
        "measure", Text("What one is, such as a book or a person.", vi: "Đơn vị tính, ví dụ: tờ, cuốn, người/buổi."))
    Label<String?>("note", Text("What must be said beside it.", vi: "Ghi chú."))
    Label<NewCode>(
        "code", Text("The code of the line.", vi: "Mã của dòng dự trù."), default: numbered("DT", in: estimateTable))
} examples: {
    Example(
        "estimate cost LE-CHAN \"Chủ trì tọa đàm\" category: k7 role: chair year: 2026 sessions: 2 norm: 150_000 đ"
    )
    .prints("Ba trăm nghìn đồng")
    Example("estimate cost LE-CHAN \"Báo cáo viên\" category: k7 role: speaker year: 2026 norm: 500_000 đ")
        .reports(.normOutOfRange)
    Example("estimate cost LE-CHAN \"Tọa đàm\" category: k7 year: 2026 norm: 70_000 đ").reports(.roleNeeded)
    Example("estimate cost LE-CHAN \"Sách\" category: k12 role: chair year: 2026 norm: 70_000 đ").reports(
        .roleWithoutSeminar)
    Example("estimate cost LE-CHAN \"Sách\" category: k12 year: 2026 people: 0 norm: 70_000 đ").reports(
        .countOutOfRange)
    Example("estimate cost LE-CHAN \"Sách\" category: k12 year: 2026 norm: 0 đ").reports(.amountOutOfRange)
    Example("estimate cost LE-CHAN \"Sách\" category: k12 year: 2062 norm: 70_000 đ").reports(.notABudgetYear)
    Example("estimate cost LE-CHAN \"…\" category: k12 year: 2026 norm: 70_000 đ").reports(.noWords)
    Example("estimate cost LE-CHAN \"In áp phích Tháng hành động\" category: k12 year: 2025 norm: 55_000 đ")
        .reports(.estimateDoubled)
    Example("estimate cost LE-CHAN \"Sách\" category: k12 year: 2026 norm: 70_000 đ code: DT-1").reports(.codeTaken)
}

private func estimate(
    session: Session, unit: UnitCode, what: String, category: CostCategory, year: Period, norm: Money, people: Int,
    sessions: Int, role: SeminarRole?, source: FundSource, measure: String?, note: String?,
    code: NewCode
) throws -> Document {
    try requireWords(what, "what")
    if let measure { try requireWords(measure, "measure") }
    if let note { try requireWords(note, "note") }
    let number = try budgetYear(year, session)
    try requireAmount(norm, "norm")
    try requireCount(people, from: 1, "people")
    try requireCount(sessions, from: 1, "sessions")
    try requireRole(role, category, norm)
    let amount = try product(norm, people, sessions)
    let id = try Units(session).id(of: unit, openIn: year)
    try refuseTaken(code, in: estimateTable, session)
    try refuseDoubled(what, category, role, number, unit: id, session)
    try session.database.execute(
        """
        INSERT INTO budget_estimate (
            code, unit, year, category, role, what, people, sessions, norm, amount, source, measure, note, recorded)
        VALUES (
            \(code.code), \(id), \(number), \(category), \(role), \(what), \(people), \(sessions), \(norm.dong),
            \(amount), \(source), \(measure), \(note), \(session.entry))
        """)
    var document = Document.done(
        Text(
            "Estimated \(code.code) for \(unit.code), \(year): \(what).",
            vi: "Đã dự trù \(code.code) cho \(unit.code), năm \(year): \(what)."))
    document.blocks.append(
        .fields([
            Field(
                Text("amount", vi: "thành tiền"),
                .text(calculation(norm.dong, people, sessions, amount)(in: session.surroundings.language))),
            Field(Text("in words", vi: "bằng chữ"), .text(moneyInWords(amount))),
            Field(Text("by", vi: "căn cứ"), .text(category.reference)),
        ]))
    return document
}

private func calculation(_ norm: Int64, _ people: Int, _ sessions: Int, _ amount: Int64) -> Text {
    Text(
        "\(norm.english) × \(people) × \(sessions) = \(amount.english)",
        vi: "\(norm.vietnamese) × \(people) × \(sessions) = \(amount.vietnamese)")
}

private func refuseDoubled(
    _ what: String, _ category: CostCategory, _ role: SeminarRole?, _ year: Int, unit: Int64, _ session: Session
) throws {
    let twin = try session.database.first(
        """
        SELECT code FROM budget_estimate
        WHERE unit = \(unit) AND year = \(year) AND category = \(category) AND what = \(what) AND role IS \(role)
          AND \(session.visible())
        """)
    guard let twin else { return }
    let code = try twin.text(0)
    throw Diagnostic(
        .estimateDoubled,
        Text("\(code) estimates this already.", vi: "Nội dung này đã có trong dự trù, mã \(code)."), subject: "what",
        notes: [
            Text(
                "To change it, type ‘amend estimate \(code) … reason: \"…\"’.",
                vi: "Muốn sửa, hãy gõ ‘amend estimate \(code) … reason: \"…\"’.")
        ])
}

extension Diagnostic.Code {
    /// A line that the estimate has already.
    static let estimateDoubled: Self = "estimate-doubled"
}
