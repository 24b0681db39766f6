public import Values
import Workbooks

extension ImportRow {
    /// The day in a cell on which something happened: neither missing nor in the future.
    public func pastDay(_ place: ImportPlace, today: Day) -> Day? {
        guard let day = day(place) else {
            if typed(place) == nil { missing(place) }
            return nil
        }
        if day > today { note(place, Text("\(day) lies in the future.", vi: "Ngày \(day) còn ở phía trước.")) }
        return day
    }

    /// The day in a cell: a date of the workbook, its serial number, `2025-03-14` or `14/3/2025`.
    public func day(_ place: ImportPlace) -> Day? {
        if let column = plainColumn(place), let day = walk.day(column) { return day }
        switch cell(place) {
        case nil: return nil
        case .date(let day)?: return day
        case .error(let error)?:
            noteError(place, error)
            return nil
        case .number(let number)?:
            if let day = Day(serial: number) { return day }
            return noDay(number.description, place)
        case .text(let text)?: return ImportRow.day(text) ?? noDay(text, place)
        case let cell?: return noDay(cell.typed, place)
        }
    }

    /// The day that a text writes.
    static func day(_ text: String) -> Day? {
        Day(iso: text) ?? Day(dayFirst: text)
            ?? Day(dayFirst: text.map { $0 == "." || $0 == "-" ? "/" : String($0) }.joined())
            ?? Number(text).flatMap { Day(serial: $0) }
    }

    private func noDay(_ text: String, _ place: ImportPlace) -> Day? {
        note(
            place,
            Text(
                "‘\(text)’ is not a day; write 2025-03-14 or 14/3/2025.",
                vi: "‘\(text)’ không phải là ngày; hãy ghi 2025-03-14 hoặc 14/3/2025."))
        return nil
    }

    /// The period in a cell: `2025-10`, `Quý III/2025`, `tháng 10/2025`, `năm học 2025-2026`.
    public func period(_ place: ImportPlace) -> Period? {
        guard let text = text(place) else { return nil }
        if let period = Period(text) ?? Period(vietnamese: text) { return period }
        note(
            place,
            Text(
                "‘\(text)’ is not a period; write 2025, 2025-Q3 or 2025-10.",
                vi: "‘\(text)’ không phải là kỳ báo cáo; hãy ghi 2025, 2025-Q3 hoặc 2025-10."))
        return nil
    }
}

extension Day {
    /// The day of a serial number of a spreadsheet; `nil` for numbers that are none between 1950 and 2100.
    fileprivate init?(serial number: Number) {
        guard let serial = number.whole, (18_264...73_415).contains(serial) else { return nil }
        self.init(number: Int32(serial - 25_569))
    }
}

extension Period {
    /// Reads how papers write periods: `Quý III/2025`, `tháng 10/2025`, `10/2025`, `năm học 2025-2026`, `năm 2025`.
    init?(vietnamese text: String) {
        let words = text.folded.split { $0.isWhitespace || $0 == "/" || $0 == "-" || $0 == "–" }.map(String.init)
            .filter { !["nam", "hoc", "ky"].contains($0) }
        let quarters = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
        switch (words.first, words.count) {
        case ("thang", 3): self.init(month: words[1], year: words[2])
        case ("quy", 3):
            guard let year = Int(words[2]), let index = quarters[words[1]] ?? Int(words[1]) else { return nil }
            self.init(.quarter, year: year, index: index)
        case (_, 2):
            if let year = Int(words[0]), year > 1900 {
                guard Int(words[1]) == year + 1 else { return nil }
                self.init(.schoolYear, year: year)
            } else {
                self.init(month: words[0], year: words[1])
            }
        case (_, 1): self.init(words[0])
        default: return nil
        }
    }

    private init?(month: String, year: String) {
        guard let month = Int(month), let year = Int(year), year > 1900 else { return nil }
        self.init(.month, year: year, index: month)
    }
}
