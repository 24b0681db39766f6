import Diagnostics
import Syntax
import Tables
import Testing
import Values

@Suite struct VerbTests {
    @Test(arguments: [
        ("where hours >= 4 | keep unit, hours", ["HP-001 4", "HP-001 8"]),
        ("where closed | keep unit", ["HP-001", "HP-003"]), ("where not closed | keep unit", ["HP-002", "HP-001"]),
        ("keep hours, unit | first 1", ["4 HP-001"]), ("keep unit | distinct", ["HP-001", "HP-002", "HP-003"]),
        ("distinct hours | keep unit", ["HP-001", "HP-002", "HP-001"]),
        (
            "add people = women + men, part = share(women, people) | keep unit, people, part | first 3",
            ["HP-001 50 76%", "HP-002 10 100%", "HP-001 –not-reported –not-reported"]
        ),
        ("add hours = hours * 2, hours = hours + 1 | keep hours", ["9", "5", "17", "5"]),
        ("rename unit to code, hours to h | keep code, h | first 1", ["HP-001 4"]),
        ("rename unit to topic, topic to unit | keep topic | first 1", ["HP-001"]),
        ("keep unit, hours | drop hours | first 1", ["HP-001"]),
        ("sort by hours desc, unit | keep unit, hours", ["HP-001 8", "HP-001 4", "HP-002 2", "HP-003 2"]),
        ("sort by topic | keep topic", ["an toàn", "Ấn tượng", "Bình đẳng", "–empty"]),
        ("sort by topic desc | keep topic", ["Bình đẳng", "Ấn tượng", "an toàn", "–empty"]),
        ("sort by women | keep women", ["0", "10", "38", "–not-reported"]),
        ("sort by women desc | keep women", ["38", "10", "0", "–not-reported"]),
        ("sort by status | keep status", ["achieved", "behind", "behind", "unknown"]),
        ("sort by closed, on | keep on", ["2025-03-31", "2024-12-31", "2025-03-14", "2025-04-01"]),
        ("sort by hours + men | keep hours", ["2", "2", "4", "8"]), ("sort by cost | keep cost | first 1", ["1đ"]),
        ("first 2 | keep unit", ["HP-001", "HP-002"]), ("last 1 | keep unit", ["HP-003"]), ("first 0 | keep unit", []),
        ("last 99 | keep hours", ["4", "2", "8", "2"]),
        (
            "group by unit with n = count(), h = sum(hours), w = sum(women)",
            ["HP-001 2 12 38", "HP-002 1 2 10", "HP-003 1 2 0"]
        ),
        ("group by unit, hours", ["HP-001 4", "HP-002 2", "HP-001 8", "HP-003 2"]),
        (
            "group by status with share = share(sum(women), sum(women + men)), twice = share * 2 | keep status, twice",
            ["behind 1.52", "achieved 2", "unknown 0"]
        ),
        (
            "group by closed with n = count(), seen = count(women), gone = count-missing(women)",
            ["yes 2 2 0", "no 1 1 0", "–empty 1 0 1"]
        ),
        (
            "group by status with label = \"{status}: {count()}\", top = max(sum(hours), 5)",
            ["behind behind: 2 12", "achieved achieved: 1 5", "unknown unknown: 1 5"]
        ),
        (
            "group by unit with most = max(hours), big = all(hours > 3), any = any(closed), p = percentile(hours, 50%)",
            ["HP-001 8 yes yes 6", "HP-002 2 no no 2", "HP-003 2 no yes 2"]
        ),
        ("group by unit with part = share(sum(hours), sum($t, hours)) | keep part", ["75%", "12.5%", "12.5%"]),
        ("where hours > average($t, hours) | keep hours", ["8"]),
        ("where hours = sum(busiest($t), hours) | keep hours", ["8"]),
        (
            "keep unit, women, men | unpivot women, men | first 3",
            ["HP-001 women 38", "HP-001 men 12", "HP-002 women 10"]
        ),
        ("keep women, men | unpivot | where name = men | keep value", ["12", "0", "20", "5"]),
        (
            "pivot unit by status with sum(hours)",
            ["HP-001 –empty 12 –empty", "HP-002 2 –empty –empty", "HP-003 –empty –empty 2"]
        ),
        ("pivot unit by hours with count()", ["HP-001 0 1 1", "HP-002 1 0 0", "HP-003 1 0 0"]),
        ("pivot status by closed with count()", ["behind 0 1 1", "achieved 1 0 0", "unknown 0 1 0"]),
        ("keep women, topic | fill | last 2", ["–not-reported an toàn", "0 an toàn"]),
        ("keep topic | fill topic", ["Bình đẳng", "Ấn tượng", "an toàn", "an toàn"]),
    ])
    func verbs(_ text: String, _ lines: [String]) throws {
        let checked = try outcome(text)
        #expect(checked.findings.allSatisfy { $0.severity == .warning }, "\(checked.findings.map(\.message.english))")
        let result = try table(text)
        #expect(result.lines == lines)
        if case .table(let schema)? = checked.type {
            if let further = schema.further {
                #expect(result.schema.columns.starts(with: schema.columns))
                let made = result.schema.columns.dropFirst(schema.columns.count)
                #expect(made.allSatisfy { further.mayBe($0.name) && $0.type == further.value })
            } else {
                #expect(schema == result.schema)
            }
        } else {
            #expect(checked.type == .anyTable)
        }
    }

