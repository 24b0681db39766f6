import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `record spending` records what a unit spent.
let recordSpending = Command(
    "record spending",
    Text("Records an amount that a unit spent.", vi: "Ghi một khoản đơn vị đã chi."), effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Argument<String>("what", Text("What was paid for.", vi: "Nội dung chi."))
    Label<Day>("on", Text("The day of payment.", vi: "Ngày chi."))
    Label<Money>("amount", Text("The amount.", vi: "Số tiền."))
    Label<CostCategory>(
        "category", Text("The paragraph of Article 3 of Circular 191/2009.", vi: "Khoản của Điều 3 Thông tư 191/2009."))
    Label<FundSource>("source", Text("Where the money came from.", vi: "Nguồn kinh phí."))
    Label<String?>("document", Text("The voucher or invoice.", vi: "Chứng từ, hóa đơn."))
    Label<NewCode>(
        "code", Text("The code of the record.", vi: "Mã của bản ghi."), default: numbered("CHI", in: spendingTable))
} examples: {
    Example("record spending LE-CHAN \"In áp phích\" on: 2025-11-10 amount: 2_150_000 đ category: k12 source: state")
        .prints("Hai triệu một trăm năm mươi nghìn đồng")
    Example("record spending LE-CHAN \"In áp phích\" on: 2025-11-10 amount: 2_150_000 đ category: k12 source: state")
        .reports(.spendingDoubled)
    Example("record spending LE-CHAN \"In áp phích\" on: 2004-11-10 amount: 2_150_000 đ category: k12 source: state")
        .reports("unit-not-open")
    Example("record spending LE-CHAN \"In áp phích\" on: 2025-12-10 amount: 2_150_000 đ category: k12 source: state")
        .reports("future-day")
    Example("record spending LE-CHAN \"In áp phích\" on: 2025-11-10 amount: 2_150_000 đ category: k13 source: state")
        .reports(.notAChoice)
}

private func record(
    session: Session, unit: UnitCode, what: String, on: Day, amount: Money, category: CostCategory, source: FundSource,
    document: String?, code: NewCode
) throws -> Document {
    try requireWords(what, "what")
    try refuseFuture(on, "on", session)
    try requireAmount(amount, "amount")
    if let document { try requireWords(document, "document") }
    let id = try Units(session).id(of: unit, openOn: on)
    try refuseTaken(code, in: spendingTable, session)
    let twin = try session.database.first(
        """
        SELECT code FROM budget_spending
        WHERE unit = \(id) AND spent_on = \(on) AND what = \(what) AND amount = \(amount.dong)
          AND category = \(category) AND source = \(source) AND document IS \(document) AND \(session.visible())
        """)
    if let twin {
        let code = try twin.text(0)
        throw Diagnostic(
            .spendingDoubled,
            Text("\(code) records this payment already.", vi: "Khoản chi này đã được ghi, mã \(code)."),
            subject: "what",
            notes: [
                Text(
                    "A second payment of the same day takes its own ‘document:’.",
                    vi: "Nếu là khoản chi thứ hai trong ngày, hãy ghi ‘document:’ để phân biệt.")
            ])
    }
    try session.database.execute(
        """
        INSERT INTO budget_spending (code, unit, what, spent_on, amount, category, source, document, recorded)
        VALUES (
            \(code.code), \(id), \(what), \(on), \(amount.dong), \(category), \(source), \(document), \(session.entry))
        """)
    let words = amount.dong.inFiguresAndWords
    return .done(
        Text(
            "Recorded \(code.code) for \(unit.code): \(words.english).",
            vi: "Đã ghi chi \(code.code) của \(unit.code): \(words.vietnamese)."))
}

extension Diagnostic.Code {
    /// A payment that is on record already.
    static let spendingDoubled: Self = "spending-doubled"
}
