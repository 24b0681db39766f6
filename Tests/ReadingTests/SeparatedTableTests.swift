import Diagnostics
import Tables
import Testing
import Values

@testable import Reading

@Suite struct SeparatedTableTests {
    private func guess(_ text: String, _ dialect: Dialect? = nil) throws -> Schema {
        try SeparatedTable.guess(Array(text.utf8), goesOn: false, name: "x.csv", dialect: dialect)
    }

    private func read(_ text: String, _ columns: String? = nil, _ dialect: Dialect? = nil) throws -> Table {
        let schema = try columns.map { try ColumnList.schema($0, kinds: ["unit"]) } ?? guess(text, dialect)
        return try SeparatedTable(Array(text.utf8), name: "x.csv", dialect: dialect).table(schema)
    }

    private func refusal(_ bytes: [UInt8], _ columns: String) -> Diagnostic? {
        do {
            _ = try SeparatedTable(bytes, name: "x.csv").table(ColumnList.schema(columns, kinds: []))
            return nil
        } catch let finding as Diagnostic {
            return finding
        } catch {
            return nil
        }
    }

    private func rows(_ table: Table) -> [[String]] {
        (0..<table.rowCount).map { row in
            table.schema.columns.indices.map { String(describing: table[row, $0]) }
        }
    }

    @Test func typesAreFoundInTheFirstRows() throws {
        let schema = try guess(
            """
            unit,on,Số giờ,share,cost,done,phone,note
            HP-012,2025-03-14,3.5,42.5%,1.250.000 đ,có,0912345678,x
            HP-013,14/3/2025,,7%,900000 đ,không,,
            """)
        #expect(schema.names == ["unit", "on", "Số-giờ", "share", "cost", "done", "phone", "note"])
        #expect(schema.columns.map(\.type) == [.text, .date, .number, .percent, .money, .yesNo, .text, .text])
    }

