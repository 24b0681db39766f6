public import Values

/// What came out when a journal was verified.
public enum Verification: Sendable, Hashable {
    /// Every entry is as it was written and stands where it was written.
    case intact(entries: Int, last: Fingerprint)
    /// An entry is not; those before it are.
    case broken(BrokenEntry)
}

/// The first entry of a journal that does not hold, and why.
public struct BrokenEntry: Sendable, Hashable {
    /// Its number.
    public let number: Int
    /// Why it does not hold.
    public let reason: Reason

    /// Why an entry does not hold.
    public enum Reason: Sendable, Hashable {
        /// Something in it was changed.
        case changed
        /// It was taken away.
        case removed
        /// It was written under another number.
        case moved(from: Int)
        /// It was put in later: it does not follow the entry before it.
        case inserted
        /// The content of a file that belongs to it was changed or taken away.
        case attachmentChanged(name: String)
    }

    /// The reason as a sentence.
    public var message: Text {
        switch reason {
        case .changed:
            Text("Entry \(number) was changed.", vi: "Mục \(number) đã bị sửa.")
        case .removed:
            Text("Entry \(number) was removed.", vi: "Mục \(number) đã bị xoá.")
        case .moved(let from):
            Text(
                "Entry \(number) was written as entry \(from) and then moved.",
                vi: "Mục \(number) vốn là mục \(from) và đã bị chuyển chỗ.")
        case .inserted:
            Text(
                "Entry \(number) was inserted: it does not follow the entry before it.",
                vi: "Mục \(number) bị chèn vào: mục này không nối tiếp mục đứng trước.")
        case .attachmentChanged(let name):
            Text(
                "The file ‘\(name)’ of entry \(number) was changed or removed.",
                vi: "Tệp ‘\(name)’ của mục \(number) đã bị sửa hoặc bị xoá.")
        }
    }
}
