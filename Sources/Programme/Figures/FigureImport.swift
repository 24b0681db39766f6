import Commands
import Database
import Diagnostics
import Reading
import Values

/// Takes figures from a file, row by row. What the database holds is read once before, so that rows are only compared.
struct FigureImport {
    /// The columns of the file; what `list figures` saves can be taken in again, its entries left aside.
    static let columns = [
        ImportSheet.Column("element", ["số liệu", "mã số liệu"], required: true),
        ImportSheet.Column("unit", ["đơn vị", "mã đơn vị"], required: true),
        ImportSheet.Column("period", ["kỳ", "kỳ báo cáo"], required: true),
        ImportSheet.Column("total", ["tổng", "tổng số"]),
        ImportSheet.Column("women", ["nữ", "số nữ"]),
        ImportSheet.Column("men", ["nam", "số nam"]),
        ImportSheet.Column("state", ["trạng thái"]),
        ImportSheet.Column("entry", ["mục nhật ký"]),
    ]

    private let session: Session
    private let sheet: ImportSheet
    private let figures: Figures
    private let spans: UnitSpans
    private let units: [String: Int64]
    private let elementCodes: [String]
    private var elements: [String: Known] = [:]
    private var kinds: [Int64: Period.Kind] = [:]
    private var stored: [Key: FigureClaim] = [:]
    private var lines: [Key: Int] = [:]
    private var periods: [String: Period] = [:]

    /// Whose figure it is.
    private struct Key: Hashable {
        let element: Int64
        let unit: Int64
        let period: Period
    }

    /// An element and its id.
    private struct Known {
        let element: FigureElement
        let id: Int64?
    }

    /// Why a row is not taken.
    private struct Refusal: Error {
        let why: Text
    }

    init(_ session: Session, _ sheet: ImportSheet) throws {
        self.session = session
        self.sheet = sheet
        figures = Figures(session)
        spans = try UnitSpans(session)
        units = Dictionary(try Units(session).ever().map { ($0.code, $0.id) }) { first, _ in first }
        let all = try Elements(session).all()
        elementCodes = all.map(\.code)
        for element in all {
            elements[element.code] = Known(element: element, id: element.id)
            if let id = element.id, let every = element.every { kinds[id] = every.kind }
        }
        for code in Set(sheet.rows.compactMap { sheet.cell($0, "element") }) {
            if let id = elements[code]?.id { try read(id) }
        }
    }

    private mutating func read(_ element: Int64) throws {
        try session.database.forEach(
            "SELECT unit, period, total, women, state FROM figure WHERE element = \(element) AND \(session.visible())"
        ) { row in
            let period: Period = try row.value(1)
            kinds[element] = period.kind
            stored[Key(element: element, unit: try row.value(0), period: period)] = FigureClaim(
                total: try row.value(2), women: try row.value(3), state: try row.value(4))
        }
    }

    /// Takes every row that can be taken.
    mutating func run() throws -> ImportTally {
        var tally = ImportTally(sheet)
        for row in sheet.rows {
            do {
                tally.note(try take(row) ? .stored : .unchanged)
            } catch let refusal as Refusal {
                let what = ["element", "unit", "period"].compactMap { sheet.cell(row, $0) }
                tally.note(.refused(RefusedRow(line: row.line, what: what.joined(separator: " "), why: refusal.why)))
            }
        }
        return tally
    }

    /// Takes a row; `false` when the database says the same already.
    private mutating func take(_ row: SeparatedFile.Row) throws -> Bool {
        let (element, id) = try element(row)
        let unit = try unit(row)
        let period = try period(row, element, id)
        guard spans.isOpen(unit.id, in: period) else {
            throw Refusal(why: Diagnostic.unitNotOpen(unit.code, on: Text(verbatim: "\(period)")).message)
        }
        let claim = try claim(row)
        if let fault = claim.fault(element) { throw Refusal(why: fault.message) }
        let key = Key(element: id, unit: unit.id, period: period)
        if let line = lines[key] {
            throw Refusal(why: Text("Line \(line) has this figure already.", vi: "Dòng \(line) đã có số liệu này."))
        }
        lines[key] = row.line
        let before = stored[key]
        if before == claim { return false }
        try figures.record(claim, id, unit.id, period, replacing: before != nil)
        kinds[id] = period.kind
        return true
    }

