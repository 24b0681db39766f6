/// The numbers of a column, place by place in one, two, four or eight bytes each; 0 where there is none.
///
/// The loops read without asking for the end each time. Their invariant: `count` is the count of bytes divided by the
/// width, and every run is cut to it before it is read.
struct PackedNumbers {
    private let bytes: UnsafeRawBufferPointer
    private let width: Int
    /// How many places it knows.
    let count: Int

    /// The largest number that is packed: a quarter of a million of them still add up in a machine word.
    static let largest: Int64 = 1 << 44
    /// The most places.
    static let mostPlaces = 1 << 18

    /// Reads kept bytes; `nil` where they are no numbers of so many places.
    init?(_ bytes: UnsafeRawBufferPointer, places: Int) {
        width = places == 0 ? 2 : bytes.count / places
        guard [1, 2, 4, 8].contains(width), width * places == bytes.count else { return nil }
        self.bytes = bytes
        count = places
    }

    /// The bytes of numbers, as narrow as they can be.
    static func bytes(_ numbers: [Int64]) -> [UInt8] {
        var bytes = PackedBytes()
        if numbers.allSatisfy({ UInt8(exactly: $0) != nil }) {
            numbers.forEach { bytes.append(UInt8(truncatingIfNeeded: $0)) }
        } else if numbers.allSatisfy({ Int16(exactly: $0) != nil }) {
            numbers.forEach { bytes.append(Int16(truncatingIfNeeded: $0)) }
        } else if numbers.allSatisfy({ Int32(exactly: $0) != nil }) {
            numbers.forEach { bytes.append(Int32(truncatingIfNeeded: $0)) }
        } else {
            numbers.forEach { bytes.append($0) }
        }
        return bytes.bytes
    }

    /// All numbers.
    var all: [Int64] { (0..<count).map { self[$0] } }

    /// The number of a place; 0 behind the end.
    subscript(place: Int) -> Int64 {
        guard place >= 0, place < count else { return 0 }
        switch width {
        case 1: return Int64(bytes[place])
        case 2: return Int64(bytes.loadUnaligned(fromByteOffset: place * 2, as: Int16.self))
        case 4: return Int64(bytes.loadUnaligned(fromByteOffset: place * 4, as: Int32.self))
        default: return bytes.loadUnaligned(fromByteOffset: place * 8, as: Int64.self)
        }
    }

    /// Adds the numbers of each run to the sum of its branch.
    func add(_ runs: [PlaceRun], to sums: inout [Int64]) {
        guard let start = bytes.baseAddress else { return }
        switch width {
        case 1: for run in runs { sums[run.branch] &+= PackedNumbers.sumOfBytes(start, cut(run)) }
        case 2: for run in runs { sums[run.branch] &+= PackedNumbers.sumOfPairs(start, cut(run)) }
        case 4: for run in runs { sums[run.branch] &+= PackedNumbers.sum(start, cut(run), Int32.self) }
        default: for run in runs { sums[run.branch] &+= PackedNumbers.sum(start, cut(run), Int64.self) }
        }
    }

    private func cut(_ run: PlaceRun) -> Range<Int> { min(run.first, count)..<min(run.end, count) }

    /// The sum of numbers of one byte: as many as there are places at most fit a word of four.
    private static func sumOfBytes(_ start: UnsafeRawPointer, _ run: Range<Int>) -> Int64 {
        var total: UInt32 = 0
        for place in run { total &+= UInt32(start.load(fromByteOffset: place, as: UInt8.self)) }
        return Int64(total)
    }

    /// The sum of numbers of two bytes: two of them are one word, whose halves are added apart.
    private static func sumOfPairs(_ start: UnsafeRawPointer, _ run: Range<Int>) -> Int64 {
        var total: Int64 = 0
        var place = run.lowerBound
        // So many halves fit a word, whatever they are.
        let most = 1 << 16
        while run.upperBound - place > 1 {
            let pairs = min(run.upperBound - place, most) / 2
            var (low, high): (Int32, Int32) = (0, 0)
            for pair in 0..<pairs {
                let word = start.loadUnaligned(fromByteOffset: place &* 2 &+ pair &* 4, as: Int32.self)
                low &+= (word << 16) >> 16
                high &+= word >> 16
            }
            total &+= Int64(low) &+ Int64(high)
            place += pairs * 2
        }
        return total &+ sum(start, place..<run.upperBound, Int16.self)
    }

    @inline(__always)
    private static func sum<Number: FixedWidthInteger & BitwiseCopyable>(
        _ start: UnsafeRawPointer, _ run: Range<Int>, _: Number.Type
    ) -> Int64 {
        var total: Int64 = 0
        for place in run {
            total &+= Int64(
                truncatingIfNeeded: start.loadUnaligned(
                    fromByteOffset: place &* (Number.bitWidth / 8), as: Number.self))
        }
        return total
    }
}

/// Neighbouring places whose numbers go to the same branch.
struct PlaceRun: Hashable {
    let first: Int
    let end: Int
    let branch: Int
}