    @Test func countGivesANumber() throws {
        #expect(try run("where hours = 2 | count") == .value(2))
        #expect(try outcome("where hours = 2 | count").type == .number)
        #expect(try outcome("count | first 2").findings.map(\.code.description) == ["needs-table"])
    }

    @Test(arguments: [
        ("where hours", "wrong-type", "hours"), ("where hour > 2", "unknown-column", "hour"),
        ("keep unit, hour", "unknown-column", "hour"), ("keep unit, unit", "doubled-column", "unit"),
        ("drop hour", "unknown-column", "hour"), ("distinct hour", "unknown-column", "hour"),
        ("fill hour", "unknown-column", "hour"), ("add x = hour + 1", "unknown-column", "hour"),
        ("add x = $t", "wrong-type", "$t"), ("rename hour to h", "unknown-column", "hour"),
        ("rename hours to women", "column-taken", "women"), ("rename hours to h, women to h", "column-taken", "h"),
        ("sort by split(topic, \"a\")", "wrong-type", "split(topic, \"a\")"),
        ("sort by hour", "unknown-column", "hour"),
        ("group by hour", "unknown-column", "hour"), ("group by unit, unit", "doubled-column", "unit"),
        ("group by unit with unit = count()", "column-taken", "unit"),
        ("group by unit with n = count(), n = count()", "column-taken", "n"),
        ("group by unit with w = women", "not-aggregated", "women"),
        ("group by unit with w = sum(women) + men", "not-aggregated", "men"),
        ("group by unit with w = sum(topic)", "wrong-type", "topic"),
        ("group by unit with w = sum(sum(women))", "outside-group", "sum(women)"),
        ("group by unit with w = sum(womn)", "unknown-column", "womn"),
        ("group by unit with w = sum()", "wrong-argument-count", "sum()"),
        ("group by unit with p = percentile(hours, 90)", "wrong-type", "90"),
        ("add x = sum(women)", "outside-group", "sum(women)"),
        ("pivot unit by hour with count()", "unknown-column", "hour"),
        ("pivot unit by unit with count()", "doubled-column", "unit"),
        ("pivot unit by status with women", "not-aggregated", "women"),
        ("unpivot women, topic", "wrong-type", "topic"), ("unpivot women, mn", "unknown-column", "mn"),
        ("join ($few) on unit", "wrong-type", "$few"), ("join ($t) on hour", "unknown-column", "hour"),
        ("join ($nothing) on unit", "unknown-variable", "$nothing"), ("list units", "needs-table", "list units"),
    ])
    func eachRefusal(_ text: String, _ code: String, _ words: String) throws {
        let findings = try outcome(text).findings.filter {
            $0.subject != "hour" || $0.message.english.hasPrefix("There")
        }
        #expect(findings.map(\.code.description) == [code])
        let finding = try #require(findings.first)
        #expect(finding.message.english != finding.message.vietnamese)
        if finding.code != .unknownVariable {
            #expect(finding.place.map { $0.source[$0.span] } == words)
        }
        #expect(throws: Diagnostics.self) { try run(text) }
    }

    @Test func oneSlipDoesNotMakeMore() throws {
        let texts = [
            "keep unit, hour | where anything > 2 | sort by other", "group by hour with n = count() | where m > 2",
            "add x = hour | where y > 2 | keep z", "rename hour to h | keep q",
        ]
        for text in texts { #expect(try outcome(text).findings.count == 1, "\(text)") }
        let unknown =
            "where a > 2 | add b = c | group by d with n = count(), s = sum(e) | sort by f | keep g | "
            + "pivot a by b with sum(c)"
        #expect(try outcome(unknown, on: .anyTable).findings.isEmpty)
        #expect(
            try outcome("\(unknown) | unpivot a, b | rename a to b | join ($t) on x | fill y | count", on: .anyTable)
                .type == .number)
        #expect(try outcome("where a > $nothing", on: .anyTable).findings.map(\.code) == [.unknownVariable])
    }

    @Test func aWrongKeyDoesNotHideWrongAggregates() throws {
        let findings = try outcome("group by hour with s = sum(womn), n = count() + other").findings
        #expect(findings.map(\.subject) == ["hour", "womn"])
        #expect(try outcome("pivot unit by hour with sum(womn)").findings.map(\.subject) == ["hour", "womn"])
    }

    @Test func aVerbCheckedBlindlyRunsOnWhatComes() throws {
        let (list, source) = try stages("where hours > 4")
        let checked = StageChecker(World.standard, source: source).check(try #require(list.first), on: .anyTable)
        guard case .table(let result) = try checked.apply(to: World.trainings, in: World.standard) else { return }
        #expect(result.rowCount == 1)
        #expect(throws: Diagnostics.self) {
            try checked.apply(to: Table(Schema([]), rows: [[]]), in: World.standard)
        }
    }

