import Diagnostics
import Syntax
import Tables
import Testing
import Values

/// Variables and functions for tests.
struct World: Environment {
    var variables: [String: (type: ValueType?, datum: Datum)] = [:]
    var language = DisplayLanguage.vietnamese
    var stop: (any Error)?

    var variableNames: [String] { variables.keys.sorted() }
    var functionNames: [String] { ["double", "busiest"] }

    func variable(_ name: String) -> VariableInfo? { variables[name].map { VariableInfo($0.type) } }

    func function(_ name: String) -> FunctionSignature? {
        switch name {
        case "double": FunctionSignature("double", [.init("x", .number)], result: .number)
        case "busiest": FunctionSignature("busiest", [.init("t", .anyTable)], result: .table(World.trainings.schema))
        default: nil
        }
    }

    func value(of variable: String) -> Datum? { variables[variable]?.datum }

    func call(_ function: String, _ arguments: [Datum]) throws -> Datum {
        switch (function, arguments.first) {
        case ("double", .value(.number(let number))?): .value(.number(number.adding(number) ?? 0))
        case ("busiest", .table(let table)?): .table(table.sorted(by: "hours", descending: true).first(1))
        default: .value(.missing)
        }
    }

    func check(_ pipeline: Pipeline) -> Checked {
        guard case .expression(let origin) = pipeline.origin else { return Checked(nil) }
        return ExpressionChecker(self, source: World.empty).check(origin).outcome
    }

    func evaluate(_ pipeline: Pipeline) throws -> Datum {
        guard case .expression(let origin) = pipeline.origin else { return .value(.missing) }
        return try ExpressionChecker(self, source: World.empty).check(origin).datum(in: self)
    }

    func written(_ value: Value) -> String {
        switch value {
        case .missing(let reason): reason.mark(in: language)
        case .text(let text): text
        case .number(let number): number.formatted(in: language)
        case .money(let amount): Number(amount).formatted(in: language) + " đ"
        case .date(let day): day.formatted(in: language)
        case .period(let period): period.description
        default: "\(value)"
        }
    }

    func checkCancelled() throws {
        if let stop { throw stop }
    }

    static let empty = Source(name: "test", text: "")
}

extension CheckedExpression {
    var outcome: Checked { Checked(type, findings) }
}

// A table of trainings, with every type and every reason for a missing value.
extension World {
    static let status = Choices(
        "status",
        [
            Choice("achieved", Text("reached", vi: "đạt")), Choice("behind", Text("not reached", vi: "chưa đạt")),
            Choice("unknown", Text("no target", vi: "chưa rõ")),
        ])
    static let kinds = Choices("kind", [Choice("thpt", Text("school", vi: "trường"))])

    static let schema = Schema([
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")), ColumnInfo("topic", .text),
        ColumnInfo("on", .date), ColumnInfo("month", .period), ColumnInfo("hours", .number),
        ColumnInfo("women", .number), ColumnInfo("men", .number), ColumnInfo("cost", .money),
        ColumnInfo("rate", .percent), ColumnInfo("status", .choice(status)), ColumnInfo("kind", .choice(kinds)),
        ColumnInfo("closed", .yesNo), ColumnInfo("length", .time), ColumnInfo("case", .code("case")),
    ])

    static func row(
        _ unit: String, _ topic: Value, _ on: String, _ hours: Value, _ women: Value, _ men: Value, _ cost: Value,
        _ status: String, _ closed: Value
    ) -> [Value] {
        let day = Day(iso: on) ?? Day(number: 0)
        return [
            .text(unit), topic, .date(day), .period(Period(.month, containing: day)), hours, women, men, cost,
            .percent(Number("0.335") ?? 0), .text(status), .text("thpt"), closed,
            .time(TimeAmount(2, .days)), .text("C-1"),
        ]
    }

    static let trainings = Table(
        schema,
        rows: [
            row("HP-001", .text("Bình đẳng"), "2025-03-14", 4, 38, 12, .money(1_000_000), "behind", .yesNo(true)),
            row("HP-002", .text("Ấn tượng"), "2025-03-31", 2, 10, 0, .money(250_000), "achieved", .yesNo(false)),
            row("HP-001", .text("an toàn"), "2025-04-01", 8, .missing(.notReported), 20, .money(1), "behind", .missing),
            row("HP-003", .missing(.empty), "2024-12-31", 2, 0, 5, .missing(.withheld), "unknown", .yesNo(true)),
        ])

