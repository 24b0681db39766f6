import Commands
import Database
import Diagnostics
import Documents
import Values

/// `set target` says what an indicator should reach by the end of a year.
let setTarget = Command(
    "set target",
    Text(
        "Sets the target of an indicator for a year; an earlier one for that year is succeeded.",
        vi: "Đặt mức chỉ tiêu cho một năm; mức cũ của năm đó (nếu có) được thay thế."), effect: .writes, run: set
) {
    Argument<IndicatorCode>("indicator", Text("The indicator.", vi: "Chỉ tiêu."))
    Label<Int>("year", Text("By the end of which year.", vi: "Đến hết năm nào."))
    Label<Number>(
        "value", Text("In the indicator's unit: 60 for 60 %.", vi: "Theo đơn vị tính của chỉ tiêu: 60 là 60 %."))
    Label<TargetOperator?>(
        "operator",
        Text(
            "How a value is held against it; from the direction when left out.",
            vi: "Cách so sánh; bỏ trống thì theo chiều của chỉ tiêu."))
    Label<Number?>(
        "tolerance",
        Text(
            "How far from it is still about it; with ‘operator: about’.",
            vi: "Lệch bao nhiêu vẫn coi là đạt; đi với ‘operator: about’."))
    Label<TargetDimension>(
        "dimension", Text("Whose values are held against it.", vi: "So với kết quả của ai."),
        default: .value(.text("total")))
    Label<Bool>(
        "lasting",
        Text(
            "Whether it counts for all later years too (“from 2025 on”).",
            vi: "Có tính cho cả các năm sau không (“từ năm 2025 trở đi”)."), default: .value(.yesNo(false)))
    Label<UnitCode?>(
        "unit",
        Text("The unit whose own target it is; for all without it.", vi: "Đơn vị có mức riêng; bỏ trống là mức chung."))
    Label<String>("source", Text("The document that sets it.", vi: "Văn bản quy định."))
    Label<Confidence>("confidence", Text("How sure the source is.", vi: "Độ tin cậy của nguồn."))
} examples: {
    Example(
        "define indicator T-01 \"Women among those trained\" vi: \"Tỷ lệ nữ trong số người dự tập huấn\""
            + " numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: at-least"
            + " source: \"plan 2025\" confidence: local")
    Example("set target T-01 year: 2025 value: 50 source: \"plan 2025\" confidence: local").prints("≥ 50 %")
    Example("set target T-01 year: 2025 value: 40 unit: NGO-QUYEN source: \"12/QĐ-SGD\" confidence: local").prints(
        "40 %")
    Example("set target T-01 year: 2025 value: 50 operator: about tolerance: 2 source: \"plan 2025\" confidence: local")
        .prints("≈ 50 % ± 2")
    Example("set target T-01 year: 2025 value: 40 dimension: lesser-sex lasting: yes source: \"x\" confidence: local")
        .prints("≥ 40 % (the lesser sex) from then on")
    Example("set target T-01 year: 2025 value: 50 operator: about source: \"plan 2025\" confidence: local")
        .reports(.toleranceNeeded)
    Example("set target T-01 year: 2025 value: 50 dimension: each-sex source: \"plan 2025\" confidence: local")
        .reports(.notForEachSex)
    Example("set target T-01 year: 2025 value: 130 source: \"plan 2025\" confidence: local").reports(.outOfRange)
    Example("set target T-09 year: 2025 value: 50 source: \"plan 2025\" confidence: local").reports(.unknownCode)
}

private func set(
    session: Session, code: IndicatorCode, year: Int, value: Number, comparison: TargetOperator?,
    tolerance: Number?, dimension: TargetDimension, isLasting: Bool, unit: UnitCode?, source: String,
    confidence: Confidence
) throws -> Document {
    let indicators = Indicators(session)
    guard let indicator = try indicators.indicator(code.code), let id = try indicators.id(of: code.code) else {
        throw Diagnostic(
            .unknownCode, Text("There is no indicator ‘\(code.code)’.", vi: "Không có chỉ tiêu ‘\(code.code)’."))
    }
    try refuseOutOfRange(year, value, indicator)
    guard let comparison = comparison ?? indicator.direction.comparison else {
        throw Diagnostic.operatorNeeded(code.code)
    }
    let target = Target(
        year: year, value: value, comparison: comparison, source: source, confidence: confidence, unit: unit?.code,
        dimension: dimension, tolerance: tolerance, isLasting: isLasting)
    try target.refuseTolerance()
    try target.refuseDimension(of: indicator, indicators.formulaCatalogue())
    let holder = try unit.map { try Units(session).id(of: $0) }
    try session.database.execute(
        """
        UPDATE target SET retired = \(session.entry)
        WHERE indicator = \(id) AND year = \(year) AND coalesce(unit, 0) = \(holder ?? 0) AND retired IS NULL
        """)
    try session.database.execute(
        """
        INSERT INTO target (
            indicator, year, value, operator, tolerance, dimension, lasting, unit, source, confidence, recorded)
        VALUES (\(id), \(year), \(value), \(comparison), \(tolerance), \(dimension), \(isLasting), \(holder),
            \(source), \(confidence), \(session.entry))
        """)
    let place = unit.map { "\($0.code), " } ?? ""
    return .done(
        Text(
            "Target of \(code.code) for \(place)\(year): \(indicator.written(target, in: .english)).",
            vi: "Chỉ tiêu \(code.code) \(place)năm \(year): \(indicator.written(target, in: .vietnamese))."))
}

private func refuseOutOfRange(_ year: Int, _ value: Number, _ indicator: Indicator) throws {
    guard (2000...2100).contains(year) else {
        throw Diagnostic(
            .outOfRange, Text("A target's year is 2000 to 2100.", vi: "Năm của chỉ tiêu từ 2000 đến 2100."),
            subject: "year")
    }
    try refuseOutOfRange(value, "value")
    if indicator.unit == .percent, value > 100 {
        throw Diagnostic(
            .outOfRange, Text("A share is at most 100 %.", vi: "Tỷ lệ không quá 100 %."), subject: "value",
            notes: [Text("Write 60 for 60 %.", vi: "Ghi 60 cho 60 %.")])
    }
}
