public import Diagnostics
import Values

/// The most people or pieces that one record may count; more is a slip of the keys.
public let largestCount = 100_000_000

/// Refuses a count outside its range.
public func requireCount(_ count: Int, from least: Int = 0, _ argument: String) throws {
    guard !(least...largestCount).contains(count) else { return }
    throw Diagnostic(
        .countOutOfRange,
        Text(
            "\(argument) is \(count.english); it must lie between \(least) and \(largestCount.english).",
            vi: "\(argument) là \(count.vietnamese); phải từ \(least) đến \(largestCount.vietnamese)."),
        subject: argument)
}

extension Int {
    /// The number as English papers write it.
    public var english: String { Number(self).formatted(in: .english) }
    /// The number as Vietnamese papers write it.
    public var vietnamese: String { Number(self).formatted(in: .vietnamese) }

    /// The number with an English noun, in the plural unless it is one.
    public func counted(_ noun: String) -> String {
        "\(english) \(noun)\(self == 1 ? "" : "s")"
    }
}

extension Diagnostic.Code {
    /// A count below nought or beyond what can be.
    public static let countOutOfRange: Self = "count-out-of-range"
}
