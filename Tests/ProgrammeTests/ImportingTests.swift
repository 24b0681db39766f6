import Diagnostics
import Tables
import TestSupport
import Testing
import Values

/// Sheets as offices send them, through `import figures`, `import units` and `import trainings`.
@Suite struct ImportingTests {
    private func office() throws -> Office {
        let office = try Office()
        try office.say(
            """
            register unit A "THPT Thái Phiên" kind: thpt under: SGD
            register unit B "THPT Hòa Bình" kind: thpt under: SGD
            register unit X1 "Phường Lê Chân" kind: vhxh under: SGD
            register unit X2 "Phường Hải An" kind: vhxh under: SGD
            register unit C1 "MN Hoa Sen" kind: mn under: X1
            register unit C2 "MN Hoa Sen" kind: mn under: X2
            register unit L "TH&THCS Lý Thường Kiệt" kind: thcs under: X1
            define element gv "Teachers at school" vi: "Giáo viên" type: people over-time: last over-units: sum
            """)
        return office
    }

    private func first(_ answer: String) -> String { answer.split(separator: "\n").first.map(String.init) ?? "" }

    private func book() -> PlainBook {
        var book = PlainBook()
        book.add("Hướng dẫn", [["Điền số liệu vào biểu 1"]])
        book.add(
            "Biểu 1",
            [
                ["BÁO CÁO ĐỘI NGŨ", "", "", ""],
                [],
                ["STT", "Tên trường", "Giáo viên", "", "Ghi chú"],
                ["", "", "Tổng số", "Nữ", ""],
                ["A", "B", 1, 2, 3],
                [1, "Trường THPT Thái Phiên", 80, 50],
                [2, "THPT Hoà Bình", "1.200,0", "1.100"],
                ["STT", "Tên trường", "Giáo viên"],
                ["", "", "Tổng số", "Nữ"],
                [3, "TH và THCS Lí Thường Kiệt", .error("#DIV/0!"), 3],
                [4, "MN Hoa Sen", 12, 11],
                [5, "THPT Thái Phiêm", 12, 11],
                ["", "Tổng cộng", 1304, 1175],
            ], hidden: [7], hiddenColumns: 4...4, merges: ["A3:A4", "B3:B4", "C3:D3", "E3:E4"])
        book.add("Nháp", [["x"]], isHidden: true)
        return book
    }

    @Test func aWorkbookOfAFormIsReadAndNothingOfItIsPassedOverInSilence() throws {
        let office = try office()
        office.files.contents["a.xlsx"] = book().bytes
        let answer = try office.text("import figures from: \"a.xlsx\" period: 2025-10")
        #expect(first(answer).contains("5 rows read = 1 stored + 0 unchanged + 4 refused + 0 duplicates"))
        #expect(answer.contains("workbook (.xlsx); sheet ‘Biểu 1’; headings in line 3–4."))
        #expect(answer.contains("titles: 1; repeated headings: 8–9; column numbers: 5; totals: 13."))
        #expect(answer.contains("Hidden rows, read like the others: 7."))
        #expect(answer.contains("Hidden columns, read like the others: D."))
        #expect(answer.contains("Hidden sheets, not read: Nháp."))
        #expect(answer.contains("Columns left out: ‘STT’, ‘Ghi chú’."))
        #expect(try office.column("women", "list figures element: gv") == ["50"])
    }

