import Commands
import Documents
import Programme
import Tables
import Values

/// “Tập huấn, bồi dưỡng”: the trainings of the period by unit, and the share of women.
let trainingSection = ReportSection(of: digestName, order: 10, Text("Trainings", vi: "Tập huấn, bồi dưỡng")) {
    session, request in
    let trainings = try Trainings(session).held(in: request.period, under: UnitCode(code: request.unit.code))
    guard !trainings.isEmpty else {
        return [
            .paragraph(
                RichText(
                    Text(
                        "No training is on record for \(request.period.words.english).",
                        vi: "Trong \(request.period.words.vietnamese) chưa ghi nhận lớp tập huấn nào.")))
        ]
    }
    let scope = try Units(session).scope(request.period, under: UnitCode(code: request.unit.code))
    let names = Dictionary(scope.map { ($0.id, $0.name) }) { first, _ in first }
    let women = trainings.reduce(0) { $0 + $1.women }
    let people = women + trainings.reduce(0) { $0 + $1.men }
    let share = Number(women).divided(by: Number(people)).map { Value.percent($0) }
    let english = share.map { " (\($0.written(in: .english)))" } ?? ""
    let vietnamese = share.map { " (\($0.written(in: .vietnamese)))" } ?? ""
    let units = Set(trainings.map(\.unit)).count
    return [
        .paragraph(
            RichText(
                Text(
                    "\(units) units held \(trainings.count) trainings with \(people.english) attendances, "
                        + "\(women.english) of them women\(english).",
                    vi: "\(units.vietnamese) đơn vị đã tổ chức \(trainings.count.vietnamese) lớp tập huấn với "
                        + "\(people.vietnamese) lượt người tham dự, "
                        + "trong đó có \(women.vietnamese) lượt nữ\(vietnamese)."
                ))),
        .table(
            TableBlock(
                byUnit(trainings, names, session.surroundings.language),
                caption: Text("Trainings by unit", vi: "Tập huấn theo đơn vị"))),
        .reservation(
            Text(
                "Attendances are counted, not people: whoever attends twice counts twice.",
                vi: "Số liệu là lượt người, không phải số người: một người dự hai lớp được tính hai lượt.")),
    ]
}

/// A row for each unit by its name, those with the most trainings first, and the sum of all.
private func byUnit(_ trainings: [Training], _ names: [Int64: String], _ language: DisplayLanguage) -> Table {
    let groups = Dictionary(grouping: trainings, by: \.unitCode)
        .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var rows = groups.enumerated().map { index, group -> [Value] in
        let name = group.value.first.flatMap { names[$0.unit] } ?? group.key
        return row(.number(Number(index + 1)), name, group.value)
    }
    rows.append(row(.missing, Text("Total", vi: "Tổng cộng")(in: language), trainings))
    return Table(columns, rows: rows)
}

private func row(_ number: Value, _ name: String, _ held: [Training]) -> [Value] {
    let women = held.reduce(0) { $0 + $1.women }
    let people = women + held.reduce(0) { $0 + $1.men }
    return [
        number, .text(name), .number(Number(held.count)), .number(Number(people)), .number(Number(women)),
        Number(women).divided(by: Number(people)).map { .percent($0) } ?? .missing(.notApplicable),
        .number(Number.sum(held.map(\.hours)) ?? .zero),
    ]
}

private let columns = Schema([
    ColumnInfo("number", .number, Text("No.", vi: "TT")),
    ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("trainings", .number, Text("Trainings", vi: "Số lớp")),
    ColumnInfo("people", .number, Text("Attendances", vi: "Lượt người")),
    ColumnInfo("women", .number, Text("Women", vi: "Lượt nữ")),
    ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ")),
    ColumnInfo("hours", .number, Text("Hours", vi: "Số giờ")),
])
