import Documents
import Tables
import Values

/// One column of a table on a screen.
private struct ShownColumn {
    let name: String
    let cells: [String]
    let missing: [Bool]
    let right: Bool
    var width: Int
    /// How narrow it may become; amounts are never cut.
    let least: Int

    init(name: String, cells: [String], missing: [Bool], right: Bool) {
        self.name = name
        self.cells = cells
        self.missing = missing
        self.right = right
        let head = name.displayWidth
        width = cells.reduce(head) { max($0, $1.displayWidth) }
        least = right ? width : min(width, max(head, 12))
    }
}

extension Screen {
    /// A table: a header of column names, the rows, and a remark with their count.
    mutating func table(_ block: TableBlock) {
        if let caption = block.caption {
            lines += flow.lines([(caption(in: style.language).harmless, .strong)])
        }
        var columns = block.table.schema.columns.indices.map { shown(block.table, $0) }
        let dropped = fit(&columns)
        rows(columns, count: block.table.rowCount)
        if !dropped.isEmpty {
            let names = dropped.joined(separator: ", ")
            let text = Text(
                "… \(dropped.count) more \(dropped.count == 1 ? "column" : "columns"): \(names)",
                vi: "… còn \(dropped.count) cột: \(names)")
            lines += flow.lines([(text(in: style.language), .muted)], first: "  ")
        }
        var words = Screen.count(block.table.rowCount)(in: style.language)
        if let remark = block.remark { words += " · " + remark(in: style.language).harmless }
        remark(words, edge: Screen.total(columns))
    }

    /// “2 rows”, “2 dòng”.
    private static func count(_ rows: Int) -> Text {
        let number = Number(rows)
        let vietnamese = "\(number.formatted(in: .vietnamese)) dòng"
        return switch rows {
        case 0: Text("no rows", vi: "không có dòng nào")
        case 1: Text("1 row", vi: vietnamese)
        default: Text("\(number.formatted(in: .english)) rows", vi: vietnamese)
        }
    }

    private func shown(_ table: Table, _ index: Int) -> ShownColumn {
        let info = table.schema.columns[index]
        let values = table.cells(index)
        let name = style.headings ? info.heading(in: style.language) : info.name
        return ShownColumn(
            name: name.harmless, cells: values.map(cell), missing: values.map(\.isMissing),
            right: info.type.isQuantity)
    }

    /// The columns a row takes, with two spaces before each.
    private static func total(_ columns: [ShownColumn]) -> Int {
        columns.reduce(0) { $0 + 2 + $1.width }
    }

    /// Narrows texts, then leaves out middle columns, until the table fits; gives the names of those left out.
    private func fit(_ columns: inout [ShownColumn]) -> [String] {
        guard let width = style.width else { return [] }
        var dropped: [(place: Int, name: String)] = []
        var places = Array(columns.indices)
        while columns.count > 1, columns.reduce(0, { $0 + 2 + $1.least }) > width {
            let middle = columns.count / 2
            dropped.append((places.remove(at: middle), columns.remove(at: middle).name))
        }
        while Screen.total(columns) > width, let widest = Screen.widest(columns) {
            let over = Screen.total(columns) - width
            let others = columns.indices.filter { $0 != widest }.map { columns[$0].width }
            let next = others.filter { $0 < columns[widest].width }.max() ?? 0
            let goal = max(columns[widest].least, columns[widest].width - over, min(next, columns[widest].width - 1))
            columns[widest].width = goal
        }
        return dropped.sorted { $0.place < $1.place }.map(\.name)
    }

    /// The widest column that may become narrower.
    private static func widest(_ columns: [ShownColumn]) -> Int? {
        columns.indices.filter { columns[$0].width > columns[$0].least }.max { columns[$0].width < columns[$1].width }
    }

    private mutating func rows(_ columns: [ShownColumn], count: Int) {
        guard !columns.isEmpty else { return }
        lines.append(line(columns) { _, column in (column.name, .strong) })
        for row in 0..<count {
            let parts = columns.map { column in
                column.right ? [column.cells[row]] : Flow.wrap(column.cells[row], width: column.width)
            }
            for part in 0..<(parts.map(\.count).max() ?? 1) {
                lines.append(
                    line(columns) { index, column in
                        let text = part < parts[index].count ? parts[index][part] : ""
                        return (text, column.missing[row] ? .muted : .plain)
                    })
            }
        }
    }

    private func line(
        _ columns: [ShownColumn], _ cell: (Int, ShownColumn) -> (text: String, role: RichText.Role)
    ) -> String {
        var line = ""
        for (index, column) in columns.enumerated() {
            let (text, role) = cell(index, column)
            let gap = String(repeating: " ", count: max(0, column.width - text.displayWidth))
            line += "  " + (column.right ? gap : "") + paint(text, role)
            if !column.right, index + 1 < columns.count { line += gap }
        }
        return line.trimmedEnd
    }
}
