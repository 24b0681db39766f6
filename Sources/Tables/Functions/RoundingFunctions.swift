import Diagnostics
import Values

// Rounding by name, and what a division leaves over.
extension BuiltInFunction {
    static let roundings: [BuiltInFunction] = [
        BuiltInFunction(
            "round-half-even", [Parameter("x", .figure), Parameter("decimals", .number, optional: true)], .first,
            Text(
                "Rounds a half to the even neighbour, as statistics do: 2.5 becomes 2, 3.5 becomes 4.",
                vi: "Làm tròn nửa về số chẵn như thống kê: 2.5 thành 2, 3.5 thành 4."),
            .present { try rounded($0, .halfEven) }),
        BuiltInFunction(
            "ceiling", [Parameter("x", .share)], .first,
            Text("The whole number (or percent) above.", vi: "Làm tròn lên số nguyên (hoặc phần trăm nguyên)."),
            .one { try whole($0, step: 1) }),
        BuiltInFunction(
            "remainder", [Parameter("x", .number), Parameter("divisor", .number)], .always(.number),
            Text(
                "What a whole division leaves over, with the sign of x; missing for a divisor of 0.",
                vi: "Phần dư của phép chia nguyên, cùng dấu với x; để trống khi chia cho 0."),
            .two { x, divisor in
                guard case .number(let a) = x, case .number(let b) = divisor else { throw Diagnostic.unfit(x) }
                return try b == .zero ? .missing(.notApplicable) : .number(Arithmetic.fitting(a.remainder(by: b)))
            }),
    ]
}
