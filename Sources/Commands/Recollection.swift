import Database

/// What was read of some tables and is asked for again and again while sentences are written: codes and definitions.
///
/// A pack declares a class of its own with what it wants to keep; the session hands out one of it as long as what it
/// keeps holds.
public protocol Recollection: AnyObject {
    /// The tables of which it keeps something.
    static var tables: [String] { get }
    /// Begins with nothing.
    init()
}

/// A recollection and what must not have changed since it was begun.
struct KeptRecollection {
    let content: any Recollection
    let horizon: Int?
    let revision: Int
    let marks: [(mark: WriteMark, count: Int)]

    /// Whether what it keeps holds.
    func holds(_ horizon: Int?, _ revision: Int) -> Bool {
        self.horizon == horizon && self.revision == revision && marks.allSatisfy { $0.mark.count == $0.count }
    }
}

extension Session {
    /// What was kept of some tables, empty where they have changed since; `nil` outside transactions, where others may
    /// write at any time, and where the engine does not tell.
    public func recollection<R: Recollection>(_ type: R.Type = R.self) -> R? {
        guard database.depth > 0 else { return nil }
        let revision = database.revision
        let key = ObjectIdentifier(type)
        if let kept = recollections[key], kept.holds(horizon, revision), let content = kept.content as? R {
            return content
        }
        let marks = R.tables.compactMap { database.mark(of: $0) }
        guard marks.count == R.tables.count else { return nil }
        let content = R()
        recollections[key] = KeptRecollection(
            content: content, horizon: horizon, revision: revision, marks: marks.map { ($0, $0.count) })
        return content
    }
}
