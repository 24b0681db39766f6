/// A set of the places of units, a bit for each.
struct PlaceBits: Hashable {
    /// The bits, 64 places a word.
    private(set) var words: [UInt64]

    /// No place of so many.
    init(places: Int) { words = Array(repeating: 0, count: PlaceBits.words(places)) }

    /// Holds words as they are.
    init(words: [UInt64]) { self.words = words }

    /// How many words hold so many places.
    static func words(_ places: Int) -> Int { (places + 63) / 64 }

    /// Whether a place is in the set.
    subscript(place: Int) -> Bool {
        get { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(place & 63)
            if newValue { words[place >> 6] |= bit } else { words[place >> 6] &= ~bit }
        }
    }

    /// Makes room for so many places.
    mutating func widen(to places: Int) {
        let missing = PlaceBits.words(places) - words.count
        if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    static func & (left: PlaceBits, right: PlaceBits) -> PlaceBits { left.with(right) { $0 & $1 } }
    static func | (left: PlaceBits, right: PlaceBits) -> PlaceBits { left.with(right) { $0 | $1 } }
    /// The places of the first set that are not in the second.
    static func - (left: PlaceBits, right: PlaceBits) -> PlaceBits { left.with(right) { $0 & ~$1 } }

    private func with(_ other: PlaceBits, _ join: (UInt64, UInt64) -> UInt64) -> PlaceBits {
        PlaceBits(words: words.indices.map { join(words[$0], $0 < other.words.count ? other.words[$0] : 0) })
    }

    /// Hands over each place of the set, in order.
    func forEach(_ body: (Int) throws -> Void) rethrows {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                try body(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// How many places of the set lie in a run.
    func count(in run: Range<Int>) -> Int {
        guard !run.isEmpty else { return 0 }
        let (first, last) = (run.lowerBound >> 6, (run.upperBound - 1) >> 6)
        let head = UInt64.max << UInt64(run.lowerBound & 63)
        let tail = UInt64.max >> UInt64(63 - (run.upperBound - 1) & 63)
        if first == last { return (words[first] & head & tail).nonzeroBitCount }
        var count = (words[first] & head).nonzeroBitCount + (words[last] & tail).nonzeroBitCount
        for index in (first + 1)..<last { count += words[index].nonzeroBitCount }
        return count
    }
}
