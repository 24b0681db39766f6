import Values
import Workbooks

/// Something that stands for every row though the sheet has a column for it, which is what counts.
struct GivenTwice {
    let place: ImportPlace
    let value: String

    /// What an answer says of it.
    var remark: Text {
        let column = CellAddress.letters(place.column ?? 0)
        return Text(
            "‘\(place.name)’ stands in column \(column); ‘\(value)’ was held against it.",
            vi: "‘\(place.name)’ đã có ở cột \(column); ‘\(value)’ chỉ dùng để đối chiếu.")
    }
}

extension ImportRow {
    /// Refuses a row whose cell contradicts what was given for every row.
    func compare(_ given: GivenTwice) {
        guard let stands = typed(given.place), !isSame(stands, given.value) else { return }
        note(
            given.place,
            Text(
                "Here stands ‘\(stands)’, but ‘\(given.value)’ was given as ‘\(given.place.name)’.",
                vi: "Ở đây ghi ‘\(stands)’, nhưng ‘\(given.place.name)’ đã cho là ‘\(given.value)’."),
            proposal: Text(
                "Leave ‘\(given.place.name)’ out of the line, or mend the cell.",
                vi: "Bỏ ‘\(given.place.name)’ khỏi câu lệnh, hoặc sửa ô."))
    }

    /// Whether two texts mean the same day, period, unit or words.
    private func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        if let day = ImportRow.day(one) { return day == ImportRow.day(other) }
        if let period = Period(one) ?? Period(vietnamese: one) { return period == Period(other) }
        return headingKey(one) == headingKey(other) || unitCode(one) == other || units.bears(other, name: one)
    }
}
