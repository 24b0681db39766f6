import Commands
import Reading
import Values

/// Takes units from a file, row by row; what the register holds and what came earlier in the file counts.
struct UnitImport {
    /// The columns of the file; what `list units` saves can be taken in again.
    static let columns = [
        ImportSheet.Column("code", ["unit", "mã", "mã đơn vị"], required: true),
        ImportSheet.Column("name", ["tên", "tên đơn vị"], required: true),
        ImportSheet.Column("kind", ["loại", "loại đơn vị"], required: true),
        ImportSheet.Column("under", ["trực thuộc", "đơn vị quản lý"]),
        ImportSheet.Column("opened", ["since", "ngày thành lập", "từ ngày"]),
        ImportSheet.Column("place", ["địa bàn", "địa chỉ"]),
    ]

    private let session: Session
    private let sheet: ImportSheet
    private var known: [String: Known] = [:]
    private var places: [String: String] = [:]

    /// A unit that the register or an earlier row of the file has.
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

    /// Why a row is not taken.
    private struct Refusal: Error {
        let why: Text
        init(_ english: String, vi vietnamese: String) { why = Text(english, vi: vietnamese) }
        init(_ why: Text) { self.why = why }
    }

    init(_ session: Session, _ sheet: ImportSheet) throws {
        self.session = session
        self.sheet = sheet
        for unit in try Units(session).ever() {
            let row = UnitRow(
                code: unit.code, name: unit.name, kind: unit.kind, manager: unit.managerCode, opened: unit.since)
            known[unit.code] = Known(id: unit.id, entry: row, line: nil)
        }
    }

    /// Takes every row that can be taken.
    mutating func run() throws -> ImportTally {
        var tally = ImportTally(sheet)
        for row in sheet.rows {
            do {
                tally.note(try take(row) ? .stored : .unchanged)
            } catch let refusal as Refusal {
                let what = [sheet.cell(row, "code"), sheet.cell(row, "name")].compactMap { $0 }
                tally.note(.refused(RefusedRow(line: row.line, what: what.joined(separator: " "), why: refusal.why)))
            }
        }
        return tally
    }

    /// Takes a row; `false` when the register says the same already.
    private mutating func take(_ row: SeparatedFile.Row) throws -> Bool {
        let unit = try read(row)
        let other = known[unit.code]
        if let other, other.line != nil { throw taken(unit, other) }
        let place = try placeKey(of: unit, row)
        if let other {
            guard other.entry == unit else { throw taken(unit, other) }
            if let place { places[place] = unit.code }
            return false
        }
        let manager = try unit.manager.map { code in
            guard let manager = known[code] else { throw unknownManager(code) }
            return manager.id
        }
        let id = try Units(session).insert(unit.code, unit.name, unit.kind, manager, unit.opened)
        known[unit.code] = Known(id: id, entry: unit, line: row.line)
        if let place { places[place] = unit.code }
        return true
    }

    private func read(_ row: SeparatedFile.Row) throws -> UnitRow {
        guard let code = sheet.cell(row, "code") else { throw Refusal("The code is missing.", vi: "Thiếu mã.") }
        guard let name = sheet.cell(row, "name") else { throw Refusal("The name is missing.", vi: "Thiếu tên.") }
        if let refusal = PseudoUnits.refusal(of: name) { throw Refusal(refusal) }
        guard let word = sheet.cell(row, "kind") else {
            throw Refusal("The kind is missing.", vi: "Thiếu loại đơn vị.")
        }
        guard let kind = UnitKind(rawValue: word.lowercased()) else { throw unknownKind(word) }
        return UnitRow(
            code: code, name: name, kind: kind, manager: sheet.cell(row, "under"), opened: try opened(row))
    }

    private func opened(_ row: SeparatedFile.Row) throws -> Day? {
        guard let cell = sheet.cell(row, "opened") else { return nil }
        guard let day = Day(iso: cell) ?? Day(dayFirst: cell) else {
            throw Refusal(
                "‘\(cell)’ is not a day; write 2025-03-14 or 14/3/2025.",
                vi: "‘\(cell)’ không phải là ngày; hãy ghi 2025-03-14 hoặc 14/3/2025.")
        }
        guard day <= session.today else {
            throw Refusal("\(day) lies in the future.", vi: "Ngày \(day) còn ở phía trước.")
        }
        return day
    }

    /// Kind, name and place as one key; refuses a second code for one institution: the same name at the same place.
    private func placeKey(of unit: UnitRow, _ row: SeparatedFile.Row) throws -> String? {
        guard let place = sheet.cell(row, "place") else { return nil }
        let key = "\(unit.kind.rawValue)\u{1F}\(unit.name.folded)\u{1F}\(place.folded)"
        guard let twin = places[key] else { return key }
        throw Refusal(
            "The same name at the same place as \(twin): one institution under two codes.",
            vi: "Trùng tên và địa bàn với \(twin): một cơ sở có hai mã.")
    }

    private func taken(_ unit: UnitRow, _ other: Known) -> Refusal {
        let name = other.entry.name
        guard let line = other.line else {
            return Refusal(
                "The register has \(unit.code) as ‘\(name)’ with other details.",
                vi: "Trong sổ, \(unit.code) là ‘\(name)’ với thông tin khác.")
        }
        if name == unit.name {
            return Refusal(
                "Line \(line) has the code \(unit.code) already.", vi: "Mã \(unit.code) đã có ở dòng \(line).")
        }
        return Refusal(
            "Line \(line) gives the code \(unit.code) to ‘\(name)’, this one to ‘\(unit.name)’; the first is kept.",
            vi: "Dòng \(line) đặt mã \(unit.code) cho ‘\(name)’, dòng này cho ‘\(unit.name)’; giữ dòng đầu.")
    }

    private func unknownManager(_ code: String) -> Refusal {
        let near = nearest(to: code, among: known.keys.sorted())
        return Refusal(
            "There is no unit ‘\(code)’ to stand under\(near.map { "; did you mean \($0)?" } ?? ".")",
            vi: "Không có đơn vị quản lý ‘\(code)’\(near.map { "; có phải \($0)?" } ?? ".")")
    }

    private func unknownKind(_ word: String) -> Refusal {
        let near = nearest(to: word, among: UnitKind.allCases.map(\.rawValue))
        return Refusal(
            "‘\(word)’ is not a kind of unit\(near.map { "; did you mean ‘\($0)’?" } ?? ".")",
            vi: "‘\(word)’ không phải là loại đơn vị\(near.map { "; có phải ‘\($0)’?" } ?? ".")")
    }
}
