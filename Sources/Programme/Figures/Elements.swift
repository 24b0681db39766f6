public import Commands
import Database
import Values

/// The elements that lines name again and again.
final class ElementRecollection: Recollection {
    static let tables = ["element"]
    /// The elements of codes.
    var elements: [String: FigureElement] = [:]
}

/// The elements that readers of a session can name: defined ones and those that packs derive.
public struct Elements {
    let session: Session

    /// Opens the list.
    public init(_ session: Session) {
        self.session = session
    }

    /// The element of a code, or `nil`.
    public func element(_ code: String) throws -> FigureElement? {
        let kept = session.recollection(ElementRecollection.self)
        if let element = kept?.elements[code] { return element }
        let element = try derived(code) ?? rows("code = \(code)").first
        kept?.elements[code] = element
        return element
    }

    /// All elements, by code.
    public func all() throws -> [FigureElement] {
        let derived = session.registry.contributions(DerivedElement.self).map(Elements.element)
        return (try rows("1 = 1") + derived).sorted { $0.code < $1.code }
    }

    /// The pack's rule behind an element that is derived, or `nil`.
    func source(of code: String) -> DerivedElement? {
        session.registry.contributions(DerivedElement.self).first { $0.code == code }
    }

    private func derived(_ code: String) -> FigureElement? { source(of: code).map(Elements.element) }

    private static func element(_ source: DerivedElement) -> FigureElement {
        FigureElement(
            code: source.code, name: source.name, type: .count, overTime: source.overTime, overUnits: .sum, bySex: nil,
            every: nil,
            id: nil)
    }

    private func rows(_ condition: SQL) throws -> [FigureElement] {
        let before = try formerCategories()
        return try session.database.rows(
            """
            SELECT id, code, name, name_vi, type, over_time, over_units, by_sex, every, categories FROM element
            WHERE \(session.visible()) AND \(condition) ORDER BY code
            """
        ).map { row in
            let categories = Elements.list(try row.value(9))
            let former = before[try row.text(1)] ?? []
            return FigureElement(
                code: try row.text(1), name: Text(try row.text(2), vi: try row.text(3)), type: try row.value(4),
                overTime: try row.value(5), overUnits: try row.value(6), bySex: try row.value(7, as: Bool.self),
                every: try row.value(8), categories: categories,
                everCategories: categories + former.filter { !categories.contains($0) }, id: try row.value(0))
        }
    }

    /// The categories that elements have or had, by code.
    private func formerCategories() throws -> [String: [String]] {
        let known: SQL = session.horizon.map { "recorded <= \($0)" } ?? "1 = 1"
        var former: [String: [String]] = [:]
        try session.database.forEach(
            "SELECT code, categories FROM element WHERE categories IS NOT NULL AND \(known) ORDER BY id"
        ) { row in
            let code = try row.text(0)
            for category in Elements.list(try row.value(1)) where !(former[code] ?? []).contains(category) {
                former[code, default: []].append(category)
            }
        }
        return former
    }

    /// A list of categories as it stands in a column: one a line.
    private static func list(_ lines: String?) -> [String] {
        (lines ?? "").split(separator: "\n").map(String.init)
    }
}
