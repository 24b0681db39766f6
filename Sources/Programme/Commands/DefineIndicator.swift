import Commands
import Database
import Diagnostics
import Documents
import Values

/// `define indicator` adds an indicator to the catalogue.
let defineIndicator = Command(
    "define indicator", Text("Adds an indicator to the catalogue.", vi: "Thêm một chỉ tiêu vào danh mục."),
    effect: .writes,
    run: define
) {
    Argument<NewCode>("code", Text("A code that no other indicator has.", vi: "Mã chưa chỉ tiêu nào dùng."))
    Argument<String>("name", Text("What it says.", vi: "Tên tiếng Anh."))
    Label<String>("vi", Text("The same in Vietnamese.", vi: "Tên tiếng Việt."))
    Label<String?>(
        "numerator",
        Text(
            "The formula above the line; left out where the office cannot compute it.",
            vi: "Công thức tử số; bỏ trống nếu đơn vị không tính được."))
    Label<String?>("denominator", Text("The formula below the line.", vi: "Công thức mẫu số."))
    Label<String?>(
        "among",
        Text(
            "On which units it is computed: \"kind in [thpt, lc]\"; on all when left out.",
            vi: "Tính trên những đơn vị nào: \"kind in [thpt, lc]\"; bỏ trống là mọi đơn vị."))
    Label<Annualising?>(
        "annualised",
        Text("How a part of a year is brought to a year.", vi: "Cách quy một phần của năm ra cả năm."))
    Label<IndicatorUnit>("unit", Text("In what it is measured.", vi: "Đơn vị tính."), default: .value(.text("percent")))
    Label<Int>(
        "decimals", Text("How many decimals are shown.", vi: "Số chữ số thập phân."), default: .value(.number(2)))
    Label<IndicatorDirection>("direction", Text("Which way it should go.", vi: "Chiều mong muốn."))
    Label<Percent>(
        "minimum-coverage",
        Text("The least share of units that must have reported.", vi: "Tỷ lệ đơn vị báo cáo tối thiểu."),
        default: .value(.percent(Number(mantissa: 5, decimals: 1) ?? .zero)))
    Label<PeriodLength?>(
        "every",
        Text("The only kind of period for which it is computed.", vi: "Chỉ tính cho loại kỳ này."))
    Label<String>("source", Text("The document it comes from.", vi: "Văn bản quy định."))
    Label<Confidence>("confidence", Text("How sure the source is.", vi: "Độ tin cậy của nguồn."))
    Label<String?>("goal", Text("The goal it belongs to.", vi: "Thuộc mục tiêu."))
} examples: {
    Example(
        "define indicator T-01 \"Women among those trained\" vi: \"Tỷ lệ nữ trong số người dự tập huấn\""
            + " numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: info"
            + " source: \"plan 2025\" confidence: operational"
    ).prints("T-01")
    Example(
        "define indicator T-02 \"X\" vi: \"X\" numerator: \"women(training-participant)\" direction: info source: \"x\""
            + " confidence: local"
    ).reports(.unknownElement)
    Example(
        "define indicator T-02 \"X\" vi: \"X\" numerator: \"T-02 + 1\" direction: info source: \"x\" confidence: local"
    ).reports(.circularDefinition)
    Example(
        "define indicator T-03 \"Change\" vi: \"Tăng, giảm\" numerator: \"T-01 - previous(T-01)\""
            + " among: \"kind = thpt\" unit: points direction: info source: \"x\" confidence: local"
    ).reports(.formulaType)
    Example(
        "define indicator T-03 \"Change\" vi: \"Tăng, giảm\" numerator: \"T-01 - previous(T-01)\" unit: points"
            + " direction: info source: \"x\" confidence: local"
    ).prints("T-03")
    Example(
        "define indicator T-02 \"X\" vi: \"X\" numerator: \"trainings > 2\""
            + " direction: info source: \"x\" confidence: local"
    ).reports(.formulaType)
    Example(
        "define indicator T-02 \"X\" vi: \"X\" numerator: \"mean(trainings)\""
            + " direction: info source: \"x\" confidence: local"
    ).reports(.unknownFormulaFunction)
    Example(
        "define indicator T-02 \"X\" vi: \"X\" denominator: \"trainings\""
            + " direction: info source: \"x\" confidence: local"
    ).reports(.numeratorMissing)
}

private func define(
    session: Session, code: NewCode, name: String, vietnamese: String, numerator: String?, denominator: String?,
    among: String?, annualised: Annualising?, unit: IndicatorUnit, decimals: Int, direction: IndicatorDirection,
    minimum: Percent,
    every: PeriodLength?, source: String, confidence: Confidence, goal: String?
) throws -> Document {
    let indicators = Indicators(session)
    guard try !indicators.exists(code.code) else {
        throw Diagnostic(
            .codeTaken,
            Text(
                "The code ‘\(code.code)’ belongs to another indicator.",
                vi: "Mã ‘\(code.code)’ đã dùng cho chỉ tiêu khác."),
            subject: "code",
            notes: [Text("‘list indicators’ shows all of them.", vi: "Gõ ‘list indicators’ để xem tất cả.")])
    }
    try checkRanges(decimals, minimum)
    if numerator == nil, denominator != nil {
        throw Diagnostic(
            .numeratorMissing, Text("A denominator needs a numerator.", vi: "Có mẫu số thì phải có tử số."),
            subject: "denominator")
    }
    try checkFormulas(
        FormulaReader(try indicators.formulaCatalogue(), indicator: code.code, among: among), numerator, denominator)
    try session.database.execute(
        """
        INSERT INTO indicator (code, name, name_vi, goal, numerator, denominator, unit, decimals, direction, minimum,
            every, source, confidence, among, annualised, recorded)
        VALUES (\(code.code), \(name), \(vietnamese), \(goal), \(numerator), \(denominator), \(unit), \(decimals),
            \(direction), \(minimum.fraction), \(every), \(source), \(confidence), \(among), \(annualised),
            \(session.entry))
        """)
    return .done(Text("Defined the indicator \(code.code).", vi: "Đã khai báo chỉ tiêu \(code.code)."))
}

private func checkFormulas(_ reader: FormulaReader, _ numerator: String?, _ denominator: String?) throws {
    var findings: [Diagnostic] = []
    for (argument, text) in [("numerator", numerator), ("denominator", denominator), ("among", reader.among)] {
        guard let text else { continue }
        do throws(Diagnostics) {
            if argument == "among" {
                _ = try reader.readCondition(text, argument)
            } else {
                _ = try reader.read(text, argument)
            }
        } catch {
            findings += error.list
        }
    }
    guard findings.isEmpty else { throw Diagnostics(findings) }
}

private func checkRanges(_ decimals: Int, _ minimum: Percent) throws {
    guard (0...9).contains(decimals) else {
        throw Diagnostic(
            .outOfRange, Text("Decimals are 0 to 9.", vi: "Số chữ số thập phân từ 0 đến 9."), subject: "decimals")
    }
    guard minimum.fraction >= .zero, minimum.fraction <= .one else {
        throw Diagnostic(
            .outOfRange, Text("A coverage is 0 % to 100 %.", vi: "Tỷ lệ báo cáo từ 0 % đến 100 %."),
            subject: "minimum-coverage")
    }
}

extension Diagnostic.Code {
    /// A denominator alone.
    static let numeratorMissing: Self = "numerator-missing"
    /// A number outside what it can be.
    static let outOfRange: Self = "out-of-range"
}
