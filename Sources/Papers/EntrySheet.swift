public import Values

/// One sheet of a workbook that somebody fills in.
public struct EntrySheet: Sendable {
    /// The name on its tab.
    public let name: String
    /// Who sees it.
    public let sight: Sight
    /// How wide its columns are, in letters.
    public var widths: [Int]
    /// The rows from the first on.
    public var rows: [EntryRow] = []
    /// Blocks of cells that are one, such as `A1:H1`.
    public var merges: [String] = []
    /// What open cells take.
    public var rules: [EntryRule] = []
    /// The last row of the head, which stays in sight; it prints again on each page.
    public var headEnd = 0

    /// Who sees a sheet: everyone, those who show hidden sheets, or nobody who only looks.
    public enum Sight: String, Sendable {
        case visible, hidden, veryHidden
    }

    /// Begins a sheet.
    public init(_ name: String, sight: Sight = .visible, widths: [Int]) {
        self.name = name
        self.sight = sight
        self.widths = widths
    }

    /// The part.
    var source: Markup {
        let columns = widths.enumerated().map { place, width -> Markup in
            "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        let lines = rows.enumerated().map { place, row in row.source(place + 1) }
        let frozen: Markup =
            headEnd == 0
            ? ""
            : """
            <pane ySplit="\(headEnd)" topLeftCell="A\(headEnd + 1)" activePane="bottomLeft" state="frozen"/>\
            <selection pane="bottomLeft"/>
            """
        let joined = merges.map { range -> Markup in "<mergeCell ref=\"\(range)\"/>" }
        let merged: Markup = merges.isEmpty ? "" : "<mergeCells count=\"\(merges.count)\">\(joined)</mergeCells>"
        let checks: Markup =
            rules.isEmpty ? "" : "<dataValidations count=\"\(rules.count)\">\(rules.map(\.source))</dataValidations>"
        return """
            \(DOCXStyles.declaration)<worksheet \(XLSXBook.namespaces)><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
            <sheetViews><sheetView workbookViewId="0" showGridLines="0">\(frozen)</sheetView></sheetViews>\
            <sheetFormatPr defaultRowHeight="16"/><cols>\(columns)</cols><sheetData>\(lines)</sheetData>\
            <sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>\(merged)\(checks)\
            <pageMargins left="1.18" right="0.59" top="0.79" bottom="0.79" header="0.39" footer="0.39"/>\
            <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>\
            <headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter></worksheet>
            """
    }
}

/// A row of a sheet.
public struct EntryRow: Sendable {
    /// The cells from the first column on; `nil` where nothing stands.
    public var cells: [EntryCell?]
    /// How high it is, in points; `nil` for a line.
    public var height: Int?

    /// Puts a row together.
    public init(_ cells: [EntryCell?], height: Int? = nil) {
        self.cells = cells
        self.height = height
    }

    fileprivate func source(_ number: Int) -> Markup {
        let list = cells.enumerated().compactMap { column, cell -> Markup? in
            cell?.source("\(XLSXCells.letters(column))\(number)")
        }
        let high: Markup = height.map { " ht=\"\($0)\" customHeight=\"1\"" } ?? ""
        return "<row r=\"\(number)\"\(high)>\(list)</row>"
    }
}

/// A cell of a sheet.
public struct EntryCell: Sendable {
    private let content: Content
    private let look: EntryLook

    private enum Content {
        case none, text(String), number(String), formula(String)
    }

    /// A cell without content.
    public init(_ look: EntryLook) { (content, self.look) = (.none, look) }
    /// A cell with a text.
    public init(_ text: String, _ look: EntryLook) { (content, self.look) = (.text(text), look) }
    /// A cell with a number.
    public init(_ number: Number, _ look: EntryLook) { (content, self.look) = (.number(number.description), look) }
    /// A cell with a day.
    public init(_ day: Day, _ look: EntryLook) {
        (content, self.look) = (.number(String(Int(day.number) + 25_569)), look)
    }
    /// A cell with a formula, without the sign in front of it.
    public init(formula: String, _ look: EntryLook) { (content, self.look) = (.formula(formula), look) }

    fileprivate func source(_ place: String) -> Markup {
        let style = look.rawValue
        return switch content {
        case .none: "<c r=\"\(place)\" s=\"\(style)\"/>"
        case .text(let text):
            "<c r=\"\(place)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
        case .number(let number): "<c r=\"\(place)\" s=\"\(style)\"><v>\(number)</v></c>"
        case .formula(let formula): "<c r=\"\(place)\" s=\"\(style)\"><f>\(formula)</f></c>"
        }
    }
}

/// What open cells take; the spreadsheet refuses anything else.
public struct EntryRule: Sendable {
    private let range: String
    private let check: Check
    private let help: String

    /// What a cell takes.
    public enum Check: Sendable {
        /// A whole number from nought to a largest one.
        case whole(atMost: Int)
        /// A word of a list, which stands in a block of cells: `Lists!$A$1:$A$3`.
        case list(String)
        /// A day between two.
        case day(Day, Day)
        /// A text of at most so many letters.
        case text(Int)
    }

    /// Tells what a block of cells takes, and what stands beside a cell that is being filled in.
    public init(_ range: String, _ check: Check, help: String) {
        (self.range, self.check, self.help) = (range, check, help)
    }

    fileprivate var source: Markup {
        let kind: Markup
        let bounds: Markup
        switch check {
        case .whole(let most):
            (kind, bounds) = ("whole", "<formula1>0</formula1><formula2>\(most)</formula2>")
        case .list(let cells): (kind, bounds) = ("list", "<formula1>\(cells)</formula1>")
        case .day(let first, let last):
            let (low, high) = (Int(first.number) + 25_569, Int(last.number) + 25_569)
            (kind, bounds) = ("date", "<formula1>\(low)</formula1><formula2>\(high)</formula2>")
        case .text(let most):
            (kind, bounds) = ("textLength", "<formula1>0</formula1><formula2>\(most)</formula2>")
        }
        return """
            <dataValidation type="\(kind)" errorStyle="stop" operator="between" allowBlank="1" showInputMessage="1" \
            showErrorMessage="1" errorTitle="Phụ lục" error="\(help)" prompt="\(help)" sqref="\(range)">\(bounds)\
            </dataValidation>
            """
    }
}
