import Values

/// Gathers the cells of one column while an engine steps through an answer.
public struct ColumnGatherer {
    private let form: ColumnForm
    private var words: [Int64] = []
    /// The decimals of each word, where the form is `decimal`.
    private var scales: [UInt8] = []
    private var places: [Int32] = []
    private var pool = BytePool()
    /// The word of each period in the pool.
    private var periods: [Int64] = []
    private var values: [SQLValue] = []
    private var absent: [UInt8]?
    private var count = 0

    /// Begins without cells.
    public init(_ form: ColumnForm) {
        self.form = form
    }

    /// Adds a cell that holds nothing.
    public mutating func appendNull() {
        if absent == nil { absent = Array(repeating: 0, count: count) }
        count += 1
        absent?.append(1)
        switch form {
        case .integer, .date, .period, .yesNo: words.append(0)
        case .decimal:
            words.append(0)
            scales.append(0)
        case .text: places.append(0)
        case .any: values.append(.null)
        }
    }

    /// Adds a whole number; says no where the column cannot hold it.
    public mutating func append(_ number: Int64) -> Bool {
        switch form {
        case .integer: words.append(number)
        case .yesNo where number == 0 || number == 1: words.append(number)
        case .decimal:
            words.append(number)
            scales.append(0)
        case .any: values.append(.integer(number))
        case .date, .period, .text, .yesNo: return false
        }
        present()
        return true
    }

    /// Adds a text by its bytes; says no where the column cannot hold it or the bytes are no UTF-8.
    public mutating func append(text bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch form {
        case .text:
            guard let place = pool.place(of: bytes) else { return false }
            places.append(place)
        case .date:
            guard let day = CellText.day(bytes) else { return false }
            words.append(Int64(day.number))
        case .decimal:
            guard let (digits, decimals) = CellText.decimal(bytes) else { return false }
            words.append(digits)
            scales.append(decimals)
        case .period:
            guard let word = period(bytes) else { return false }
            words.append(word)
        case .any:
            values.append(String(validating: bytes, as: UTF8.self).map(SQLValue.text) ?? .blob(Array(bytes)))
        case .integer, .yesNo: return false
        }
        present()
        return true
    }

    /// Adds bytes; says no where the column cannot hold them.
    public mutating func append(bytes: UnsafeRawBufferPointer) -> Bool {
        guard form == .any else { return false }
        values.append(.blob(Array(bytes)))
        present()
        return true
    }

    /// The column of all cells so far.
    public consuming func column() -> FetchedColumn {
        switch form {
        case .integer, .date, .period, .yesNo: FetchedColumn(cells: .words(words), absent: absent)
        case .decimal: FetchedColumn(cells: ColumnGatherer.aligned(words, scales), absent: absent)
        case .text: FetchedColumn(cells: .texts(places, pool.texts), absent: absent)
        case .any: FetchedColumn(cells: .values(values), absent: absent)
        }
    }

    private mutating func present() {
        count += 1
        absent?.append(0)
    }

    /// Periods are few and read once each.
    private mutating func period(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let place = pool.place(of: bytes) else { return nil }
        if Int(place) < periods.count { return periods[Int(place)] }
        guard let period = Period(pool.texts[Int(place)]) else { return nil }
        periods.append(period.word)
        return period.word
    }

    private static func aligned(_ words: [Int64], _ scales: [UInt8]) -> FetchedColumn.Cells {
        let most = scales.max() ?? 0
        if scales.allSatisfy({ $0 == most }) { return .decimals(words, most) }
        var aligned: [Int64] = []
        aligned.reserveCapacity(words.count)
        for (word, scale) in zip(words, scales) {
            let (product, overflow) = word.multipliedReportingOverflow(by: Number.power(of10: Int(most - scale)) ?? 0)
            guard !overflow else { return .numbers(zip(words, scales).map { Number(scaled: $0, decimals: $1) }) }
            aligned.append(product)
        }
        return .decimals(aligned, most)
    }
}

/// Distinct texts, found by their bytes.
struct BytePool {
    /// The texts, each once.
    private(set) var texts: [String] = []
    private var hashes: [Int] = []
    /// The place of a text by the low bits of its hash, or -1; a power of two of them, at most half of them taken.
    private var slots: [Int32] = Array(repeating: -1, count: 64)

    /// The place of a text, which is added when it is new; `nil` for bytes that are no UTF-8.
    mutating func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        let hash = hasher.finalize()
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if hashes[place] == hash, BytePool.same(texts[place], bytes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let place = Int32(truncatingIfNeeded: texts.count)
        slots[slot] = place
        texts.append(text)
        hashes.append(hash)
        if texts.count * 2 > slots.count { grow() }
        return place
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (place, hash) in hashes.enumerated() {
            var slot = hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: place)
        }
    }

    private static func same(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { known in
            known.count == bytes.count && known.elementsEqual(bytes)
        } ?? text.utf8.elementsEqual(bytes)
    }
}

/// Reads cells from their bytes, as `Day` and `Number` read texts.
enum CellText {
    /// The most digits that surely fit a machine word.
    private static let sureDigits = 18

    /// A day written `2025-03-14`.
    static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
        let dash = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash, let year = digits(bytes[0..<4]),
            let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// A decimal number: its digits and how many of them stand behind the point.
    static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int64, UInt8)? {
        var number: Int64 = 0
        var digits = 0
        var point: Int?
        let negative = bytes.first == UInt8(ascii: "-")
        for byte in negative ? bytes.dropFirst() : bytes[...] {
            if byte == UInt8(ascii: "."), point == nil, digits > 0 {
                point = digits
                continue
            }
            guard 48...57 ~= byte, digits < sureDigits else { return rare(bytes) }
            number = number * 10 + Int64(byte - 48)
            digits += 1
        }
        guard digits > 0, point != digits else { return nil }
        return (negative ? -number : number, UInt8(truncatingIfNeeded: point.map { digits - $0 } ?? 0))
    }

    private static func rare(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int64, UInt8)? {
        Number(String(decoding: bytes, as: UTF8.self)).map { ($0.mantissa, $0.decimals) }
    }

    private static func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for byte in bytes {
            guard 48...57 ~= byte else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }
}
