/// A stretch of the calendar: a year, half, quarter or month, or a school year.
public struct Period: Sendable, Hashable {
    /// What kind of stretch it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A calendar year, `2025`.
        case year
        /// Half a calendar year, `2025-H1`.
        case half
        /// A quarter of a calendar year, `2025-Q3`.
        case quarter
        /// A month, `2025-10`.
        case month
        /// A school year, `2025-2026`: from 1 September to 31 August.
        case schoolYear = "school-year"

        /// How many months it lasts.
        public var months: Int {
            switch self {
            case .year, .schoolYear: 12
            case .half: 6
            case .quarter: 3
            case .month: 1
            }
        }
    }

    /// What kind of stretch it is.
    public let kind: Kind
    /// The calendar year in which it begins.
    public let year: Int
    /// Which half, quarter or month of the year it is, from 1; 1 for a year and a school year.
    public let index: Int

    /// The month in which a school year begins.
    static let schoolYearStart = 9

    /// Holds the period; `nil` when the year has no such part, or when it does not lie wholly in the years 1 to 9999.
    public init?(_ kind: Kind, year: Int, index: Int = 1) {
        let last = kind == .schoolYear ? 9998 : 9999
        guard year >= 1, year <= last, index >= 1, index <= 12 / kind.months else { return nil }
        self.kind = kind
        self.year = year
        self.index = index
    }

    init(unchecked kind: Kind, year: Int, index: Int) {
        self.kind = kind
        self.year = year
        self.index = index
    }

    /// The period of a kind in which a day lies.
    public init(_ kind: Kind, containing day: Day) {
        let (year, month, _) = day.parts
        self.kind = kind
        if kind == .schoolYear {
            self.year = month >= Period.schoolYearStart ? year : year - 1
            index = 1
        } else {
            self.year = year
            index = (month - 1) / kind.months + 1
        }
    }

    /// Reads `2025`, `2025-H1`, `2025-Q3`, `2025-10` or `2025-2026`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, first.utf8.allSatisfy({ 48...57 ~= $0 }),
            let year = Int(first), parts.count <= 2
        else { return nil }
        guard parts.count == 2 else {
            self.init(.year, year: year)
            return
        }
        let rest = parts[1]
        switch rest.utf8.first {
        case UInt8(ascii: "Q"): self.init(.quarter, year: year, digits: rest.dropFirst())
        case UInt8(ascii: "H"): self.init(.half, year: year, digits: rest.dropFirst())
        default:
            if rest.utf8.count == 4 {
                guard Int(rest) == year + 1 else { return nil }
                self.init(.schoolYear, year: year)
            } else {
                guard rest.utf8.count == 2 else { return nil }
                self.init(.month, year: year, digits: rest)
            }
        }
    }

    private init?(_ kind: Kind, year: Int, digits: some StringProtocol) {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ 48...57 ~= $0 }), let index = Int(digits) else { return nil }
        self.init(kind, year: year, index: index)
    }

    /// The first day.
    public var first: Day { Period.firstDay(of: startMonth) }

    /// The last day.
    public var last: Day { Period.firstDay(of: startMonth + kind.months).adding(days: -1) }

    /// Whether a day lies in the period.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// Whether another period lies wholly inside.
    public func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }

    /// Whether it lies wholly in the years 1 to 9999; what is worked out from a day near their ends may not.
    public var isInCalendar: Bool { Period(kind, year: year, index: index) != nil }

    /// The period of the same kind so many steps later; earlier for a negative count. At most 20,000 years are gone.
    public func advanced(by steps: Int) -> Period {
        let month = startMonth + min(max(steps, -240_000), 240_000) * kind.months
        return Period(kind, containing: Period.firstDay(of: month))
    }

    /// The periods of a shorter kind that lie inside, in order.
    public func parts(_ kind: Kind) -> [Period] {
        var list: [Period] = []
        var part = Period(kind, containing: first)
        while part.first <= last {
            if contains(part) { list.append(part) }
            part = part.advanced(by: 1)
        }
        return list
    }

    /// Months since the year nought, where the period begins.
    private var startMonth: Int {
        kind == .schoolYear
            ? year * 12 + Period.schoolYearStart - 1
            : year * 12 + (index - 1) * kind.months
    }

    /// The first day of a month; of one that lies 20,000 years away for those beyond, which only a word that is no
    /// period's can name.
    private static func firstDay(of month: Int) -> Day {
        let month = min(max(month, -240_000), 240_000)
        let year = (month < 0 ? month - 11 : month) / 12
        return Day(number: Day.number(year, month - year * 12 + 1, 1))
    }
}

extension Period: Comparable {
    /// Orders by the first day, longer periods before the shorter that begin with them.
    public static func < (left: Period, right: Period) -> Bool {
        left.first != right.first ? left.first < right.first : left.last > right.last
    }
}

extension Period: CustomStringConvertible {
    /// The canonical form: `2025`, `2025-H1`, `2025-Q3`, `2025-10`, `2025-2026`.
    public var description: String {
        switch kind {
        case .year: padded(year, 4)
        case .half: "\(padded(year, 4))-H\(index)"
        case .quarter: "\(padded(year, 4))-Q\(index)"
        case .month: "\(padded(year, 4))-\(padded(index, 2))"
        case .schoolYear: "\(padded(year, 4))-\(padded(year + 1, 4))"
        }
    }

    /// The period in words: “tháng 10 năm 2025”, “October 2025”.
    public var words: Text {
        switch kind {
        case .year: Text("\(year)", vi: "năm \(year)")
        case .half: Text("half \(index) of \(year)", vi: "\(index == 1 ? "6 tháng đầu" : "6 tháng cuối") năm \(year)")
        case .quarter: Text("quarter \(index) of \(year)", vi: "quý \(["I", "II", "III", "IV"][index - 1]) năm \(year)")
        case .month: Text("\(Period.englishMonths[index - 1]) \(year)", vi: "tháng \(index) năm \(year)")
        case .schoolYear: Text("school year \(year)-\(year + 1)", vi: "năm học \(year)-\(year + 1)")
        }
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
