import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// The most đồng that one record may carry: a hundred thousand tỷ. More is a slip of the keys, and sums stay exact.
let largestAmount: Int64 = 100_000_000_000_000

/// Refuses an amount of nothing, below nought or beyond what can be.
func requireAmount(_ money: Money, _ argument: String) throws {
    guard !(1...largestAmount).contains(money.dong) else { return }
    throw Diagnostic(
        .amountOutOfRange,
        Text(
            "\(money.dong.english) is not an amount from 1 to \(largestAmount.english).",
            vi: "\(money.dong.vietnamese) không nằm trong khoảng từ 1 đến \(largestAmount.vietnamese)."),
        subject: argument)
}

/// The product of a norm with counts; refused where it is beyond what can be.
func product(_ norm: Money, _ people: Int, _ sessions: Int) throws -> Int64 {
    let (first, isTooLarge) = norm.dong.multipliedReportingOverflow(by: Int64(people))
    let (amount, isStillTooLarge) = first.multipliedReportingOverflow(by: Int64(sessions))
    guard !isTooLarge, !isStillTooLarge, amount <= largestAmount else {
        throw Diagnostic(
            .amountOutOfRange,
            Text(
                "\(norm.dong.english) × \(people) × \(sessions) is more than \(largestAmount.english).",
                vi: "\(norm.dong.vietnamese) × \(people) × \(sessions) vượt quá \(largestAmount.vietnamese)."),
            subject: "norm")
    }
    return amount
}

/// The sum of amounts; one that does not fit any more is refused.
func total(_ amounts: some Sequence<Int64>) throws -> Int64 {
    var sum: Int64 = 0
    for amount in amounts {
        let (next, isTooLarge) = sum.addingReportingOverflow(amount)
        guard !isTooLarge else {
            throw Diagnostic(
                .amountOutOfRange,
                Text("The sum is too large to be exact.", vi: "Tổng quá lớn, không thể tính chính xác."))
        }
        sum = next
    }
    return sum
}

/// The remark below a list: the sum of its amounts, also in words.
func totalRemark(_ table: Table) throws -> Text {
    let amounts = (table.cells(of: "amount") ?? []).map { cell -> Int64 in
        if case .money(let dong) = cell { dong } else { 0 }
    }
    let sum = try total(amounts).inFiguresAndWords
    return Text("Total \(sum.english)", vi: "Tổng cộng \(sum.vietnamese)")
}

/// The calendar year that a period is; a budget belongs to one. Years beyond the next five are a slip of the keys.
func budgetYear(_ period: Period, _ session: Session, _ argument: String = "year") throws -> Int {
    let latest = session.today.year + 5
    guard period.kind == .year, (2010...latest).contains(period.year) else {
        throw Diagnostic(
            .notABudgetYear,
            Text(
                "\(period) is not a calendar year from 2010 to \(latest).",
                vi: "\(period) không phải là năm dương lịch từ 2010 đến \(latest)."),
            subject: argument,
            notes: [
                Text(
                    "\(Circular191.name) holds from 15 Nov 2009.", vi: "\(Circular191.name) có hiệu lực từ 15/11/2009.")
            ],
            replacement: "\(session.today.year)")
    }
    return period.year
}

/// What `year:` is when it is not given.
let thisYear: Standard = .now(Text("this year", vi: "năm nay")) { .period(Period(.year, containing: $0.today)) }

extension Int64 {
    /// The amount as English papers write it: `1,250,000 đ`.
    var english: String { Value.money(self).written(in: .english) }
    /// The amount as Vietnamese papers write it: `1.250.000 đồng`.
    var vietnamese: String { Number(self).formatted(in: .vietnamese) + " đồng" }

    /// The amount in figures and in words.
    var inFiguresAndWords: Text {
        Text("\(english) (\(moneyInWords(self)))", vi: "\(vietnamese) (Bằng chữ: \(moneyInWords(self)))")
    }
}

extension Diagnostic.Code {
    /// An amount that is none or beyond what can be.
    static let amountOutOfRange: Self = "amount-out-of-range"
    /// A period that is no calendar year with a budget.
    static let notABudgetYear: Self = "not-a-budget-year"
}