    static let standard = World(variables: [
        "t": (.table(schema), .table(trainings)), "few": (.number, .value(3)),
        "row": (.record(schema), .value(.record(trainings.record(0)))), "later": (nil, .value(5)),
        "month": (.period, .value(.period(Period("2025-03") ?? Period(.month, containing: Day(number: 0))))),
        "state": (.choice(status), .value(.text("behind"))), "mystery": (.anyTable, .table(trainings)),
    ])
}

extension Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self = .number(Number(value)) }
}

/// Reads one expression.
func parsed(_ text: String) throws -> (Expression, Source) {
    let source = Source(name: "test", text: text)
    let (expression, findings) = Parser.expression(source)
    #expect(findings.isEmpty)
    return (try #require(expression), source)
}

/// Checks an expression over the trainings, or outside any table.
func check(_ text: String, _ columns: Columns = .known(World.schema), _ world: World = .standard) throws
    -> CheckedExpression
{
    let (expression, source) = try parsed(text)
    return ExpressionChecker(world, source: source).check(expression, columns: columns)
}

/// The codes of the findings.
func codes(_ text: String, _ columns: Columns = .known(World.schema)) throws -> [String] {
    try check(text, columns).findings.map(\.code.description)
}

/// The value of an expression without columns.
func value(_ text: String, _ world: World = .standard) throws -> Value {
    let checked = try check(text, .absent, world)
    #expect(checked.findings.allSatisfy { $0.severity == .warning }, "\(text)")
    return try checked.value(in: world)
}

/// The value of an expression in each training.
func cells(_ text: String) throws -> [Value] {
    let checked = try check(text)
    #expect(
        checked.findings.allSatisfy { $0.severity == .warning }, "\(text): \(checked.findings.map(\.message.english))")
    return try checked.cells(over: World.trainings, in: World.standard)
}

/// The verbs behind a table, as they are typed: `where hours > 2 | count`.
func stages(_ text: String) throws -> ([Stage], Source) {
    let source = Source(name: "test", text: "$t | " + text)
    let parse = Parser.parse(source)
    #expect(parse.findings.isEmpty, "\(text): \(parse.findings.map(\.message.english))")
    guard case .sentence(_, let pipeline)? = parse.program.statements.first?.kind else { return ([], source) }
    return (pipeline.stages, source)
}

/// Runs verbs over a table.
func run(_ text: String, on table: Table = World.trainings, _ world: World = .standard) throws -> Datum {
    let (list, source) = try stages(text)
    var datum = Datum.table(table)
    for stage in list {
        guard case .table(let current) = datum else { return datum }
        datum = try stage.apply(to: current, in: world, source: source)
    }
    return datum
}

/// The table that verbs give.
func table(_ text: String, on table: Table = World.trainings, _ world: World = .standard) throws -> Table {
    guard case .table(let result) = try run(text, on: table, world) else {
        Issue.record("no table: \(text)")
        return Table(Schema([]), rows: [])
    }
    return result
}

/// The type that the checker finds for verbs behind the trainings, and the findings.
func outcome(_ text: String, on type: ValueType = .table(World.schema)) throws -> Checked {
    let (list, source) = try stages(text)
    var type: ValueType? = type
    var findings: [Diagnostic] = []
    for stage in list {
        let checked = StageChecker(World.standard, source: source).check(stage, on: type)
        type = checked.type
        findings += checked.findings
    }
    return Checked(type, findings)
}

extension Table {
    /// The rows as texts, for comparison at a glance.
    var lines: [String] {
        (0..<rowCount).map { row in
            schema.columns.indices.map { World.plain(self[row, $0]) }.joined(separator: " ")
        }
    }
}

extension World {
    static func plain(_ value: Value) -> String {
        switch value {
        case .missing(let reason): "–\(reason.rawValue)"
        case .percent(let share): "\(share.multiplied(by: 100) ?? 0)%"
        case .yesNo(let yes): yes ? "yes" : "no"
        case .time(let time): time.description
        case .text(let text): text
        case .number(let number): number.description
        case .money(let amount): "\(amount)đ"
        case .date(let day): day.description
        case .period(let period): period.description
        case .list(let list): "[\(list.map(plain).joined(separator: ","))]"
        case .record(let record): record.values.map(plain).joined(separator: ",")
        }
    }
}
