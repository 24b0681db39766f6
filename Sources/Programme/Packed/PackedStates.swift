/// What the figures of an element and a period are, place by place: reported, and whether the women are counted apart,
/// or why not. A place in none of the sets has no figure.
struct PackedStates: Hashable {
    /// Where there is a number.
    var reported: PlaceBits
    /// Where the number of women is known as well.
    var women: PlaceBits
    var notApplicable: PlaceBits
    var withheld: PlaceBits
    /// Where it was recorded that nothing is reported.
    var declared: PlaceBits

    private static let sets: [any WritableKeyPath<PackedStates, PlaceBits> & Sendable] = [
        \.reported, \.women, \.notApplicable, \.withheld, \.declared,
    ]

    /// No figure at any of so many places.
    init(places: Int) {
        let none = PlaceBits(places: places)
        (reported, women, notApplicable, withheld, declared) = (none, none, none, none, none)
    }

    /// Where somebody was asked.
    var asked: PlaceBits { reported | withheld | declared }
    /// Where there is a figure of any state.
    var recorded: PlaceBits { asked | notApplicable }

    /// Makes room for so many places.
    mutating func widen(to places: Int) {
        for set in PackedStates.sets { self[keyPath: set].widen(to: places) }
    }

    /// Sets the figure of a place; `nil` for none.
    mutating func put(_ claim: FigureClaim?, at place: Int) {
        for set in PackedStates.sets { self[keyPath: set][place] = false }
        guard let claim else { return }
        switch claim.state {
        case .reported where claim.total != nil:
            reported[place] = true
            women[place] = claim.women != nil
        case .notApplicable: notApplicable[place] = true
        case .withheld: withheld[place] = true
        case .reported, .notReported: declared[place] = true
        }
    }

    /// The question does not arise for a place.
    mutating func leaveOut(_ place: Int) {
        put(FigureClaim(state: .notApplicable), at: place)
    }

    /// How a set is kept.
    private enum Form: UInt8 {
        case empty, words, likeReported
    }

    /// The bytes that are kept: how many places, then each set.
    func bytes(places: Int) -> [UInt8] {
        var bytes = PackedBytes()
        bytes.append(UInt32(places))
        for set in PackedStates.sets {
            let bits = self[keyPath: set]
            if bits.isEmpty {
                bytes.append(Form.empty.rawValue)
            } else if set != \.reported, bits == reported {
                bytes.append(Form.likeReported.rawValue)
            } else {
                bytes.append(Form.words.rawValue)
                bits.words.forEach { bytes.append($0) }
            }
        }
        return bytes.bytes
    }

    /// How many places kept bytes tell of.
    static func places(_ bytes: PackedReader) -> Int {
        var bytes = bytes
        return Int(bytes.next(UInt32.self) ?? 0)
    }

    /// Reads what is kept, for so many places or more; `nil` where the bytes are no states.
    init?(_ bytes: PackedReader, places: Int) {
        var bytes = bytes
        self.init(places: places)
        guard let kept = bytes.next(UInt32.self), Int(kept) <= places else { return nil }
        for set in PackedStates.sets {
            guard let form = bytes.next(UInt8.self).flatMap(Form.init) else { return nil }
            switch form {
            case .empty: continue
            case .likeReported: self[keyPath: set] = reported
            case .words:
                guard let words = bytes.next(PlaceBits.words(Int(kept)), of: UInt64.self) else { return nil }
                var bits = PlaceBits(words: words)
                bits.widen(to: places)
                self[keyPath: set] = bits
            }
        }
        guard bytes.isAtEnd else { return nil }
    }
}
