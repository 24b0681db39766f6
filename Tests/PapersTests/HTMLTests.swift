import Documents
import Papers
import Tables
import Testing
import Values

@Suite struct HTMLTests {
    func page(_ document: Document, _ language: DisplayLanguage = .vietnamese) throws -> String {
        String(decoding: try HTMLPaper.bytes(document, in: language), as: UTF8.self)
    }

    /// The page as XML: HTML's void elements closed.
    func asXML(_ page: String) -> String {
        page.split(separator: "<", omittingEmptySubsequences: false).map { part in
            let void = ["meta", "hr", "br"].contains { part.hasPrefix($0 + " ") || part.hasPrefix($0 + ">") }
            guard void, let end = part.firstIndex(of: ">") else { return String(part) }
            return part[..<end] + "/" + part[end...]
        }.joined(separator: "<")
    }

    @Test(arguments: Sample.names) func isWellFormedAndRunsNothing(_ name: String) throws {
        let text = try page(Sample.named(name))
        #expect(fault(inXML: asXML(text)) == nil)
        #expect(!text.contains("<script") && !text.contains("src=") && !text.contains("@import"))
    }

    @Test func smallPage() throws {
        let table = Table(
            Schema([ColumnInfo("u", .text, Text("Unit", vi: "Đơn vị")), ColumnInfo("n", .number)]),
            rows: [[.text("HP-1"), .number(1250)], [.text("HP-2"), .missing(.notReported)]])
        let text = try page(Document([.table(TableBlock(table, caption: Text("Units", vi: "Các đơn vị")))]))
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">"))
        #expect(text.contains("<title>Các đơn vị</title>"))
        #expect(
            text.contains(
                """
                <caption>Các đơn vị</caption>
                <thead><tr><th scope="col">Đơn vị</th><th scope="col">n</th></tr></thead>
                <tbody>
                <tr><th scope="row">HP-1</th><td class="n">1.250</td></tr>
                <tr><th scope="row">HP-2</th><td class="n missing">chưa báo cáo</td></tr>
                </tbody>
                """))
    }

    /// The outline begins at 1 and skips no level, whatever levels the blocks name.
    @Test func headingsAreInOrder() throws {
        let blocks = [2, 4, 3, 9, 2].map { Block.heading(Text(verbatim: "x"), level: $0) }
        let plain = try page(Document(blocks))
        let levels = plain.components(separated: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
        #expect(levels == [1, 2, 2, 3, 1])
        let official = try page(Document(blocks, letterhead: Sample.letterhead))
        let below = official.components(separated: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
        #expect(below == [1, 2, 3, 3, 4, 2])
    }

    @Test func verbatimKeepsItsLines() throws {
        #expect(try page(Document([.verbatim("a,<b>\n1,2")])).contains("<pre>a,&lt;b&gt;\n1,2\n</pre>"))
    }

    @Test func englishPage() throws {
        let text = try page(Sample.report, .english)
        #expect(text.contains("<html lang=\"en\">"))
        #expect(text.contains("Hải Phòng, 5 Feb 2025"))
        #expect(text.contains("Independence - Freedom - Happiness"))
    }
}
