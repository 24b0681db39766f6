import Values

/// The parts of a Word file that are the same for every paper of a language.
enum DOCXStyles {
    static let declaration: Markup = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let namespaces: Markup = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
        """

    /// How Word names a language.
    static func tag(_ language: DisplayLanguage) -> String { language == .vietnamese ? "vi-VN" : "en-GB" }

    static func styles(_ language: DisplayLanguage) -> Markup {
        let font: Markup = """
            <w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" \
            w:cs="Times New Roman"/>
            """
        return """
            \(declaration)<w:styles \(namespaces)>
            <w:docDefaults><w:rPrDefault><w:rPr>\(font)<w:sz w:val="28"/><w:szCs w:val="28"/>\
            <w:lang w:val="\(tag(language))" w:eastAsia="\(tag(language))" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault/></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Plain"><w:name w:val="Normal"/><w:qFormat/></w:style>
            \(paragraphs)\(headings)\
            <w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Sen Code"/>\
            <w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="24"/></w:rPr>\
            </w:style>
            </w:styles>
            """
    }

    private static func style(
        _ id: String, _ name: String, custom: Bool = true, _ paragraph: Markup, _ text: Markup = ""
    ) -> Markup {
        let own: Markup = custom ? " w:customStyle=\"1\"" : ""
        return """
            <w:style w:type="paragraph"\(own) w:styleId="\(id)"><w:name w:val="\(name)"/>\
            <w:basedOn w:val="Plain"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(text)</w:rPr></w:style>

            """
    }

    private static let paragraphs: [Markup] = [
        style(
            "Body", "Body Text", custom: false,
            """
            <w:spacing w:before="120" w:line="269" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>
            """),
        style("Centred", "Sen Centred", "<w:jc w:val=\"center\"/>"),
        style("Right", "Sen Right", "<w:jc w:val=\"right\"/>"),
        style(
            "Item", "List Paragraph", custom: false,
            "<w:spacing w:before=\"60\" w:line=\"269\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/>"),
        style(
            "Caption", "caption", custom: false,
            "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"80\"/><w:jc w:val=\"center\"/>", "<w:b/>"),
        style(
            "Remark", "Sen Remark", "<w:spacing w:before=\"60\"/><w:jc w:val=\"both\"/>", "<w:i/><w:sz w:val=\"24\"/>"),
        style(
            "Reservation", "Sen Reservation",
            "<w:spacing w:before=\"100\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>",
            "<w:i/><w:sz w:val=\"26\"/>"),
        style("Header", "header", custom: false, "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"26\"/>"),
    ]

    private static let headings: [Markup] = [
        heading(1, "<w:jc w:val=\"center\"/>", "<w:b/>"), heading(2, "<w:ind w:firstLine=\"567\"/>", "<w:b/>"),
        heading(3, "<w:ind w:firstLine=\"567\"/>", "<w:b/>"),
        heading(4, "<w:ind w:firstLine=\"567\"/>", "<w:i/>"),
    ]

    private static func heading(_ level: Int, _ place: Markup, _ text: Markup) -> Markup {
        style(
            "Heading\(level)", "heading \(level)", custom: false,
            "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"60\"/>\(place)<w:outlineLvl w:val=\"\(level - 1)\"/>",
            text)
    }

    static func settings(_ language: DisplayLanguage) -> Markup {
        """
        \(declaration)<w:settings \(namespaces)><w:defaultTabStop w:val="567"/>\
        <w:characterSpacingControl w:val="doNotCompress"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
        </w:compat><w:themeFontLang w:val="\(tag(language))"/></w:settings>
        """
    }

    /// The number of the page, centred above the text.
    static let header: Markup = """
        \(declaration)<w:hdr \(namespaces)><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>\
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>
        """

    /// Dashes for lists, and one numbering for each numbered list, so that each begins at 1.
    static func numbering(numberedLists: Int) -> Markup {
        let indent: Markup = "<w:pPr><w:ind w:left=\"964\" w:hanging=\"397\"/></w:pPr>"
        let lists = (0..<numberedLists).map { list -> Markup in
            """
            <w:num w:numId="\(list + 2)"><w:abstractNumId w:val="1"/>\
            <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            """
        }
        let kinds = [("bullet", "-"), ("decimal", "%1.")].enumerated().map { index, kind -> Markup in
            """
            <w:abstractNum w:abstractNumId="\(index)"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">\
            <w:start w:val="1"/><w:numFmt w:val="\(kind.0)"/><w:lvlText w:val="\(kind.1)"/><w:lvlJc w:val="left"/>\
            \(indent)</w:lvl></w:abstractNum>
            """
        }
        return """
            \(declaration)<w:numbering \(namespaces)>\(kinds)\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\(lists)</w:numbering>
            """
    }
}