    @Test func everyConflictHasItsCellAndAProposal() throws {
        let office = try office()
        office.files.contents["a.xlsx"] = book().bytes
        let refused = try office.refusedRows("plan import figures from: \"a.xlsx\" period: 2025-10")
        #expect(
            refused.cells(of: "place")?.map(\.plain) == [
                "'Biểu 1'!D7", "'Biểu 1'!C10", "'Biểu 1'!B11", "'Biểu 1'!B12",
            ])
        let proposals = refused.cells(of: "proposal")?.map(\.plain) ?? []
        #expect(proposals[0] == "numbers \"Giáo viên / Nữ\" -> 1.234,5")
        #expect(proposals[2] == "unit \"MN Hoa Sen\" -> C1")
        #expect(proposals[3] == "unit \"THPT Thái Phiêm\" -> A")
        #expect(try office.table("list figures element: gv").rowCount == 0)
    }

    @Test func aMappingOfTheProposalsRepeatsIt() throws {
        let office = try office()
        office.files.contents["a.xlsx"] = book().bytes
        office.files.contents["form.map"] = Array(
            """
            # decided in October
            sheet "Biểu 1"
            numbers "Giáo viên / Nữ" -> 1.234,5
            unit "MN Hoa Sen" -> C1
            unit "THPT Thái Phiêm" -> B   # no other is left
            text "#DIV/0!" -> 9
            """.utf8)
        let answer = try office.text("import figures from: \"a.xlsx\" map: \"form.map\" period: 2025-10")
        #expect(first(answer).contains("5 rows read = 4 stored + 0 unchanged + 1 refused + 0 duplicates"))
        #expect(answer.contains("Line 7 has another number"))
        let entry = try office.session.journal.entries(limit: 99).last
        #expect(entry?.attachments.map(\.name) == ["a.xlsx", "form.map"])
    }

    @Test func aMappingThatSaysNothingIsRefusedLineByLine() throws {
        let office = try office()
        office.files.contents["f.csv"] = Array("unit;period;gv\nA;2024;5\n".utf8)
        office.files.contents["m.map"] = Array("colum \"x\" -> y\n\nnumbers \"gv\" -> 12\n".utf8)
        #expect(
            office.refusals("import figures from: \"f.csv\" map: \"m.map\"") == [
                "mapping-unreadable", "mapping-unreadable",
            ])
        office.files.contents["m.map"] = Array("value perid -> 2025\n".utf8)
        #expect(office.refusals("import figures from: \"f.csv\" map: \"m.map\"") == ["mapping-of-nothing"])
    }

    @Test(arguments: [
        ("THPT THÁI PHIÊN", "A"), ("Trường Trung học phổ thông Thái Phiên", "A"), ("thpt hoà bình", "B"),
        ("Trường TH và THCS Lý Thường Kiệt", "L"), ("TH&THCS Lí Thường Kiệt", "L"), ("THPT  Thai Phien", "A"),
    ])
    func namesAreKnownHoweverTheyAreSpelled(_ name: String, _ code: String) throws {
        let office = try office()
        office.files.contents["f.csv"] = Array("đơn vị,kỳ,gv\n\(name),2024,5\n".utf8)
        #expect(first(try office.text("import figures from: \"f.csv\"")).contains("= 1 stored"))
        #expect(try office.column("unit", "list figures element: gv") == [code])
    }

    @Test func aNameOfSeveralUnitsIsToldApartByItsPlace() throws {
        let office = try office()
        office.files.contents["f.csv"] = Array(
            "đơn vị,xã/phường,kỳ,gv\nMN Hoa Sen,P. Hải An,2024,5\nMN Hoa Sen,,2024,5".utf8)
        #expect(first(try office.text("import figures from: \"f.csv\"")).contains("1 stored + 0 unchanged + 1 refused"))
        #expect(try office.column("unit", "list figures element: gv") == ["C2"])
    }

    @Test func numbersFollowTheEvidenceOfTheirColumn() throws {
        func totals(_ cells: [String]) throws -> [String] {
            let office = try office()
            let rows = zip(["A", "B", "L"], cells).map { "\($0);2024;\($1)" }
            office.files.contents["f.csv"] = Array(
                ("unit;period;Tổng số;element\n" + rows.map { "\($0);gv" }.joined(separator: "\n")).utf8)
            try office.say("import figures from: \"f.csv\"")
            return try office.column("total", "list figures element: gv")
        }
        #expect(try totals(["1.234", "2.345.678", "5"]) == ["1234", "2345678", "5"])
        #expect(try totals(["1,234", "2,345,678", "5"]) == ["1234", "2345678", "5"])
        #expect(try totals(["1.234", "7,0", "5"]) == ["1234", "7", "5"])
        #expect(try totals(["1.234", "6", "5"]) == ["6", "5"])
        #expect(try totals(["1 234", "6", "5"]) == ["1234", "6", "5"])
        #expect(try totals(["1.234,0", "1,250.0", "1.250"]) == ["1234", "1250"])
    }

    @Test func trainingsComeFromASheetWithDaysOfEveryKind() throws {
        let office = try office()
        var book = PlainBook()
        book.add(
            "Lớp",
            [
                ["Đơn vị", "Nội dung", "Ngày", "Số giờ", "Nữ", "Nam"],
                ["A", "Lồng ghép giới", .day(45_600), 4, 38, 12],
                ["THPT Hòa Bình", "Lồng ghép giới", "5/9/2024", 3.5, 20, 1],
                ["A", "Lồng ghép giới", "2024-11-04", 4, 38, 12],
                ["A", "Lồng ghép giới", 45_600, 4, 39, 12],
                ["A", "Lồng ghép giới", "31/2/2024", 4, 38, 12],
                ["A", "Lồng ghép giới", "1/1/2030", 4, 38, 12],
            ])
        office.files.contents["t.xlsx"] = book.bytes
        let answer = try office.text("import trainings from: \"t.xlsx\"")
        #expect(first(answer).contains("6 rows read = 2 stored + 0 unchanged + 3 refused + 1 duplicates"))
        #expect(try office.column("on", "list trainings") == ["2024-09-05", "2024-11-04"])
        #expect(try office.column("training", "list trainings") == ["TR-0002", "TR-0001"])
        let again = try office.text("import trainings from: \"t.xlsx\"")
        #expect(first(again).contains("6 rows read = 0 stored + 3 unchanged + 3 refused + 0 duplicates"))
    }

    @Test func oldLettersAndOtherFormatsAreReadAndShown() throws {
        let office = try office()
        // “đơn vị;kỳ;gv / Hòa Bình …” in TCVN3.
        office.files.contents["old.csv"] =
            [0xAE, 0xAC, 0x6E, 0x20, 0x76, 0xDE, 0x3B, 0x6B, 0xFA, 0x3B] + Array("gv\nTHPT H".utf8) + [0xDF]
            + Array("a B".utf8) + [0xD7] + Array("nh;2024;7\n".utf8)
        let old = try office.text("import figures from: \"old.csv\"")
        #expect(old.contains("TCVN3 (ABC), separated by ‘;’") && first(old).contains("= 1 stored"))
        office.files.contents["u.jsonl"] = Array(
            """
            {"unit": "A", "period": "2024", "gv": 12, "women(gv)": 7}
            {"unit": "Z", "period": 2024, "gv": 12.50}
            """.utf8)
        let lines = try office.refusedRows("import figures from: \"u.jsonl\"")
        #expect(lines.cells(of: "line")?.map(\.plain) == ["2", "2"])
        office.files.contents["n.json"] = Array("[{\"unit\": {\"code\": \"A\"}}]".utf8)
        #expect(office.refusals("import figures from: \"n.json\"") == ["not-json-rows"])
        office.files.contents["w.csv"] = [0xFF, 0xFE, 0x00, 0xD8, 0x20]
        #expect(office.refusals("import figures from: \"w.csv\"") == ["text-garbled"])
        office.files.contents["b.xls"] = [0xD0, 0xCF, 0x11, 0xE0]
        #expect(office.refusals("import figures from: \"b.xls\"") == ["workbook-too-old"])
        office.files.contents["b.ods"] = PlainZip.bytes([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"),
        ])
        #expect(office.refusals("import figures from: \"b.ods\"") == ["workbook-other-kind"])
    }

    @Test func severalSheetsWithTheHeadingsAreAskedAbout() throws {
        let office = try office()
        var book = PlainBook()
        book.add("Một", [["unit", "period", "gv"], ["A", "2024", 5]])
        book.add("Hai", [["unit", "period", "gv"], ["B", "2024", 6]])
        office.files.contents["a.xlsx"] = book.bytes
        #expect(office.refusals("import figures from: \"a.xlsx\"") == ["several-sheets"])
        #expect(office.refusals("import figures from: \"a.xlsx\" sheet: \"Ba\"") == ["no-such-sheet"])
        try office.say("import figures from: \"a.xlsx\" sheet: \"hai\"")
        #expect(try office.column("unit", "list figures element: gv") == ["B"])
    }
}
