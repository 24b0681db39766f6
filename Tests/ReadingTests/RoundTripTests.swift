import Reading
import Rendering
import Tables
import Testing
import Values

/// What is written as a file is read again as the same table.
@Suite struct RoundTripTests {
    private static let schema = Schema([
        ColumnInfo("unit", .text), ColumnInfo("hours", .number), ColumnInfo("share", .percent),
        ColumnInfo("cost", .money), ColumnInfo("on", .date), ColumnInfo("in", .period), ColumnInfo("done", .yesNo),
        ColumnInfo("length", .time),
    ])

    private static let pieces = [
        "a", "\"", ",", "\n", "\r\n", ";", "\t", "\\", "\\n", "Hải Phòng", "đ", " ", "’", "\u{1F469}",
    ]

    private static func value(_ type: ValueType, _ random: inout SystemRandomNumberGenerator) -> Value {
        if Int.random(in: 0..<6, using: &random) == 0 { return .missing }
        let number =
            Number(
                mantissa: Int128(Int.random(in: -9_999_999...9_999_999, using: &random)),
                decimals: Int.random(in: 0...5, using: &random)) ?? 0
        switch type {
        case .number: return .number(number)
        case .percent: return .percent(number)
        case .money: return .money(Int64(Int.random(in: -1_000_000...1_000_000_000, using: &random)))
        case .date: return .date(Day(number: Int32.random(in: -100_000...100_000, using: &random)))
        case .period:
            return .period(Period(.month, year: 2025, index: Int.random(in: 1...12, using: &random)) ?? Period(word: 0))
        case .yesNo: return .yesNo(Bool.random(using: &random))
        case .time: return .time(TimeAmount(number, TimeAmount.Unit.allCases.randomElement(using: &random) ?? .days))
        default:
            // A text that begins a formula gets an apostrophe, and one without letters is a missing one.
            let text =
                "x"
                + (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }.joined()
            return .text(text)
        }
    }

    @Test(arguments: [SeparatedText.csv(), .csv(byteOrderMark: true, carriageReturns: true), .tsv])
    func tablesComeBackEqual(_ format: SeparatedText) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            let rows = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                Self.schema.columns.map { Self.value($0.type, &random) }
            }
            for width in [1, 2, Self.schema.columns.count] {
                let schema = Schema(Array(Self.schema.columns.prefix(width)))
                let table = Table(schema, rows: rows.map { Array($0.prefix(width)) })
                let file = try SeparatedTable(format.bytes(table), name: "x", dialect: format == .tsv ? .tsv : nil)
                #expect(try file.table(schema) == table)
            }
        }
    }
}
