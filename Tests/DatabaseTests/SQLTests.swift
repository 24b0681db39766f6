import Database
import Diagnostics
import Testing
import Values

@Suite struct SQLTests {
    @Test func interpolatedValuesAreBound() {
        let code = "HP-012'; DROP TABLE unit; --"
        let query: SQL = "SELECT name FROM unit WHERE code = \(code) AND kind = \(3)"
        #expect(query.text == "SELECT name FROM unit WHERE code = ? AND kind = ?")
        #expect(query.values == [.text(code), .integer(3)])
    }

    @Test func theTextIsTheSameForEveryValue() {
        let texts = ["", "a", "?", "'", "\0", "“đ”"].map { value -> String in
            let query: SQL = "SELECT \(value)"
            return query.text
        }
        #expect(Set(texts) == ["SELECT ?"])
    }

    @Test func missingValuesAreNull() {
        let none: Day? = nil
        let query: SQL = "UPDATE unit SET closed = \(none), opened = \(Day(number: 0) as Day?)"
        #expect(query.values == [.null, .text("1970-01-01")])
    }

    @Test func listsBindEachValue() {
        let query: SQL = "SELECT 1 WHERE code IN (\(list: ["a", "b"])) AND n IN (\(list: [Int]()))"
        #expect(query.text == "SELECT 1 WHERE code IN (?, ?) AND n IN (SELECT NULL WHERE 1 = 0)")
        #expect(query.values == [.text("a"), .text("b")])
    }

    @Test func piecesKeepTheirValuesInOrder() {
        let conditions: [SQL] = ["a = \(1)", "b = \(2)"]
        let query: SQL = "SELECT 1 WHERE \(conditions.joined(" AND ")) OR c = \(3)"
        #expect(query.text == "SELECT 1 WHERE a = ? AND b = ? OR c = ?")
        #expect(query.values == [.integer(1), .integer(2), .integer(3)])
        #expect(("x = \(1)" as SQL) + " AND y" == "x = \(1) AND y")
    }

    @Test func identifiersAreChecked() throws {
        let table = try #require(Identifier("unit_name2"))
        let query: SQL = "SELECT \([table, table]) FROM \(table)"
        #expect(query.text == "SELECT \"unit_name2\", \"unit_name2\" FROM \"unit_name2\"")
        let long = String(repeating: "a", count: 64)
        for wrong in ["", "1a", "_a", "a b", "a\"", "a;", "Đ", "A", "a-b", "a\0", long] {
            #expect(Identifier(wrong) == nil, "\(wrong)")
        }
    }
}

@Suite struct SQLValueTests {
    @Test func valuesComeBackAsTheyWere() throws {
        #expect(Int(sqlValue: Int.min.sqlValue) == .min)
        #expect(Bool(sqlValue: true.sqlValue) == true)
        #expect(String(sqlValue: "đ".sqlValue) == "đ")
        #expect([UInt8](sqlValue: [0, 255].sqlValue) == [0, 255])
        #expect(Instant(sqlValue: Instant(seconds: 1_750_000_000).sqlValue)?.seconds == 1_750_000_000)
        for text in ["2025", "2025-H1", "2025-Q3", "2025-10", "2025-2026"] {
            let period = try #require(Period(text))
            #expect(Period(sqlValue: period.sqlValue) == period)
        }
        for text in ["0", "-1250.5", "0.000000000000000001", "999999999999999999"] {
            let number = try #require(Number(text))
            #expect(Number(sqlValue: number.sqlValue) == number)
            #expect(number.sqlValue == .text(text))
        }
        for number in Int32(-700_000)...(-699_000) {
            #expect(Day(sqlValue: Day(number: number).sqlValue) == Day(number: number))
        }
    }

    @Test func whatIsNotTheKindIsNotRead() {
        #expect(Int(sqlValue: .text("1")) == nil)
        #expect(Bool(sqlValue: .integer(2)) == nil)
        #expect(String(sqlValue: .blob([])) == nil)
        #expect(Day(sqlValue: .text("2025-02-29")) == nil)
        #expect(Number(sqlValue: .text("1e3")) == nil)
        #expect(Day?(sqlValue: .null) == .some(nil))
        #expect(Day?(sqlValue: .integer(1)) == nil)
    }

    @Test func textsAreComparedByTheirBytes() {
        #expect(SQLValue.text("\u{e9}") != SQLValue.text("e\u{301}"))
    }

    @Test func choicesAreKeptByTheirWords() {
        enum Kind: String, SQLConvertible { case thpt, thcs }
        #expect(Kind.thpt.sqlValue == .text("thpt"))
        #expect(Kind(sqlValue: .text("thcs")) == .thcs)
        #expect(Kind(sqlValue: .text("nursery")) == nil)
    }
}

@Suite struct RowTests {
    let row = Row(
        columns: Row.Columns(["code", "opened", "people"]), values: [.text("HP-1"), .null, .integer(7)])

    @Test func columnsAreReadByNameAndIndex() throws {
        #expect(try row.text("code") == "HP-1")
        #expect(try row.integer(2) == 7)
        let opened: Day? = try row.value("opened")
        #expect(opened == nil)
    }

    @Test func whatCannotBeReadIsRefused() {
        #expect(throws: Diagnostic.self) { try row.text("nmae") }
        #expect(throws: Diagnostic.self) { try row.text(3) }
        #expect(throws: Diagnostic.self) { try row.text(-1) }
        let refusal = #expect(throws: Diagnostic.self) { try row.value("code", as: Day.self) }
        #expect(refusal?.code == .columnUnreadable)
        #expect(refusal?.message.english.contains("HP-1") == false)
    }
}

@Suite struct StampTests {
    @Test func onlyOwnAndNewDatabasesAreTaken() throws {
        try Stamp.current.check(hasTables: true, name: "x")
        try Stamp(application: 0, format: 0).check(hasTables: false, name: "x")
        #expect(code(Stamp(application: 0, format: 0), hasTables: true) == .databaseForeign)
        #expect(code(Stamp(application: 0, format: 3), hasTables: false) == .databaseForeign)
        #expect(code(Stamp(application: 7, format: 0), hasTables: false) == .databaseForeign)
        var newer = Stamp.current
        newer.format += 1
        #expect(code(newer, hasTables: true) == .databaseNewer)
    }

    private func code(_ stamp: Stamp, hasTables: Bool) -> Diagnostic.Code? {
        do {
            try stamp.check(hasTables: hasTables, name: "x")
            return nil
        } catch { return (error as? Diagnostic)?.code }
    }
}
