import Commands
import Database
import Diagnostics
import Values

/// How figures are put right: each is named by its element, unit and period.
let figureCorrection = Correction(
    "figure", Text("figure", vi: "số liệu của đơn vị"), in: "figure", recordedBy: recordFigure,
    key: ["element", "unit", "period"], unless: refuseClosed
) {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("amend figure masters unit: NGO-QUYEN period: 2024 women: 8 reason: \"Cộng sót\"").prints("women 7 → 8")
    Example("amend figure masters unit: NGO-QUYEN period: 2024 women: 13 reason: \"Cộng sót\"")
        .reports(.womenAboveTotal)
    Example("amend figure masters unit: NGO-QUYEN period: 2023 women: 1 reason: \"Cộng sót\"")
        .reports("no-such-record")
} retracting: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("retract figure masters unit: NGO-QUYEN period: 2024 reason: \"Nhầm đơn vị\"").prints("Retracted masters")
    Example("retract figure masters unit: NGO-QUYEN period: 2024 reason: \"Nhầm đơn vị\"").reports("no-such-record")
}

/// How elements are put right; one with figures or in a formula stays.
let elementCorrection = Correction(
    "element", Text("element", vi: "loại số liệu"), in: "element", recordedBy: defineElement,
    columns: ["vi": "name_vi", "by": "categories"], unless: refuseInFormula
) {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("amend element masters vi: \"người có trình độ thạc sĩ\" reason: \"Thiếu tên tiếng Việt\"").prints("vi")
    Example("amend element masters by: [\"under-40\", \"from-40\"] reason: \"Theo mẫu mới\"").prints("by")
    Example("amend element trainings name: \"courses\" reason: \"Đổi tên\"").reports("no-such-record")
} retracting: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("retract element masters reason: \"Không dùng\"").reports("record-in-use")
    Example("retract figure masters unit: NGO-QUYEN period: 2024 reason: \"Nhầm đơn vị\"")
    Example("retract element masters reason: \"Không dùng\"").prints("Retracted masters")
    Example("define element doctors \"holders of a doctorate\" type: people over-time: last over-units: sum")
    Example(
        "define indicator T-01 \"Women\" vi: \"Nữ\" numerator: \"women(doctors)\" direction: info source: \"x\""
            + " confidence: local")
    Example("retract element doctors reason: \"Không dùng\"").reports(.inFormula)
}

/// Refuses a figure that is closed.
@Sendable private func refuseClosed(_ session: Session, _ title: String, _ id: Int64) throws {
    let row = try session.database.first(
        "SELECT e.code, f.unit, f.period FROM figure f JOIN element e ON e.id = f.element WHERE f.id = \(id)")
    if let row { try FigureLocks.refuse(row.text(0), row.value(1), row.value(2), session) }
}

/// Refuses a code that a formula of an indicator names.
@Sendable func refuseInFormula(_ session: Session, _ code: String, _ id: Int64) throws {
    let user = try Indicators(session).all().first { indicator in
        indicator.code != code
            && [indicator.numerator, indicator.denominator].compactMap(\.self).contains { formula in
                formula.contains("\"\(code)\"")
                    || formula.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.contains { $0 == code }
            }
    }
    guard let user else { return }
    throw Diagnostic(
        .inFormula,
        Text(
            "The formula of \(user.code) names ‘\(code)’.", vi: "Công thức của \(user.code) đang dùng ‘\(code)’."),
        notes: [
            Text(
                "Amend or retract that indicator first.", vi: "Hãy sửa hoặc rút chỉ tiêu đó trước.")
        ])
}

extension Diagnostic.Code {
    /// A record that a formula names.
    static let inFormula: Self = "in-formula"
}
