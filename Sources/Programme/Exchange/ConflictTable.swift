import Commands
import Journal
import Tables
import Values

/// Conflicts as a table: both values, who and when, and the line to type to take theirs.
struct ConflictTable {
    /// The columns.
    static let columns = Schema([
        ColumnInfo("element", .code("element"), Text("Figure", vi: "Số liệu")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
        ColumnInfo("here", .text, Text("Here", vi: "Ở đây")),
        ColumnInfo("here-by", .text, Text("By", vi: "Nguồn")),
        ColumnInfo("theirs", .text, Text("Theirs", vi: "Bên gửi")),
        ColumnInfo("office", .code("unit"), Text("Office", vi: "Cơ quan gửi")),
        ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
        ColumnInfo("take", .text, Text("To take theirs", vi: "Để lấy số của bên gửi")),
    ])

    private let session: Session
    private let offices: [Int: String]

    init(_ session: Session) throws {
        self.session = session
        let codes = Dictionary(try Units(session).ever().map { ($0.id, $0.code) }) { first, _ in first }
        offices = Dictionary(
            try Exchange(session).received().compactMap { package in codes[package.office].map { (package.entry, $0) } }
        ) { first, _ in first }
    }

    /// The row of a conflict.
    func row(_ line: FigureLine, from office: String, entry: Int, _ standing: Standing?) throws -> [Value] {
        let language = session.surroundings.language
        let here = standing?.claim.words(in: language) ?? "·"
        return [
            .text(line.element), .text(line.unit), .period(line.period), .text(here),
            .text(try source(standing)(in: language)), .text(line.claim.words(in: language)), .text(office),
            .number(Number(entry)), .text(line.taking(from: office)),
        ]
    }

    /// Where a figure that stands here comes from: a package of another office, or who recorded it and when.
    private func source(_ standing: Standing?) throws -> Text {
        guard let standing else { return Text(verbatim: "·") }
        guard let number = standing.entry else { return Text("records here", vi: "bản ghi tại đây") }
        let entry = try session.journal.entries(from: number, limit: 1).first
        let who = offices[number] ?? entry?.actor ?? ""
        let day = entry.map { " \($0.at.day)" } ?? ""
        return Text("\(who)\(day), entry \(number)", vi: "\(who)\(day), mục \(number)")
    }
}
