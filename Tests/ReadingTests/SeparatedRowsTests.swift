import Diagnostics
import Reading
import Testing
import Values

@Suite struct SeparatedRowsTests {
    private func read(_ text: String) throws -> (lines: [Int], cells: [[String]]) {
        var rows = SeparatedRows(Array(text.utf8), name: "x.csv")
        var found: (lines: [Int], cells: [[String]]) = ([], [])
        while try rows.next() {
            guard !rows.isBlank else { continue }
            found.lines.append(rows.line)
            found.cells.append((0..<rows.count).map { rows.text($0) })
        }
        return found
    }

    private func refusal(_ bytes: [UInt8]) -> String? {
        var rows = SeparatedRows(bytes, name: "x.csv")
        do {
            while try rows.next() {}
            return nil
        } catch {
            return error.code.description
        }
    }

    @Test func readsQuotesNewlinesAndLineNumbers() throws {
        let file = try read("code,name\r\nA,\"say \"\"yes\"\"\"\r\n\r\nB,\"two\nlines, one cell\"\nC,\n")
        #expect(file.lines == [1, 2, 4, 6])
        #expect(
            file.cells == [["code", "name"], ["A", "say \"yes\""], ["B", "two\nlines, one cell"], ["C", ""]])
    }

    @Test(arguments: [(",", Dialect.Separator.comma), (";", .semicolon), ("\t", .tab), ("|", .bar)])
    func findsTheSeparator(_ mark: String, _ expected: Dialect.Separator) throws {
        let text = "A title, as such\na\(mark)b\(mark)\"c,;\t|\"\n1\(mark)2\(mark)3.5"
        #expect(SeparatedRows(Array(text.utf8), name: "x").dialect.separator == expected)
        #expect(try read(text).cells.last == ["1", "2", "3.5"])
    }

    @Test func numbersAndDaysAreReadFromTheirBytes() throws {
        var rows = SeparatedRows(Array("12,1.5,-3,2025-03-14,x,\n".utf8), name: "x.csv")
        #expect(try rows.next())
        #expect((0..<7).map { rows.wholeNumber($0) } == [12, nil, -3, nil, nil, nil, nil])
        #expect(rows.day(3) == Day(iso: "2025-03-14") && rows.day(0) == nil)
        #expect(try !rows.next())
    }

    @Test func takesTheByteOrderMarkAwayAndComposesLetters() throws {
        let file = try read("\u{FEFF}tên\nHa\u{0309}i Pho\u{0300}ng\n")
        #expect(file.cells.first == ["tên"])
        #expect(file.cells.last?.first?.unicodeScalars.count == 9)
    }

    @Test func endsARowAtEveryKindOfLineEnd() throws {
        #expect(try read("a,b\r1,2\r3,4").cells == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(try read("a,b\n1,").cells == [["a", "b"], ["1", ""]])
    }

    @Test func refusesWhatItCannotBeSureOf() {
        #expect(refusal([]) == nil)
        #expect(refusal(Array("a,b\n\"open,2\n".utf8)) == "quote-not-closed")
        #expect(refusal(Array("a,b\n\"x\"y,2\n".utf8)) == "text-behind-quote")
        #expect(refusal(Array("a\nb\n".utf8) + [0xC3, 0x28]) == "file-not-utf8")
    }

    private func trimmedCells(_ row: [String]) -> [String] {
        row.map { cell in
            let start = cell.drop { $0.isWhitespace }
            return String(start.reversed().drop { $0.isWhitespace }.reversed())
        }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["a", "\"", ",", "\n", ";", "ế", " ", ""]
        for _ in 0..<200 {
            let rows = (0..<4).map { row in
                ["k\(row)"]
                    + (0..<3).map { _ in
                        (0..<Int.random(in: 0...4, using: &generator)).map { _ in pieces.randomElement() ?? "" }
                            .joined()
                    }
            }
            let text = rows.map { row in
                row.map {
                    "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                }
                .joined(separator: ",")
            }.joined(separator: "\n")
            #expect(try read("a,b,c,d\n" + text).cells.dropFirst().map(trimmedCells) == rows.map(trimmedCells))
        }
    }
}
