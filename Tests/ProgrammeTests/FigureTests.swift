import Commands
import Diagnostics
import Testing
import Values

@Suite struct FigureTests {
    private func office() throws -> Office {
        try Office(
            [], "register unit A \"THPT A\" kind: thpt under: SGD opened: 2020-09-05",
            "define element staff-total \"staff in post\" vi: \"nhân sự\" type: people over-time: last over-units: sum",
            "define element hours-spent \"hours\" type: hours over-time: sum over-units: sum",
            "define element has-plan \"has a plan\" type: yes-no over-time: last over-units: none",
            "record figure staff-total unit: A period: 2023 total: 40 women: 0")
    }

    @Test func keepsNoughtApartFromNothing() throws {
        let office = try office()
        try office.say("record figure staff-total unit: A period: 2024 state: not-reported")
        let table = try office.table("list figures element: staff-total")
        #expect(table.cells(of: "women") == [.number(0), .missing(.notReported)])
        #expect(table.cells(of: "men") == [.number(40), .missing(.notReported)])
    }

    @Test func succeedsAnEarlierFigure() throws {
        let office = try office()
        let entry = try office.session.journal.lastNumber()
        #expect(try office.text("record figure staff-total unit: A period: 2023 total: 41").contains("(40 before)"))
        #expect(try office.column("total", "list figures element: staff-total") == ["41"])
        office.session.horizon = entry
        #expect(try office.column("total", "list figures element: staff-total") == ["40"])
    }

    @Test(arguments: [
        ("record figure staff-total unit: A period: 2024 total: 10 women: 11", "women-above-total"),
        ("record figure staff-total unit: A period: 2024 total: 10.5", "not-whole"),
        ("record figure staff-total unit: A period: 2024 total: -1", "below-nought"),
        ("record figure staff-total unit: A period: 2024 total: 10 women: -1", "below-nought"),
        ("record figure staff-total unit: A period: 2024", "total-missing"),
        ("record figure staff-total unit: A period: 2024 total: 1 state: withheld", "state-with-value"),
        ("record figure staff-total unit: A period: 2024-05 total: 1", "wrong-period-kind"),
        ("record figure staff-total unit: A period: 2026 total: 1", "future-period"),
        ("record figure staff-total unit: A period: 2019 total: 1", "unit-not-open"),
        ("record figure hours-spent unit: A period: 2024 total: 10 women: 1", "not-by-sex"),
        ("record figure has-plan unit: A period: 2024 total: 2", "not-yes-no"),
        ("record figure trainings unit: A period: 2024 total: 2", "figure-derived"),
        ("record figure staf-total unit: A period: 2024 total: 2", "unknown-code"),
        ("define element staff-total \"x\" type: count over-time: sum over-units: sum", "element-taken"),
        ("define element trainings \"x\" type: count over-time: sum over-units: sum", "element-taken"),
        ("define element \"1a\" \"x\" type: count over-time: sum over-units: sum", "code-not-a-word"),
        ("define element and \"x\" type: count over-time: sum over-units: sum", "code-not-a-word"),
    ])
    func refuses(_ line: String, _ code: String) throws {
        #expect(try office().refusals(line) == [code])
    }

    @Test func importsWithOneReasonARow() throws {
        let office = try office()
        office.files.contents["f.csv"] = Array(
            """
            element,unit,period,total,women,men,state
            staff-total,A,2023,40,0,,
            staff-total,A,2024,,30,12,
            staff-total,A,2024,42,30,12,
            staff-total,A,2025,42,30,13,
            staff-total,A,2022,,,,not-reported
            staff-total,A,2021,"1,200",,,
            staff-total,A,2021-05,12,,,
            staff-total,A,2027,12,,,
            staff-total,A,2019,12,,,
            staff-total,B,2021,12,,,
            staff-totl,A,2021,12,,,
            trainings,A,2021,12,,,
            staff-total,A,2021,12,13,,
            staff-total,A,2021,12,,,reportd
            staff-total,,2021,12,,,
            """.utf8)
        let refused = try office.refusedRows("import figures from: \"f.csv\"")
        #expect(
            refused.cells(of: "line")?.map(\.plain) == [
                "5", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
            ])
        #expect(refused.cells(of: "reason")?[6].plain.contains("staff-total") == true)
        let answer = try office.text("import figures from: \"f.csv\"")
        #expect(answer.contains("15 rows read = 0 stored + 3 unchanged + 11 refused + 1 duplicates"))
        #expect(try office.column("total", "list figures element: staff-total period: 2024") == ["42"])
        #expect(try office.column("state", "list figures element: staff-total period: 2022") == ["not-reported"])
    }

    @Test func everyRowIsStoredRefusedOrUnchanged() throws {
        for _ in 0..<20 {
            let office = try office()
            let rows = (0..<40).map { _ in
                let period = ["2021", "2022", "2023", "2024", "2024-01", "x"].randomElement() ?? ""
                let element = ["staff-total", "hours-spent", "has-plan", "nothing"].randomElement() ?? ""
                let unit = ["A", "SGD", "Q"].randomElement() ?? ""
                let numbers = "\(Int.random(in: -1...3)),\(["", "1"].randomElement() ?? "")"
                return "\(element),\(unit),\(period),\(numbers)"
            }
            office.files.contents["f.csv"] = Array(
                ("element,unit,period,total,women\n" + rows.joined(separator: "\n")).utf8)
            let before = try office.table("list figures").rowCount
            let first = try numbers(office)
            #expect(first.read == 40 && first.read == first.stored + first.refused + first.unchanged + first.duplicates)
            // The one figure that stood before may be succeeded, which adds no row.
            let added = try office.table("list figures").rowCount - before
            #expect(added == first.stored || added == first.stored - 1)
            let second = try numbers(office)
            #expect(
                second.stored == 0 && second.unchanged == first.stored + first.unchanged
                    && second.refused == first.refused && second.duplicates == first.duplicates)
        }
    }

    private func numbers(
        _ office: Office
    ) throws -> (read: Int, stored: Int, unchanged: Int, refused: Int, duplicates: Int) {
        let line = try office.text("import figures from: \"f.csv\"").split(separator: "\n").first ?? ""
        let found = line.split(separator: ":").dropFirst().joined().split(separator: " ").compactMap { Int($0) }
        try #require(found.count >= 5)
        return (found[0], found[1], found[2], found[3], found[4])
    }
}
