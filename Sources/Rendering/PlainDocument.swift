public import Documents
public import Values

/// Writes a whole document as plain text, with the columns' headings and no width.
public enum PlainDocument {
    /// The document as bytes of UTF-8.
    public static func bytes(_ document: Document, in language: DisplayLanguage) -> [UInt8] {
        var style = Terminal.Style(width: nil, colour: false, language: language)
        style.headings = true
        return Array(Terminal.render(document, style: style).utf8)
    }
}
