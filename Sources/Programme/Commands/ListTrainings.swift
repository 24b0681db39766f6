import Commands
import Database
import Documents
import Tables
import Values

/// `list trainings` shows the trainings that were held.
let listTrainings = Command(
    "list trainings", Text("Shows the trainings that were held, by day.", vi: "Liệt kê các lớp tập huấn theo ngày."),
    lists: trainingColumns, by: list
) {
    Label<Period?>("period", Text("Only those of this period.", vi: "Chỉ trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12 audience: teachers")
    Example("list trainings period: 2025 under: SGD-HP").prints("Lồng ghép giới")
    Example("list trainings under: SGD-HN").reports(.unknownCode)
}

/// The columns of `list trainings`.
let trainingColumns = Schema([
    ColumnInfo("training", .code("training"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Day", vi: "Ngày")),
    ColumnInfo("topic", .text, Text("Topic", vi: "Nội dung")),
    ColumnInfo("audience", Audience.type, Text("Audience", vi: "Đối tượng")),
    ColumnInfo("hours", .number, Text("Hours", vi: "Số giờ")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("men", .number, Text("Men", vi: "Nam")),
    ColumnInfo("people", .number, Text("People", vi: "Tổng số")),
    ColumnInfo("cost", .money, Text("Cost", vi: "Kinh phí")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Listing {
    Listing(
        trainingColumns,
        [
            .text("t.code"), .code("u.code", id: "t.unit", of: "unit"), .date("t.day"), .text("t.topic"),
            .text("t.audience"),
            .decimal("t.hours"), .integer("t.women"), .integer("t.men"), .integer("t.women + t.men"), .money("t.cost"),
        ],
        from: "training t JOIN unit u ON u.id = t.unit", where: try Trainings(session).held(in: period, under: under),
        orderedBy: ["t.day", "t.id"]
    ) { _ in
        Text(
            "People are counted once for each training they attend.",
            vi: "Mỗi người được tính một lần cho mỗi lớp tham dự (lượt người).")
    }
}
