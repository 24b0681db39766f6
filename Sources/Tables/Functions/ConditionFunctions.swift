import Diagnostics
import Values

extension BuiltInFunction {
    static let conditions: [BuiltInFunction] = [
        BuiltInFunction(
            "if", [Parameter("condition", .yesNo), Parameter("then", .any), Parameter("else", .any)], .alike,
            Text(
                "One value where a condition holds, another where not; only the one that counts is worked out.",
                vi: "Giá trị thứ nhất nếu điều kiện đúng, giá trị thứ hai nếu không; chỉ tính giá trị được chọn."),
            alikeFrom: 1,
            .scalar { arguments in
                guard arguments.count == 3 else { return Node.unknown.run }
                let (condition, yes, no) = (arguments[0], arguments[1], arguments[2])
                return { frame, row in try condition(frame, row).isYes ? yes(frame, row) : no(frame, row) }
            }
        ).columnar { batches, count, _ in
            batches.count == 3 ? ColumnChoice.cells(batches[0].flags(count), batches[1], batches[2]) : nil
        },
        BuiltInFunction(
            "if-missing", [Parameter("x", .any), Parameter("instead", .any, repeats: true)], .alike,
            Text("The first of its values that is not missing.", vi: "Giá trị đầu tiên không trống."),
            alikeFrom: 0,
            .scalar { arguments in
                { frame, row in
                    var first: Value?
                    for argument in arguments {
                        let value = try argument(frame, row)
                        if !value.isMissing { return value }
                        first = first ?? value
                    }
                    return first ?? .missing
                }
            }
        ).columnar { batches, count, _ in ColumnChoice.firstPresent(batches, count) },
        BuiltInFunction(
            "why-missing", [Parameter("x", .any)], .always(.choice(reasons)),
            Text(
                "Why a value is missing: empty, not-reported, not-applicable, withheld, not-yet-due.",
                vi: "Lý do để trống: empty, not-reported, not-applicable, withheld, not-yet-due."),
            .all { values in
                if case .missing(let reason)? = values.first { .text(reason.rawValue) } else { .missing }
            }),
    ]

    private static let reasons = Choices(
        "reason for a missing value",
        Missing.allCases.map { reason in
            Choice(
                reason.rawValue, reason == .empty ? Text("nothing was entered", vi: "chưa nhập") : reason.mark)
        })
}
