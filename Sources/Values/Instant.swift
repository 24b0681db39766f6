/// A moment, to the second, written in Viet Nam's time (UTC+7, without summer time).
public struct Instant: Sendable, Hashable, Comparable {
    /// Seconds since the beginning of 1970, UTC.
    public let seconds: Int64

    /// Viet Nam's distance from UTC, in seconds.
    public static let zone: Int64 = 7 * 3600

    /// Holds a moment by its seconds since the beginning of 1970, UTC.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The beginning of a day in Viet Nam.
    public init(_ day: Day) {
        seconds = Int64(day.number) * 86_400 - Instant.zone
    }

    /// Reads `2025-03-14T09:30:00+07:00`; `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 25, bytes[10] == UInt8(ascii: "T"), text.hasSuffix("+07:00"),
            let day = Day(iso: text.prefix(10))
        else { return nil }
        let clock = text.dropFirst(11).prefix(8).split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = Int64(clock[0]), let minute = Int64(clock[1]), let second = Int64(clock[2]),
            0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second
        else { return nil }
        self.init(seconds: Instant(day).seconds + hour * 3600 + minute * 60 + second)
    }

    /// The day it is in Viet Nam.
    public var day: Day {
        let local = seconds + Instant.zone
        return Day(number: Int32(clamping: (local - (local % 86_400 + 86_400) % 86_400) / 86_400))
    }

    /// Orders by time.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible {
    /// The canonical form, `2025-03-14T09:30:00+07:00`.
    public var description: String {
        let second = Int(((seconds + Instant.zone) % 86_400 + 86_400) % 86_400)
        return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))+07:00"
    }
}
