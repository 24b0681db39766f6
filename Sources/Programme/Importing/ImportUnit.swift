public import Values
import Workbooks

/// A unit that a row of a sheet names.
public struct ImportedUnit: Sendable, Hashable {
    /// The id that never changes.
    public let id: Int64
    /// The code.
    public let code: String
}

extension ImportRow {
    /// The unit that a cell names by its code or its name, open on some day between two; `nil` where it is none.
    ///
    /// `area` is the column that says where the unit lies, for names that several units bear.
    public func unit(_ place: ImportPlace, area: ImportPlace, from first: Day, to last: Day) -> ImportedUnit? {
        guard let unit = coded(place) ?? told(place, area, first, last) else { return nil }
        guard units.isOpen(unit.id, from: first, to: last) else {
            let time = first == last ? "\(first)" : "\(first) – \(last)"
            note(
                place,
                Text(
                    "\(unit.code) was not open at the time (\(time)).",
                    vi: "Đơn vị \(unit.code) không hoạt động vào thời gian đó (\(time))."))
            return nil
        }
        return unit
    }

    /// The unit whose code stands in a cell.
    private func coded(_ place: ImportPlace) -> ImportedUnit? {
        remembered(plainColumn(place), { $0.unit }, { $0.unit = $1 }) {
            guard case .text(let text)? = cell(place) else { return nil }
            return units.id(text).map { ImportedUnit(id: $0, code: text) }
        }
    }

    private func told(_ place: ImportPlace, _ area: ImportPlace, _ first: Day, _ last: Day) -> ImportedUnit? {
        guard let text = requiredText(place) else { return nil }
        if let id = units.id(text) { return ImportedUnit(id: id, code: text) }
        if let code = unitCode(text) {
            if let id = units.id(code) { return ImportedUnit(id: id, code: code) }
            note(
                place,
                Text(
                    "The mapping takes ‘\(text)’ for \(code), which is no unit.",
                    vi: "Bảng quy ước coi ‘\(text)’ là \(code), nhưng không có đơn vị này."))
            return nil
        }
        let lies = area.exists ? cell(area)?.typed : nil
        switch units.unit(named: text, at: lies, from: first, to: last) {
        case .unit(let id, let code): return ImportedUnit(id: id, code: code)
        case .several(let codes):
            note(
                place,
                Text(
                    "‘\(text)’ is the name of several units: \(codes.joined(separator: ", ")).",
                    vi: "‘\(text)’ là tên của nhiều đơn vị: \(codes.joined(separator: ", "))."),
                proposal: codes.first.map { Text(verbatim: ImportMapping.line("unit", text, $0)) })
        case .unknown(let code?, let name):
            note(
                place,
                Text("There is no unit ‘\(text)’", vi: "Không có đơn vị ‘\(text)’")
                    + (name.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") } ?? Text(verbatim: ".")),
                proposal: Text(verbatim: ImportMapping.line("unit", text, code)))
        case .unknown(nil, _):
            let near = nearest(to: text, among: units.nearCodes(to: text))
            note(
                place,
                Text("There is no unit ‘\(text)’", vi: "Không có đơn vị ‘\(text)’")
                    + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") } ?? Text(verbatim: ".")),
                proposal: near.map { Text(verbatim: ImportMapping.line("unit", text, $0)) })
        }
        return nil
    }
}
