import Diagnostics
public import Values

/// Refuses a count or an amount below nought, or so large that it can only be a slip and sums would no longer fit.
public func refuseOutOfRange(_ number: Number, _ argument: String) throws {
    if number.isNegative {
        throw Diagnostic(
            .belowNought, Text("‘\(argument)’ cannot be below 0.", vi: "‘\(argument)’ không được nhỏ hơn 0."),
            subject: argument)
    }
    if number > largestAmount {
        throw Diagnostic(
            .tooLarge,
            Text("‘\(argument)’ is larger than \(largestAmount).", vi: "‘\(argument)’ lớn hơn \(largestAmount)."),
            subject: argument)
    }
}

/// The largest amount that is taken: a thousand billion, so that sums over every unit and period fit.
let largestAmount = Number(1_000_000_000_000)

extension Diagnostic.Code {
    /// A number below nought where none can be.
    static let belowNought: Self = "below-nought"
    /// A number that can only be a slip.
    static let tooLarge: Self = "too-large"
}
