import Commands
import Database
import Diagnostics
import Values

/// The figures of the categories into which an element is divided.
///
/// When the last category of a unit and period is there, the whole is recorded with it as their sum; from then on it
/// follows them. A whole that was typed before stands until then and must equal the sum. So a later change of the
/// categories takes nothing away: old figures keep theirs, and the wholes compare.
struct FigureParts {
    private let session: Session
    private let element: FigureElement
    private let id: Int64
    private let unit: Int64
    private let period: Period

    init(_ session: Session, _ element: FigureElement, _ id: Int64, unit: Int64, _ period: Period) {
        self.session = session
        self.element = element
        self.id = id
        self.unit = unit
        self.period = period
    }

    /// The figures on record of the categories that the element has now.
    func current() throws -> [String: FigureClaim] {
        guard !element.categories.isEmpty else { return [:] }
        var parts: [String: FigureClaim] = [:]
        try session.database.forEach(
            """
            SELECT category, total, women, state FROM figure_part
            WHERE element = \(id) AND unit = \(unit) AND period = \(period) AND \(session.visible())
            """
        ) { row in
            let category = try row.text(0)
            guard element.categories.contains(category) else { return }
            parts[category] = FigureClaim(total: try row.value(1), women: try row.value(2), state: try row.value(3))
        }
        return parts
    }

    /// The sum of all categories; `nil` while one is not reported. Those that do not apply count for nothing.
    func sum(_ parts: [String: FigureClaim]) -> FigureClaim? {
        let all = element.categories.compactMap { parts[$0] }
        guard !all.isEmpty, all.count == element.categories.count,
            all.allSatisfy({ $0.state == .reported || $0.state == .notApplicable })
        else { return nil }
        let reported = all.filter { $0.state == .reported }
        guard !reported.isEmpty, let total = Number.sum(reported.compactMap(\.total)) else { return nil }
        let women = reported.compactMap(\.women)
        return FigureClaim(total: total, women: women.count == reported.count ? Number.sum(women) : nil)
    }

    /// Refuses a whole that is less than its categories, or another than all of them together.
    func check(_ whole: FigureClaim) throws {
        guard whole.state == .reported, let total = whole.total else { return }
        let parts = try current()
        if let sum = sum(parts), sum.total != whole.total || (sum.women != nil && sum.women != whole.women) {
            throw Diagnostic.partsNotWhole(element.code, sum, whole)
        }
        let known = Number.sum(parts.values.compactMap(\.total)) ?? .zero
        if known > total { throw Diagnostic.partsNotWhole(element.code, FigureClaim(total: known), whole) }
    }

    /// Records the figure of a category, and the whole when it is the last one; gives the whole where it is the sum.
    func record(_ claim: FigureClaim, _ category: String) throws -> FigureClaim? {
        guard element.categories.contains(category) else {
            var finding = Diagnostic.unknownCategory(category, element.code, element.categories)
            finding.subject = "category"
            throw finding
        }
        let figures = Figures(session)
        var parts = try current()
        let before = sum(parts)
        parts[category] = claim
        let whole = try figures.current(id, unit, period)
        let after = sum(parts)
        if before == nil, let whole, whole.state == .reported, let total = whole.total {
            let known = Number.sum(parts.values.compactMap(\.total)) ?? .zero
            if known > total { throw Diagnostic.partsNotWhole(element.code, FigureClaim(total: known), whole) }
            if let after, after.total != whole.total || (whole.women != nil && after.women != whole.women) {
                throw Diagnostic.partsNotWhole(element.code, after, whole)
            }
        }
        try session.database.execute(
            """
            UPDATE figure_part SET retired = \(session.entry)
            WHERE element = \(id) AND category = \(category) AND period = \(period) AND unit = \(unit)
              AND retired IS NULL
            """)
        try session.database.execute(
            """
            INSERT INTO figure_part (element, unit, period, category, total, women, state, recorded)
            VALUES (\(id), \(unit), \(period), \(category), \(claim.total), \(claim.women), \(claim.state),
                \(session.entry))
            """)
        if let after, after != whole { try figures.record(after, id, unit, period, replacing: whole != nil) }
        return after
    }
}

extension Diagnostic {
    static func partsNotWhole(_ element: String, _ parts: FigureClaim, _ whole: FigureClaim) -> Diagnostic {
        func written(_ claim: FigureClaim) -> String {
            (claim.total?.description ?? "–") + (claim.women.map { " (\($0))" } ?? "")
        }
        return figureFault(
            .partsNotWhole, "total",
            Text(
                "The categories of ‘\(element)’ make \(written(parts)), the whole is \(written(whole)).",
                vi: "Các nhóm của ‘\(element)’ cộng lại là \(written(parts)), còn tổng là \(written(whole))."),
            notes: [
                Text(
                    "Correct the category that is wrong; the whole follows when all categories are there.",
                    vi: "Hãy sửa nhóm ghi sai; khi đủ các nhóm, tổng tự tính theo.")
            ])
    }
}

extension Diagnostic.Code {
    /// Categories that do not make the whole.
    static let partsNotWhole: Self = "parts-not-whole"
}
