/// A day of the Gregorian calendar, without a time or a zone.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1 January 1970.
    public let number: Int32

    /// Holds the day that lies so many days after 1 January 1970.
    public init(number: Int32) {
        self.number = number
    }

    /// Holds a calendar day; `nil` when the calendar has no such day or the year is not 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        number = Day.number(year, month, day)
    }

    /// Reads `2025-03-14`; `nil` for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2 else {
            return nil
        }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Reads `14/3/2025`, day first, as Vietnamese papers write it; `nil` for anything else.
    public init?(dayFirst text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4 else { return nil }
        self.init(year: parts[2], month: parts[1], day: parts[0])
    }

    private init?(year: some StringProtocol, month: some StringProtocol, day: some StringProtocol) {
        guard [String(year), String(month), String(day)].allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let year = Int(year), let month = Int(month), let day = Int(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The year, month and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        // Days to civil, after Howard Hinnant's public-domain description.
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The calendar year.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }

    /// The day of the week: 1 is Monday, 7 is Sunday.
    public var weekday: Int {
        let fromThursday = (Int(number) % 7 + 7) % 7
        return (fromThursday + 3) % 7 + 1
    }

    /// The day so many days later, at most ten million.
    public func adding(days: Int) -> Day {
        Day(number: Int32(clamping: Int(number) + min(max(days, -10_000_000), 10_000_000)))
    }

    /// Orders by time.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// How many days a month has.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension Day: CustomStringConvertible {
    /// The canonical form, `2025-03-14`.
    public var description: String {
        let (year, month, day) = parts
        guard 0...9999 ~= year else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
        return Day.text(year, month, day)
    }

    /// The form of a language: `14/03/2025` in Vietnamese, `14 Mar 2025` in English.
    public func formatted(in language: DisplayLanguage) -> String {
        let (year, month, day) = parts
        switch language {
        case .vietnamese: return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
        case .english: return "\(day) \(Day.englishMonths[month - 1]) \(year)"
        }
    }

    static let englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// Writes a number with leading noughts.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
