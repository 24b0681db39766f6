import Commands
import Diagnostics
import Documents
import Journal
import Tables
import Values

/// `explain indicator` tells how an indicator comes about: its formula in words, every figure behind it, and what was
/// left out.
let explainIndicator = Command(
    "explain indicator",
    Text(
        "Tells how an indicator comes about: the formula in words, every figure behind it, what was left out.",
        vi: "Giải trình một chỉ tiêu: công thức bằng lời, từng số liệu đã dùng, những gì bị bỏ ra và lý do."),
    effect: .reads, returns: .table(traceColumns), run: explain
) {
    Argument<IndicatorCode>("indicator", Text("The indicator.", vi: "Chỉ tiêu."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<UnitCode?>(
        "unit",
        Text(
            "The unit with all below it; the whole register when left out.",
            vi: "Đơn vị và các đơn vị trực thuộc; bỏ trống là toàn bộ."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example(
        "define indicator T-01 \"Women among masters\" vi: \"Tỷ lệ nữ trong thạc sĩ\" numerator: \"women(masters)\""
            + " denominator: \"masters\" direction: at-least source: \"plan 2025\" confidence: local")
    Example("explain indicator T-01 period: 2024 unit: SGD-HP").prints("women among holders of a master’s degree")
    Example("explain indicator T-01 period: 2024 | where counted = yes | show as: csv").prints("women(masters)")
    Example("explain indicator T-09 period: 2024").reports(.unknownCode)
}

/// The columns of `explain indicator`. The sum of `value` ÷ `periods` over the rows that are counted and used is what
/// an input is in the formula.
let traceColumns = Schema([
    ColumnInfo("input", .text, Text("Input", vi: "Đại lượng")),
    ColumnInfo("element", .code("element"), Text("Figure", vi: "Số liệu")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
    ColumnInfo("value", .number, Text("Value", vi: "Giá trị")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("state", .text, Text("State", vi: "Trạng thái")),
    ColumnInfo("counted", .yesNo, Text("Counted", vi: "Được tính")),
    ColumnInfo("used", .yesNo, Text("Used", vi: "Được dùng")),
    ColumnInfo("periods", .number, Text("Mean of", vi: "Bình quân của")),
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
    ColumnInfo("on", .date, Text("Recorded", vi: "Ngày ghi")),
    ColumnInfo("by", .text, Text("By", vi: "Người ghi")),
    ColumnInfo("from", .text, Text("From", vi: "Nguồn")),
    ColumnInfo("cell", .text, Text("Cell", vi: "Ô")),
    ColumnInfo("record", .text, Text("Record", vi: "Bản ghi")),
])

private func explain(session: Session, code: IndicatorCode, period: Period, unit: UnitCode?) throws -> Document {
    guard let indicator = try Indicators(session).indicator(code.code) else {
        throw Diagnostic(
            .unknownCode, Text("There is no indicator ‘\(code.code)’.", vi: "Không có chỉ tiêu ‘\(code.code)’."))
    }
    let trace = try IndicatorTrace(session, indicator, period, under: unit)
    var fields = summary(trace.result, session.surroundings.language)
    if let ratio = trace.ratio { fields.insert(contentsOf: try formulas(ratio, trace.result, session), at: 2) }
    let rows = try rows(trace, session)
    let table = TableBlock(
        Table(traceColumns, rows: rows),
        remark: Text(
            "Each input is the sum of value ÷ mean of, over the rows that are counted and used.",
            vi: "Mỗi đại lượng là tổng của giá trị chia số kỳ bình quân, trên các dòng được tính và được dùng."))
    let reservations = IndicatorTable.reservations([trace.result]).map { Block.reservation($0) }
    return Document([.fields(fields), .table(table)] + reservations)
}

/// The formulas in words, and what the whole is multiplied by.
private func formulas(_ ratio: Ratio, _ result: IndicatorResult, _ session: Session) throws -> [Field] {
    let catalogue = try Indicators(session).formulaCatalogue()
    let inWords = FormulaWords(elements: catalogue.elements)
    let indicator = result.indicator
    var fields = [Field(Text("numerator", vi: "tử số"), words: inWords.words(ratio.numerator))]
    if let denominator = ratio.denominator {
        fields.append(Field(Text("denominator", vi: "mẫu số"), words: inWords.words(denominator)))
    }
    for code in ratio.numerator.indicators.union(ratio.denominator?.indicators ?? []).sorted() {
        guard let inner = catalogue.indicators[code] else { continue }
        let formula = [inner.numerator, inner.denominator].compactMap(\.self).joined(separator: " ÷ ")
        fields.append(Field(Text(verbatim: code), words: inner.name + Text(verbatim: "   [\(formula)]")))
    }
    if let among = indicator.among { fields.append(Field(Text("among", vi: "trên các đơn vị"), .text(among))) }
    if indicator.unit.factor != .one {
        fields.append(Field(Text("times", vi: "nhân với"), .number(indicator.unit.factor), .number))
    }
    if let annualised = indicator.annualised {
        fields.append(Field(Text("annualised", vi: "quy ra năm"), words: annualised.meaning))
    }
    return fields
}

/// What came of it.
private func summary(_ result: IndicatorResult, _ language: DisplayLanguage) -> [Field] {
    let indicator = result.indicator
    func number(_ label: Text, _ number: Number?) -> [Field] {
        number.map { [Field(label, .number($0), .number)] } ?? []
    }
    var fields = [
        Field(Text("indicator", vi: "chỉ tiêu"), words: Text(verbatim: "\(indicator.code) ") + indicator.name),
        Field(Text("period", vi: "kỳ"), words: result.period.words),
    ]
    fields += number(Text("above the line", vi: "trên vạch chia"), result.numerator)
    fields += number(Text("below the line", vi: "dưới vạch chia"), result.denominator)
    if let value = result.value {
        fields.append(Field(Text("value", vi: "kết quả"), indicator.unit.cell(value), .percent))
    }
    fields.append(Field(Text("coverage", vi: "đơn vị có số liệu"), words: result.coverage))
    fields.append(Field(Text("least coverage", vi: "tỷ lệ báo cáo tối thiểu"), .percent(indicator.minimum), .percent))
    let leftOut: [(Text, Int)] = [
        (Text("left out: not reported", vi: "bỏ ra: chưa báo cáo"), result.leftOut.notReported),
        (Text("left out: withheld", vi: "bỏ ra: không công bố"), result.leftOut.withheld),
        (Text("left out: not yet due", vi: "bỏ ra: chưa đến hạn"), result.leftOut.notYetDue),
        (Text("left out: not applicable or not asked", vi: "bỏ ra: không áp dụng"), result.leftOut.notApplicable),
    ]
    for (label, count) in leftOut where count > 0 {
        fields.append(
            Field(label, words: Text(count.counted("unit"), vi: "\(count.vietnamese) đơn vị")))
    }
    return fields
}

private func rows(_ trace: IndicatorTrace, _ session: Session) throws -> [[Value]] {
    var entries: [Int: Entry?] = [:]
    return try trace.lines.map { line in
        var entry: Entry?
        if let number = line.entry {
            if let known = entries[number] {
                entry = known
            } else {
                entry = try session.journal.entries(from: number, limit: 1).first
                entries[number] = entry
            }
        }
        let state = line.state?.rawValue ?? line.absence?.rawValue ?? FigureState.reported.rawValue
        let from = entry.map { entry in
            entry.attachments.isEmpty ? entry.origin : entry.attachments.map(\.name).joined(separator: ", ")
        }
        let absence: Value = .missing(line.absence ?? .empty)
        return [
            .text(line.input.source), .text(line.element.code), .text(line.unit.code), .period(line.period),
            line.value.map { .number($0) } ?? absence, line.total.map { .number($0) } ?? absence,
            line.women.map { .number($0) } ?? absence, .text(state), .yesNo(line.isCounted), .yesNo(line.isUsed),
            .number(Number(line.periods)), line.entry.map { .number(Number($0)) } ?? .missing,
            entry.map { .date($0.at.day) } ?? .missing, entry.map { .text($0.actor) } ?? .missing,
            from.map { .text($0) } ?? .missing, line.cell.map { .text($0) } ?? .missing,
            line.record.map { .text($0) } ?? .missing,
        ]
    }
}
