import Commands
import Documents
import Values

/// `show unit` shows one unit.
let showUnit = Command(
    "show unit", Text("Shows what the register knows of a unit.", vi: "Cho biết thông tin của một đơn vị trong sổ."),
    effect: .reads,
    run: show
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
} examples: {
    Example("show unit NGO-QUYEN").prints("Phường Ngô Quyền")
    Example("show unit NGO-QUYE").reports(.unknownCode)
}

private func show(session: Session, code: UnitCode) throws -> Document {
    let units = Units(session)
    guard let unit = try units.unit(units.id(of: code)) else {
        return .says(Text("\(code.code) is not open today.", vi: "\(code.code) hôm nay không hoạt động."))
    }
    let below = try units.under(code).count - 1
    return .fields([
        Field(Text("code", vi: "mã"), .text(unit.code), .code("unit")),
        Field(Text("name", vi: "tên"), .text(unit.name)),
        Field(Text("kind", vi: "loại"), .text(unit.kind.meaning(in: session.surroundings.language))),
        Field(Text("under", vi: "trực thuộc"), unit.managerCode.value, .code("unit")),
        Field(Text("since", vi: "từ ngày"), unit.since.value, .date),
        Field(Text("units below", vi: "đơn vị trực thuộc"), .number(Number(below)), .number),
    ])
}
