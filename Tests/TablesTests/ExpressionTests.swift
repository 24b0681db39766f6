import Diagnostics
import Syntax
import Tables
import Testing
import Values

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("hours + women", ValueType.number), ("cost + cost", .money), ("cost * 2", .money), ("2 * cost", .money),
        ("cost / 3", .money), ("cost / cost", .number), ("cost * 10%", .money), ("10% * cost", .money),
        ("cost / 50%", .money), ("rate + 5%", .percent), ("rate - rate", .percent), ("rate * hours", .number),
        ("hours * rate", .number), ("rate * rate", .percent), ("rate / 2", .percent), ("rate / rate", .number),
        ("hours / rate", .number), ("on + 3 d", .date), ("3 d + on", .date), ("on - 2 w", .date), ("on - on", .time),
        ("length + 4 h", .time), ("length * 2", .time), ("2 * length", .time), ("length / 2", .time),
        ("length / length", .number), ("-hours", .number), ("-rate", .percent), ("-cost", .money), ("-length", .time),
        ("unit", .code("unit")), ("$row.cost", .money), ("$t", .table(World.schema)), ("not closed", .yesNo),
        ("if(closed, cost, 5 đ)", .money), ("if-missing(topic, unit)", .text), ("max(on, 2025-01-01)", .date),
        ("if(closed, status, behind)", .choice(World.status)), ("\"{unit}: {hours}\"", .text),
        ("double(hours)", .number), ("sum($t, cost)", .money), ("busiest($t)", .table(World.schema)),
        ("split(topic, \" \")", .list(.text)), ("share(women, women + men)", .percent), ("month", .period),
    ])
    func typesOfExpressions(_ text: String, _ type: ValueType) throws {
        let checked = try check(text)
        #expect(checked.findings.allSatisfy { $0.severity == .warning }, "\(checked.findings.map(\.message.english))")
        #expect(checked.type == type)
    }

    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("7 / 2", "3.5"), ("0.1 + 0.2", "0.3"), ("1 - -1", "2"), ("200 * 33.5%", "67"),
        ("33.5% * 200", "67"), ("33.5% + 1.5%", "35%"), ("50% * 50%", "25%"), ("50% / 2", "25%"), ("50% / 25%", "2"),
        ("10 / 50%", "20"), ("1_000 đ * 0.0005", "1đ"), ("1_000 đ * 0.0004", "0đ"), ("1 đ / 2", "1đ"),
        ("-1 đ / 2", "-1đ"), ("1000 đ * 12.5%", "125đ"), ("100 đ / 50%", "200đ"), ("7 đ - 9 đ", "-2đ"),
        ("9 đ / 2 đ", "4.5"), ("2025-03-14 + 3 d", "2025-03-17"), ("2025-03-14 - 2 w", "2025-02-28"),
        ("2025-03-14 - 2025-03-01", "13 d"), ("1 d + 6 h", "30 h"), ("1 w - 1 d", "6 d"), ("3 h * 2", "6 h"),
        ("6 h / 4", "1.5 h"), ("1 d / 6 h", "4"), ("-(2 h)", "-2 h"), ("1 / 0", "–not-applicable"),
        ("5 đ / 0", "–not-applicable"), ("1 d / 0", "–not-applicable"), ("double($few) + 1", "7"), ("$row.women", "38"),
        ("$few > 2 and not (1 = 2)", "yes"), ("1 in [3, 2, 1]", "yes"), ("1 not in [3, 2]", "yes"),
        ("2 between 2 and 3", "yes"), ("\"a\" < \"ă\"", "yes"), ("\"Z\" < \"an\"", "no"), ("$state = behind", "yes"),
        ("behind = $state", "yes"), ("$state in [achieved, unknown]", "no"), ("$row.unit = HP-001", "yes"),
        ("$row.unit in [HP-002, HP-003]", "no"), ("$month = 2025-03", "yes"), ("2025-03-14 = 2025", "yes"),
        ("2025-03-14 < 2025-04", "yes"), ("2025-03-14 <= 2025-03", "yes"), ("2025-03-14 > 2025-03", "no"),
        ("2025-03-14 >= 2025-03", "yes"), ("2025-03-14 between 2025-Q1 and 2025-Q2", "yes"),
        ("2025-03-14 != 2025", "no"), ("2025 = 2025-03-14", "yes"), ("2025-04 > 2025-03-14", "yes"),
        ("$month between 2025-Q1 and 2025-Q1", "yes"), ("$month < 2025-Q2", "yes"), ("$month in [2024, 2025]", "no"),
        ("year(2025-03) = 2025", "yes"), ("24 h = 1 d", "yes"), ("yes != no", "yes"),
        ("count($t)", "4"), ("sum($t, women)", "48"), ("all($t, hours > 1)", "yes"), ("any($t, hours > 9)", "no"),
        ("average($t, hours) > 3 and count($t, women) = 3", "yes"), ("min($t, on)", "2024-12-31"),
        ("max($few, 2)", "3"), ("count(busiest($t))", "1"), ("first(busiest($t), unit)", "HP-001"),
        ("percentile($t, hours, 50%)", "3"), ("$later + 1", "6"), ("sum($mystery, hours)", "16"),
        ("\"THPT Thái Phiên\" matches \"*phien\"", "yes"), ("\"Đặng\" matches \"d?ng\"", "yes"),
        ("\"Đặng\" matches \"{\"d\"}?n\"", "no"),
    ])
    func valuesOfExpressions(_ text: String, _ result: String) throws {
        let checked = try check(text, .absent)
        #expect(checked.findings.allSatisfy { $0.severity == .warning }, "\(checked.findings.map(\.message.english))")
        #expect(World.plain(try checked.value(in: World.standard)) == result)
    }

    @Test func missingNeverCompares() throws {
        for sign in ["=", "!=", "<", "<=", ">", ">="] {
            #expect(try cells("women \(sign) 1")[2] == .yesNo(false))
        }
        #expect(try cells("women in [1]")[2] == .yesNo(false))
        #expect(try cells("women not in [1]")[2] == .yesNo(false))
        #expect(try cells("women between 0 and 99")[2] == .yesNo(false))
        #expect(try cells("topic matches \"*\"")[3] == .yesNo(false))
        #expect(try cells("women + 1")[2] == .missing(.notReported))
        #expect(try cells("cost * women")[3] == .missing(.withheld))
        #expect(try cells("not closed")[2] == .yesNo(true))
        #expect(try cells("women is missing") == [false, false, true, false].map { .yesNo($0) })
        #expect(try cells("women is empty") == [false, false, false, false].map { .yesNo($0) })
        #expect(try cells("topic is empty")[3] == .yesNo(true))
        #expect(try cells("cost is not missing")[3] == .yesNo(false))
        #expect(try cells("why-missing(cost) = withheld")[3] == .yesNo(true))
        #expect(try cells("why-missing(topic) = empty")[3] == .yesNo(true))
        #expect(try value("\"\" is empty") == .yesNo(true))
    }

    @Test func aColumnComesBeforeAVariableOrAChoice() throws {
        #expect(try cells("status = behind") == [true, false, true, false].map { .yesNo($0) })
        #expect(try cells("status in [behind, unknown]") == [true, false, true, true].map { .yesNo($0) })
        #expect(try cells("unit = HP-002") == [false, true, false, false].map { .yesNo($0) })
        #expect(try cells("status = \"behind\"")[0] == .yesNo(true))
        #expect(try cells("month = 2025-03")[0] == .yesNo(true))
        #expect(try cells("on = 2025") == [true, true, true, false].map { .yesNo($0) })
        #expect(try cells("on in [2024, 2025-04]") == [false, false, true, true].map { .yesNo($0) })
        #expect(try cells("on between 2025-03 and 2025-04") == [true, true, true, false].map { .yesNo($0) })
        #expect(try cells("hours = 2025")[0] == .yesNo(false))
    }

    @Test func whatDoesNotFitIsFoundAndNeverTraps() throws {
        let long = "999999999999999999"
        for text in [
            "\(long) * \(long)", "\(long) đ * 9 + \(long) đ", "\(long) đ * 100", "9999-12-31 + 1 d",
            "0001-01-01 - \(long) w", "\(long) w * \(long)", "\(long) đ / 1%",
        ] {
            #expect(throws: Diagnostic.self) { try value(text) }
            do { _ = try value(text) } catch let finding as Diagnostic {
                #expect(finding.code == .numberOverflow)
                #expect(finding.place?.span.start == 0)
            }
        }
        for text in ["3 working days + 1 h", "1 d < 2 working days"] {
            #expect(throws: Diagnostic.self) { try value(text) }
        }
    }

    @Test func longChainsAreRead() throws {
        let chain = (0..<500).map { "hours = \($0)" }.joined(separator: " or ")
        #expect(try cells(chain)[0] == .yesNo(true))
        let sum = Array(repeating: "1", count: 900).joined(separator: " + ")
        #expect(try value(sum) == 900)
        var deep = Expression(.literal(1), SourceSpan(0, 1))
        for _ in 0..<5000 { deep = Expression(.negative(deep), SourceSpan(0, 1)) }
        let checked = ExpressionChecker(World.standard, source: World.empty).check(deep)
        #expect(checked.findings.map(\.code) == [.tooDeep])
    }

    @Test func unknownTypesAreSettledWhenTheExpressionRuns() throws {
        let checked = try check("$later * 2", .absent)
        #expect(checked.type == nil && checked.findings.isEmpty)
        #expect(try checked.value(in: World.standard) == 10)
        #expect(try check("$later", .absent).datum(in: World.standard) == .value(5))
        var world = World.standard
        world.variables["later"] = (nil, .table(World.trainings))
        #expect(try check("$later", .absent).datum(in: world) == .table(World.trainings))
        #expect(try check("count(busiest($later))", .absent).value(in: world) == 1)
        #expect(throws: Diagnostic.self) { try checked.value(in: world) }
        #expect(try check("hours * 2", .unknown).cells(over: World.trainings, in: World.standard).first == 8)
        #expect(throws: Diagnostics.self) {
            try check("nothing * 2", .unknown).cells(over: World.trainings, in: World.standard)
        }
        #expect(throws: Diagnostic.self) { try check("$few + 1", .absent).value(in: World()) as Value }
    }

    @Test func aTableIsNotAValue() throws {
        guard case .table(let table) = try check("$t", .absent).datum(in: World.standard) else {
            Issue.record("no table")
            return
        }
        #expect(table == World.trainings)
        #expect(throws: Diagnostic.self) { try check("$t", .absent).value(in: World.standard) }
        guard case .table(let best) = try check("busiest($t)", .absent).datum(in: World.standard) else {
            Issue.record("no table")
            return
        }
        #expect(best.rowCount == 1)
    }
}
