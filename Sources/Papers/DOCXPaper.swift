public import Documents
import Tables
public import Values

/// Writes a document as a Word file in the layout of Nghị định 30/2020. The same document gives the same bytes.
public enum DOCXPaper {
    /// The file; its dates are the letterhead's day, never the clock's.
    public static func bytes(_ document: Document, in language: DisplayLanguage) throws -> [UInt8] {
        var body = DOCXBody(language, outline: document.outline)
        body.add(document)
        let charts = body.charts.enumerated().map { index, chart in
            ZipFile.Part("word/charts/chart\(index + 1).xml", chart.part)
        }
        return try ZipFile.bytes(
            [
                ZipFile.Part("[Content_Types].xml", contentTypes(charts: charts.count)),
                ZipFile.Part("_rels/.rels", packageRelations),
                ZipFile.Part("docProps/core.xml", properties(document, language)),
                ZipFile.Part("word/document.xml", body.markup),
                ZipFile.Part("word/_rels/document.xml.rels", relations(charts: charts.count)),
                ZipFile.Part("word/styles.xml", DOCXStyles.styles(language)),
                ZipFile.Part("word/settings.xml", DOCXStyles.settings(language)),
                ZipFile.Part("word/numbering.xml", DOCXStyles.numbering(numberedLists: body.numberedLists)),
                ZipFile.Part("word/header1.xml", DOCXStyles.header),
            ] + charts)
    }

    private static func contentTypes(charts: Int) -> Markup {
        let word: Markup = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let parts: [(name: Markup, type: Markup)] = [
            ("word/document", "\(word).document.main"), ("word/styles", "\(word).styles"),
            ("word/settings", "\(word).settings"), ("word/numbering", "\(word).numbering"),
            ("word/header1", "\(word).header"),
            ("docProps/core", "application/vnd.openxmlformats-package.core-properties"),
        ]
        let drawn = (0..<charts).map { index -> (name: Markup, type: Markup) in
            ("word/charts/chart\(index + 1)", "application/vnd.openxmlformats-officedocument.drawingml.chart")
        }
        let overrides = (parts + drawn).map { part -> Markup in
            "<Override PartName=\"/\(part.name).xml\" ContentType=\"\(part.type)+xml\"/>"
        }
        return """
            \(DOCXStyles.declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\(overrides)</Types>
            """
    }

    private static let office: Markup = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package: Markup = "http://schemas.openxmlformats.org/package/2006/relationships"

    private static let packageRelations: Markup = """
        \(DOCXStyles.declaration)<Relationships xmlns="\(package)">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" Type="\(package)/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """

    private static func relations(charts: Int) -> Markup {
        let kinds: [Markup] = ["styles", "settings", "numbering"]
        let fixed = kinds.enumerated().map { index, kind -> Markup in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(kind)\" Target=\"\(kind).xml\"/>"
        }
        let drawn = (0..<charts).map { index -> Markup in
            let (id, target): (Markup, Markup) = ("rIdChart\(index + 1)", "charts/chart\(index + 1).xml")
            return "<Relationship Id=\"\(id)\" Type=\"\(office)/chart\" Target=\"\(target)\"/>"
        }
        return """
            \(DOCXStyles.declaration)<Relationships xmlns="\(package)">\(fixed)\
            <Relationship Id="rId4" Type="\(office)/header" Target="header1.xml"/>\(drawn)</Relationships>
            """
    }

    static func properties(_ document: Document, _ language: DisplayLanguage) -> Markup {
        var facts: Markup = "<dc:title>\(document.title(in: language))</dc:title>"
        if let head = document.letterhead {
            let day: Markup = "\(head.date.description)T00:00:00Z"
            facts += """
                <dc:creator>\(head.issuer)</dc:creator>\
                <dcterms:created xsi:type="dcterms:W3CDTF">\(day)</dcterms:created>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">\(day)</dcterms:modified>
                """
        }
        return """
            \(DOCXStyles.declaration)<cp:coreProperties \
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\(facts)\
            <dc:language>\(DOCXStyles.tag(language))</dc:language></cp:coreProperties>
            """
    }
}
