/// Workbooks that tests put together: sheets of cells as they are typed.
public struct PlainBook {
    private var sheets: [(name: String, state: String, xml: String)] = []

    /// Has no sheet yet.
    public init() {}

    /// What stands in a cell of such a workbook.
    public enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
        case text(String)
        case number(String)
        /// The serial number of a day, shown as one.
        case day(Int)
        /// What a formula gives.
        case error(String)
        case empty

        /// A text; nothing for an empty one.
        public init(stringLiteral value: String) { self = value.isEmpty ? .empty : .text(value) }
        /// A number.
        public init(integerLiteral value: Int) { self = .number(String(value)) }
        /// A number.
        public init(floatLiteral value: Double) { self = .number(String(value)) }

        func xml(_ address: String) -> String {
            switch self {
            case .text(let text): "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(PlainBook.escaped(text))</t></is></c>"
            case .number(let number): "<c r=\"\(address)\"><v>\(number)</v></c>"
            case .day(let serial): "<c r=\"\(address)\" s=\"1\"><v>\(serial)</v></c>"
            case .error(let error): "<c r=\"\(address)\" t=\"e\"><f>1/0</f><v>\(error)</v></c>"
            case .empty: ""
            }
        }
    }

    static func escaped(_ text: String) -> String {
        text.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }.joined()
    }

    /// Adds a sheet; `hidden` are numbers of rows, `merges` ranges such as `A1:B1`.
    public mutating func add(
        _ name: String, _ rows: [[Cell]], hidden: Set<Int> = [], hiddenColumns: ClosedRange<Int>? = nil,
        merges: [String] = [], isHidden: Bool = false
    ) {
        var xml = ""
        if let columns = hiddenColumns {
            xml = "<cols><col min=\"\(columns.lowerBound)\" max=\"\(columns.upperBound)\" hidden=\"1\"/></cols>"
        }
        xml += "<sheetData>"
        for (row, cells) in rows.enumerated() {
            xml += "<row r=\"\(row + 1)\"\(hidden.contains(row + 1) ? " hidden=\"1\"" : "")>"
            for (column, cell) in cells.enumerated() {
                xml += cell.xml(String(UnicodeScalar(UInt8(65 + column))) + String(row + 1))
            }
            xml += "</row>"
        }
        xml += "</sheetData>"
        if !merges.isEmpty {
            xml += "<mergeCells>" + merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
        }
        sheets.append((name, isHidden ? " state=\"hidden\"" : "", xml))
    }

    /// The bytes of the file.
    public var bytes: [UInt8] {
        let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let root =
            "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"/xl/wb.xml\"/>"
            + "</Relationships>"
        var (list, relations) = ("", "")
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name=\"\(PlainBook.escaped(sheet.name))\" r:id=\"s\(index)\"\(sheet.state)/>"
            relations +=
                "<Relationship Id=\"s\(index)\" Type=\"\(office)/worksheet\" Target=\"s\(index).xml\"/>"
        }
        relations += "<Relationship Id=\"st\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        return PlainZip.bytes(
            [
                ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", root),
                ("xl/wb.xml", "<workbook \(space) xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>"),
                ("xl/_rels/wb.xml.rels", "<Relationships>\(relations)</Relationships>"),
                ("xl/styles.xml", "<styleSheet \(space)>\(styles)</styleSheet>"),
            ]
                + sheets.enumerated().map { index, sheet in
                    ("xl/s\(index).xml", "<worksheet \(space)>\(sheet.xml)</worksheet>")
                })
    }
}
