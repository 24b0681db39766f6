import Commands
import Database
import Documents
import Tables
import Values

/// `show unit` shows one unit, what became of it and what it came from.
let showUnit = Command(
    "show unit", Text("Shows what the register knows of a unit.", vi: "Cho biết thông tin của một đơn vị trong sổ."),
    effect: .reads,
    run: show
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Day?>(
        "on", Text("As it was on a day; today when left out.", vi: "Theo tình trạng tại một ngày; mặc định là hôm nay.")
    )
} examples: {
    Example("show unit NGO-QUYEN").prints("Phường Ngô Quyền")
    Example("show unit NGO-QUYE").reports(.unknownCode)
}

private func show(session: Session, code: UnitCode, on: Day?) throws -> Document {
    let units = Units(session)
    let day = on ?? session.today
    let id = try units.id(of: code)
    var document = Document()
    if let unit = try units.unit(id, on: day) {
        document = .fields(try fields(unit, below: try units.under(code, on: day).count - 1, session))
    } else {
        let when = on.map { Text(" on \($0)", vi: " ngày \($0)") } ?? Text(" today", vi: " hôm nay")
        document = .says(
            Text("\(code.code) is not open\(when.english).", vi: "\(code.code)\(when.vietnamese) không hoạt động."))
    }
    let histories = UnitHistories(session)
    let successions = try UnitSuccession.all(session, where: "(source = \(id) OR target = \(id))")
    let changes = try UnitChange.all(histories, [id], successions)
    let versions = try histories.versions(of: id)
    if versions.count > 1 || versions.contains(where: { $0.until != nil }) || !successions.isEmpty {
        let table = Table(UnitChange.columns, rows: changes.map(\.cells))
        document.blocks.append(.table(TableBlock(table, caption: Text("What changed", vi: "Các lần thay đổi"))))
    }
    return document
}

private func fields(_ unit: OfficeUnit, below: Int, _ session: Session) throws -> [Field] {
    [
        Field(Text("code", vi: "mã"), .text(unit.code), .code("unit")),
        Field(Text("name", vi: "tên"), .text(unit.name)),
        Field(Text("kind", vi: "loại"), .text(unit.kind.meaning(in: session.surroundings.language))),
        Field(Text("under", vi: "trực thuộc"), unit.managerCode.value, .code("unit")),
        unit.place.map { Field(Text("place", vi: "địa bàn"), .text($0)) },
        Field(Text("since", vi: "từ ngày"), unit.since.value, .date),
        unit.until.map { Field(Text("until", vi: "đến trước ngày"), .date($0), .date) },
        Field(Text("units below", vi: "đơn vị trực thuộc"), .number(Number(below)), .number),
    ].compactMap { $0 }
}
