import Commands
import Values

/// What a row of a reorganisation's file says: that one unit passes to another, and what is new of that.
struct ReorganisationRow {
    /// The columns of the file.
    static let columns = [
        ImportColumn("source", ["from", "đơn vị cũ", "mã cũ", "trước"], required: true),
        ImportColumn("target", ["into", "đơn vị mới", "mã mới", "sau"], required: true),
        ImportColumn("share", ["shares", "tỷ lệ", "tỷ trọng"], .number),
        ImportColumn("name", ["tên", "tên đơn vị", "tên mới"]),
        ImportColumn("kind", ["loại", "loại đơn vị"]),
        ImportColumn("under", ["trực thuộc", "đơn vị quản lý"]),
        ImportColumn("place", ["địa bàn", "địa chỉ"]),
    ]

    /// Where the parts of a row stand.
    struct Places {
        let source, target, share, name, kind, under, area: ImportPlace

        init(_ sheet: SheetImport) {
            source = sheet.place("source")
            target = sheet.place("target")
            share = sheet.place("share")
            name = sheet.place("name")
            kind = sheet.place("kind")
            under = sheet.place("under")
            area = sheet.place("place")
        }
    }

    let line: Int
    let source: String
    let target: String
    let weight: Number?
    let name: String?
    let kind: UnitKind?
    let under: String?
    let place: String?

    /// Reads a row; one that cannot be read is refused.
    init(_ row: ImportRow, _ places: Places) throws {
        line = row.line
        let (source, target) = (row.requiredText(places.source), row.requiredText(places.target))
        weight = row.number(places.share)
        if let weight, weight <= .zero {
            row.note(
                places.share,
                Text(
                    "‘\(weight)’ is not a share; write 3 or 0.6.",
                    vi: "‘\(weight)’ không phải là tỷ lệ; hãy ghi 3 hoặc 0.6."))
        }
        kind = row.choice(places.kind)
        name = row.text(places.name)
        under = row.text(places.under)
        place = row.text(places.area)
        try row.settle()
        (self.source, self.target) = (source ?? "", target ?? "")
    }
}
