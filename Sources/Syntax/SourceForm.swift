public import Values
/// Writes values as source text.
public enum SourceForm {
    public static func word(_ text: String) -> String { text }
    public static func value(_ value: Value) -> String { value.description }
}
extension Value { var description: String { "\(self)" } }
