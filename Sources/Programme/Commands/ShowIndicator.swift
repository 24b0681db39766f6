import Commands
import Diagnostics
import Documents
import Values

/// `show indicator` tells what an indicator is, in words.
let showIndicator = Command(
    "show indicator", Text("Tells what an indicator is, in words.", vi: "Giải thích một chỉ tiêu bằng lời."),
    effect: .reads, run: show
) {
    Argument<IndicatorCode>("indicator", Text("The indicator.", vi: "Chỉ tiêu."))
} examples: {
    Example(
        "define indicator T-01 \"Women among those trained\" vi: \"Tỷ lệ nữ trong số người dự tập huấn\""
            + " numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: at-least"
            + " source: \"plan 2025\" confidence: local")
    Example("show indicator T-01").prints("women among attendances at trainings")
    Example("show indicator T-09").reports(.unknownCode)
}

private func show(session: Session, code: IndicatorCode) throws -> Document {
    guard let indicator = try Indicators(session).indicator(code.code) else {
        throw Diagnostic(
            .unknownCode, Text("There is no indicator ‘\(code.code)’.", vi: "Không có chỉ tiêu ‘\(code.code)’."))
    }
    let language = session.surroundings.language
    var fields = [
        Field(Text("code", vi: "mã"), .text(indicator.code), .code("indicator")),
        Field(Text("name", vi: "tên"), .text(indicator.name(in: language))),
        Field(Text("goal", vi: "mục tiêu"), indicator.goal.value),
        Field(Text("measured in", vi: "đơn vị tính"), .text(indicator.unit.meaning(in: language))),
        Field(Text("direction", vi: "chiều"), .text(indicator.direction.meaning(in: language))),
    ]
    fields += try formulas(session, indicator, language)
    for target in indicator.targets {
        let words =
            "\(indicator.written(target, in: language)) (\(target.confidence.meaning(in: language)); \(target.source))"
        let place = "\(target.year)\(target.unit.map { " \($0)" } ?? "")"
        fields.append(Field(Text("target \(place)", vi: "chỉ tiêu \(place)"), .text(words)))
    }
    if indicator.targets.isEmpty {
        fields.append(Field(Text("target", vi: "chỉ tiêu"), .text(Text("unknown", vi: "chưa rõ")(in: language))))
    }
    fields += [
        Field(Text("source", vi: "nguồn"), .text(indicator.source)),
        Field(Text("confidence", vi: "độ tin cậy"), .text(indicator.confidence.meaning(in: language))),
    ]
    return .fields(fields)
}

private func formulas(_ session: Session, _ indicator: Indicator, _ language: DisplayLanguage) throws -> [Field] {
    guard let numerator = indicator.numerator else {
        let none = Text("none; the office cannot compute it", vi: "không có; đơn vị không tính được")
        return [Field(Text("formula", vi: "công thức"), .text(none(in: language)))]
    }
    let catalogue = try Indicators(session).formulaCatalogue()
    let reader = FormulaReader(catalogue, indicator: indicator.code, among: indicator.among)
    let inWords = FormulaWords(elements: catalogue.elements)
    func field(_ label: Text, _ text: String, _ argument: String) -> Field {
        guard let formula = try? reader.read(text, argument) else { return Field(label, .text(text)) }
        return Field(label, .text("\(inWords.words(formula)(in: language))   [\(text)]"))
    }
    var fields = [field(Text("numerator", vi: "tử số"), numerator, "numerator")]
    if let denominator = indicator.denominator {
        fields.append(field(Text("denominator", vi: "mẫu số"), denominator, "denominator"))
    }
    if let among = indicator.among {
        let condition = try? reader.readCondition(among, "among")
        let words = condition.map { "\(inWords.phrase($0)(in: language))   [\(among)]" } ?? among
        fields.append(Field(Text("among", vi: "trên các đơn vị"), .text(words)))
    }
    if let annualised = indicator.annualised {
        fields.append(Field(Text("annualised", vi: "quy ra năm"), words: annualised.meaning))
    }
    fields.append(
        Field(
            Text("least coverage", vi: "tỷ lệ báo cáo tối thiểu"), .percent(indicator.minimum), .percent))
    return fields
}
