import Commands
import Reading
import Values

/// What a row of a reorganisation's file says: that one unit passes to another, and what is new of that.
struct ReorganisationRow {
    /// The columns of the file.
    static let columns = [
        ImportSheet.Column("source", ["from", "đơn vị cũ", "mã cũ", "trước"], required: true),
        ImportSheet.Column("target", ["into", "đơn vị mới", "mã mới", "sau"], required: true),
        ImportSheet.Column("share", ["shares", "tỷ lệ", "tỷ trọng"]),
        ImportSheet.Column("name", ["tên", "tên đơn vị", "tên mới"]),
        ImportSheet.Column("kind", ["loại", "loại đơn vị"]),
        ImportSheet.Column("under", ["trực thuộc", "đơn vị quản lý"]),
        ImportSheet.Column("place", ["địa bàn", "địa chỉ"]),
    ]

    let line: Int
    let source: String
    let target: String
    let weight: Number?
    let name: String?
    let kind: UnitKind?
    let under: String?
    let place: String?

    /// Why a row is not taken.
    struct Refusal: Error {
        let why: Text
    }

    /// Reads a row; throws a ``Refusal`` where a cell cannot be read.
    init(_ row: SeparatedFile.Row, _ sheet: ImportSheet) throws {
        line = row.line
        guard let source = sheet.cell(row, "source") else {
            throw Refusal(why: Text("The source is missing.", vi: "Thiếu đơn vị cũ."))
        }
        guard let target = sheet.cell(row, "target") else {
            throw Refusal(why: Text("The target is missing.", vi: "Thiếu đơn vị mới."))
        }
        (self.source, self.target) = (source, target)
        weight = try sheet.cell(row, "share").map { cell in
            guard let number = Number(cell), number > .zero else {
                throw Refusal(
                    why: Text(
                        "‘\(cell)’ is not a share; write 3 or 0.6.",
                        vi: "‘\(cell)’ không phải là tỷ lệ; hãy ghi 3 hoặc 0.6."))
            }
            return number
        }
        kind = try sheet.cell(row, "kind").map { word in
            guard let kind = UnitKind(rawValue: word.lowercased()) else {
                throw Refusal(
                    why: Text("‘\(word)’ is not a kind of unit.", vi: "‘\(word)’ không phải là loại đơn vị."))
            }
            return kind
        }
        name = sheet.cell(row, "name")
        under = sheet.cell(row, "under")
        place = sheet.cell(row, "place")
    }
}
