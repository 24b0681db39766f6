import Commands
import Documents
import Programme
import Tables
import Values

/// “Tập huấn, bồi dưỡng”: the trainings of the period by unit, and the share of women.
let trainingSection = ReportSection(of: digestName, order: 10, Text("Trainings", vi: "Tập huấn, bồi dưỡng")) {
    session, request in
    let account = try TrainingAccount(session, request)
    guard !account.trainings.isEmpty else { return [account.summary] }
    let caption = Text("Trainings by unit", vi: "Tập huấn theo đơn vị")
    return [account.summary, account.byUnit(caption: caption), .reservation(TrainingAccount.attendances)]
}

/// The same in the annual report, month by month, the units in an annex.
let annualTrainings = ReportSection(
    of: annualReportName, order: 10, Text("Trainings", vi: "Công tác tập huấn, bồi dưỡng")
) { session, request in
    let account = try TrainingAccount(session, request)
    guard !account.trainings.isEmpty else { return [account.summary] }
    return [account.summary] + account.chart
        + [
            .reservation(TrainingAccount.attendances),
            .annex(Text("Trainings by unit", vi: "Tập huấn theo đơn vị")), account.byUnit(caption: nil),
        ]
}

/// The trainings of a unit one by one, in its own report.
let unitTrainings = ReportSection(
    of: unitReportName, order: 10, Text("Trainings", vi: "Công tác tập huấn, bồi dưỡng")
) { session, request in
    let account = try TrainingAccount(session, request)
    return account.trainings.isEmpty ? [account.summary] : [account.summary, account.oneByOne]
}

/// The trainings of a period under a unit.
struct TrainingAccount {
    let trainings: [Training]
    private let period: Period
    private let names: [Int64: String]
    private let language: DisplayLanguage

    init(_ session: Session, _ request: ReportRequest) throws {
        let top = UnitCode(code: request.unit.code)
        period = request.period
        language = session.surroundings.language
        trainings = try Trainings(session).held(in: period, under: top)
        names = Dictionary(try Units(session).scope(period, under: top).map { ($0.id, $0.name) }) { first, _ in first }
    }

    static let attendances = Text(
        "Attendances are counted, not people: whoever attends twice counts twice.",
        vi: "Số liệu là lượt người, không phải số người: một người dự hai lớp được tính hai lượt.")

    /// How many trainings there were, and who attended.
    var summary: Block {
        guard !trainings.isEmpty else {
            return .paragraph(
                RichText(
                    Text(
                        "No training is on record for \(period.words.english).",
                        vi: "Trong \(period.words.vietnamese) chưa ghi nhận lớp tập huấn nào.")))
        }
        let (women, people) = TrainingAccount.attended(trainings)
        let share = Number(women).divided(by: Number(people)).map { Value.percent($0) }
        let english = share.map { " (\($0.written(in: .english)))" } ?? ""
        let vietnamese = share.map { " (\($0.written(in: .vietnamese)))" } ?? ""
        let units = Set(trainings.map(\.unit)).count
        return .paragraph(
            RichText(
                Text(
                    "\(units) units held \(trainings.count) trainings with \(people.english) attendances, "
                        + "\(women.english) of them women\(english).",
                    vi: "\(units.vietnamese) đơn vị đã tổ chức \(trainings.count.vietnamese) lớp tập huấn với "
                        + "\(people.vietnamese) lượt người tham dự, "
                        + "trong đó có \(women.vietnamese) lượt nữ\(vietnamese).")))
    }

    private static func attended(_ trainings: [Training]) -> (women: Int, people: Int) {
        let women = trainings.reduce(0) { $0 + $1.women }
        return (women, women + trainings.reduce(0) { $0 + $1.men })
    }

    /// A row for each unit by its name, those with the most trainings first, and the sum of all.
    func byUnit(caption: Text?) -> Block {
        let groups = Dictionary(grouping: trainings, by: \.unitCode)
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        var rows = groups.enumerated().map { index, group -> [Value] in
            let name = group.value.first.flatMap { names[$0.unit] } ?? group.key
            return TrainingAccount.row(.number(Number(index + 1)), name, group.value)
        }
        rows.append(TrainingAccount.row(.missing, Text("Total", vi: "Tổng cộng")(in: language), trainings))
        return .table(TableBlock(Table(TrainingAccount.columns, rows: rows), caption: caption))
    }

    private static func row(_ number: Value, _ name: String, _ held: [Training]) -> [Value] {
        let (women, people) = attended(held)
        return [
            number, .text(name), .number(Number(held.count)), .number(Number(people)), .number(Number(women)),
            Number(women).divided(by: Number(people)).map { .percent($0) } ?? .missing(.notApplicable),
            .number(Number.sum(held.map(\.hours)) ?? .zero),
        ]
    }

    /// Women and men at trainings, month by month.
    var chart: [Block] {
        let months = period.parts(.month).filter { month in trainings.contains { month.contains($0.day) } }
        guard months.count > 1 else { return [] }
        func attended(_ count: (Training) -> Int) -> [Number?] {
            months.map { month in
                Number(trainings.filter { month.contains($0.day) }.reduce(0) { $0 + count($1) })
            }
        }
        return [
            .chart(
                Chart(
                    .stacked,
                    title: Text("Attendances at trainings by month", vi: "Lượt người dự tập huấn theo tháng"),
                    categories: months.map { Text("\($0.index)", vi: "T\($0.index)") },
                    series: [
                        Chart.Series(Text("Women", vi: "Nữ"), attended(\.women)),
                        Chart.Series(Text("Men", vi: "Nam"), attended(\.men)),
                    ]))
        ]
    }

    /// Each training with its day, topic and attendances.
    var oneByOne: Block {
        let rows = trainings.enumerated().map { index, training -> [Value] in
            [
                .number(Number(index + 1)), .date(training.day), .text(training.topic), .number(training.hours),
                .number(training.people), .number(Number(training.women)),
            ]
        }
        return .table(
            TableBlock(
                Table(TrainingAccount.singleColumns, rows: rows),
                caption: Text("Trainings held", vi: "Các lớp tập huấn đã tổ chức")))
    }

    private static let columns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
        ColumnInfo("trainings", .number, Text("Trainings", vi: "Số lớp")),
        ColumnInfo("people", .number, Text("Attendances", vi: "Lượt người")),
        ColumnInfo("women", .number, Text("Women", vi: "Lượt nữ")),
        ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ")),
        ColumnInfo("hours", .number, Text("Hours", vi: "Số giờ")),
    ])

    private static let singleColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("day", .date, Text("Day", vi: "Ngày")),
        ColumnInfo("topic", .text, Text("Topic", vi: "Nội dung")),
        ColumnInfo("hours", .number, Text("Hours", vi: "Số giờ")),
        ColumnInfo("people", .number, Text("Attendances", vi: "Lượt người")),
        ColumnInfo("women", .number, Text("Women", vi: "Lượt nữ")),
    ])
}
