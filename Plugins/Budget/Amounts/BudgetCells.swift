import Commands
import Diagnostics
import Programme
import Values

extension ImportRow {
    /// The year of a budget in a cell.
    func budgetYear(_ place: ImportPlace, _ session: Session) -> Int? {
        guard let period = period(place) else {
            if typed(place) == nil { missing(place) }
            return nil
        }
        if let year = try? Budget.budgetYear(period, session) { return year }
        note(place, Text("\(period) is no year of a budget.", vi: "\(period) không phải là năm ngân sách."))
        return nil
    }

    /// The paragraph in a cell: `k2a`, `2a`, `Khoản 2a`, `Điều 3 khoản 2a` or what it is about.
    func costCategory(_ place: ImportPlace) -> CostCategory? {
        guard let text = typed(place) else { return nil }
        let words = text.lowercased().split { $0.isWhitespace || $0 == "," }
        if let last = words.last, words.count == 1 || words.dropLast().last == "khoản",
            let category = CostCategory(rawValue: String(last)) ?? CostCategory(rawValue: "k\(last)")
        {
            return category
        }
        return choice(place)
    }

    /// Who is paid, in a cell: `speaker` or `Báo cáo viên`.
    func seminarRole(_ place: ImportPlace) -> SeminarRole? {
        guard let text = typed(place)?.folded else { return nil }
        let meant = SeminarRole.allCases.first { role in
            [role.meaning.english, role.meaning.vietnamese].contains { meaning in
                meaning.split(separator: ",").first.map { String($0).folded == text } ?? false
            }
        }
        return meant ?? choice(place)
    }

    /// Does what may be refused as a command would be, and notes a refusal at the cell of the argument.
    func refuse(by places: [String: ImportPlace], _ work: () throws -> Void) {
        do {
            try work()
        } catch {
            for finding in Diagnostics.of(error) {
                if let place = finding.subject.flatMap({ places[$0] }) { note(place, finding.message) }
            }
        }
    }
}
