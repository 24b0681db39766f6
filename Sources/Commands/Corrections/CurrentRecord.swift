import Database
import Diagnostics
import Documents
import Tables
import Values

/// A record that stands, as the command that records such ones takes it.
struct CurrentRecord {
    let id: Int64
    /// The words that name it in answers: `TR-0001`, `TP-01 staff 2025-09-15`.
    let title: String
    private let row: Row
    private let correction: Correction
    private let session: Session

    /// Finds the record that the key arguments name.
    init(_ correction: Correction, _ bound: [Datum?], _ session: Session) throws {
        var conditions: [SQL] = [session.visible()]
        var words: [String] = []
        for (parameter, datum) in zip(correction.key, bound) {
            guard let column = correction.column(of: parameter) else { continue }
            guard case .value(let value)? = datum else {
                conditions.append("\(column) IS NULL")
                continue
            }
            words.append(value.plain)
            conditions.append("\(column) = \(try CurrentRecord.stored(value, parameter.type, correction, session))")
        }
        if let fixed = correction.fixed { conditions.append(fixed) }
        title = words.joined(separator: " ")
        guard
            let row = try session.database.first(
                """
                SELECT * FROM \(correction.table) WHERE \(conditions.joined(" AND ")) ORDER BY id DESC LIMIT 1
                """)
        else { throw CurrentRecord.missing(correction.noun, title) }
        self.row = row
        self.correction = correction
        self.session = session
        id = try row.value("id")
    }

    /// The value that a parameter of the recording command had.
    func value(of parameter: ParameterInfo) throws -> Value {
        guard let column = correction.column(of: parameter) else { return .missing }
        let stored: SQLValue = try row.value(column.name)
        guard let value = try value(stored, parameter.type) else { throw Diagnostic.columnUnreadable(column.name) }
        return correction.columns[parameter.name]?.change(value) ?? value
    }

    private func value(_ stored: SQLValue, _ type: ValueType) throws -> Value? {
        switch (type, stored) {
        case (_, .null): .missing
        case (.code(let kind), .integer(let id)): try code(of: id, kind).map { .text($0) }
        case (.number, _): Number(sqlValue: stored).map { .number($0) }
        case (.percent, _): Number(sqlValue: stored).map { .percent($0) }
        case (.money, .integer(let dong)): .money(dong)
        case (.date, _): Day(sqlValue: stored).map { .date($0) }
        case (.period, .integer(let year)): Int(exactly: year).flatMap { Period(.year, year: $0) }.map { .period($0) }
        case (.period, _): Period(sqlValue: stored).map { .period($0) }
        case (.yesNo, _): Bool(sqlValue: stored).map { .yesNo($0) }
        case (.list(.text), .text(let lines)), (.list(.code), .text(let lines)), (.list(.choice), .text(let lines)):
            .list(lines.split(separator: "\n").map { .text(String($0)) })
        case (_, .text(let text)): .text(text)
        default: nil
        }
    }

    private func code(of id: Int64, _ kind: String) throws -> String? {
        guard let table = session.registry.kind(kind)?.table else { return nil }
        return try session.database.first("SELECT code FROM \(table) WHERE id = \(id)")?.value(0)
    }

    /// A value as a column keeps it; a code of another table as the id of its record.
    private static func stored(
        _ value: Value, _ type: ValueType, _ correction: Correction, _ session: Session
    ) throws -> SQLValue {
        switch (type, value) {
        case (.code(let kind), .text(let code)):
            guard !correction.isCoded, let table = session.registry.kind(kind)?.table else { return .text(code) }
            return try session.database.first(
                "SELECT id FROM \(table) WHERE code = \(code) AND \(session.visible())")?.value(0) ?? .null
        case (_, .number(let number)): return number.whole.map { .integer($0) } ?? number.sqlValue
        case (_, .money(let dong)): return .integer(dong)
        case (_, .yesNo(let yes)): return yes.sqlValue
        default: return .text(value.plain)
        }
    }

    private static func missing(_ noun: Text, _ title: String) -> Diagnostic {
        Diagnostic(
            .noSuchRecord,
            Text("There is no \(noun.english) ‘\(title)’.", vi: "Không có \(noun.vietnamese) ‘\(title)’."),
            notes: [Text("It may have been retracted.", vi: "Có thể bản ghi đã được rút.")])
    }
}

extension Diagnostic.Code {
    /// Key arguments that name no record.
    static let noSuchRecord: Self = "no-such-record"
}