    private func element(_ row: SeparatedFile.Row) throws -> (FigureElement, Int64) {
        guard let code = sheet.cell(row, "element") else { throw missing("element") }
        guard let known = elements[code] else {
            throw unknown(
                Text("There is no element ‘\(code)’", vi: "Không có số liệu ‘\(code)’"),
                nearest(to: code, among: elementCodes))
        }
        guard let id = known.id else { throw Refusal(why: Diagnostic.figureDerived(code).message) }
        return (known.element, id)
    }

    private func unit(_ row: SeparatedFile.Row) throws -> (code: String, id: Int64) {
        guard let code = sheet.cell(row, "unit") else { throw missing("unit") }
        guard let id = units[code] else {
            throw unknown(
                Text("There is no unit ‘\(code)’", vi: "Không có đơn vị ‘\(code)’"),
                nearest(to: code, among: units.keys.sorted()))
        }
        return (code, id)
    }

    private mutating func period(_ row: SeparatedFile.Row, _ element: FigureElement, _ id: Int64) throws -> Period {
        guard let cell = sheet.cell(row, "period") else { throw missing("period") }
        guard let period = periods[cell] ?? Period(cell) else {
            throw Refusal(
                why: Text(
                    "‘\(cell)’ is not a period; write 2025, 2025-Q3 or 2025-10.",
                    vi: "‘\(cell)’ không phải là kỳ báo cáo; hãy ghi 2025, 2025-Q3 hoặc 2025-10."))
        }
        periods[cell] = period
        if period.first > session.today { throw Refusal(why: Diagnostic.futurePeriod(period).message) }
        if let kind = kinds[id], kind != period.kind {
            throw Refusal(why: Diagnostic.wrongPeriodKind(element.code, period, kind).message)
        }
        return period
    }

    /// The numbers of a row. Any two of total, women and men give the third; all three must agree.
    private func claim(_ row: SeparatedFile.Row) throws -> FigureClaim {
        let (total, women, men) = (try number(row, "total"), try number(row, "women"), try number(row, "men"))
        var claim = FigureClaim(total: total, women: women)
        if let cell = sheet.cell(row, "state") {
            guard let state = FigureState(rawValue: cell) else {
                let words = FigureState.allCases.map(\.rawValue)
                throw unknown(
                    Text("‘\(cell)’ is not a state", vi: "Không có trạng thái ‘\(cell)’"),
                    nearest(to: cell, among: words))
            }
            claim.state = state
        }
        guard let men else { return claim }
        claim.total = total ?? women?.adding(men)
        claim.women = women ?? total?.subtracting(men)
        guard let women = claim.women, women.adding(men) == claim.total else {
            throw Refusal(
                why: Text("Women and men do not add up to the total.", vi: "Số nữ cộng số nam không bằng tổng số."))
        }
        return claim
    }

    private func number(_ row: SeparatedFile.Row, _ column: String) throws -> Number? {
        guard let cell = sheet.cell(row, column) else { return nil }
        if let number = Number(cell) { return number }
        throw Refusal(
            why: Text(
                "‘\(cell)’ is not a number; write 1250 or 12.5, without marks between thousands.",
                vi: "‘\(cell)’ không phải là số; hãy ghi 1250 hoặc 12.5, không có dấu ngăn cách hàng nghìn."))
    }

    private func missing(_ column: String) -> Refusal {
        Refusal(why: Text("‘\(column)’ is missing.", vi: "Thiếu ‘\(column)’."))
    }

    private func unknown(_ what: Text, _ near: String?) -> Refusal {
        Refusal(
            why: what + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") } ?? Text(verbatim: ".")))
    }
}
