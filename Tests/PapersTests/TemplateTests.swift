import Diagnostics
import Tables
import Testing
import Values

@testable import Papers

/// The office's own Word files, filled.
@Suite struct TemplateTests {
    static let types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
        PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """

    static let units = Table(
        Schema([
            ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")), ColumnInfo("women", .number),
            ColumnInfo("since", .date), ColumnInfo("open", .yesNo), ColumnInfo("year", .number),
        ]),
        rows: [
            [
                .text("Lê Chân"), .number(1234), .date(Day(iso: "2025-03-02") ?? Day(number: 0)), .yesNo(true),
                .number(2025),
            ],
            [.text("A & <B>"), .number(5), .missing, .yesNo(false), .number(2025)],
        ])

    static var values: TemplateValues {
        var values = TemplateValues()
        values.add("place", .value(.text("Hải Phòng")))
        values.add(rows: units, as: Text("rows", vi: "các dòng"))
        values.add(Text("nothing", vi: "không"), .absent)
        return values
    }

    /// A Word file with a body.
    static func file(_ body: String) throws -> [UInt8] {
        try ZipFile.bytes([
            ZipFile.Part("[Content_Types].xml", bytes: Array(types.utf8)),
            ZipFile.Part(
                "word/document.xml",
                bytes: Array("<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>".utf8)),
            ZipFile.Part("word/media/image1.png", bytes: [0, 1, 2, 255]),
        ])
    }

    static func body(of bytes: [UInt8]) throws -> String {
        let part = try #require(try ZipReader.parts(of: bytes).first { $0.name == "word/document.xml" })
        return String(part.text.dropFirst(32).dropLast(22))
    }

    static func filled(_ body: String, language: DisplayLanguage = .vietnamese) throws -> String {
        let template = try Template(file(body), name: "mau.docx")
        let text = try self.body(of: template.filled(with: values, in: language))
        #expect(fault(inXML: "<a>\(text)</a>") == nil)
        return text
    }

    /// The text of each paragraph.
    static func said(_ body: String) throws -> [String] {
        try filled(body).split(separator: "</w:p>").map { paragraph in
            var text = ""
            var isTag = false
            for character in paragraph {
                if character == "<" {
                    isTag = true
                } else if character == ">" {
                    isTag = false
                } else if !isTag {
                    text.append(character)
                }
            }
            return text
        }
    }

    static func paragraph(_ runs: String...) -> String {
        "<w:p>" + runs.map { "<w:r><w:rPr><w:b/></w:rPr><w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>"
    }

    static func row(_ cells: String...) -> String {
        "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }

    @Test func valuesAreWrittenAsInVietNam() throws {
        #expect(
            try Self.said(
                Self.paragraph(
                    "{{#rows}}{{stt}} {{Tên đơn vị}} {{women}} {{since}} {{since:mm/yyyy}} {{women:0}};{{/rows}} {{place}} {{rows.count}} {{year}}."
                ))
                == ["1 Lê Chân 1.234 02/03/2025 03/2025 1234;2 A &amp; &lt;B&gt; 5   5; Hải Phòng 2 2.025."])
    }

    @Test func placeholdersMayBeCutAnywhere() throws {
        let text = Array("Tại {{place}}: {{#rows}}{{name}}, {{/rows}}hết {{^nothing}}đủ{{/nothing}}")
        let expected = ["Tại Hải Phòng: Lê Chân, A &amp; &lt;B&gt;, hết đủ"]
        #expect(try Self.said(Self.paragraph(String(text))) == expected)
        for size in 1...7 {
            let runs = stride(from: 0, to: text.count, by: size).map { start in
                "<w:r><w:t>\(String(text[start..<min(start + size, text.count)]))</w:t></w:r><w:proofErr w:type=\"x\"/>"
            }
            #expect(try Self.said("<w:p>\(runs.joined())</w:p>") == expected, "runs of \(size)")
        }
    }

    @Test func rowsParagraphsAndConditionsNest() throws {
        let table =
            "<w:tbl>\(Self.row("TT", "Tên"))\(Self.row("{{#rows}}{{stt}}", "{{#open}}mở{{/open}}{{^open}}đóng{{/open}}{{/rows}}"))</w:tbl>"
        #expect(try Self.filled(table).components("<w:tr>") == 3)
        let whole =
            "<w:tbl>\(Self.row("{{#rows}}", ""))\(Self.row("{{name}}", "{{women}}"))\(Self.row("", "{{/rows}}"))</w:tbl>"
        #expect(try Self.filled(whole).components("<w:tr>") == 2)
        let nested = ["{{#rows}}", "{{#open}}", "{{name}}", "{{/open}}", "{{/rows}}"].map { Self.paragraph($0) }
        #expect(try Self.said(nested.joined()) == ["Lê Chân"])
        #expect(try Self.said(Self.paragraph("{{#rows}}- {{name}}{{/rows}}")) == ["- Lê Chân", "- A &amp; &lt;B&gt;"])
    }

    @Test func cellsKeepAParagraph() throws {
        let cell =
            "<w:tbl><w:tr><w:tc>\(Self.paragraph("{{#nothing}}"))\(Self.paragraph("x"))\(Self.paragraph("{{/}}"))</w:tc></w:tr></w:tbl>"
        #expect(try Self.filled(cell) == "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    }

    @Test func whatNobodyTouchesStays() throws {
        let body = "<w:p w:id='1'><w:r><w:t>a  {b} &#65;</w:t></w:r><!-- c --><w:sectPr/></w:p >"
        let bytes = try Self.file(body)
        let filled = try Template(bytes, name: "mau.docx").filled(with: Self.values, in: .english)
        #expect(filled == bytes)
        #expect(try ZipReader.parts(of: filled).map(\.text) == ZipReader.parts(of: bytes).map(\.text))
    }

    @Test(arguments: [
        ("{{name", "no ‘}}’"), ("a}} b", "ends nothing"), ("{{a|b}}", "no placeholder"),
        ("{{#rows}}", "has no {{/rows}}"),
        ("{{/rows}}", "ends nothing"), ("{{#rows}}{{#open}}{{/rows}}", "must end first"),
        ("{{women:xyz}}", "no placeholder"),
        ("{{}}", "no placeholder"), ("{{.a}}", "no placeholder"),
    ])
    func saysWhatIsWrongAndWhere(_ text: String, _ words: String) throws {
        let finding = try #require(Self.findings(Self.paragraph("Tên") + Self.paragraph(text)).first)
        #expect(finding.code == .templateMalformed)
        #expect(finding.message.english.contains(words), "\(finding.message.english)")
        #expect(finding.message.english.contains("paragraph 2"))
    }

    @Test func sectionsDoNotCrossCells() throws {
        let table = "<w:tbl>\(Self.row("{{name}}{{/rows}}"))</w:tbl>"
        let finding = try #require(Self.findings(Self.paragraph("{{#rows}}") + table).first)
        #expect(finding.message.english.contains("table 1, row 1, cell 1"))
        let overlap =
            "<w:tbl>\(Self.row("{{#rows}}", "a"))\(Self.row("{{/rows}}b", "{{#open}}c"))\(Self.row("{{/open}}", "d"))</w:tbl>"
        #expect(Self.findings(overlap).first?.code == .templateMalformed)
    }

    @Test func missingNamesAreToldAllAtOnce() throws {
        let body = Self.paragraph(
            "{{plaec}} {{#rows}}{{nmae}} {{women:dd/mm}}{{/rows}} {{women}} {{rows}} {{xyzzy?}} {{#nothing}}{{what}}{{/nothing}}"
        )
        let finding = try #require(Self.findings(body).first)
        #expect(finding.code == .templateNameMissing)
        let notes = finding.notes.map(\.english)
        #expect(notes.filter { $0.hasPrefix("{{") && $0.contains(", text") }.count == 5, "\(notes)")
        #expect(
            notes.contains { $0.contains("did you mean ‘place’") }
                && notes.contains { $0.contains("did you mean ‘name’") })
    }

    static func findings(_ body: String) -> [Diagnostic] {
        do {
            _ = try filled(body)
            return []
        } catch {
            return Diagnostics.of(error)
        }
    }

    @Test func hostileBytesAreRefusedOrFilled() throws {
        let body =
            Self.paragraph("{{#rows}}") + "<w:tbl>\(Self.row("{{#rows}}{{name}}", "{{women}}{{/rows}}"))</w:tbl>"
            + Self.paragraph("{{/rows}}")
        let whole = try Self.file(body)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<150 {
            var pieces = body.split(separator: "<").map { "<" + $0 }
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                pieces.swapAt(
                    Int.random(in: 0..<pieces.count, using: &random), Int.random(in: 0..<pieces.count, using: &random))
            }
            if Bool.random(using: &random) { pieces.removeLast(Int.random(in: 0..<pieces.count, using: &random)) }
            try? Template(Self.file(pieces.joined()), name: "mau.docx").filled(with: Self.values, in: .english).check()
            var bytes = whole
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            try? Template(bytes, name: "mau.docx").filled(with: Self.values, in: .english).check()
            try? Template(Array(whole.prefix(Int.random(in: 0..<whole.count, using: &random))), name: "x").placeholders
                .check()
        }
    }

    @Test func sectionsThatMultiplyAreStopped() throws {
        let many = Table(Schema([ColumnInfo("name", .text)]), rows: Array(repeating: [.text("x")], count: 600))
        var values = TemplateValues()
        values.add("rows", .rows(many))
        let open = String(repeating: "{{#rows}}", count: 9)
        let template = try Template(
            Self.file(Self.paragraph(open + "{{name}}" + String(repeating: "{{/}}", count: 9))), name: "x")
        let finding = #expect(throws: Diagnostic.self) { try template.filled(with: values, in: .english) }
        #expect(finding?.code == .templateTooLarge)
    }
}

extension Sequence {
    /// Only that it is there counts.
    fileprivate func check() { #expect(underestimatedCount >= 0) }
}

extension String {
    fileprivate func components(_ mark: String) -> Int { ranges(of: mark).count }
}