    @Test func joinsSuffixAndKeepUnmatched() throws {
        let units = Table(
            Schema([
                ColumnInfo("unit", .code("unit")), ColumnInfo("topic", .text, Text("Theme", vi: "Chủ đề")),
                ColumnInfo("size", .number),
            ]),
            rows: [
                [.text("HP-001"), .text("A"), 1], [.text("HP-001"), .text("B"), 2], [.text("HP-003"), .missing, 3],
                [.missing, .text("C"), 4],
            ])
        var world = World.standard
        world.variables["units"] = (.table(units.schema), .table(units))
        let joined = try table("keep unit, topic, hours | join ($units) on unit", on: World.trainings, world)
        #expect(joined.schema.names == ["unit", "topic", "hours", "topic-2", "size"])
        #expect(joined.schema["topic-2"]?.heading.english == "Theme")
        #expect(
            joined.lines == [
                "HP-001 Bình đẳng 4 A 1", "HP-001 Bình đẳng 4 B 2", "HP-001 an toàn 8 A 1", "HP-001 an toàn 8 B 2",
                "HP-003 –empty 2 –empty 3",
            ])
        #expect(
            try table("keep unit | join ($units) on unit keep unmatched", on: World.trainings, world).lines[2]
                == "HP-002 –empty –empty")
        #expect(try table("keep unit, topic | join ($units) on unit, topic", on: World.trainings, world).rowCount == 0)
        world.variables["units"] = (.anyTable, .table(units))
        #expect(try table("keep unit | join ($units) on unit", on: World.trainings, world).rowCount == 5)
        #expect(throws: Diagnostics.self) {
            try table("keep hours | join ($units) on hours", on: World.trainings, world)
        }
        world.variables["units"] = (.anyTable, .value(3))
        #expect(throws: Diagnostic.self) { try table("keep unit | join ($units) on unit", on: World.trainings, world) }
    }

    @Test func joinKeysMustBeOfOneKind() throws {
        var world = World.standard
        let other = Schema([ColumnInfo("hours", .text)])
        world.variables["other"] = (.table(other), .table(Table(other, rows: [])))
        do {
            _ = try table("join ($other) on hours", on: World.trainings, world)
            Issue.record("accepted")
        } catch let findings as Diagnostics {
            #expect(findings.list.map(\.code) == [.cannotCompare])
        }
    }

    @Test func pivotNamesItsColumns() throws {
        #expect(
            try table("pivot unit by status with count()").schema.names == ["unit", "achieved", "behind", "unknown"])
        #expect(
            try table("pivot unit by month with count()").schema.names == ["unit", "2024-12", "2025-03", "2025-04"])
        #expect(
            try table("pivot hours by women with count()").schema.names == ["hours", "0", "10", "38", "not-reported"])
        #expect(try table("pivot status by closed with count()").schema.names == ["status", "no", "yes", "missing"])
        let wide = Table(
            World.schema, rows: (0..<1200).map { [.text("u"), .missing, .missing, .missing, .number(Number($0))] })
        #expect(throws: Diagnostic.self) { try table("pivot unit by hours with count()", on: wide) }
    }

    @Test func headingsStayWithTheirColumns() throws {
        let result = try table("rename unit to u, hours to h | keep u, h")
        #expect(result.schema["u"]?.heading == Text("Unit", vi: "Đơn vị"))
        #expect(result.schema["h"]?.heading == Text(verbatim: "h"))
    }

    @Test func findingsWhileRunningHaveTheirPlace() throws {
        let text = "add x = hours * 999999999999999999 * 10"
        #expect(throws: Diagnostic.self) { try run(text) }
        do { _ = try run("group by unit with s = sum(hours * 999999999999999999)") } catch let finding as Diagnostic {
            #expect(finding.code == .numberOverflow)
            #expect(finding.place.map { $0.source[$0.span] } == "sum(hours * 999999999999999999)")
        }
    }

    @Test func emptyTablesPassThroughEveryVerb() throws {
        let empty = Table(World.schema, rows: [])
        for text in [
            "where hours > 1", "keep unit", "drop unit", "distinct", "add x = hours", "rename unit to u",
            "sort by hours", "first 2", "last 2",
            "group by unit with n = count()", "pivot unit by month with sum(hours)", "unpivot women, men", "fill",
            "join ($t) on unit",
        ] {
            #expect(try table(text, on: empty).rowCount == 0, "\(text)")
        }
        #expect(try run("count", on: empty) == .value(0))
    }

    @Test func tablesAreHandyFromSwiftToo() {
        let table = World.trainings
        #expect(table.sorted(by: "hours", descending: true).cells(of: "hours")?.first == 8)
        #expect(table.sorted(by: "nothing") == table)
        #expect(table.keeping(["hours", "nothing", "unit"]).schema.names == ["hours", "unit"])
        #expect(table.adding(ColumnInfo("x", .number), [1]).cells(of: "x") == [1, .missing, .missing, .missing])
        #expect(table.adding(ColumnInfo("hours", .text), []).schema.columns.count == table.schema.columns.count)
        #expect(table.first(-3).rowCount == 0)
        #expect(table.last(-3).rowCount == 0)
    }
}
