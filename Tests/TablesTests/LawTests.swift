import Diagnostics
import Syntax
import Tables
import TestSupport
import Testing
import Values

/// Laws that hold for every table, tried on random ones.
@Suite struct LawTests {
    static let schema = Schema([
        ColumnInfo("unit", .code("unit")), ColumnInfo("name", .text), ColumnInfo("n", .number),
        ColumnInfo("m", .number),
        ColumnInfo("p", .percent), ColumnInfo("cost", .money), ColumnInfo("on", .date), ColumnInfo("span", .period),
        ColumnInfo("wait", .time), ColumnInfo("ok", .yesNo), ColumnInfo("status", .choice(World.status)),
    ])

    static func cell(_ type: ValueType, _ random: inout Dice) -> Value {
        if random.below(6) == 0 { return .missing(random.pick(Missing.allCases)) }
        let number = Number(mantissa: Int128(random.below(200) - 100), decimals: random.below(3)) ?? 0
        switch type {
        case .number: return .number(number)
        case .percent: return .percent(number)
        case .money: return .money(Int64(random.below(5_000_000)))
        case .date: return .date(Day(number: Int32(20_000 + random.below(400))))
        case .period:
            return .period(
                Period(random.pick(Period.Kind.allCases), containing: Day(number: Int32(20_000 + random.below(400)))))
        case .time: return .time(TimeAmount(Number(random.below(50)), random.pick([.hours, .days, .weeks])))
        case .yesNo: return .yesNo(random.below(2) == 0)
        case .choice(let choices): return .text(random.pick(choices.options).word)
        case .code: return .text("HP-00\(random.below(5))")
        default: return .text(random.pick(["an", "Án", "ân", "bà", "Ba", "", "đi", "Thái Phiên", "thái phiên"]))
        }
    }

    static func table(_ random: inout Dice, most: Int = 40) -> Table {
        let count = random.below(most)
        return Table(schema, rows: (0..<count).map { _ in schema.columns.map { cell($0.type, &random) } })
    }

    @Test(arguments: 0..<40)
    func whereAndItsOppositeMakeTheWhole(_ seed: Int) throws {
        var random = Dice(seed)
        let table = LawTests.table(&random)
        let condition = ExpressionMaker(schema: LawTests.schema).text(.yesNo, 3, &random)
        let yes = try TablesTests.table("where \(condition)", on: table)
        let no = try TablesTests.table("where not (\(condition))", on: table)
        #expect(yes.rowCount + no.rowCount == table.rowCount, "\(condition)")
        #expect((yes.lines + no.lines).sorted() == table.lines.sorted())
    }

    @Test(arguments: 0..<30)
    func sortingReordersAndOrders(_ seed: Int) throws {
        var random = Dice(seed)
        var table = LawTests.table(&random)
        table = table.adding(ColumnInfo("row", .number), (0..<table.rowCount).map { .number(Number($0)) })
        let (first, second) = (random.pick(LawTests.schema.names), random.pick(LawTests.schema.names))
        let descending = random.below(2) == 0
        let sorted = try TablesTests.table("sort by \(first)\(descending ? " desc" : ""), \(second)", on: table)
        #expect(sorted.lines.sorted() == table.lines.sorted())
        let again = try TablesTests.table("sort by \(first)\(descending ? " desc" : ""), \(second)", on: sorted)
        #expect(again == sorted)
        let (keys, nextKeys, rows) = (
            sorted.cells(of: first) ?? [], sorted.cells(of: second) ?? [], sorted.cells(of: "row") ?? []
        )
        for row in 1..<max(1, sorted.rowCount) {
            let order = place(keys[row - 1], keys[row], first, descending)
            #expect(order <= 0, "\(first): \(keys[row - 1]) \(keys[row])")
            guard order == 0 else { continue }
            let next = place(nextKeys[row - 1], nextKeys[row], second, false)
            #expect(next <= 0)
            if next == 0, case .number(let a) = rows[row - 1], case .number(let b) = rows[row] { #expect(a < b) }
        }
    }

    /// −1, 0 or 1 as the left value comes before, beside or after the right one.
    private func place(_ left: Value, _ right: Value, _ name: String, _ descending: Bool) -> Int {
        if left.isMissing || right.isMissing { return (left.isMissing ? 1 : 0) - (right.isMissing ? 1 : 0) }
        func rank(_ value: Value) -> [Double] {
            switch value {
            case .number(let number), .percent(let number): [number.approximation]
            case .money(let amount): [Double(amount)]
            case .date(let day): [Double(day.number)]
            case .period(let period): [Double(period.first.number), -Double(period.last.number)]
            case .time(let time): [time.seconds?.approximation ?? .infinity]
            case .yesNo(let yes): [yes ? 1 : 0]
            case .text(let text) where name == "status":
                [Double(World.status.options.firstIndex { $0.word == text } ?? 9)]
            default: []
            }
        }
        if case .text(let a) = left, case .text(let b) = right, name != "status" {
            if a == b { return 0 }
            return (VietnameseKey(a) < VietnameseKey(b)) != descending ? -1 : 1
        }
        let (a, b) = (rank(left), rank(right))
        if a == b { return 0 }
        return a.lexicographicallyPrecedes(b) != descending ? -1 : 1
    }

    @Test(arguments: 0..<30)
    func groupsCoverAllRows(_ seed: Int) throws {
        var random = Dice(seed)
        let table = LawTests.table(&random, most: 60)
        let keys = Array(Set([random.pick(LawTests.schema.names), random.pick(LawTests.schema.names)]))
        let clause =
            "with rows = count(), seen = count(n), gone = count-missing(n), total = sum(n), "
            + "least = min(n), most = max(n)"
        let groups = try TablesTests.table("group by \(keys.joined(separator: ", ")) \(clause)", on: table)
        func total(_ name: String) -> Number { Number.sum((groups.cells(of: name) ?? []).compactMap(number)) ?? -1 }
        #expect(total("rows") == Number(table.rowCount))
        #expect(total("seen").adding(total("gone")) == Number(table.rowCount))
        #expect(total("total") == Number.sum((table.cells(of: "n") ?? []).compactMap(number)))
        #expect(
            groups.rowCount == (try TablesTests.table("distinct \(keys.joined(separator: ", "))", on: table)).rowCount)
        for row in 0..<groups.rowCount {
            let cells = groups.record(row)
            if let least = cells["least"].flatMap(number), let most = cells["most"].flatMap(number) {
                #expect(least <= most)
            }
        }
    }

