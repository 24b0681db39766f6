import Commands
import Documents
import Rendering
import Tables
import Testing
import Values

@testable import Programme

@Suite struct ReportTests {
    private func office() throws -> Office {
        let office = try Office(
            [], "register unit A \"THPT A\" kind: thpt under: SGD",
            "log training A \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12",
            "define indicator W \"women trained\" vi: \"nữ\" numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: at-least source: \"x\" confidence: local",
            "define indicator M \"men trained\" vi: \"nam\" numerator: \"men(training-participants)\" denominator: \"training-participants\" direction: at-least source: \"x\" confidence: local",
            "set target W year: 2025 value: 80 source: \"x\" confidence: unverified")
        office.session.surroundings.paperWriters = [PaperWriter("md") { MarkdownDocument.bytes($0, in: $1) }]
        return office
    }

    @Test func writesThePaperWithItsReservations() throws {
        let office = try office()
        try office.say("render report indicators period: 2025 under: SGD to: \"out/x.md\"")
        let paper = String(decoding: office.files.contents["out/x.md"] ?? [], as: UTF8.self)
        #expect(paper.contains("38") && paper.contains("76 %") && paper.contains("80 %"))
        #expect(paper.contains("Not official: the targets of W"))
    }

    @Test func refusesWhatItCannotMake() throws {
        let office = try office()
        #expect(
            office.refusals("render report indicators period: 2025 under: SGD to: \"out/x.odt\"") == ["unknown-format"])
        #expect(office.refusals("render report indicator period: 2025 under: SGD to: \"out/x.md\"") == ["unknown-code"])
        #expect(try office.column("report", "list reports").contains("indicators"))
    }

    /// Figures that a pack says are not accepted stop a paper, or are named on its first page.
    @Test func printsWhatIsNotAcceptedOnlyWhenTold() throws {
        let pack = CommandPack(
            "acceptance", version: 1, Text("Acceptance", vi: "Duyệt"), commands: [],
            contributions: [
                AcceptanceRule { _, request in
                    request.period.description == "2025"
                        ? Text("3 returns are not accepted.", vi: "Còn 3 báo cáo chưa duyệt.") : nil
                }
            ])
        let office = try Office([pack])
        office.session.surroundings.paperWriters = [PaperWriter("md") { MarkdownDocument.bytes($0, in: $1) }]
        let line = "render report indicators period: 2025 under: SGD to: \"out/x.md\""
        #expect(office.refusals(line) == ["figures-not-accepted"])
        #expect(office.files.contents["out/x.md"] == nil)
        try office.say(line + " unaccepted: yes")
        let paper = String(decoding: office.files.contents["out/x.md"] ?? [], as: UTF8.self)
        let said = try #require(paper.firstRange(of: "3 returns are not accepted."))
        #expect(paper[..<said.lowerBound].count < 200)
        #expect(office.refusals("render report indicators period: 2024 under: SGD to: \"out/y.md\"") == [])
    }

    /// A paper with cells that are kept back says what they mean, in front of its annexes.
    @Test func saysWhatEmptyCellsMean() throws {
        let table = Table(Schema([ColumnInfo("n", .number)]), rows: [[.missing(.withheld)]])
        let blocks: [Block] = [.table(TableBlock(table)), .annex(Text("A", vi: "A"))]
        let document = PaperReservations.added(to: Document(blocks), pending: [])
        guard case .reservation(let words) = document.blocks[1] else {
            Issue.record("nothing is said of the cell")
            return
        }
        #expect(words.vietnamese.hasPrefix("“không công bố”"))
        #expect(PaperReservations.added(to: Document(), pending: []).blocks.isEmpty)
    }

    /// `once` leaves a paper alone, whether it would say the same or something else.
    @Test func printsOnce() throws {
        let office = try office()
        let line = "render report indicators period: 2025 under: SGD to: \"out/x.md\" once: yes"
        try office.say(line)
        let first = office.files.contents["out/x.md"]
        try office.say(line)
        #expect(try office.column("file", "list papers") == ["out/x.md"])
        try office.say("log training A \"Khác\" on: 2025-04-14 hours: 4 women: 1 men: 50")
        #expect(office.refusals(line) == ["paper-printed"])
        #expect(office.files.contents["out/x.md"] == first)
    }

    @Test func keepsAnIndexOfWhatWasPrinted() throws {
        let office = try office()
        let before = try office.session.journal.lastNumber()
        for _ in 0..<2 { try office.say("render report indicators period: 2025 under: SGD to: \"out/x.md\"") }
        #expect(try office.session.journal.lastNumber() == before)
        let hashes = try office.column("hash", "list papers")
        #expect(hashes.count == 2 && Set(hashes).count == 1 && hashes[0].count == 64)
        #expect(
            try office.column("command", "list papers").first
                == "render report indicators period: 2025 under: SGD to: \"out/x.md\"")
    }

    @Test func addsTheSectionsOfOtherPacksInOrder() throws {
        let pack = CommandPack(
            "sections", version: 1, Text("Sections", vi: "Các mục"), commands: [],
            contributions: [
                ReportSection(of: "indicators", order: 2, Text("Second", vi: "Hai")) { _, _ in
                    [.paragraph(RichText(Text(verbatim: "b")))]
                },
                ReportSection(of: "indicators", order: 1, Text("First", vi: "Một")) { _, _ in
                    [.paragraph(RichText(Text(verbatim: "a")))]
                },
                ReportSection(of: "indicators", order: 3, Text("Empty", vi: "Trống")) { _, _ in [] },
                ReportSection(of: "digest", order: 1, Text("Other", vi: "Khác")) { _, _ in
                    [.paragraph(RichText(Text(verbatim: "c")))]
                },
            ])
        let office = try Office([pack])
        let unit = try #require(try Units(office.session).all().first)
        let request = ReportRequest(period: try #require(Period("2025")), unit: unit)
        let blocks = try ReportSection.blocks(of: "indicators", office.session, request)
        #expect(
            blocks.compactMap { if case .heading(let text, _) = $0 { text.english } else { nil } } == [
                "First", "Second",
            ])
    }
}
