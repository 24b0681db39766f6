import Diagnostics
import Syntax
import TestSupport
import Testing
import Values

@testable import Tables

/// Columns at a time give what rows one by one give, and the shape of a column changes nothing.
@Suite struct ColumnTests {
    /// Cells of every size: small ones, ones at the ends of what fits, and many counts of decimals.
    static func cell(_ type: ValueType, _ random: inout Dice) -> Value {
        guard type == .number || type == .percent || type == .money, random.below(3) == 0 else {
            return LawTests.cell(type, &random)
        }
        let mantissas: [Int64] = [.max, .min, .max / 2, .max / 10, .max / 1000 + 1, -1, 0, 1, 999_999_999_999_999_999]
        let word = random.pick(mantissas)
        if type == .money { return .money(word) }
        let number = Number(scaled: word, decimals: UInt8(random.below(19)))
        return type == .number ? .number(number) : .percent(number)
    }

    /// A random table: one kind of missing values or all, small numbers or any.
    static func table(_ random: inout Dice, most: Int = 40) -> Table {
        let count = random.below(most)
        let wild = LawTests.schema.columns.map { _ in random.below(4) == 0 }
        return Table(
            LawTests.schema,
            rows: (0..<count).map { _ in
                LawTests.schema.columns.enumerated().map { place, column in
                    wild[place] ? cell(column.type, &random) : LawTests.cell(column.type, &random)
                }
            })
    }

    /// The same table with every column in boxes.
    static func boxed(_ table: Table) -> Table {
        Table(
            table.schema,
            columns: table.schema.columns.indices.map { Column(.values(table.cells($0))) } as [Column])
    }

    @Test(arguments: 0..<600)
    func columnsGiveWhatRowsGive(_ seed: Int) throws {
        var random = Dice(seed)
        let table = ColumnTests.table(&random)
        let wanted = random.pick([ValueType.number, .percent, .money, .date, .time, .text, .yesNo, .period])
        let text = ExpressionMaker(schema: LawTests.schema).text(wanted, 4, &random)
        let (expression, source) = try parsed(text)
        let checked = ExpressionChecker(World.standard, source: source).check(
            expression, columns: .known(LawTests.schema))
        let rows = outcome {
            let frame = try checked.variables.frame(table.stored, World.standard)
            return try (0..<table.rowCount).map { try checked.node.run(frame, $0) }
        }
        let columns = outcome { try checked.cells(over: table, in: World.standard) }
        #expect(rows == columns, "\(text)")
        guard wanted == .yesNo, case .values(let expected) = rows else { return }
        let chosen = try TablesTests.table("where \(text)", on: table)
        let kept = table.gather((0..<table.rowCount).filter { expected[$0] == .yesNo(true) })
        #expect(chosen == kept, "\(text)")
    }

    private enum Outcome: Equatable {
        case values([Value])
        case finding(Diagnostic)
    }

    private func outcome(_ work: () throws -> [Value]) -> Outcome {
        do { return .values(try work()) } catch let finding as Diagnostic { return .finding(finding) } catch {
            return .values([])
        }
    }

    static let verbs = [
        "sort by n desc, unit", "sort by span, p desc", "sort by name, on", "sort by wait desc", "sort by status, cost",
        "sort by span desc", "sort by ok, name desc", "group by unit with n = count(), s = sum(n), a = average(m)",
        "group by name, ok with n = count(cost), s = sum(cost), a = average(cost), g = count-missing(p)",
        "group by n with a = min(name), b = max(name), c = first(on), d = last(p)",
        "group by span with a = min(span), b = max(on), c = count-distinct(name), d = count-distinct(n)",
        "group by status with a = median(n), b = stddev(p), c = median(cost), d = percentile(m, 30%)",
        "group by on with a = all(ok), b = any(ok), c = sum(p), d = sum(wait), e = max(m), f = min(cost)",
        "group by unit, n, on", "distinct", "distinct name", "distinct n, p", "fill", "fill name, on, n",
        "unpivot n, m", "unpivot unit, name", "pivot unit by status with sum(n)", "pivot name by ok with max(on)",
        "pivot on by n with count()", "join ($right) on unit", "join ($right) on n keep unmatched",
        "join ($right) on name, ok", "join ($right) on span keep unmatched", "join ($right) on p, unit",
        "where n > 3 | where m < 50 | sort by name | first 7 | last 3", "sort by n | sort by name desc | keep n, name",
        "add x = if(n > m, name, unit) | sort by x | group by x with n = count()",
        "add x = if-missing(n, m, 7), n = x * 2 | sort by n", "drop name, unit | rename n to k | distinct k, m",
    ]

