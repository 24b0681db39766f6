#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Numbers cells by their bytes in the file, equal ones alike, in the order in which they first come.
///
/// A table of open places, at most three quarters full. The hash begins with a random number, so that no file can be
/// made whose cells all fall on one place. That of a cell of at most eight bytes can be undone: equal hashes are equal
/// bytes, and the file need not be looked at again.
struct CellIndex {
    private struct Place {
        var hash: UInt64 = 0
        /// One more than the cell's number; nought where the place is free.
        var number: Int32 = 0
        /// The cell's length with its form.
        var extent: UInt32 = 0
    }

    private var places = [Place](repeating: Place(), count: 64)
    /// Where each cell first came.
    private var starts: [Int] = []
    private let seed = UInt64.random(in: .min ... .max)

    /// The number of a cell; that of the next new one when it has not come before.
    ///
    /// `base` is the file, of `size` readable bytes, in which the cell and all cells before it lie.
    @inline(__always)
    mutating func number(of cell: CellSpan, _ base: UnsafePointer<UInt8>, _ size: Int) -> Int {
        let extent = UInt32(truncatingIfNeeded: cell.count) &<< 2 | UInt32(cell.form.rawValue)
        let hash = hash(base + cell.start, cell.count, readable: size &- cell.start)
        let mask = places.count &- 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while places[at].number != 0 {
            let place = places[at]
            if place.hash == hash, place.extent == extent {
                let number = Int(place.number) &- 1
                if cell.count <= 8 || memcmp(base + starts[number], base + cell.start, cell.count) == 0 {
                    return number
                }
            }
            at = (at &+ 1) & mask
        }
        starts.append(cell.start)
        places[at] = Place(hash: hash, number: Int32(truncatingIfNeeded: starts.count), extent: extent)
        if starts.count &* 4 > places.count &* 3 { grow() }
        return starts.count &- 1
    }

    private mutating func grow() {
        let mask = places.count * 4 - 1
        var wider = [Place](repeating: Place(), count: mask + 1)
        for place in places where place.number != 0 {
            var at = Int(truncatingIfNeeded: place.hash) & mask
            while wider[at].number != 0 { at = (at + 1) & mask }
            wider[at] = place
        }
        places = wider
    }

    /// Mixes `count` bytes; no byte behind the `readable` ones is read.
    @inline(__always)
    private func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int, readable: Int) -> UInt64 {
        guard count > 8 else { return CellIndex.spread(CellIndex.word(bytes, count, readable) ^ seed) }
        var hash = seed ^ UInt64(truncatingIfNeeded: count)
        var place = 0
        while place &+ 8 < count {
            hash = CellIndex.folded(hash ^ Eight.load(bytes + place))
            place &+= 8
        }
        return CellIndex.folded(hash ^ Eight.load(bytes + (count &- 8)))
    }

    /// At most eight bytes as a word.
    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ readable: Int) -> UInt64 {
        if readable >= 8 { return count == 8 ? Eight.load(bytes) : Eight.load(bytes) & (1 &<< UInt64(count &* 8) &- 1) }
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(bytes[index]) &<< UInt64(index &* 8) }
        return word
    }

    /// Another word for each word, its bits spread over all places.
    @inline(__always)
    private static func spread(_ word: UInt64) -> UInt64 {
        let first = (word ^ word &>> 32) &* 0xD6E8_FEB8_6659_FD93
        let second = (first ^ first &>> 32) &* 0xD6E8_FEB8_6659_FD93
        return second ^ second &>> 32
    }

    @inline(__always)
    private static func folded(_ word: UInt64) -> UInt64 {
        let (high, low) = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return high ^ low
    }
}
