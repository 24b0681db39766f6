import Synchronization

/// The distinct texts of a column, each once, in the order in which they first came.
public final class TextPool: Sendable {
    /// The texts, each once.
    public let texts: [String]
    private let known = Mutex<[Int32]?>(nil)

    /// Holds texts of which no two are the same byte for byte.
    public init(distinct texts: [String]) {
        self.texts = texts
    }

    /// The rank of each text in Vietnamese order, worked out when it is asked for the first time.
    func ranks(_ check: () throws -> Void) rethrows -> [Int32] {
        if let ranks = known.withLock({ $0 }) { return ranks }
        let ranks = try rank(check)
        known.withLock { $0 = ranks }
        return ranks
    }

    private func rank(_ check: () throws -> Void) rethrows -> [Int32] {
        var work = 0
        func pause() throws {
            work += 1
            if work % 4096 == 0 { try check() }
        }
        let keys = try texts.map { text in
            try pause()
            return VietnameseKey(text)
        }
        let order = try keys.indices.sorted { left, right in
            try pause()
            return keys[left] < keys[right]
        }
        var ranks = Array(repeating: Int32(0), count: texts.count)
        for (rank, place) in order.enumerated() { ranks[place] = Int32(rank) }
        return ranks
    }
}
