/// A text in both languages of Sen, written side by side where it is declared.
public struct Text: Sendable, Hashable {
    /// The English wording.
    public let english: String
    /// The Vietnamese wording.
    public let vietnamese: String

    /// Holds the two wordings of one text.
    public init(_ english: String, vi vietnamese: String) {
        self.english = english
        self.vietnamese = vietnamese
    }

    /// Holds a text that is the same in both languages: a name, a code, what a user typed.
    public init(verbatim text: String) {
        self.init(text, vi: text)
    }

    /// Gives the wording in one language.
    public func callAsFunction(in language: DisplayLanguage) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    /// Joins two texts, each half with its own.
    public static func + (left: Text, right: Text) -> Text {
        Text(left.english + right.english, vi: left.vietnamese + right.vietnamese)
    }

    /// Rewrites both wordings in the same way.
    public func map(_ transform: (String) -> String) -> Text {
        Text(transform(english), vi: transform(vietnamese))
    }
}

/// The language in which Sen answers.
public enum DisplayLanguage: String, Sendable, Hashable, CaseIterable {
    /// English, `en`.
    case english = "en"
    /// Vietnamese, `vi`.
    case vietnamese = "vi"
}
