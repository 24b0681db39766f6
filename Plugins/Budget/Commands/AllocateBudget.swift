import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `allocate budget` records what a unit was given for a year.
let allocateBudget = Command(
    "allocate budget",
    Text("Records an amount that a unit was given for a year.", vi: "Ghi số kinh phí giao cho đơn vị trong năm."),
    effect: .writes, run: allocate
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."))
    Label<Money>("amount", Text("The amount.", vi: "Số tiền."))
    Label<FundSource>("source", Text("Where the money comes from.", vi: "Nguồn kinh phí."))
    Label<Day>(
        "on", Text("The day of the decision.", vi: "Ngày quyết định."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
    Label<String?>("document", Text("The decision.", vi: "Văn bản giao."))
    Label<NewCode>(
        "code", Text("The code of the record.", vi: "Mã của bản ghi."), default: numbered("PB", in: allocationTable))
} examples: {
    Example("allocate budget LE-CHAN year: 2025 amount: 2_000_000 đ source: contribution on: 2025-09-10")
        .prints("Hai triệu đồng")
    Example("allocate budget LE-CHAN year: 2025 amount: 2_000_000 đ source: contribution on: 2025-09-10")
        .reports(.allocationDoubled)
    Example("allocate budget LE-CHAN year: 2025 amount: 2_000_000 đ source: loan").reports(.notAChoice)
    Example("allocate budget LE-CHAN year: 2025 amount: 2_000_000 đ source: state on: 2025-12-31").reports("future-day")
}

private func allocate(
    session: Session, unit: UnitCode, year: Period, amount: Money, source: FundSource, on: Day, document: String?,
    code: NewCode
) throws -> Document {
    let number = try budgetYear(year, session)
    try requireAmount(amount, "amount")
    try refuseFuture(on, "on", session)
    if let document { try requireWords(document, "document") }
    let id = try Units(session).id(of: unit, openIn: year)
    try refuseTaken(code, in: allocationTable, session)
    let twin = try session.database.first(
        """
        SELECT code FROM budget_allocation
        WHERE unit = \(id) AND year = \(number) AND decided_on = \(on) AND amount = \(amount.dong)
          AND source = \(source)
          AND document IS \(document) AND \(session.visible())
        """)
    if let twin {
        let code = try twin.text(0)
        throw Diagnostic(
            .allocationDoubled,
            Text("\(code) records this allocation already.", vi: "Khoản giao này đã được ghi, mã \(code)."),
            subject: "amount",
            notes: [
                Text(
                    "A second decision of the same day takes its own ‘document:’.",
                    vi: "Nếu là quyết định thứ hai trong ngày, hãy ghi ‘document:’ để phân biệt.")
            ])
    }
    try session.database.execute(
        """
        INSERT INTO budget_allocation (code, unit, year, amount, source, decided_on, document, recorded)
        VALUES (
            \(code.code), \(id), \(number), \(amount.dong), \(source), \(on), \(document), \(session.entry))
        """)
    let words = amount.dong.inFiguresAndWords
    return .done(
        Text(
            "Allocated \(code.code) to \(unit.code) for \(year): \(words.english).",
            vi: "Đã giao \(code.code) cho \(unit.code), năm \(year): \(words.vietnamese)."))
}

extension Diagnostic.Code {
    /// An allocation that is on record already.
    static let allocationDoubled: Self = "allocation-doubled"
}