    @Test(arguments: 0..<12)
    func shapesDoNotCount(_ seed: Int) throws {
        var random = Dice(seed)
        let (left, right) = (ColumnTests.table(&random, most: 80), ColumnTests.table(&random, most: 50))
        var (world, other) = (World(), World())
        world.variables["right"] = (.table(right.schema), .table(right))
        other.variables["right"] = (.table(right.schema), .table(ColumnTests.boxed(right)))
        for verb in ColumnTests.verbs {
            let typed = verbOutcome(verb, left, world)
            let boxed = verbOutcome(verb, ColumnTests.boxed(left), other)
            #expect(typed == boxed, "\(verb)")
        }
    }

    private func verbOutcome(_ verb: String, _ table: Table, _ world: World) -> Outcome {
        outcome {
            let table = try TablesTests.table(verb, on: table, world)
            return table.schema.columns.indices.flatMap { table.cells($0) }
        }
    }

    /// Large tables take other paths: rows that wait to be gathered, keys that are searched for, long sorts.
    @Test func largeTablesAgreeWithSmallOnes() throws {
        var random = Dice(7)
        let cells = (0..<5000).map { row in
            [
                Value.text("HP-\(random.below(1500))"),
                random.below(9) == 0 ? .missing(.withheld) : .number(Number(random.below(1_000_000) * 1_000_003)),
                .number(Number(scaled: Int64(random.below(90)), decimals: 1)), .number(Number(row)),
            ]
        }
        let schema = Schema([
            ColumnInfo("unit", .text), ColumnInfo("key", .number), ColumnInfo("n", .number), ColumnInfo("row", .number),
        ])
        let table = Table(schema, rows: cells)
        var world = World()
        world.variables["right"] = (.table(schema), .table(table.gather(Array(stride(from: 0, to: 5000, by: 3)))))
        for verb in [
            "sort by key desc, unit", "sort by unit | where n > 3 | sort by key | last 40", "group by key, unit",
            "group by unit, n with k = count(key), s = sum(key)", "join ($right) on key", "distinct key",
            "where n >= 4.05 | where key is not missing | join ($right) on unit, key keep unmatched",
        ] {
            #expect(verbOutcome(verb, table, world) == verbOutcome(verb, ColumnTests.boxed(table), world), "\(verb)")
        }
    }

    /// What stands where a cell is missing has no meaning, whatever it is.
    @Test func placesOfMissingCellsAreNotRead() throws {
        let schema = Schema([ColumnInfo("t", .text), ColumnInfo("n", .number), ColumnInfo("s", .period)])
        let reasons: [UInt8] = [1, 0, 2]
        let table = Table(
            schema,
            columns: [
                Column(.texts([99, 0, -5], TextPool(distinct: ["an"])), reasons: reasons),
                Column(.words([.max, 3, .min], .number(decimals: 2)), reasons: reasons),
                Column(
                    .words([.max, Period(.year, containing: Day(number: 0)).word, .min], .period), reasons: reasons),
            ] as [Column])
        for verb in ColumnTests.missingVerbs {
            let boxed = verbOutcome(verb, ColumnTests.boxed(table), World())
            #expect(verbOutcome(verb, table, World()) == boxed, "\(verb)")
        }
    }

    private static let missingVerbs = [
        "sort by t, n", "sort by s desc", "group by t, n, s", "where t = \"an\"", "where n + 1 > 0", "where t != t",
        "add x = upper(t), y = n * 1000, z = year(s)", "group by n with a = min(t), b = max(s), c = sum(n)",
        "unpivot t", "fill", "where n in [0.03]", "distinct s, t", "where s = 1970 or n < 1", "add x = if(n = 3, t, t)",
    ]

    @Test func longWorkStopsWhenAsked() throws {
        struct Stop: Error {}
        var world = World.standard
        world.stop = Stop()
        for verb in [
            "where hours + men > 2", "sort by topic", "group by unit", "join ($t) on unit", "add x = \"{unit}{hours}\"",
        ] {
            #expect(throws: Stop.self, "\(verb)") { _ = try TablesTests.run(verb, on: World.trainings, world) }
        }
    }
}
