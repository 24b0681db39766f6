import Database
import DatabaseSQLite
import Diagnostics
import Testing
import Values

/// Answers gathered column by column say what rows say.
@Suite struct ColumnTests {
    let connection: SQLiteConnection

    init() throws {
        connection = try .inMemory()
        try connection.execute("CREATE TABLE cell (id INTEGER PRIMARY KEY, value)")
    }

    private func column(_ values: [SQLValue], _ form: ColumnForm) throws -> FetchedColumn {
        try connection.execute("DELETE FROM cell")
        for value in values { try connection.execute("INSERT INTO cell (value) VALUES (\(value))") }
        return try #require(try connection.columns("SELECT value FROM cell ORDER BY id", as: [form]).first)
    }

    private func words(_ column: FetchedColumn) -> [Int64]? {
        if case .words(let words) = column.cells { words } else { nil }
    }

    @Test func wordsAreRead() throws {
        let whole = try column([.integer(.min), .null, .integer(.max)], .integer)
        #expect(words(whole) == [.min, 0, .max])
        #expect(whole.absent == [0, 1, 0])
        #expect(words(try column([.integer(1), .integer(0)], .yesNo)) == [1, 0])
        let days = try column([.text("1970-01-02"), .text("9999-12-31"), .text("0001-01-01")], .date)
        #expect(words(days) == [1, 2_932_896, -719_162])
        #expect(days.absent == nil)
        let periods = ["2025-Q3", "2025", "2025-Q3", "2024-2025"].compactMap { Period($0) }
        #expect(words(try column(periods.map(\.sqlValue), .period)) == periods.map(\.word))
    }

    /// Every number comes back as `Number` reads it, with common decimals or, where these do not fit, by itself.
    @Test func decimalsAreExact() throws {
        let texts = [
            "0", "-0.5", "3.5", "100", "922337203685.4775807", "999999999999999999", "-999999999999999999",
            "9223372036854775807", "0.000000000000000001", "4.0", "-4.250",
        ]
        for (first, second) in texts.flatMap({ one in texts.map { (one, $0) } }) {
            let column = try column([.text(first), .null, .text(second), .integer(7)], .decimal)
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
    @Test func textsArePooled() throws {
        let texts = ["ắn", "a\u{306}\u{301}n", "", "a\0b", "an"] + (0..<500).map { "text \($0 % 130)" }
        guard case .texts(let places, let pool) = try column(texts.map { .text($0) }, .text).cells else {
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
        let refusal = #expect(throws: Diagnostic.self) { try column([.null, value], form) }
        #expect(refusal?.code == .columnUnreadable)
        #expect(refusal?.subject == "value")
    }

    @Test func damagedTextAndBinaryNumbersAreRefused() throws {
        for query: SQL in ["SELECT CAST(x'ff41' AS TEXT) AS value", "SELECT 0.1 AS value"] {
            let refusal = #expect(throws: Diagnostic.self) { try connection.columns(query, as: [.text]) }
            #expect(refusal?.code == .columnUnreadable)
        }
    }

    @Test func anythingIsKeptAsItIs() throws {
        let values: [SQLValue] = [.null, .integer(3), .text("x"), .blob([0, 1])]
        guard case .values(let found) = try column(values, .any).cells else {
            Issue.record("no values")
            return
        }
        #expect(found == values)
    }

    @Test func idsAreOneValue() throws {
        let ids: [Int64] = [5, 3, .max, .min]
        let rows = try connection.rows("SELECT id, place FROM (\(places: ids)) ORDER BY place")
        #expect(try rows.map { try $0.value(0, as: Int64.self) } == ids)
        #expect(try connection.first("SELECT 1 WHERE 3 IN (\(ids: ids))") != nil)
        #expect(try connection.first("SELECT 1 WHERE 4 IN (\(ids: ids)) OR 1 IN (\(ids: []))") == nil)
    }
}
