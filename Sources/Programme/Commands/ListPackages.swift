import Commands
import Database
import Tables
import Values

/// `list packages` shows the packages that were made and received.
let listPackages = Command(
    "list packages",
    Text(
        "Shows the packages made here and received from others.",
        vi: "Liệt kê các gói đã lập và đã nhận."),
    lists: packageColumns, by: list
) {
    Label<UnitCode?>(
        "office", Text("Only those for or from this office.", vi: "Chỉ các gói gửi đến hoặc nhận từ cơ quan này."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example(ExampleOffice.keyLine)
    Example("make package for: SGD-HP period: 2024 elements: [masters] to: \"x.senpkg\"")
    Example("list packages office: SGD-HP").prints("sent")
    Example("list packages office: SGD").reports(.unknownCode)
}

/// The columns of `list packages`.
let packageColumns = Schema([
    ColumnInfo("way", PackageWay.type, Text("Way", vi: "Chiều")),
    ColumnInfo("office", .code("unit"), Text("Office", vi: "Cơ quan")),
    ColumnInfo("made", .text, Text("Made", vi: "Lập lúc")),
    ColumnInfo("number", .number, Text("Number", vi: "Số")),
    ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
    ColumnInfo("round", .text, Text("Round", vi: "Đợt báo cáo")),
    ColumnInfo("lines", .number, Text("Lines", vi: "Số dòng")),
    ColumnInfo("stored", .number, Text("Stored", vi: "Đã lưu")),
    ColumnInfo("unchanged", .number, Text("Unchanged", vi: "Không đổi")),
    ColumnInfo("conflicts", .number, Text("Conflicts", vi: "Mâu thuẫn")),
    ColumnInfo("refused", .number, Text("Refused", vi: "Bị từ chối")),
    ColumnInfo("sha256", .text, Text("SHA-256", vi: "SHA-256")),
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
])

/// Which way a package went.
enum PackageWay: String, ChoiceType {
    case sent, received

    static let listName = "package way"

    var meaning: Text {
        switch self {
        case .sent: Text("made here", vi: "đã lập để gửi")
        case .received: Text("taken in here", vi: "đã nhận")
        }
    }
}

private func list(session: Session, office: UnitCode?) throws -> Listing {
    var conditions = [session.visible("p")]
    if let office { conditions.append("o.code = \(office.code)") }
    return Listing(
        packageColumns,
        [
            .text("p.direction"), .code("o.code", id: "p.partner", of: "unit"), .text("p.made"), .integer("p.number"),
            .period("p.period"), .text("p.round"), .integer("p.lines"), .integer("p.stored"),
            .integer("p.unchanged"), .integer("p.conflicts"), .integer("p.refused"),
            .computed(["p.sha256"]) { row in
                let bytes: [UInt8] = try row.value(0)
                return .text(bytes.map { hexadecimal($0) }.joined())
            },
            .integer("p.recorded"),
        ],
        from: "exchange_package p JOIN unit o ON o.id = p.partner", where: conditions.joined(" AND "),
        orderedBy: ["p.recorded", "p.id"])
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
