import Commands
import Diagnostics
import Programme
import Testing
import Values

/// The catalogue in `seeds/`, with packs that stand in for those whose elements it names.
@Suite struct CatalogueTests {
    private func pack(_ name: String, _ elements: [String]) -> CommandPack {
        CommandPack(
            name, version: 1, Text(verbatim: name), commands: [],
            contributions: elements.map { element in DerivedElement(element, Text(verbatim: element)) { _, _ in [:] } })
    }

    private func office() throws -> Office {
        let office = try Office([
            pack("communications", ["sessions", "session-participants"]),
            pack("budget", ["budget-allocated", "budget-spent"]),
            pack(
                "personnel",
                [
                    "staff", "teachers", "leaders", "heads", "planned", "party-members", "party-committee",
                    "board-members", "boards", "planned-studied", "pool-studied",
                ]),
        ])
        let path = String(#filePath.split(separator: "/Tests/")[0]) + "/seeds/catalogue.sen"
        try office.say(String(decoding: LocalFiles().read(path.hasPrefix("/") ? path : "/" + path), as: UTF8.self))
        return office
    }

    @Test func holdsEveryIndicatorWithSourceAndConfidence() throws {
        let all = try Indicators(office().session).all()
        #expect(all.count == 49)
        #expect(all.allSatisfy { !$0.source.isEmpty && !$0.name.vietnamese.isEmpty })
        let counts = Dictionary(grouping: all.map { $0.code.split(separator: "-")[0] }) { $0 }.mapValues(\.count)
        #expect(counts == ["383": 2, "NQ28": 23, "2282": 3, "2232": 2, "1790": 5, "OPS": 14])
    }

    @Test func inventsNoTarget() throws {
        let all = try Indicators(office().session).all()
        let targeted = all.filter { !$0.targets.isEmpty }.map(\.code)
        #expect(!targeted.contains { $0.hasPrefix("383") || $0.hasPrefix("OPS") })
        #expect(all.first { $0.code == "NQ28-1.1" }?.targets.map(\.value) == [60, 75])
        #expect(all.first { $0.code == "2282-C" }?.targets.map(\.value) == [75, 90])
        #expect(all.first { $0.code == "NQ28-2.2" }?.targets.map(\.comparison) == [.lessThan, .lessThan])
        let nextYear = try #require(Period("2026"))
        #expect(all.first { $0.code == "2232-A" }?.target(for: nextYear) == nil)
        let official = all.filter { $0.targets.contains(where: \.isOfficial) }.map(\.code)
        #expect(official == ["1790-A", "1790-B", "1790-C", "1790-D"])
    }

    @Test func isComputedWithoutFiguresAndWithoutATrap() throws {
        let office = try office()
        let table = try office.table("compute indicators period: 2025")
        #expect(table.rowCount == 17)
        #expect(table.cells(of: "status")?.allSatisfy { $0 == .text("no-data") } == true)
        #expect(
            try office.text("compute indicators period: 2025-10").contains(
                "OPS-11, OPS-12, OPS-13: is for a year as a whole"))
    }

    @Test func isRefusedWithoutThePacksItNeeds() throws {
        let path = String(#filePath.split(separator: "/Tests/")[0]) + "/seeds/catalogue.sen"
        let text = String(decoding: try LocalFiles().read(path.hasPrefix("/") ? path : "/" + path), as: UTF8.self)
        #expect(try Office().refusals(text).contains("pack-missing"))
    }
}
