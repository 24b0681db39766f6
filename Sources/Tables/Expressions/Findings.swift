public import Diagnostics
import Syntax
import Values

extension Diagnostic.Code {
    /// A value of a type that cannot stand here.
    public static let wrongType: Self = "wrong-type"
    /// A variable that does not exist here.
    public static let unknownVariable: Self = "unknown-variable"
    /// A field that a record does not have.
    public static let unknownField: Self = "unknown-field"
}

extension Diagnostic {
    static func wrongType(_ wanted: ValueType, _ given: ValueType, _ words: String) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(words)’ is \(given.noun.english); \(wanted.noun.english) is needed here.",
                vi: "‘\(words)’ là \(given.noun.vietnamese); ở đây cần \(wanted.noun.vietnamese)."))
    }

    static func notACondition(_ words: String, _ type: ValueType) -> Diagnostic {
        var finding = Diagnostic.wrongType(.yesNo, type, words)
        finding.notes = [
            Text(
                "Compare it with something: `hours >= 4`, `name is missing`.",
                vi: "Hãy so sánh với một giá trị: `hours >= 4`, `name is missing`.")
        ]
        return finding
    }

    static func tableAsValue(_ words: String) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(words)’ is a table or nothing; one value is needed here.",
                vi: "‘\(words)’ là bảng hoặc không có giá trị; ở đây cần một giá trị."),
            notes: [
                Text(
                    "`count($t)`, `sum($t, women)` and the like make one value of a table.",
                    vi: "`count($t)`, `sum($t, women)`… cho một giá trị từ một bảng.")
            ])
    }

    static func notATable(_ words: String) -> Diagnostic {
        Diagnostic(
            .wrongType, Text("‘\(words)’ is no table.", vi: "‘\(words)’ không phải là bảng."),
            notes: [Text("A table is needed here.", vi: "Ở đây cần một bảng.")])
    }

    static func cannotCombine(
        _ operation: ArithmeticOperator, _ left: (String, ValueType), _ right: (String, ValueType)
    ) -> Diagnostic {
        let sign = operation.rawValue
        return Diagnostic(
            .wrongType,
            Text(
                "‘\(left.0)’ is \(left.1.noun.english), ‘\(right.0)’ \(right.1.noun.english): "
                    + "‘\(sign)’ cannot combine them.",
                vi: "‘\(left.0)’ là \(left.1.noun.vietnamese), ‘\(right.0)’ là \(right.1.noun.vietnamese): "
                    + "không dùng ‘\(sign)’ giữa hai bên được."))
    }

    static func noArithmetic(_ sign: String, _ type: ValueType) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(sign)’ cannot stand before \(type.noun.english).",
                vi: "‘\(sign)’ không đứng trước \(type.noun.vietnamese) được."))
    }

    static func unknownVariable(_ variable: Variable, among names: [String]) -> Diagnostic {
        var finding = unknownVariable(variable.name.text, among: names)
        finding.replacement = nearest(to: variable.name.text, among: names).map { name in
            "$" + ([name] + variable.fields.map(\.text)).joined(separator: ".")
        }
        return finding
    }

    static func unknownVariable(_ name: String, among names: [String]) -> Diagnostic {
        Diagnostic(
            .unknownVariable, Text("There is no variable ‘$\(name)’ here.", vi: "Ở đây không có biến ‘$\(name)’."),
            subject: name,
            notes: [
                Text("`let \(name) = …` makes one.", vi: "Dùng `let \(name) = …` để đặt biến này.")
            ])
    }

    static func unknownField(_ field: String, of variable: String, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            .unknownField,
            Text("‘$\(variable)’ has no field ‘\(field)’.", vi: "‘$\(variable)’ không có trường ‘\(field)’."),
            subject: field, notes: [listed(schema.names, Text("Its fields are", vi: "Các trường gồm"))],
            replacement: nearest(to: field, among: schema.names))
    }

    static func noFields(_ field: String, of variable: String, _ type: ValueType) -> Diagnostic {
        let note =
            type.isTable
            ? Text(
                "Of a table take one value: `first($\(variable), \(field))`, `sum($\(variable), \(field))`.",
                vi: "Với bảng, hãy lấy một giá trị: `first($\(variable), \(field))`, `sum($\(variable), \(field))`.")
            : Text(
                "Only records have fields, such as the rows of `for row in $table do`.",
                vi: "Chỉ bản ghi mới có trường, ví dụ mỗi dòng trong `for row in $table do`.")
        return Diagnostic(
            .unknownField,
            Text(
                "‘$\(variable)’ is \(type.noun.english) and has no field ‘\(field)’.",
                vi: "‘$\(variable)’ là \(type.noun.vietnamese), không có trường ‘\(field)’."),
            subject: field, notes: [note])
    }

    static let unsettled = Diagnostic(
        .unexpected,
        Text("An expression ran before its columns were known.", vi: "Biểu thức chạy trước khi biết các cột."))

    static let tooDeep = Diagnostic(
        .tooDeep,
        Text("The expression is nested too deeply.", vi: "Biểu thức lồng nhau quá nhiều tầng."),
        notes: [
            Text(
                "Work out a part of it first, with `let` or `add`.",
                vi: "Hãy tính trước một phần bằng `let` hoặc `add`.")
        ])
}
