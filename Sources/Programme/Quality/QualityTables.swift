import Commands
import Database
import Values

/// Validation rules, and what people noted beside single figures.
let qualityTables = Migration(
    pack: "programme", number: 14,
    [
        """
        CREATE TABLE validation_rule (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, name_vi TEXT NOT NULL,
            left_side TEXT NOT NULL, operator TEXT NOT NULL, right_side TEXT NOT NULL, missing TEXT NOT NULL,
            importance TEXT NOT NULL, instruction TEXT NOT NULL, instruction_vi TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX validation_rule_code ON validation_rule (code) WHERE retired IS NULL",
        """
        CREATE TABLE figure_mark (
            id INTEGER PRIMARY KEY, figure INTEGER NOT NULL REFERENCES figure (id), mark TEXT NOT NULL,
            note TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX figure_mark_current ON figure_mark (figure) WHERE retired IS NULL",
    ])

/// The code of a validation rule.
struct RuleCode: CodeType {
    static let kind = "rule"
    let code: String
}

/// Validation rules as a record kind.
let ruleKind = codedKind(
    "rule", Text("validation rule", vi: "quy tắc kiểm tra"), in: "validation_rule", shownBy: "name")
