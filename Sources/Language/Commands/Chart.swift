public import Commands
import Diagnostics
public import Documents
import Tables
public import Values

/// `chart` draws the columns of a table that hold numbers.
let chart = Command(
    "chart",
    Text(
        "Draws the columns with numbers, one place a row, named by the first other column.",
        vi: "Vẽ biểu đồ các cột số, mỗi dòng một vị trí, đặt tên theo cột đầu tiên không phải số."),
    effect: .reads, run: draw
) {
    Input("table", Text("The table.", vi: "Bảng cần vẽ."))
    Argument<Chart.Kind>("kind", Text("What kind of chart.", vi: "Loại biểu đồ."))
} examples: {
    Example("list units | group by kind with units = count() | chart bar").prints("█")
    Example("list units | keep unit, name | chart bar").reports(.nothingToDraw)
}

extension Chart.Kind: ChoiceType {
    /// What the list is a list of.
    public static var listName: String { "kind of chart" }

    /// What a kind draws.
    public var meaning: Text {
        switch self {
        case .bar: Text("a bar for each row", vi: "mỗi dòng một thanh")
        case .line: Text("a line over the rows in order", vi: "đường nối các dòng theo thứ tự")
        case .stacked: Text("bars that stand on each other", vi: "các thanh xếp chồng")
        case .spark: Text("a line the height of a letter", vi: "đường nhỏ cao bằng một dòng chữ")
        case .dots: Text("a point for each column on one line a row", vi: "mỗi dòng một hàng, mỗi cột một chấm")
        case .panels: Text("a small chart for each column", vi: "mỗi cột một biểu đồ nhỏ")
        }
    }
}

private func draw(session: Session, table: Table, kind: Chart.Kind) throws -> Document {
    let columns = table.schema.columns
    let drawn: [ValueType] = [.number, .percent, .money]
    guard let type = columns.lazy.map(\.type).first(where: drawn.contains) else { throw Diagnostic.nothingToDraw }
    let series = columns.indices.filter { columns[$0].type == type }.map { place in
        let column = table.column(place)
        return Chart.Series(columns[place].heading, (0..<table.rowCount).map { column[$0].figure })
    }
    let names = columns.firstIndex { !drawn.contains($0.type) }.map { table.column($0) }
    let categories = (0..<table.rowCount).map { row in
        Text(verbatim: names?[row].written(in: session.surroundings.language) ?? "\(row + 1)")
    }
    let title = series.count == 1 ? series[0].name : Text("", vi: "")
    return Document([.chart(Chart(kind, title: title, categories: categories, series: series, type: type))])
}

extension Diagnostic {
    fileprivate static let nothingToDraw = Diagnostic(
        .nothingToDraw,
        Text("The table has no column with numbers.", vi: "Bảng không có cột số nào để vẽ."),
        notes: [
            Text(
                "Count or add up first: `group by kind with n = count()`.",
                vi: "Hãy đếm hoặc cộng trước: `group by kind with n = count()`.")
        ])
}

extension Diagnostic.Code {
    /// A table without numbers where a chart is wanted.
    static let nothingToDraw: Self = "nothing-to-draw"
}
