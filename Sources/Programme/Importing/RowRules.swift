import Values
import Workbooks

/// Tells rows that hold a record from those that hold none.
struct RowRules {
    /// How many columns have headings.
    let width: Int
    private let headings: FoundHeadings
    private let headingRows: [[String]]
    /// The columns that the import takes.
    private let known: [Int]

    /// What a row is that holds no record.
    enum Kind: CaseIterable {
        case blank, heading, numbering, total
    }

    private static let totals: Set<String> = [
        "tong", "tong cong", "cong", "tong so", "cong tong", "cong toan", "toan tinh", "toan thanh pho", "toan truong",
        "total", "totals", "grand total", "sum",
    ]

    init(_ headings: FoundHeadings, _ sheet: ImportSheet) {
        self.headings = headings
        let known = headings.places.values.sorted()
        self.known = known
        var rows: [[String]] = []
        var walk = sheet.walk()
        while (try? walk.advance()) == true, walk.line <= headings.lines.upperBound {
            guard headings.lines.contains(walk.line) else { continue }
            let row = known.map { walk.cell($0)?.typed ?? "" }
            if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
        headingRows = rows
        width = headings.texts.count
    }

    /// What a row is that holds no record; `nil` for one that does. `isFirst` is the first one below the headings.
    func kind(of row: ImportRow, isFirst: Bool) -> Kind? {
        if row.walk.isBlank { return .blank }
        if isFirst, isNumbering(row.walk) { return .numbering }
        if isHeading(row) { return .heading }
        return isTotal(row) ? .total : nil
    }

    private func isHeading(_ row: ImportRow) -> Bool {
        headingRows.contains { headings in
            headings.indices.allSatisfy { place in
                let whole = row.walk.wholeNumber(known[place]).map { "\($0)" }
                return (whole ?? row.cell(at: known[place])?.typed ?? "") == headings[place]
            }
        }
    }

    /// A row such as `A B 1 2 3` or `(1) (2) (3)`, which numbers the columns of a form.
    private func isNumbering(_ walk: RowWalk) -> Bool {
        var expected = 1
        var cells = 0
        for column in 0..<max(width, walk.width) {
            guard let cell = walk.cell(column) else {
                if column < width, !headings.texts[column].isEmpty { return false }
                continue
            }
            let text = cell.typed.filter { $0 != "(" && $0 != ")" }
            cells += 1
            if let number = Int(text) {
                guard number == expected else { return false }
                expected += 1
            } else {
                guard text.count == 1, text.first?.isLetter == true, expected == 1 else { return false }
            }
        }
        return cells >= 3 && expected > 1
    }

    /// A row whose first words say that it adds up others.
    private func isTotal(_ row: ImportRow) -> Bool {
        (0..<min(row.walk.width, 5)).contains { column in
            guard row.walk.wholeNumber(column) == nil else { return false }
            let isTotal = row.remembered(column, { $0.isTotal }, { $0.isTotal = $1 }) {
                RowRules.isTotal(row.cell(at: column))
            }
            return isTotal == true
        }
    }

    private static func isTotal(_ cell: SheetCell?) -> Bool {
        guard case .text(let text)? = cell, text.utf8.count <= 60, let first = text.first, "tTcCsSgG".contains(first)
        else { return false }
        let key = headingKey(text)
        return totals.contains(key) || key.hasPrefix("tong cong ")
    }

    /// Refuses a row of a text file that has fewer cells than there are headings, or more that are not empty.
    func refuse(_ walk: RowWalk) throws {
        let more = (width..<max(width, walk.width)).contains { walk.cell($0) != nil }
        guard walk.width < width || more else { return }
        throw ImportConflict(
            Text(
                "\(walk.width) cells where the headings are \(width).",
                vi: "Dòng có \(walk.width) ô, trong khi tiêu đề có \(width) cột."),
            proposal: Text(
                "Put a cell that holds the separator in quotes.",
                vi: "Đặt ô có chứa dấu phân cách trong dấu nháy kép."))
    }
}
