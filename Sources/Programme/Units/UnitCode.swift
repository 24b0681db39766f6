public import Commands

/// The code of a registered unit: `HP-012`.
public struct UnitCode: CodeType {
    /// Units.
    public static let kind = "unit"
    /// The code.
    public let code: String

    /// Takes a code without looking it up.
    public init(code: String) {
        self.code = code
    }
}
