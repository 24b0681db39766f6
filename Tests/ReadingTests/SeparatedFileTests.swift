import Diagnostics
import Reading
import Testing

@Suite struct SeparatedFileTests {
    private func read(_ text: String) throws -> SeparatedFile {
        try SeparatedFile(Array(text.utf8), name: "x.csv")
    }

    private func refusal(_ bytes: [UInt8]) -> String? {
        do {
            _ = try SeparatedFile(bytes, name: "x.csv")
            return nil
        } catch {
            return error.code.description
        }
    }

    @Test func readsQuotesNewlinesAndLineNumbers() throws {
        let file = try read("code,name\r\nA,\"say \"\"yes\"\"\"\r\n\r\nB,\"two\nlines, one cell\"\nC,\n")
        #expect(file.headings == ["code", "name"])
        #expect(file.rows.map(\.line) == [2, 4, 6])
        #expect(file.rows.map(\.cells) == [["A", "say \"yes\""], ["B", "two\nlines, one cell"], ["C", ""]])
    }

    @Test(arguments: [(",", Dialect.Separator.comma), (";", .semicolon), ("\t", .tab)])
    func findsTheSeparator(_ mark: String, _ expected: Dialect.Separator) throws {
        let file = try read("a\(mark)b\(mark)\"c,;\t\"\n1\(mark)2\(mark)3")
        #expect(file.separator == expected)
        #expect(file.rows.map(\.cells) == [["1", "2", "3"]])
    }

    @Test func takesTheByteOrderMarkAwayAndComposesLetters() throws {
        let file = try read("\u{FEFF}tên\nHa\u{0309}i Pho\u{0300}ng\n")
        #expect(file.headings == ["tên"])
        #expect(file.rows.first?.cells.first?.unicodeScalars.count == 9)
    }

    @Test func endsARowAtEveryKindOfLineEnd() throws {
        #expect(try read("a,b\r1,2\r3,4").rows.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(try read("a,b\n1,").rows.map(\.cells) == [["1", ""]])
    }

    @Test func refusesWhatItCannotBeSureOf() {
        #expect(refusal(Array("".utf8)) == "file-has-no-rows")
        #expect(refusal(Array("a,b\n\"open,2\n".utf8)) == "quote-not-closed")
        #expect(refusal(Array("a,b\n\"x\"y,2\n".utf8)) == "text-behind-quote")
        #expect(refusal(Array("a\nb\n".utf8) + [0xC3, 0x28]) == "file-not-utf8")
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
            #expect(try read("a,b,c,d\n" + text).rows.map(\.cells) == rows)
        }
    }
}
