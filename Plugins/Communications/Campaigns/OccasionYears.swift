import Commands
import Database
import Programme
import Values

/// The days and theme that an occasion has in a year, where they were set for it.
struct OccasionYear {
    let occasion: Occasion
    let year: Int
    let begins: Day
    let ends: Day
    let theme: String?
    let source: String?

    /// What was set for some years, as a session sees it.
    static func set(in years: ClosedRange<Int>, _ session: Session) throws -> [OccasionYear] {
        try session.database.rows(
            """
            SELECT occasion, year, begins, ends, theme, source FROM occasion_year
            WHERE year BETWEEN \(String(years.lowerBound)) AND \(String(years.upperBound)) AND \(session.visible())
            ORDER BY year, begins, id
            """
        ).map { row in
            let year: Period = try row.value(1)
            return OccasionYear(
                occasion: try row.value(0), year: year.year, begins: try row.value(2), ends: try row.value(3),
                theme: try row.value(4), source: try row.value(5))
        }
    }

    /// Whether the days are the usual ones.
    private var isUsual: Bool {
        occasion.days(in: year).map { $0.first == begins && $0.last == ends } ?? false
    }

    /// How sure the days are: as sure as the usual ones, or set by the office.
    var confidence: Confidence { isUsual ? occasion.origin.confidence : .local }

    /// The document that tells the days.
    var document: String { source ?? (isUsual ? occasion.origin.source : "") }

    /// The occasion in the calendar, with its theme.
    var duty: Duty {
        let theme = theme.map { Text(": “\($0)”", vi: ": “\($0)”") } ?? Text(verbatim: "")
        return Duty(occasion.title + theme, from: begins, to: ends, source: document, confidence: confidence)
    }
}

extension Occasion {
    /// The occasion without its usual days.
    var title: Text {
        switch self {
        case .womensDay: Text("International Women's Day", vi: "Ngày Quốc tế Phụ nữ")
        case .familyViolenceMonth:
            Text(
                "National month of action against domestic violence",
                vi: "Tháng hành động quốc gia về phòng, chống bạo lực gia đình")
        case .childrenMonth: Text("Month of action for children", vi: "Tháng hành động vì trẻ em")
        case .familyDay: Text("Vietnamese Family Day", vi: "Ngày Gia đình Việt Nam")
        case .vietnameseWomensDay: Text("Vietnamese Women's Day", vi: "Ngày Phụ nữ Việt Nam")
        case .equalityMonth:
            Text(
                "Month of action for gender equality and against gender-based violence",
                vi: "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới")
        case .violenceDay:
            Text(
                "International day against violence against women",
                vi: "Ngày quốc tế xóa bỏ bạo lực đối với phụ nữ")
        }
    }
}
