import Commands
import Database
import Diagnostics
import Documents
import Values

/// `set baseline` says from which value the progress of an indicator is measured.
let setBaseline = Command(
    "set baseline",
    Text(
        "Sets the value from which progress is measured; an earlier one is succeeded.",
        vi: "Đặt số liệu gốc để tính tiến độ; số liệu gốc cũ (nếu có) được thay thế."), effect: .writes, run: set
) {
    Argument<IndicatorCode>("indicator", Text("The indicator.", vi: "Chỉ tiêu."))
    Label<Int>("year", Text("At the end of which year it held.", vi: "Số liệu cuối năm nào."))
    Label<Number>(
        "value", Text("In the indicator's unit: 45 for 45 %.", vi: "Theo đơn vị tính của chỉ tiêu: 45 là 45 %."))
    Label<UnitCode?>(
        "unit", Text("Only for this unit; for the whole without it.", vi: "Chỉ cho đơn vị này; bỏ trống là toàn bộ."))
    Label<String>("source", Text("Where the value stands.", vi: "Nguồn số liệu."))
    Label<Confidence>("confidence", Text("How sure the source is.", vi: "Độ tin cậy của nguồn."))
} examples: {
    for line in ExampleIndicator.lines { Example(line) }
    Example("set baseline T-02 year: 2019 value: 28 source: \"Báo cáo 2019\" confidence: local").prints("28 %")
    Example("set baseline T-02 year: 1800 value: 28 source: \"Báo cáo\" confidence: local").reports(.outOfRange)
}

private func set(
    session: Session, code: IndicatorCode, year: Int, value: Number, unit: UnitCode?, source: String,
    confidence: Confidence
) throws -> Document {
    let indicators = Indicators(session)
    guard let indicator = try indicators.indicator(code.code), let id = try indicators.id(of: code.code) else {
        throw Diagnostic(
            .unknownCode, Text("There is no indicator ‘\(code.code)’.", vi: "Không có chỉ tiêu ‘\(code.code)’."))
    }
    guard (1900...session.today.year).contains(year) else {
        throw Diagnostic(
            .outOfRange,
            Text(
                "A baseline's year lies between 1900 and \(session.today.year).",
                vi: "Năm gốc từ 1900 đến \(session.today.year)."),
            subject: "year")
    }
    try refuseOutOfRange(value, "value")
    if indicator.unit == .percent, value > 100 {
        throw Diagnostic(
            .outOfRange, Text("A share is at most 100 %.", vi: "Tỷ lệ không quá 100 %."), subject: "value",
            notes: [Text("Write 45 for 45 %.", vi: "Ghi 45 cho 45 %.")])
    }
    let holder = try unit.map { try Units(session).id(of: $0) }
    try session.database.execute(
        """
        UPDATE baseline SET retired = \(session.entry)
        WHERE indicator = \(id) AND coalesce(unit, 0) = \(holder ?? 0) AND retired IS NULL
        """)
    try session.database.execute(
        """
        INSERT INTO baseline (indicator, unit, year, value, source, confidence, recorded)
        VALUES (\(id), \(holder), \(year), \(value), \(source), \(confidence), \(session.entry))
        """)
    func written(_ language: DisplayLanguage) -> String {
        indicator.unit.cell(indicator.unit.level(value)).written(in: language)
    }
    let place = unit.map { "\($0.code), " } ?? ""
    return .done(
        Text(
            "Baseline of \(code.code) for \(place)\(year): \(written(.english)).",
            vi: "Số liệu gốc \(code.code) \(place)năm \(year): \(written(.vietnamese))."))
}
