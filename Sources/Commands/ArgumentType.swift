import Diagnostics
import Tables
public import Values

/// A Swift type that stands for a type of Sen's language in a command's signature.
///
/// The language reads what was typed as a ``Value`` of ``type``; the initializer takes it from there.
public protocol ArgumentType: Sendable {
    /// The type in the language.
    static var type: ValueType { get }
    /// Whether the argument may be left out without a default.
    static var isOptional: Bool { get }
    /// Takes a value of ``type``.
    init(_ value: Value) throws
    /// The value as the language knows it.
    var value: Value { get }
}

extension ArgumentType {
    /// Arguments are required unless their type is an optional one.
    public static var isOptional: Bool { false }
}

/// A closed list of words as a Swift enumeration: each case is a word with a meaning.
public protocol ChoiceType: ArgumentType, CaseIterable, RawRepresentable<String> {
    /// What the list is a list of, in the singular: `unit kind`.
    static var listName: String { get }
    /// What the word means, in a line.
    var meaning: Text { get }
}

extension ChoiceType {
    /// The list as the language knows it.
    ///
    /// Inlined, because every start makes the lists of all commands.
    @inlinable
    public static var choices: Choices {
        Choices(listName, allCases.map { Choice($0.rawValue, $0.meaning) })
    }

    /// One of the list.
    public static var type: ValueType { .choice(choices) }

    /// Takes a word of the list.
    public init(_ value: Value) throws {
        guard case .text(let word) = value, let choice = Self(rawValue: word) else {
            throw Mismatch.diagnostic(value, expected: Self.type)
        }
        self = choice
    }

    /// The word.
    public var value: Value { .text(rawValue) }
}

/// The key of a record that exists: `HP-012`.
public protocol CodeType: ArgumentType, Hashable {
    /// The record kind: `unit`.
    static var kind: String { get }
    /// The code.
    var code: String { get }
    /// Takes a code without looking it up.
    init(code: String)
}

extension CodeType {
    /// A code of the kind.
    public static var type: ValueType { .code(kind) }

    /// Takes a code.
    public init(_ value: Value) throws {
        guard case .text(let code) = value else { throw Mismatch.diagnostic(value, expected: Self.type) }
        self.init(code: code)
    }

    /// The code.
    public var value: Value { .text(code) }
}

/// A code that no record has yet.
public struct NewCode: ArgumentType, Hashable {
    /// The code in NFC.
    public let code: String

    /// A new code of any kind.
    public static var type: ValueType { .newCode("") }

    /// Takes a code.
    public init(_ value: Value) throws {
        guard case .text(let code) = value else { throw Mismatch.diagnostic(value, expected: Self.type) }
        self.code = code
    }

    /// The code.
    public var value: Value { .text(code) }
}

/// The name of a file, as it was typed.
public struct FilePath: ArgumentType, Hashable {
    /// The path.
    public let path: String

    /// A path.
    public static var type: ValueType { .path }

    /// Takes a path.
    public init(_ value: Value) throws {
        guard case .text(let path) = value else { throw Mismatch.diagnostic(value, expected: Self.type) }
        self.path = path
    }

    /// The path.
    public var value: Value { .text(path) }

    /// The letters behind the last point, in lower case: `docx`.
    public var format: String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}

/// An amount of đồng.
public struct Money: ArgumentType, Hashable {
    /// Whole đồng.
    public let dong: Int64

    /// An amount of money.
    public static var type: ValueType { .money }

    /// Holds an amount.
    public init(dong: Int64) {
        self.dong = dong
    }

    /// Takes an amount.
    public init(_ value: Value) throws {
        guard case .money(let dong) = value else { throw Mismatch.diagnostic(value, expected: .money) }
        self.dong = dong
    }

    /// The amount.
    public var value: Value { .money(dong) }
}

/// A share: 0.335 is 33.5 %.
public struct Percent: ArgumentType, Hashable {
    /// The share as a fraction.
    public let fraction: Number

    /// A share.
    public static var type: ValueType { .percent }

    /// Takes a share.
    public init(_ value: Value) throws {
        guard case .percent(let fraction) = value else { throw Mismatch.diagnostic(value, expected: .percent) }
        self.fraction = fraction
    }

    /// The share.
    public var value: Value { .percent(fraction) }
}

enum Mismatch {
    /// What is said when a value is not of the type that is expected.
    static func diagnostic(_ value: Value, expected: ValueType) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text("Here should stand \(expected.noun.english).", vi: "Ở đây cần \(expected.noun.vietnamese)."),
            notes: expected.hints)
    }
}
