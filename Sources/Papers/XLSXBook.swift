public import Diagnostics
public import Documents
public import Tables
public import Values

/// Writes tables and documents as workbooks: numbers with formats, heads that stay in sight, charts.
public enum XLSXBook {
    /// A workbook of one table. It is written row by row, so that long tables need little memory.
    public static func bytes(_ table: Table, in language: DisplayLanguage) throws -> [UInt8] {
        let name = Text("Table", vi: "Bảng")(in: language)
        return try bytes([XLSXSheet(name: name, block: TableBlock(table), language: language)], nil, language)
    }

    /// A document: its text on the first sheet, each table and chart on a sheet of its own.
    public static func bytes(_ document: Document, in language: DisplayLanguage) throws -> [UInt8] {
        try bytes(XLSXContents(document, language).sheets, document, language)
    }

    private static func bytes(
        _ sheets: [XLSXSheet], _ document: Document?, _ language: DisplayLanguage
    ) throws -> [UInt8] {
        for sheet in sheets { try requireRoom(sheet) }
        let charts = sheets.indices.filter { sheets[$0].chart != nil }
        var parts = [
            ZipFile.Part("[Content_Types].xml", contentTypes(sheets: sheets.count, charts: charts.count)),
            ZipFile.Part("_rels/.rels", packageRelations),
            ZipFile.Part("docProps/core.xml", DOCXPaper.properties(document ?? Document(), language)),
            ZipFile.Part("xl/workbook.xml", workbook(sheets)),
            ZipFile.Part("xl/_rels/workbook.xml.rels", relations(sheets.count)),
            ZipFile.Part("xl/styles.xml", XLSXStyles.part),
        ]
        for (place, sheet) in sheets.enumerated() {
            parts.append(ZipFile.Part("xl/worksheets/sheet\(place + 1).xml", pieces: sheet.pieces))
        }
        for (number, place) in charts.enumerated() {
            guard let chart = sheets[place].chart else { continue }
            parts += [
                ZipFile.Part(
                    "xl/worksheets/_rels/sheet\(place + 1).xml.rels",
                    relation("drawing", "../drawings/drawing\(number + 1).xml")),
                ZipFile.Part("xl/drawings/drawing\(number + 1).xml", drawing(chart)),
                ZipFile.Part(
                    "xl/drawings/_rels/drawing\(number + 1).xml.rels",
                    relation("chart", "../charts/chart\(number + 1).xml")),
                ZipFile.Part("xl/charts/chart\(number + 1).xml", chart.part),
            ]
        }
        return try ZipFile.bytes(parts)
    }

    /// Refuses what a worksheet cannot hold.
    private static func requireRoom(_ sheet: XLSXSheet) throws {
        guard let table = sheet.block?.table else { return }
        guard sheet.headEnd + table.rowCount <= 1_048_576, table.schema.columns.count <= 16_384 else {
            throw Diagnostic.sheetTooLarge(table.rowCount, table.schema.columns.count)
        }
    }

    static let namespaces: Markup = """
        xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    private static let office: Markup = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package: Markup = "http://schemas.openxmlformats.org/package/2006/relationships"

    private static func contentTypes(sheets: Int, charts: Int) -> Markup {
        let book: Markup = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let drawn: Markup = "application/vnd.openxmlformats-officedocument"
        var parts: [(name: Markup, type: Markup)] = [
            ("xl/workbook", "\(book).sheet.main"), ("xl/styles", "\(book).styles"),
            ("docProps/core", "application/vnd.openxmlformats-package.core-properties"),
        ]
        for number in 0..<sheets { parts.append(("xl/worksheets/sheet\(number + 1)", "\(book).worksheet")) }
        for number in 0..<charts {
            parts.append(("xl/drawings/drawing\(number + 1)", "\(drawn).drawing"))
            parts.append(("xl/charts/chart\(number + 1)", "\(drawn).drawingml.chart"))
        }
        let overrides = parts.map { part -> Markup in
            "<Override PartName=\"/\(part.name).xml\" ContentType=\"\(part.type)+xml\"/>"
        }
        return """
            \(DOCXStyles.declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\(overrides)</Types>
            """
    }

    private static let packageRelations: Markup = """
        \(DOCXStyles.declaration)<Relationships xmlns="\(package)">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
        <Relationship Id="rId2" Type="\(package)/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """

    private static func relation(_ kind: Markup, _ target: String) -> Markup {
        """
        \(DOCXStyles.declaration)<Relationships xmlns="\(package)">\
        <Relationship Id="rId1" Type="\(office)/\(kind)" Target="\(target)"/></Relationships>
        """
    }

    private static func relations(_ sheets: Int) -> Markup {
        let list = (1...max(1, sheets)).map { number -> Markup in
            """
            <Relationship Id="rId\(number)" Type="\(office)/worksheet" Target="worksheets/sheet\(number).xml"/>
            """
        }
        return """
            \(DOCXStyles.declaration)<Relationships xmlns="\(package)">\(list)\
            <Relationship Id="rId\(sheets + 1)" Type="\(office)/styles" Target="styles.xml"/></Relationships>
            """
    }

    private static func workbook(_ sheets: [XLSXSheet]) -> Markup {
        let list = sheets.enumerated().map { place, sheet -> Markup in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
        }
        let titles = sheets.enumerated().compactMap { place, sheet in
            sheet.repeated.map { range -> Markup in
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(place)\">\(range)</definedName>"
            }
        }
        let names: Markup = titles.isEmpty ? "" : "<definedNames>\(titles)</definedNames>"
        return """
            \(DOCXStyles.declaration)<workbook \(namespaces)><bookViews><workbookView/></bookViews>\
            <sheets>\(list)</sheets>\(names)</workbook>
            """
    }

    /// The place of a chart: to the right of its values.
    private static func drawing(_ chart: DOCXChart) -> Markup {
        let left = chart.columns.count + 2
        let words = "\(chart.chart.title(in: chart.language)). \(chart.chart.summary(in: chart.language))"
        return """
            \(DOCXStyles.declaration)<xdr:wsDr \
            xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor>\
            <xdr:from><xdr:col>\(left)</xdr:col><xdr:colOff>0</xdr:colOff>\
            <xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>\
            </xdr:from><xdr:ext cx="5616000" cy="\(chart.height * 36_000)"/><xdr:graphicFrame macro="">\
            <xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart" descr="\(words)"/><xdr:cNvGraphicFramePr/>\
            </xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>\
            </a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>
            """
    }
}

extension Diagnostic.Code {
    /// A table that a worksheet has no room for.
    public static let sheetTooLarge: Self = "sheet-too-large"
}

extension Diagnostic {
    fileprivate static func sheetTooLarge(_ rows: Int, _ columns: Int) -> Diagnostic {
        Diagnostic(
            .sheetTooLarge,
            Text(
                "A worksheet holds 1,048,576 rows and 16,384 columns; the table has \(rows) and \(columns).",
                vi: "Một trang tính chứa được 1.048.576 dòng và 16.384 cột; bảng có \(rows) dòng, \(columns) cột."),
            notes: [Text("Save as .csv instead.", vi: "Hãy lưu ra tệp .csv.")])
    }
}
