import Commands
import Values

/// Takes units from a sheet, row by row; what the register holds and what came earlier in the sheet counts.
struct UnitImport {
    /// The columns of the sheet; what `list units` saves can be taken in again.
    static let columns = [
        ImportColumn("code", ["unit", "mã", "mã đơn vị", "mã trường"], required: true),
        ImportColumn("name", ["tên", "tên đơn vị", "tên trường", "đơn vị"], required: true),
        ImportColumn("kind", ["loại", "loại đơn vị", "loại hình"], required: true),
        ImportColumn("under", ["trực thuộc", "đơn vị quản lý", "cơ quan quản lý"]),
        ImportColumn("opened", ["since", "ngày thành lập", "từ ngày"]),
        ImportColumn("place", ["địa bàn", "địa chỉ"]),
    ]

    private let session: Session
    private let sheet: SheetImport
    private let places:
        (
            code: ImportPlace, name: ImportPlace, kind: ImportPlace, under: ImportPlace, opened: ImportPlace,
            area: ImportPlace
        )
    private var known: [String: Known] = [:]
    private var sites: [String: String] = [:]
    private let spans: UnitSpans

    /// A unit that the register or an earlier row of the sheet has.
    private struct Known {
        let id: Int64
        let entry: UnitRow
        let line: Int?
    }

    /// What a row says of a unit.
    private struct UnitRow: Equatable {
        let code: String
        let name: String
        let kind: UnitKind
        let manager: String?
        let opened: Day?
    }

    init(_ session: Session, _ sheet: SheetImport) throws {
        self.session = session
        self.sheet = sheet
        spans = try UnitSpans(session)
        places = (
            sheet.place("code"), sheet.place("name"), sheet.place("kind"), sheet.place("under"), sheet.place("opened"),
            sheet.place("place")
        )
        for unit in try Units(session).ever() {
            let row = UnitRow(
                code: unit.code, name: unit.name, kind: unit.kind, manager: unit.managerCode, opened: unit.since)
            known[unit.code] = Known(id: unit.id, entry: row, line: nil)
        }
    }

    /// Takes a row.
    mutating func take(_ row: ImportRow) throws -> ImportOutcome {
        let unit = try read(row)
        let other = known[unit.code]
        if let other, let line = other.line {
            guard other.entry == unit else { throw taken(unit, other) }
            return .duplicate(of: line)
        }
        let site = try siteKey(of: unit, row)
        if let other {
            guard other.entry == unit else { throw taken(unit, other) }
            if let site { sites[site] = unit.code }
            return .unchanged
        }
        let manager = unit.manager.flatMap { known[$0]?.id }
        let area = row.text(places.area)
        let id = try Units(session).insert(unit.code, unit.name, unit.kind, manager, unit.opened, place: area)
        known[unit.code] = Known(id: id, entry: unit, line: row.line)
        if let site { sites[site] = unit.code }
        return .stored
    }

    private func read(_ row: ImportRow) throws -> UnitRow {
        let (code, name) = (row.requiredText(places.code), row.requiredText(places.name))
        if let name, let refusal = PseudoUnits.refusal(of: name) { throw ImportConflict(refusal) }
        let kind: UnitKind? = row.choice(places.kind)
        if row.cell(places.kind) == nil { row.missing(places.kind) }
        let opened = row.day(places.opened)
        let manager = manager(row)
        if let manager, let gap = gap(of: manager, from: opened) {
            row.note(places.under, UnitConflict.notOpen(manager, gap))
        }
        if let opened, opened > session.today {
            row.note(
                places.opened, Text("\(opened) lies in the future.", vi: "Ngày \(opened) còn ở phía trước."))
        }
        try row.settle()
        guard let code, let name, let kind else { throw ImportConflict(Text("The row is empty.", vi: "Dòng trống.")) }
        return UnitRow(code: code, name: name, kind: kind, manager: manager, opened: opened)
    }

    /// The code of the unit above: by its code, also one of an earlier row, else by its name.
    private func manager(_ row: ImportRow) -> String? {
        guard let text = row.text(places.under) else { return nil }
        return known[text] != nil
            ? text : row.unit(places.under, area: places.area, from: session.today, to: session.today)?.code
    }

    /// A stretch from a day on in which the unit above is not open.
    private func gap(of manager: String, from day: Day?) -> (from: Day, to: Day?)? {
        guard let above = known[manager], above.line != nil else {
            return known[manager].flatMap { spans.closed($0.id, from: day) }
        }
        guard let day, let opened = above.entry.opened, opened > day else { return nil }
        return (day, opened)
    }

    /// Kind, name and place as one key; refuses a second code for one institution: the same name at the same place.
    private func siteKey(of unit: UnitRow, _ row: ImportRow) throws -> String? {
        guard let place = row.text(places.area) else { return nil }
        let key = "\(unit.kind.rawValue)\u{1F}\(unit.name.folded)\u{1F}\(place.folded)"
        guard let twin = sites[key] else { return key }
        throw ImportConflict(
            Text(
                "The same name at the same place as \(twin): one institution under two codes.",
                vi: "Trùng tên và địa bàn với \(twin): một cơ sở có hai mã."))
    }

    private func taken(_ unit: UnitRow, _ other: Known) -> ImportConflict {
        let name = other.entry.name
        guard let line = other.line else {
            return ImportConflict(
                Text(
                    "The register has \(unit.code) as ‘\(name)’ with other details.",
                    vi: "Trong sổ, \(unit.code) là ‘\(name)’ với thông tin khác."))
        }
        if name == unit.name {
            return ImportConflict(
                Text(
                    "Line \(line) has the code \(unit.code) with other details.",
                    vi: "Mã \(unit.code) đã có ở dòng \(line) với thông tin khác."))
        }
        return ImportConflict(
            Text(
                "Line \(line) gives the code \(unit.code) to ‘\(name)’, this one to ‘\(unit.name)’; the first is kept.",
                vi: "Dòng \(line) đặt mã \(unit.code) cho ‘\(name)’, dòng này cho ‘\(unit.name)’; giữ dòng đầu."))
    }
}
