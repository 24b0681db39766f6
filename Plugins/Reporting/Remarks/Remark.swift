import Commands
import Database
import Programme
import Values

/// What a remark of a unit tells.
enum RemarkKind: String, ChoiceType, SQLConvertible {
    case result, difficulty, proposal

    static let listName = "remark kind"

    var meaning: Text {
        switch self {
        case .result: Text("what was achieved", vi: "kết quả đạt được")
        case .difficulty: Text("what hinders the unit", vi: "khó khăn, vướng mắc")
        case .proposal: Text("what the unit proposes", vi: "kiến nghị, đề xuất")
        }
    }
}

/// What a unit says of its work in a period.
struct Remark {
    let unit: Int64
    let unitCode: String
    let period: Period
    let kind: RemarkKind
    let text: String
    /// The file and cell from which it was read; `nil` for one that was typed.
    let source: String?

    /// The remarks that readers see, by period, unit and kind; only those of a period where one is given.
    static func all(_ session: Session, in period: Period? = nil) throws -> [Remark] {
        let condition: SQL = period.map { "r.period = \($0)" } ?? "1 = 1"
        return try session.database.rows(
            """
            SELECT r.unit, u.code, r.period, r.kind, r.text, r.source FROM unit_remark r JOIN unit u ON u.id = r.unit
            WHERE \(condition) AND \(session.visible("r")) AND \(session.visible("u"))
            ORDER BY r.period, u.code, r.id
            """
        ).map { row in
            Remark(
                unit: try row.value(0), unitCode: try row.text(1), period: try row.value(2), kind: try row.value(3),
                text: try row.text(4), source: try row.value(5))
        }
    }
}
