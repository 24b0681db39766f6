public import Tables
public import Values

extension Document {
    /// A line that says what was done, with a remark at its right end.
    public static func done(_ text: Text, remark: Text? = nil) -> Document {
        Document([.message(RichText(text, .success), remark: remark)])
    }

    /// A line that says how things stand.
    public static func says(_ text: Text) -> Document {
        Document([.message(RichText(text), remark: nil)])
    }

    /// A table with a caption above and a remark below.
    public static func table(_ table: Table, caption: Text? = nil, remark: Text? = nil) -> Document {
        Document([.table(TableBlock(table, caption: caption, remark: remark))])
    }

    /// Labels with their values.
    public static func fields(_ fields: [Field]) -> Document {
        Document([.fields(fields)])
    }
}