    @Test func cellsBecomeValuesOfTheirColumns() throws {
        let table = try read(
            "a,b,c,d,e,f,g\n-3.50, 33.5 ,1.250.000 đ,14/3/2025,2025-Q3,no,4 h\n12,7%,5,2025-03-14,2025,yes,\n",
            "a number, b percent, c money, d date, e period, f yes-no, g duration")
        let day = try #require(Day(year: 2025, month: 3, day: 14))
        #expect(table.cells(of: "a") == [.number(try #require(Number("-3.5"))), .number(12)])
        #expect(
            table.cells(of: "b") == [.percent(try #require(Number("0.335"))), .percent(try #require(Number("0.07")))])
        #expect(table.cells(of: "c") == [.money(1_250_000), .money(5)])
        #expect(table.cells(of: "d") == [.date(day), .date(day)])
        #expect(
            table.cells(of: "e") == [.period(try #require(Period("2025-Q3"))), .period(try #require(Period("2025")))])
        #expect(table.cells(of: "f") == [.yesNo(false), .yesNo(true)])
        #expect(table.cells(of: "g") == [.time(TimeAmount(4, .hours)), .missing])
    }

    @Test func columnsComeInAnyOrderAndOnlyThoseThatAreNeeded() throws {
        let text = "Đơn vị;hours;note\nA;1;x\n\nB;2;\r\n"
        #expect(rows(try read(text, "hours number, đơn-vị unit")).count == 2)
        let schema = try ColumnList.schema("đơn-vị unit, hours number", kinds: ["unit"])
        let file = try SeparatedTable(Array(text.utf8), name: "x.csv")
        let hours = try file.table(schema, needed: ["hours"])
        #expect(hours.schema.names == ["hours"])
        #expect(hours.cells(of: "hours") == [.number(1), .number(2)])
        #expect(try file.table(schema, needed: []).rowCount == 2)
    }

    @Test func quotesLineEndsAndMarksAreThoseOfTheStandard() throws {
        let texts: [(String, [[String]])] = [
            ("a,b\n1,\"x, y\"\n", [["1", "x, y"]]),
            ("a,b\r\n1,\"two\r\nlines\"\r\n2,z", [["1", "two\r\nlines"], ["2", "z"]]),
            ("a,b\r1,x\r2,y", [["1", "x"], ["2", "y"]]),
            ("\u{FEFF}a,b\n1,\"say \"\"yes\"\"\"\n", [["1", "say \"yes\""]]),
            ("a,b\n1,5\" pipe\n", [["1", "5\" pipe"]]),
            ("a,b\n1,\u{1}x\u{B}\n", [["1", "\u{1}x\u{B}"]]),
            ("a,b\n1,Ha\u{0309}i\n2,Hải\n", [["1", "Hải"], ["2", "Hải"]]),
        ]
        for (text, expected) in texts {
            let table = try read(text, "a text, b text")
            #expect(
                (0..<table.rowCount).map { row in [table[row, 0], table[row, 1]] }
                    == expected.map { $0.map { .text($0) } })
        }
        let empty = try read("a,b\n,\"\"\n", "a text, b number")
        #expect(empty.rowCount == 1 && empty[0, 0].isMissing && empty[0, 1].isMissing)
        #expect(try read("a,b\n", "a text, b number").rowCount == 0)
        #expect(try read("a\tb\nx\\ty\t\\\\n\n", nil, .tsv).cells(of: "a") == [.text("x\ty")])
    }

    @Test func whatIsWrongIsToldWithItsLine() {
        let cases: [([UInt8], String, String)] = [
            (Array("".utf8), "file-has-no-rows", "x.csv"),
            (Array("a,b\n1,2\n3\n".utf8), "ragged-row", "line 3: 1 cell"),
            (Array("a,b\n1,2,3\n".utf8), "ragged-row", "line 2: 3 cells"),
            (Array("a,b\n1,\"x\n".utf8), "quote-not-closed", "line 2"),
            (Array("a,b\n1,\"x\"y\n".utf8), "text-behind-quote", "line 2"),
            (Array("a,b\n1,x\n2,".utf8) + [0xC3, 0x28, 10], "file-not-utf8", "line 3"),
            (Array("a,b,c\n1,x,".utf8) + [0xFF, 10], "file-not-utf8", "line 2"),
            (Array("a,b\n1,x\n2,y".utf8) + [0], "file-not-text", "line 3"),
            (Array("a,b\n1,\"\n\n\"\nx,y\n".utf8), "cell-misfit", "line 5, column ‘a’: ‘x’ is not a number"),
            (Array("b,c\n".utf8), "column-not-in-file", "no column ‘a’"),
        ]
        for (bytes, code, words) in cases {
            let finding = refusal(bytes, "a number, b text")
            #expect(finding?.code.description == code)
            #expect(finding?.message.english.contains(words) == true, "\(String(describing: finding?.message.english))")
        }
        let misfit = refusal(Array("a,b\nx,y\n".utf8), "a number, b text")
        #expect(misfit?.replacement == "\"a text, b text\"")
    }

    @Test func numbersThatFitNoWordTogetherAreKeptExactly() throws {
        let table = try read("a\n123456789012345678\n0.000000000000000001\n-2.5\n", "a number")
        #expect(
            table.cells(of: "a") == [
                .number(Number(123_456_789_012_345_678)), .number(try #require(Number("0.000000000000000001"))),
                .number(try #require(Number("-2.5"))),
            ])
    }

    @Test func twoThreadsReadWhatOneReadsWhereverTheyPart() throws {
        let text = """
            a,b,c
            1,"x
            y",2.5
            22,"say ""so"", he said",
            3,Hải Phòng,1.25
            4,"",7
            5,z"z,"0.125"

            """
        let file = try SeparatedTable(Array(text.utf8), name: "x.csv")
        let schema = try ColumnList.schema("a number, b text, c number", kinds: [])
        let whole = try file.table(schema, needed: nil, middle: nil) { false }
        #expect(whole.rowCount == 5)
        for middle in 0...text.utf8.count {
            #expect(try file.table(schema, needed: nil, middle: middle) { false } == whole)
        }
    }

    @Test func readingStopsWhenItIsAsked() throws {
        let file = try SeparatedTable(Array("a\n1\n".utf8), name: "x.csv")
        let schema = try ColumnList.schema("a number", kinds: [])
        #expect(throws: Diagnostic.self) { try file.table(schema) { true } }
    }

    @Test func anyBytesGiveATableOrAFinding() {
        var random = SystemRandomNumberGenerator()
        let pieces: [[UInt8]] = [
            [10], [13], [13, 10], [34], [34, 34], [44], [0], [0xFF], [0xC3], [0xC3, 0xA9], [0xEF, 0xBB, 0xBF],
            Array("12".utf8), Array("-3.5".utf8), Array("abcdefghij".utf8), [32], [9], [92], [59], [0xE1, 0xBA],
        ]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).flatMap { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            for dialect in [nil, Dialect.tsv] {
                guard let file = try? SeparatedTable(bytes, name: "x", dialect: dialect),
                    let schema = try? SeparatedTable.guess(bytes, goesOn: false, name: "x", dialect: dialect)
                else { continue }
                let one = Result { try file.table(schema, needed: nil, middle: nil) { false } }
                let two = Result {
                    try file.table(schema, needed: nil, middle: Int.random(in: 0...bytes.count)) { false }
                }
                switch (one, two) {
                case (.success(let one), .success(let two)): #expect(one == two)
                case (.failure(let one), .failure(let two)):
                    #expect(Diagnostics.of(one).map(\.message) == Diagnostics.of(two).map(\.message))
                default: Issue.record("one thread and two differ on \(bytes)")
                }
            }
        }
    }
}
