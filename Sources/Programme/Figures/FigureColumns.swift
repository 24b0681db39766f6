import Commands
import Diagnostics
import Values

/// The columns that a sheet of figures may have.
enum FigureColumns {
    /// One figure a row; what `list figures` saves can be taken in again, its entries left aside.
    private static let long = [
        ImportColumn("element", ["số liệu", "mã số liệu"]),
        ImportColumn("unit", ["đơn vị", "mã đơn vị", "tên đơn vị", "tên trường", "trường"], required: true),
        ImportColumn("place", ["địa bàn", "quận/huyện", "huyện", "quận", "xã/phường", "xã", "phường"]),
        ImportColumn("period", ["kỳ", "kỳ báo cáo", "năm", "tháng"], required: true),
        ImportColumn("total", ["tổng", "tổng số"], .number),
        ImportColumn("women", ["nữ", "số nữ"], .number),
        ImportColumn("men", ["nam", "số nam"], .number),
        ImportColumn("state", ["trạng thái"]),
        ImportColumn("entry", ["mục nhật ký"]),
    ]

    /// Every column: those of one figure a row, and three for each element that is recorded, by its code or name.
    static func all(_ session: Session) throws -> [ImportColumn] {
        let elements = try Elements(session).all().filter { !$0.isDerived }
        return long
            + elements.flatMap { element in
                let titles = [element.code, element.name.english, element.name.vietnamese]
                let names = names(of: element.code)
                return zip(names, [["total", "tổng số", "tổng"], ["women", "nữ", "trong đó nữ"], ["men", "nam"]]).map {
                    name, parts in
                    let joined = titles.flatMap { title in parts.map { "\(title) / \($0)" } }
                    return ImportColumn(name, (name == names[0] ? Array(titles.dropFirst()) : []) + joined, .number)
                }
            }
    }

    /// The names of the columns of an element: all, the women, the men.
    static func names(of element: String) -> [String] { [element, "women(\(element))", "men(\(element))"] }

    /// Refuses a sheet that names no element, neither row by row nor above its columns.
    static func check(_ place: ImportPlace, hasOwn: Bool, _ file: String) throws {
        guard !hasOwn, !place.exists else { return }
        throw Diagnostic.missingHeading(long[0], file)
    }
}
