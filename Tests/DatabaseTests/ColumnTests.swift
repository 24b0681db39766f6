import Database
import Diagnostics
import TestSupport
import Testing
import Values

/// Answers gathered column by column say what rows say.
@Suite struct ColumnTests {
    /// The values as one column of a table; where a column has one type only, numbers among texts are texts.
    private func column(_ engine: Engine, _ values: [SQLValue], _ form: ColumnForm) throws -> FetchedColumn {
        let connection = try engine.empty()
        let isText = values.contains { if case .text = $0 { true } else { false } }
        let isBytes = values.contains { if case .blob = $0 { true } else { false } }
        let type: SQL = engine == .sqlite ? "" : isText ? "TEXT" : isBytes ? "BLOB" : "INTEGER"
        try connection.execute("CREATE TABLE cell (id INTEGER PRIMARY KEY, value \(type))")
        try connection.transaction {
            for value in values {
                var value = value
                if engine == .postgres, isText, case .integer(let number) = value { value = .text(String(number)) }
                try connection.execute("INSERT INTO cell (value) VALUES (\(value))")
            }
        }
        return try #require(try connection.columns("SELECT value FROM cell ORDER BY id", as: [form]).first)
    }

    private func words(_ column: FetchedColumn) -> [Int64]? {
        if case .words(let words) = column.cells { words } else { nil }
    }

    @Test(arguments: Engine.all) func wordsAreRead(_ engine: Engine) throws {
        let whole = try column(engine, [.integer(.min), .null, .integer(.max)], .integer)
        #expect(words(whole) == [.min, 0, .max])
        #expect(whole.absent == [0, 1, 0])
        #expect(words(try column(engine, [.integer(1), .integer(0)], .yesNo)) == [1, 0])
        let days = try column(engine, [.text("1970-01-02"), .text("9999-12-31"), .text("0001-01-01")], .date)
        #expect(words(days) == [1, 2_932_896, -719_162])
        #expect(days.absent == nil)
        let periods = ["2025-Q3", "2025", "2025-Q3", "2024-2025"].compactMap { Period($0) }
        #expect(words(try column(engine, periods.map(\.sqlValue), .period)) == periods.map(\.word))
    }

    /// Every number comes back as `Number` reads it, with common decimals or, where these do not fit, by itself.
    @Test(arguments: Engine.all) func decimalsAreExact(_ engine: Engine) throws {
        let texts = [
            "0", "-0.5", "3.5", "100", "922337203685.4775807", "999999999999999999", "-999999999999999999",
            "9223372036854775807", "0.000000000000000001", "4.0", "-4.250",
        ]
        let pairs = texts.flatMap { one in texts.map { (one, $0) } }
        // A server needs a schema for each.
        for (first, second) in engine == .sqlite ? pairs : Array(zip(texts, texts.reversed())) {
            let column = try column(engine, [.text(first), .null, .text(second), .integer(7)], .decimal)
            let numbers: [Number] =
                switch column.cells {
                case .decimals(let words, let decimals): words.map { Number(scaled: $0, decimals: decimals) }
                case .numbers(let numbers): numbers
                default: []
                }
            #expect(numbers == [Number(first), 0, Number(second), 7], "\(first) \(second)")
            #expect(column.absent == [0, 1, 0, 0])
        }
    }

    /// Texts that look alike are kept apart by their bytes, and each stands in the pool once.
    @Test(arguments: Engine.all) func textsArePooled(_ engine: Engine) throws {
        let texts = ["ắn", "a\u{306}\u{301}n", "", "a b", "an"] + (0..<500).map { "text \($0 % 130)" }
        guard case .texts(let places, let pool) = try column(engine, texts.map { .text($0) }, .text).cells else {
            Issue.record("no texts")
            return
        }
        #expect(pool.count == 135)
        #expect(places.map { Array(pool[Int($0)].utf8) } == texts.map { Array($0.utf8) })
    }

    @Test(arguments: [
        (SQLValue.text("7"), ColumnForm.integer), (.integer(2), .yesNo), (.text("2025-02-30"), .date),
        (.text("2025-2-03"), .date), (.text("2025_01_01"), .date), (.text("2025-13"), .period), (.text(""), .decimal),
        (.text("1."), .decimal), (.text(".5"), .decimal), (.text("1.2.3"), .decimal),
        (.text("99999999999999999999"), .decimal),
        (.text("-"), .decimal), (.integer(1), .text), (.blob([255]), .text), (.integer(1), .date),
    ])
    func whatSenDoesNotWriteIsRefused(_ value: SQLValue, _ form: ColumnForm) throws {
        for engine in Engine.all {
            let refusal = #expect(throws: Diagnostic.self) { try column(engine, [.null, value], form) }
            #expect(refusal?.code == .columnUnreadable)
            #expect(refusal?.subject == "value")
        }
    }

    @Test func damagedTextAndBinaryNumbersAreRefused() throws {
        let connection = try Engine.sqlite.empty()
        for query: SQL in ["SELECT CAST(x'ff41' AS TEXT) AS value", "SELECT 0.1 AS value"] {
            let refusal = #expect(throws: Diagnostic.self) { try connection.columns(query, as: [.text]) }
            #expect(refusal?.code == .columnUnreadable)
        }
    }

    @Test func anythingIsKeptAsItIs() throws {
        let values: [SQLValue] = [.null, .integer(3), .text("x"), .blob([0, 1])]
        guard case .values(let found) = try column(.sqlite, values, .any).cells else {
            Issue.record("no values")
            return
        }
        #expect(found == values)
    }

    @Test(arguments: Engine.all) func idsAreOneValue(_ engine: Engine) throws {
        let connection = try engine.empty()
        let ids: [Int64] = [5, 3, .max, .min]
        let rows = try connection.rows("SELECT id, place FROM (\(places: ids)) AS list ORDER BY place")
        #expect(try rows.map { try $0.value(0, as: Int64.self) } == ids)
        #expect(try connection.first("SELECT 1 WHERE 3 IN (\(ids: ids))") != nil)
        #expect(try connection.first("SELECT 1 WHERE 4 IN (\(ids: ids)) OR 1 IN (\(ids: []))") == nil)
    }
}
