/// A workbook that somebody fills in: what is printed in it is locked, and its open cells say what they take.
public struct EntryBook: Sendable {
    /// The sheets in order.
    public var sheets: [EntrySheet]
    /// Cells with names, such as `Sen_Unit` for `Sen!$B$6`.
    public var names: [Name]

    /// A cell with a name.
    public struct Name: Sendable, Hashable {
        let name: String
        let cell: String

        /// Names a cell, which is written as formulas have it.
        public init(_ name: String, _ cell: String) {
            (self.name, self.cell) = (name, cell)
        }
    }

    /// Puts a workbook together.
    public init(sheets: [EntrySheet], names: [Name] = []) {
        self.sheets = sheets
        self.names = names
    }

    /// The bytes of the file; the same workbook gives the same bytes on any day.
    public func bytes(titled title: String) throws -> [UInt8] {
        var parts = [
            ZipFile.Part("[Content_Types].xml", contentTypes),
            ZipFile.Part("_rels/.rels", EntryBook.packageRelations),
            ZipFile.Part("docProps/core.xml", EntryBook.properties(title)),
            ZipFile.Part("xl/workbook.xml", workbook),
            ZipFile.Part("xl/_rels/workbook.xml.rels", relations),
            ZipFile.Part("xl/styles.xml", EntryStyles.part),
        ]
        for (place, sheet) in sheets.enumerated() {
            parts.append(ZipFile.Part("xl/worksheets/sheet\(place + 1).xml", sheet.source))
        }
        return try ZipFile.bytes(parts)
    }

    private static let office: Markup = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package: Markup = "http://schemas.openxmlformats.org/package/2006/relationships"

    private var contentTypes: Markup {
        let book: Markup = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let list = sheets.indices.map { place -> Markup in
            """
            <Override PartName="/xl/worksheets/sheet\(place + 1).xml" ContentType="\(book).worksheet+xml"/>
            """
        }
        return """
            \(DOCXStyles.declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(book).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(book).styles+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\(list)</Types>
            """
    }

    private static let packageRelations: Markup = """
        \(DOCXStyles.declaration)<Relationships xmlns="\(package)">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
        <Relationship Id="rId2" Type="\(package)/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """

    private static func properties(_ title: String) -> Markup {
        """
        \(DOCXStyles.declaration)<cp:coreProperties \
        xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title)</dc:title>\
        <dc:language>vi-VN</dc:language></cp:coreProperties>
        """
    }

    private var relations: Markup {
        let list = sheets.indices.map { place -> Markup in
            """
            <Relationship Id="rId\(place + 1)" Type="\(EntryBook.office)/worksheet" \
            Target="worksheets/sheet\(place + 1).xml"/>
            """
        }
        return """
            \(DOCXStyles.declaration)<Relationships xmlns="\(EntryBook.package)">\(list)\
            <Relationship Id="rId\(sheets.count + 1)" Type="\(EntryBook.office)/styles" Target="styles.xml"/>\
            </Relationships>
            """
    }

    /// Its formulas are worked out when the file is opened: nothing is written as their values.
    private var workbook: Markup {
        let list = sheets.enumerated().map { place, sheet -> Markup in
            let sight: Markup = sheet.sight == .visible ? "" : " state=\"\(sheet.sight.rawValue)\""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\"\(sight) r:id=\"rId\(place + 1)\"/>"
        }
        let titles = sheets.enumerated().compactMap { place, sheet -> Markup? in
            guard sheet.headEnd > 0 else { return nil }
            return """
                <definedName name="_xlnm.Print_Titles" localSheetId="\(place)">\(XLSXSheet.quoted(sheet.name))\
                !$\(sheet.headEnd):$\(sheet.headEnd)</definedName>
                """
        }
        let cells = names.map { name -> Markup in "<definedName name=\"\(name.name)\">\(name.cell)</definedName>" }
        let defined: Markup = titles.isEmpty && cells.isEmpty ? "" : "<definedNames>\(titles)\(cells)</definedNames>"
        return """
            \(DOCXStyles.declaration)<workbook \(XLSXBook.namespaces)><workbookProtection lockStructure="1"/>\
            <bookViews><workbookView/></bookViews><sheets>\(list)</sheets>\(defined)<calcPr fullCalcOnLoad="1"/>\
            </workbook>
            """
    }
}
