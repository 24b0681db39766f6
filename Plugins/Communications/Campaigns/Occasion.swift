import Commands
import Database
import Programme
import Values

/// A month or day of the year that communications are held for, with its usual dates and where they come from.
enum Occasion: String, ChoiceType, SQLConvertible {
    case womensDay = "womens-day"
    case familyViolenceMonth = "family-violence-month"
    case childrenMonth = "children-month"
    case familyDay = "family-day"
    case vietnameseWomensDay = "vietnamese-womens-day"
    case equalityMonth = "equality-month"
    case violenceDay = "violence-day"

    static let listName = "campaign occasion"

    var meaning: Text {
        switch self {
        case .womensDay: Text("International Women's Day, 8 March", vi: "Ngày Quốc tế Phụ nữ 8/3")
        case .familyViolenceMonth:
            Text(
                "national month of action against domestic violence, June",
                vi: "Tháng hành động quốc gia về phòng, chống bạo lực gia đình (tháng 6)")
        case .childrenMonth: Text("month of action for children, June", vi: "Tháng hành động vì trẻ em (tháng 6)")
        case .familyDay: Text("Vietnamese Family Day, 28 June", vi: "Ngày Gia đình Việt Nam 28/6")
        case .vietnameseWomensDay: Text("Vietnamese Women's Day, 20 October", vi: "Ngày Phụ nữ Việt Nam 20/10")
        case .equalityMonth:
            Text(
                "month of action for gender equality and against gender-based violence, 15 November to 15 December",
                vi: "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới (15/11–15/12)"
            )
        case .violenceDay:
            Text(
                "international day against violence against women, 25 November",
                vi: "Ngày quốc tế xóa bỏ bạo lực đối với phụ nữ 25/11")
        }
    }

    /// The document that names the occasion and its dates, and how sure that is.
    var origin: (source: String, confidence: Confidence) {
        switch self {
        case .womensDay, .vietnameseWomensDay: ("Thông tư 191/2009/TT-BTC, Điều 3 khoản 10 điểm a", .verbatim)
        case .familyViolenceMonth: ("Thông tin triển khai Tháng hành động năm 2025 (vietnam.vn)", .verbatim)
        case .childrenMonth: ("Luật Trẻ em 102/2016/QH13, Điều 11", .verbatim)
        case .equalityMonth: ("Thông tin triển khai Tháng hành động năm 2025 (dsa.ueh.edu.vn)", .verbatim)
        case .familyDay, .violenceDay: ("", .unverified)
        }
    }

    /// The usual first and last day in a year; `nil` before the occasion existed.
    func days(in year: Int) -> (first: Day, last: Day)? {
        switch self {
        case .womensDay: Occasion.days(year, from: (3, 8), to: (3, 8))
        case .familyViolenceMonth, .childrenMonth: Occasion.days(year, from: (6, 1), to: (6, 30))
        case .familyDay: Occasion.days(year, from: (6, 28), to: (6, 28))
        case .vietnameseWomensDay: Occasion.days(year, from: (10, 20), to: (10, 20))
        case .equalityMonth: year < 2016 ? nil : Occasion.days(year, from: (11, 15), to: (12, 15))
        case .violenceDay: Occasion.days(year, from: (11, 25), to: (11, 25))
        }
    }

    private static func days(_ year: Int, from: (Int, Int), to: (Int, Int)) -> (first: Day, last: Day)? {
        guard let first = Day(year: year, month: from.0, day: from.1),
            let last = Day(year: year, month: to.0, day: to.1)
        else { return nil }
        return (first, last)
    }
}
