import Commands
import Values

/// The code of a unit that follows another: one of the register, or a new one.
struct SuccessorCode: ArgumentType, Hashable {
    let code: String

    /// A code that may be new.
    static var type: ValueType { .newCode("unit") }

    init(_ value: Value) throws {
        code = try NewCode(value).code
    }

    var value: Value { .text(code) }
}
