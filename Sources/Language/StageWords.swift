import Commands
import Syntax
import Values

extension Explanation.Stage {
    /// What the stage does, in words.
    var words: Text {
        switch verb.kind {
        case .filter: Text("keeps the rows for which this holds", vi: "giữ các dòng thoả điều kiện")
        case .keep(let words): Text("keeps \(words.columns.english)", vi: "giữ \(words.columns.vietnamese)")
        case .drop(let words): Text("leaves out \(words.columns.english)", vi: "bỏ \(words.columns.vietnamese)")
        case .distinct(let words):
            words.isEmpty
                ? Text("keeps each different row once", vi: "giữ mỗi dòng khác nhau một lần")
                : Text(
                    "keeps the first row for each different \(words.list)",
                    vi: "giữ dòng đầu cho mỗi \(words.list) khác nhau")
        case .add(let assignments): added(assignments)
        case .rename: Text("gives columns other names", vi: "đổi tên cột")
        case .sort(let keys):
            keys.count == 1
                ? Text("puts the rows in order", vi: "sắp xếp các dòng")
                : Text(
                    "puts the rows in order, by the next key where the one before is equal",
                    vi: "sắp xếp các dòng, trùng khoá trước thì xét khoá sau")
        case .first(let count): Text("keeps the first \(count) rows", vi: "giữ \(count) dòng đầu")
        case .last(let count): Text("keeps the last \(count) rows", vi: "giữ \(count) dòng cuối")
        case .count: Text("counts the rows", vi: "đếm số dòng")
        case .group(by: let keys, with: let values):
            Text(
                "makes one row for each different \(keys.list)", vi: "gộp thành một dòng cho mỗi \(keys.list) khác nhau"
            )
                + (values.isEmpty
                    ? Text(verbatim: "")
                    : Text(
                        ", with \(values.map(\.name).list)", vi: ", kèm \(values.map(\.name).list)"))
        case .join(_, on: let keys, keepsUnmatched: let keeps):
            Text(
                "puts the rows of the other table with the same \(keys.list) beside",
                vi: "ghép các dòng của bảng kia có cùng \(keys.list)")
                + (keeps
                    ? Text(", and keeps rows that find none", vi: ", vẫn giữ dòng không có dòng tương ứng")
                    : Text(", and leaves out rows that find none", vi: ", bỏ dòng không có dòng tương ứng"))
        case .pivot(let rows, by: let columns, with: _):
            Text(
                "makes a row for each \(rows.text) and a column for each \(columns.text)",
                vi: "lập một dòng cho mỗi \(rows.text) và một cột cho mỗi \(columns.text)")
        case .unpivot: Text("turns columns into rows", vi: "chuyển cột thành dòng")
        case .fill: Text("fills gaps with the value above", vi: "điền ô trống bằng giá trị phía trên")
        case .sentence: sentence?.command.summary ?? Text(verbatim: "")
        }
    }

    private func added(_ assignments: [Assignment]) -> Text {
        let names = assignments.map(\.name).list
        return assignments.count == 1
            ? Text("adds the column \(names)", vi: "thêm cột \(names)")
            : Text("adds the columns \(names)", vi: "thêm các cột \(names)")
    }
}

extension [Word] {
    fileprivate var list: String { map(\.text).joined(separator: ", ") }

    fileprivate var columns: Text {
        count == 1 ? Text("the column \(list)", vi: "cột \(list)") : Text("the columns \(list)", vi: "các cột \(list)")
    }
}
