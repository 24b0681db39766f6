import Tables
import Values

/// The types whose values are machine words.
enum WordKind {
    case number, percent, money, date, period, yesNo

    init?(_ type: ValueType) {
        switch type {
        case .number: self = .number
        case .percent: self = .percent
        case .money: self = .money
        case .date: self = .date
        case .period: self = .period
        case .yesNo: self = .yesNo
        default: return nil
        }
    }

    var type: ValueType {
        switch self {
        case .number: .number
        case .percent: .percent
        case .money: .money
        case .date: .date
        case .period: .period
        case .yesNo: .yesNo
        }
    }

    func encoding(decimals: Int) -> Column.Encoding {
        switch self {
        case .number: .number(decimals: UInt8(clamping: decimals))
        case .percent: .percent(decimals: UInt8(clamping: decimals))
        case .money: .money
        case .date: .date
        case .period: .period
        case .yesNo: .yesNo
        }
    }
}

/// How cells become machine words quickly, where their form is the usual one.
protocol WordReading {
    /// Reads `count` bytes, all readable; `nil` for any form but the usual one.
    static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ScaledWord?
}

/// A machine word and its count of decimals.
struct ScaledWord {
    let word: Int64
    let decimals: Int
}

/// `-12.50`.
enum NumberWords: WordReading {
    /// Reads a sign, at most 18 digits and a point between two of them.
    @inline(__always)
    static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ScaledWord? {
        let signed = count > 0 && bytes[0] == UInt8(ascii: "-")
        var place = signed ? 1 : 0
        // A point and 18 digits are 19 bytes: no sum below overflows.
        guard place < count, count &- place <= 19 else { return nil }
        var word: Int64 = 0
        var behindPoint = -1
        let first = place
        while place < count {
            let digit = bytes[place] &- UInt8(ascii: "0")
            if digit < 10 {
                word = word &* 10 &+ Int64(digit)
            } else if bytes[place] == UInt8(ascii: "."), behindPoint < 0, place > first {
                behindPoint = place &+ 1
            } else {
                return nil
            }
            place &+= 1
        }
        guard behindPoint < count, behindPoint >= 0 || count &- first <= 18 else { return nil }
        return ScaledWord(word: signed ? 0 &- word : word, decimals: behindPoint < 0 ? 0 : count &- behindPoint)
    }
}

/// `33.5%` or `33.5`, both 33.5 %.
enum PercentWords: WordReading {
    @inline(__always)
    static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ScaledWord? {
        let hasSign = count > 0 && bytes[count &- 1] == UInt8(ascii: "%")
        guard let points = NumberWords.word(bytes, hasSign ? count &- 1 : count) else { return nil }
        return ScaledWord(word: points.word, decimals: points.decimals &+ 2)
    }
}

/// `1250000`; the marks and the sign of đồng are read the slower way.
enum MoneyWords: WordReading {
    @inline(__always)
    static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ScaledWord? {
        guard let amount = NumberWords.word(bytes, count), amount.decimals == 0 else { return nil }
        return amount
    }
}

/// `2025-03-14`; days first are read the slower way.
enum DateWords: WordReading {
    @inline(__always)
    static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ScaledWord? {
        guard count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let century = pair(bytes), let year = pair(bytes + 2), let month = pair(bytes + 5),
            let day = pair(bytes + 8), let date = Day(year: century * 100 + year, month: month, day: day)
        else { return nil }
        return ScaledWord(word: Int64(date.number), decimals: 0)
    }

    @inline(__always)
    private static func pair(_ bytes: UnsafePointer<UInt8>) -> Int? {
        let (tens, ones) = (bytes[0] &- UInt8(ascii: "0"), bytes[1] &- UInt8(ascii: "0"))
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}

/// What is always read the slower way: periods, yes and no.
enum OtherWords: WordReading {
    static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ScaledWord? { nil }
}
