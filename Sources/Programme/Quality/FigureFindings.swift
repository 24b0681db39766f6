import Commands
import Database
import Documents
import Tables
import Values

/// Everything that is to be looked at among the figures of a period, as a work list by unit.
struct FigureFindings {
    private let session: Session
    private let period: Period
    private let units: [OfficeUnit]
    private var rows: [Row] = []

    /// One finding.
    private struct Row {
        let unit: OfficeUnit
        let kind: QualityFinding
        let about: String
        let what: Text
        let importance: Importance
        let instruction: Text
    }

    init(_ session: Session, _ period: Period, under top: UnitCode?) throws {
        self.session = session
        self.period = period
        units = try Units(session).scope(period, under: top)
    }

    static let columns = Schema([
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("importance", Importance.type, Text("Importance", vi: "Mức độ")),
        ColumnInfo("finding", QualityFinding.type, Text("Finding", vi: "Loại")),
        ColumnInfo("about", .text, Text("About", vi: "Về")),
        ColumnInfo("what", .text, Text("What", vi: "Nội dung")),
        ColumnInfo("to-do", .text, Text("To do", vi: "Việc cần làm")),
    ])

    /// Looks at everything; gives the codes of rules that can no longer be read.
    mutating func look() throws -> [String] {
        let notes = try FigureMarks(session: session).all()
        let elements = try Elements(session).all()
        try findOutliers(elements, notes)
        try findFollowUps(notes)
        return try findBrokenRules()
    }

    /// The findings, unit by unit, the gravest first.
    func table(_ language: DisplayLanguage) -> Table {
        let order: [Importance] = [.high, .medium, .low]
        let sorted = rows.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.unit.code, order.firstIndex(of: a.importance) ?? 0, left.offset)
                < (b.unit.code, order.firstIndex(of: b.importance) ?? 0, right.offset)
        }
        return Table(
            Self.columns,
            rows: sorted.map { _, row in
                [
                    .text(row.unit.code), row.importance.value, row.kind.value, .text(row.about),
                    .text(row.what(in: language)), .text(row.instruction(in: language)),
                ]
            })
    }

    private mutating func findBrokenRules() throws -> [String] {
        let (rules, unreadable) = try ValidationRules(session: session).all()
        var columns = ElementColumns(session, period, units)
        let elements = Dictionary(try Elements(session).all().map { ($0.code, $0) }) { first, _ in first }
        let traits = try UnitTraits(session, units, on: period.last, asked: Set(UnitTrait.allCases))
        for rule in rules {
            var read: [FormulaInput: InputColumn] = [:]
            for input in rule.left.inputs.union(rule.right.inputs) {
                read[input] = try InputColumn(input) { reading in
                    try elements[reading.element].map {
                        try columns.column($0, category: reading.category, in: reading.stretch(period))
                    }
                }
            }
            for (place, unit) in units.enumerated() where read.values.contains(where: { $0.expects(place, unit.kind) })
            {
                let verdict = rule.verdict(
                    RuledUnit(
                        period: period, value: { read[$0]?.value(place) }, has: { traits.has(place, $0, $1) }))
                guard case .broken(let left, let right) = verdict else { continue }
                rows.append(
                    Row(
                        unit: unit, kind: .rule, about: rule.code, what: rule.words(left, right),
                        importance: rule.importance, instruction: rule.instruction))
            }
        }
        return unreadable
    }

    private mutating func findOutliers(_ elements: [FigureElement], _ notes: [Int64: FigureMarks.Note]) throws {
        let check = OutlierCheck(session, period, units)
        for element in elements where element.type != .yesNo {
            guard let id = element.id else { continue }
            for outlier in try check.outliers(of: id) where notes[outlier.figure] == nil {
                let place = "\(element.code) unit: \(outlier.unit.code) period: \(period)"
                rows.append(
                    Row(
                        unit: outlier.unit, kind: .outlier, about: element.code, what: outlier.words,
                        importance: .low,
                        instruction: Text(
                            "mark figure \(place) as: verified note: \"…\", or record it again",
                            vi: "mark figure \(place) as: verified note: \"…\", hoặc ghi lại số liệu")))
            }
        }
    }

    private mutating func findFollowUps(_ notes: [Int64: FigureMarks.Note]) throws {
        let known = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        try session.database.forEach(
            """
            SELECT f.id, f.unit, e.code FROM figure f JOIN element e ON e.id = f.element
            JOIN figure_mark m ON m.figure = f.id
            WHERE f.period = \(period) AND \(session.visible("f")) AND \(session.visible("m")) ORDER BY e.code, f.unit
            """
        ) { row in
            guard let note = notes[try row.value(0)], note.mark == .followUp, let unit = known[try row.value(1)] else {
                return
            }
            let code = try row.text(2)
            rows.append(
                Row(
                    unit: unit, kind: .followUp, about: code, what: Text(verbatim: note.words), importance: .medium,
                    instruction: Text(
                        "ask the unit, then record it again or mark it verified",
                        vi: "hỏi lại đơn vị, rồi ghi lại số liệu hoặc đánh dấu đã xác minh")))
        }
    }
}

extension ValidationRule {
    /// What is wrong, with the two sides.
    fileprivate func words(_ left: Number?, _ right: Number?) -> Text {
        func written(_ side: Number?) -> Text {
            side.map { Text($0.formatted(in: .english), vi: $0.formatted(in: .vietnamese)) }
                ?? Text("nothing", vi: "không có")
        }
        return name + Text(": ", vi: ": ") + written(left) + Text(" against ", vi: " so với ") + written(right)
    }
}

extension OutlierCheck.Outlier {
    /// What is unusual, with what it is held against.
    fileprivate var words: Text {
        let deviations = score.flatMap { Number(rounding: $0, decimals: 1) }
        let value = (value.formatted(in: .english), value.formatted(in: .vietnamese))
        let usual = (usual.formatted(in: .english), usual.formatted(in: .vietnamese))
        let by = Text(
            deviations.map { ", \($0.formatted(in: .english)) deviations away" } ?? ", and all of those are alike",
            vi: deviations.map { ", lệch \($0.formatted(in: .vietnamese)) lần độ lệch" }
                ?? ", và các số đó đều như nhau")
        let against =
            isHistory
            ? Text(
                "\(value.0) where \(usual.0) is usual (median of \(others) earlier periods)",
                vi: "\(value.1), trong khi thường là \(usual.1) (trung vị của \(others) kỳ trước)")
            : Text(
                "\(value.0) where \(usual.0) is usual (median of \(others) units of its kind)",
                vi: "\(value.1), trong khi thường là \(usual.1) (trung vị của \(others) đơn vị cùng loại)")
        return against + by
    }
}
