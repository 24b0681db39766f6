import Values

/// The shapes of words that begin with a digit, read from their bytes.
enum Shape {
    /// Whether a word is written as a day, `2025-03-14`; the calendar may not have it.
    static func isDay(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        end - start == 10 && bytes[start + 4] == Byte.hyphen && bytes[start + 7] == Byte.hyphen
            && bytes.digits(start, start + 4) != nil && bytes.digits(start + 5, start + 7) != nil
            && bytes.digits(start + 8, end) != nil
    }

    /// Reads `2025-03-14` or `14/3/2025`.
    static func day(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Day? {
        if isDay(bytes, start, end) {
            guard let year = bytes.digits(start, start + 4), let month = bytes.digits(start + 5, start + 7),
                let day = bytes.digits(start + 8, end)
            else { return nil }
            return Day(year: year, month: month, day: day)
        }
        let parts = bytes[start..<end].split(separator: Byte.slash)
        guard parts.count == 3, let day = bytes.digits(parts[0].startIndex, parts[0].endIndex),
            let month = bytes.digits(parts[1].startIndex, parts[1].endIndex),
            let year = bytes.digits(parts[2].startIndex, parts[2].endIndex)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Reads `2025-10`, `2025-Q3`, `2025-H1` or `2025-2026`; a bare year is a number here.
    static func period(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Period? {
        guard end - start == 7 || end - start == 9, bytes[start + 4] == Byte.hyphen,
            let year = bytes.digits(start, start + 4)
        else { return nil }
        if end - start == 9 {
            return bytes.digits(start + 5, end) == year + 1 ? Period(.schoolYear, year: year) : nil
        }
        if let month = bytes.digits(start + 5, end) { return Period(.month, year: year, index: month) }
        guard let index = bytes.digits(start + 6, end) else { return nil }
        switch bytes[start + 5] {
        case UInt8(ascii: "Q"): return Period(.quarter, year: year, index: index)
        case UInt8(ascii: "H"): return Period(.half, year: year, index: index)
        default: return nil
        }
    }

    /// Where the number at the beginning of a word ends.
    static func numberEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var place = start
        while place < end, Byte.isDigit(bytes[place]) || bytes[place] == Byte.underline || bytes[place] == Byte.point {
            place += 1
        }
        return place
    }

    /// Reads a number; `nil` when it has more than 18 digits.
    static func number(_ bytes: [UInt8], _ start: Int, _ end: Int, moreDecimals: Int = 0) -> Number? {
        var mantissa: Int64 = 0
        var decimals: Int?
        for place in start..<end {
            switch bytes[place] {
            case Byte.point: decimals = 0
            case let byte where Byte.isDigit(byte):
                guard mantissa < 100_000_000_000_000_000 else { return nil }
                mantissa = mantissa * 10 + Int64(byte - 48)
                decimals = decimals.map { $0 + 1 }
            default: continue
            }
        }
        return Number(mantissa: Int128(mantissa), decimals: (decimals ?? 0) + moreDecimals)
    }
}
