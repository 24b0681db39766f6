import Diagnostics
import Values

/// What is said of a change that cannot stand beside what the register has already.
enum UnitConflict {
    static func nothingChanges(_ code: String, _ day: Day) -> Diagnostic {
        conflict(
            .nothingChanges, Text("\(code) is so on \(day) already.", vi: "Vào ngày \(day), \(code) đã đúng như vậy."),
            code)
    }

    static func openedThatDay(_ code: String, _ day: Day) -> Diagnostic {
        conflict(
            .unitChangedThatDay,
            Text(
                "\(code) was opened on \(day); a change needs a later day.",
                vi: "\(code) mở đúng ngày \(day); thay đổi phải ghi từ một ngày sau đó."), code, "on")
    }

    static func changedThatDay(_ code: String, _ day: Day) -> Diagnostic {
        conflict(
            .unitChangedThatDay,
            Text(
                "The register has another change of \(code) on \(day).",
                vi: "Trong sổ, \(code) đã có thay đổi khác đúng ngày \(day)."), code, "on")
    }

    static func changedLater(_ code: String, _ day: Day) -> Diagnostic {
        conflict(
            .unitChangedLater,
            Text(
                "The register goes on with \(code) from \(day); it cannot end or begin before.",
                vi: "Sổ còn ghi \(code) từ ngày \(day), nên không thể đóng hoặc mở lại trước ngày đó."), code, "on")
    }

    static func openAlready(_ code: String, _ day: Day) -> Diagnostic {
        conflict(
            .unitOpenAlready,
            Text("\(code) is open on \(day).", vi: "Vào ngày \(day), \(code) đang hoạt động."), code)
    }

    static func managerCloses(_ code: String, _ day: Day) -> Diagnostic {
        conflict(
            .managerCloses,
            Text(
                "\(code) closes on \(day) and cannot manage the unit after that.",
                vi: "\(code) đóng ngày \(day) nên sau đó không thể quản lý đơn vị này."), code, "under")
    }

    /// A manager that is not open on every day of a unit: `from` … up to `to`.
    static func managerNotOpen(_ code: String, _ gap: (from: Day, to: Day?), over unit: String) -> Diagnostic {
        var finding = Diagnostic(.managerNotOpen, notOpen(code, gap), subject: "under")
        guard let opened = gap.to else {
            finding.notes = conflict(.managerNotOpen, finding.message, code).notes
            return finding
        }
        let line = "move unit \(unit) under: \(code) on: \(opened)"
        finding.notes = [
            Text(
                "Name the manager of that time, or none; then: \(line)",
                vi: "Hãy ghi đơn vị quản lý thời đó hoặc để trống; sau đó: \(line)")
        ]
        return finding
    }

    /// When a manager is not open while the unit is.
    static func notOpen(_ code: String, _ gap: (from: Day, to: Day?)) -> Text {
        guard let opened = gap.to else {
            return Text(
                "\(code) is closed from \(gap.from) on, and the unit is not.",
                vi: "\(code) đã đóng từ ngày \(gap.from), còn đơn vị này thì chưa.")
        }
        return Text(
            "\(code) opens only on \(opened), and the unit is open on \(gap.from).",
            vi: "\(code) đến ngày \(opened) mới mở, còn đơn vị này hoạt động từ ngày \(gap.from).")
    }

    static func circle(_ code: String, _ manager: String) -> Diagnostic {
        conflict(
            .unitUnderItself,
            Text(
                "\(manager) stands under \(code); \(code) cannot stand under it.",
                vi: "\(manager) trực thuộc \(code), nên \(code) không thể trực thuộc \(manager)."), code, "under")
    }

    static func unitsBelow(_ code: String, _ below: [String], _ day: Day) -> Diagnostic {
        let (count, some) = (below.count, below.prefix(5).joined(separator: ", "))
        return Diagnostic(
            .unitsBelow,
            Text(
                "\(count.counted("unit")) still under \(code) on \(day): \(some).",
                vi: "Ngày \(day) còn \(count.vietnamese) đơn vị trực thuộc \(code): \(some)."),
            subject: "unit",
            notes: [
                Text(
                    "Move them first: move unit \(below.first ?? "") under: … on: \(day)",
                    vi: "Hãy chuyển các đơn vị đó trước: move unit \(below.first ?? "") under: … on: \(day)")
            ])
    }

    static func recordsAfter(_ code: String, _ records: String, _ day: Day) -> Diagnostic {
        Diagnostic(
            .recordsAfterClosing,
            Text(
                "\(code) has records from \(day) on: \(records).",
                vi: "\(code) còn bản ghi từ ngày \(day) trở đi: \(records)."),
            subject: "unit",
            notes: [
                Text(
                    "A closed unit has none: record them for the unit that follows, or correct the day.",
                    vi: "Đơn vị đã đóng thì không thể có bản ghi: hãy ghi cho đơn vị kế tục hoặc sửa lại ngày.")
            ])
    }

    private static func conflict(
        _ name: Diagnostic.Code, _ message: Text, _ code: String, _ subject: String = "unit"
    ) -> Diagnostic {
        Diagnostic(
            name, message, subject: subject,
            notes: [
                Text(
                    "‘show unit \(code)’ tells what the register has, day by day.",
                    vi: "Gõ ‘show unit \(code)’ để xem sổ ghi gì theo từng ngày.")
            ])
    }
}

extension Diagnostic.Code {
    /// A change after which everything is as before.
    static let nothingChanges: Self = "nothing-changes"
    /// A second change on the day of another, or on the day of the opening.
    static let unitChangedThatDay: Self = "unit-changed-that-day"
    /// An end or a beginning before days of which the register tells already.
    static let unitChangedLater: Self = "unit-changed-later"
    /// A unit that cannot be opened because it is open.
    static let unitOpenAlready: Self = "unit-open-already"
    /// A manager that does not last as long as the unit that it is to manage.
    static let managerCloses: Self = "manager-closes"
    /// A manager that is not open while the unit is.
    static let managerNotOpen: Self = "manager-not-open"
    /// A unit that would stand under itself.
    static let unitUnderItself: Self = "unit-under-itself"
    /// A unit that cannot close because others stand under it.
    static let unitsBelow: Self = "units-below"
    /// A unit that cannot close because something is recorded of it afterwards.
    static let recordsAfterClosing: Self = "records-after-closing"
}
