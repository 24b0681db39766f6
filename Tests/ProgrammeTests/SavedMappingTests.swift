import Diagnostics
import Tables
import TestSupport
import Testing
import Values

/// Mappings that are kept, totals that are held against their rows, and what is given though the sheet says it.
@Suite struct SavedMappingTests {
    private func office(_ sheet: String) throws -> Office {
        let office = try Office()
        try office.say(
            """
            register unit A "THPT Thái Phiên" kind: thpt under: SGD
            register unit B "THPT Hòa Bình" kind: thpt under: SGD
            define element gv "Teachers at school" vi: "Giáo viên" type: people over-time: last over-units: sum
            """)
        office.files.contents["f.csv"] = Array(sheet.utf8)
        return office
    }

    /// The line that an answer offers, as it is typed.
    private func offered(_ answer: String) throws -> String {
        let line = try #require(answer.split(separator: "\n").first { $0.hasPrefix("To accept the proposals") })
        let start = try #require(line.firstRange(of: "save mapping"))
        let end = line.firstRange(of: " — then")?.lowerBound ?? line.endIndex
        return String(line[start.lowerBound..<end])
    }

    @Test func theLineThatAPlanOffersSettlesItsConflicts() throws {
        let office = try office("unit;period;Giáo viên\nTHPT Thái Phiêm;2024;1.234\nTHPT \"Hoa\" 'Binh';2024;-\n")
        let line = try offered(office.text("plan import figures from: \"f.csv\""))
        #expect(line.hasPrefix("save mapping form-1 lines: ["))
        try office.say(line)
        let answer = try office.text("import figures from: \"f.csv\" map: \"form-1\"")
        #expect(answer.contains("2 rows read = 2 stored + 0 unchanged + 0 refused"), "\(answer)")
        #expect(try office.column("total", "list figures element: gv") == ["1234", "0"])
        let entry = try office.session.journal.entries(limit: 99).last
        #expect(entry?.attachments.map(\.name) == ["f.csv"])
    }

    /// What is offered for a mapping that was given joins that mapping.
    @Test func laterProposalsJoinTheMapping() throws {
        let office = try office("unit;period;gv\nTHPT Thái Phiêm;2024;1.234\n")
        try office.say("save mapping thang lines: ['numbers \"gv\" -> 1.234,5']")
        let line = try offered(office.text("plan import figures from: \"f.csv\" map: \"thang\""))
        #expect(line == "save mapping thang lines: ['unit \"THPT Thái Phiêm\" -> A']")
        try office.say(line)
        #expect(try office.column("lines", "list mappings") == ["2"])
        office.files.contents["m.map"] = Array("text \"-\" -> 0\n# nothing\n".utf8)
        let next = try offered(office.text("plan import figures from: \"f.csv\" map: \"m.map\""))
        #expect(next.hasPrefix("save mapping form-1 from: \"m.map\" lines: ["))
        try office.say(next)
        #expect(try office.column("says", "show mapping form-1").first == "text \"-\" -> 0")
    }

    @Test func aMappingKeepsEveryKindOfLine() throws {
        let office = try office("")
        let lines = [
            "sheet \"Biểu 1\"", "column \"Giáo viên / Nữ\" -> women(gv)", "others -> ignored",
            "value period -> \"năm 2024\"", "numbers \"gv\" -> 1.234,5", "unit \"A \"\"B\"\" #1\" -> A",
            "text \"x\" -> \"\"",
        ]
        office.files.contents["m.map"] = Array(lines.joined(separator: "\n").utf8)
        try office.say("save mapping one from: \"m.map\"")
        let kept = try office.column("says", "show mapping one")
        #expect(kept.count == lines.count && kept[0] == lines[0] && kept[2] == lines[2] && kept[5] == lines[5])
        office.files.contents["n.map"] = Array(kept.joined(separator: "\n").utf8)
        try office.say("save mapping two from: \"n.map\"")
        #expect(try office.column("says", "show mapping two") == kept)
    }

    private func totals(_ sheet: String) throws -> [String] {
        let office = try office(sheet)
        let tables = try office.say("import figures from: \"f.csv\"").flatMap(\.blocks).compactMap { block in
            if case .table(let block) = block, block.caption?.english.hasPrefix("Totals") == true {
                block.table
            } else {
                nil
            }
        }
        guard let table = tables.first else { return [] }
        return (0..<table.rowCount).map { row in
            ["place", "sum", "difference"].map { table.cells(of: $0)?[row].plain ?? "" }.joined(separator: " ")
        }
    }

    @Test func totalsAreHeldAgainstTheirRows() throws {
        let head = "unit;period;gv;women(gv)\n"
        #expect(try totals(head + "A;2024;10;4\nB;2024;20;5\nTổng cộng;;30;9\n") == [])
        #expect(try totals(head + "A;2024;10;4\nB;2024;20;5\nTổng cộng;;31;9\n") == ["C4 30 1"])
        // Above its rows; one of each group and one of all.
        #expect(try totals(head + "Tổng số;;30;9\nA;2024;10;4\nB;2024;20;5\n") == [])
        #expect(
            try totals(head + "A;2024;10;4\nCộng;;10;4\nB;2024;20;5\nCộng;;20;6\nTổng cộng;;30;9\n") == ["D5 5 1"])
        // A refused row was read, and counts; one that stands there twice may count once or twice.
        #expect(try totals(head + "Q;2024;10;4\nB;2024;20;5\nTổng cộng;;30;9\n") == [])
        #expect(try totals(head + "B;2024;20;5\nB;2024;20;5\nTổng cộng;;20;5\n") == [])
        #expect(try totals(head + "B;2024;20;5\nB;2024;20;5\nTổng cộng;;40;10\n") == [])
        // Nothing tells what these numbers are, and that is said.
        #expect(try totals("Đơn vị;Kỳ;Giáo viên\nB;2024;1.234\nTổng cộng;;1.234\n").isEmpty == false)
        #expect(try totals(head + "A;2024;10;-\nTổng cộng;;10;0\n") == [])
    }

    @Test func whatIsGivenAndStandsInTheSheetMustAgree() throws {
        let office = try office("unit;kỳ;gv\nA;Năm 2024;10\nB;2023;7\n")
        let answer = try office.text("import figures from: \"f.csv\" period: 2024")
        #expect(answer.contains("2 rows read = 1 stored + 0 unchanged + 1 refused"))
        #expect(answer.contains("‘period’ stands in column B; ‘2024’ was held against it."))
        #expect(answer.contains("Here stands ‘2023’, but ‘2024’ was given as ‘period’."))
        #expect(try office.column("unit", "list figures element: gv") == ["A"])
    }

    @Test func namesOfFilesAndMappingsAreToldApart() throws {
        let office = try office("unit;period;gv\nA;2024;x\n")
        #expect(office.refusals("save mapping \"a.map\" lines: ['text \"x\" -> 1']") == ["mapping-name-like-file"])
        #expect(office.refusals("import figures from: \"f.csv\" map: \"form-1\"") == ["file-unreadable"])
        office.files.contents["form-1"] = Array("text \"x\" -> 1".utf8)
        try office.say("import figures from: \"f.csv\" map: \"form-1\"")
        try office.say("save mapping form-1 lines: ['text \"x\" -> 2']\nimport figures from: \"f.csv\" map: \"form-1\"")
        #expect(try office.column("total", "list figures element: gv") == ["2"])
    }
}
