import Documents
import Papers
import Tables
import Testing
import Values

@Suite struct DOCXTests {
    func parts(_ document: Document, _ language: DisplayLanguage = .vietnamese) throws -> [String: String] {
        let list = try ZipReader.parts(of: DOCXPaper.bytes(document, in: language))
        return Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.text) })
    }

    @Test func opensAndHoldsItsParts() throws {
        let list = try ZipReader.parts(of: DOCXPaper.bytes(Sample.report, in: .vietnamese))
        #expect(list.first?.name == "[Content_Types].xml")
        let names = Set(list.map(\.name))
        #expect(names.isSuperset(of: ["word/document.xml", "word/charts/chart4.xml", "docProps/core.xml"]))
        let types = try #require(list.first?.text)
        for name in names where !name.hasPrefix("_") && !name.hasPrefix("[") && !name.hasSuffix(".rels") {
            #expect(types.contains("PartName=\"/\(name)\""))
        }
    }

    @Test(arguments: Sample.names) func everyPartIsWellFormed(_ name: String) throws {
        for language in DisplayLanguage.allCases {
            for (name, text) in try parts(Sample.named(name), language) {
                #expect(fault(inXML: text) == nil, "\(name)")
            }
        }
    }

    @Test func theSameBytesTwice() throws {
        #expect(try DOCXPaper.bytes(Sample.report, in: .vietnamese) == DOCXPaper.bytes(Sample.report, in: .vietnamese))
    }

    @Test func datesComeFromTheLetterhead() throws {
        let core = try #require(try parts(Sample.report)["docProps/core.xml"])
        #expect(core.contains(">2025-02-05T00:00:00Z</dcterms:created>"))
        #expect(try parts(Document())["docProps/core.xml"]?.contains("created") == false)
    }

    @Test func layoutOfTheDecree() throws {
        let files = try parts(Sample.report)
        let text = try #require(files["word/document.xml"])
        #expect(text.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
        #expect(text.contains("w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\""))
        #expect(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        #expect(text.contains("Số:\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}/BC-SGDĐT"))
        #expect(text.contains("Hải Phòng, ngày 05 tháng 02 năm 2025"))
        #expect(text.contains("- UBND thành phố (để b/c);") && text.contains("- Lưu: VT, TCCB."))
        #expect(files["word/styles.xml"]?.contains("w:val=\"vi-VN\"") == true)
        #expect(files["word/header1.xml"]?.contains(" PAGE ") == true)
    }

    @Test func tablesRepeatTheirHeader() throws {
        let text = try #require(try parts(Sample.report)["word/document.xml"])
        // One row a table, two where a heading stands over several columns.
        #expect(text.components(of: "<w:tblHeader/>") == 6)
        #expect(text.components(of: "<w:vMerge w:val=\"restart\"/>") == 2)
        #expect(text.components(of: "<w:gridSpan w:val=\"2\"/>") == 1)
        #expect(text.components(of: "<w:cantSplit/>") > 36)
        #expect(text.contains("<w:pStyle w:val=\"Right\"/>"))
    }

    /// The wide tables lie on pages of their own; the text and each annex begin with a page 1 that shows no number.
    @Test func wideTablesLieAndAnnexesRestart() throws {
        let text = try #require(try parts(Sample.report)["word/document.xml"])
        #expect(text.components(of: "w:orient=\"landscape\"") == 2)
        #expect(text.components(of: "<w:sectPr>") == 5)
        #expect(text.components(of: "<w:pgNumType w:start=\"1\"/>") == 3)
        #expect(text.components(of: "<w:titlePg/>") == 3)
        let signature = try #require(text.firstRange(of: "Bùi Thị Hoa"))
        let annex = try #require(text.firstRange(of: "Phụ lục I"))
        #expect(signature.upperBound < annex.lowerBound)
    }

    /// The paragraph before the signature holds on to it.
    @Test func theSignatureIsNeverAlone() throws {
        let text = try #require(try parts(Sample.report)["word/document.xml"])
        let last = try #require(text.components(separated: "<w:p>").last { $0.contains("Trên đây là báo cáo") })
        #expect(last.contains("<w:keepNext/>"))
    }

    @Test func chartsHoldTheirValues() throws {
        let files = try parts(Sample.report)
        let chart = try #require(files["word/charts/chart1.xml"])
        #expect(chart.contains("<c:v>0.7425</c:v>") && chart.contains("74,25 %"))
        #expect(chart.contains("Mục tiêu 2025: 60 %"))
        #expect(chart.contains("<c:barDir val=\"col\"/>"))
        #expect(files["word/charts/chart4.xml"]?.contains("<c:barDir val=\"bar\"/>") == true)
        let words = "descr=\"Tỷ lệ đơn vị có nữ trong ban lãnh đạo theo cấp học. "
        #expect(files["word/document.xml"]?.contains(words) == true)
    }

    @Test func aLetterHasItsSubjectBelowTheNumber() throws {
        var head = Sample.letterhead
        head.kind = Text("", vi: "")
        let text = try #require(try parts(Document([], letterhead: head))["word/document.xml"])
        #expect(text.contains("V/v Kết quả công tác"))
    }
}

extension String {
    func components(separated by: String) -> [Substring] { split(separator: by, omittingEmptySubsequences: false) }

    func components(of part: String) -> Int { components(separated: part).count - 1 }
}