    private func number(_ value: Value) -> Number? {
        if case .number(let number) = value { number } else { nil }
    }

    @Test(arguments: 0..<20)
    func joinsAgreeWithNestedLoops(_ seed: Int) throws {
        var random = Dice(seed)
        let (left, right) = (
            LawTests.table(&random).keeping(["unit", "n", "m"]), LawTests.table(&random).keeping(["unit", "n", "cost"])
        )
        var world = World()
        world.variables["right"] = (.table(right.schema), .table(right))
        for keys in [["unit"], ["unit", "n"]] {
            for keep in [false, true] {
                var expected: [[Value]] = []
                for a in 0..<left.rowCount {
                    let row = left.record(a)
                    let matches = (0..<right.rowCount).map { right.record($0) }.filter { other in
                        keys.allSatisfy { key in row[key]?.isMissing == false && row[key] == other[key] }
                    }
                    let rest = right.schema.names.filter { !keys.contains($0) }
                    expected += matches.map { match in row.values + rest.map { match[$0] ?? .missing } }
                    if matches.isEmpty, keep { expected.append(row.values + rest.map { _ in .missing }) }
                }
                let text = "join ($right) on \(keys.joined(separator: ", "))\(keep ? " keep unmatched" : "")"
                let joined = try TablesTests.table(text, on: left, world)
                #expect((0..<joined.rowCount).map { joined.record($0).values } == expected)
            }
        }
    }

    @Test(arguments: 0..<20)
    func unpivotAndPivotGoBack(_ seed: Int) throws {
        var random = Dice(seed)
        let cells = LawTests.table(&random)
        let keys = (0..<cells.rowCount).map { Value.text("K\($0)") }
        let table = cells.keeping(["n", "m"]).adding(ColumnInfo("key", .text), keys).keeping(["key", "n", "m"])
        let back = try TablesTests.table("unpivot n, m | pivot key by name with first(value)", on: table)
        #expect(back.schema.names == table.schema.names)
        #expect(back.lines == table.lines)
        #expect(
            try outcome("unpivot n, m | pivot key by name with first(value)", on: .table(table.schema)).type
                == .table(back.schema))
    }

    /// What the checker calls a type is what comes out, or a missing value, or a finding that has its place.
    @Test(arguments: 0..<400)
    func typesAreKept(_ seed: Int) throws {
        var random = Dice(seed)
        let table = LawTests.table(&random, most: 12)
        let wanted = random.pick([ValueType.number, .percent, .money, .date, .time, .text, .yesNo, .period])
        let text = ExpressionMaker(schema: LawTests.schema).text(wanted, 4, &random)
        let (expression, source) = try parsed(text)
        let checked = ExpressionChecker(World.standard, source: source).check(
            expression, columns: .known(LawTests.schema))
        #expect(
            checked.findings.allSatisfy { $0.severity == .warning },
            "\(text): \(checked.findings.map(\.message.english))")
        let type = try #require(checked.type, "\(text)")
        #expect(wanted.accepts(type), "\(text) is \(type.name)")
        do {
            for value in try checked.cells(over: table, in: World.standard) {
                #expect(LawTests.conforms(value, type), "\(text) gave \(value), not \(type.name)")
            }
        } catch let finding as Diagnostic {
            #expect([.numberOverflow, .wrongDuration].contains(finding.code), "\(text): \(finding.message.english)")
            #expect(finding.place != nil)
        }
    }

    static func conforms(_ value: Value, _ type: ValueType) -> Bool {
        switch (value, type) {
        case (.missing, _), (.number, .number), (.percent, .percent), (.money, .money), (.date, .date), (.time, .time),
            (.yesNo, .yesNo), (.period, .period), (.text, .text), (.text, .code):
            true
        case (.text(let word), .choice(let choices)): choices.contains(word)
        default: false
        }
    }
}
