import Documents
import Tables
import Values

/// What a cell of a worksheet looks like; the numbers are places in the list of styles.
enum XLSXStyle: Int, CaseIterable {
    case plain, heading, text, number, decimal, percent, money, date, title, italic, wrapped, strong

    /// The style of the values of a column.
    init(_ type: ValueType, hasDecimals: Bool) {
        switch type {
        case .number: self = hasDecimals ? .decimal : .number
        case .percent: self = .percent
        case .money: self = .money
        case .date: self = .date
        default: self = .text
        }
    }
}

/// Writes cells of a worksheet as bytes.
struct XLSXCells {
    private(set) var bytes: [UInt8] = []
    private var row: [UInt8] = []

    static func letters(_ column: Int) -> String {
        var (rest, text) = (column, "")
        repeat {
            text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }

    /// Forgets what was written and gives it.
    mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    mutating func open(row number: Int, height: Double? = nil) {
        row = Array(String(number).utf8)
        bytes += "<row r=\"".utf8
        bytes += row
        if let height { bytes += "\" ht=\"\(Int(height.rounded(.up)))\" customHeight=\"1".utf8 }
        bytes += "\">".utf8
    }

    mutating func close() { bytes += "</row>\n".utf8 }

    mutating func put(_ text: String, _ column: [UInt8], _ style: XLSXStyle) {
        begin(column, style)
        bytes += "\" t=\"inlineStr\"><is><t".utf8
        if text.utf8.first == 0x20 || text.utf8.last == 0x20 || text.utf8.contains(0x0A) {
            bytes += " xml:space=\"preserve\"".utf8
        }
        bytes.append(0x3E)
        escape(text)
        bytes += "</t></is></c>".utf8
    }

    mutating func put(number: String, _ column: [UInt8], _ style: XLSXStyle) {
        begin(column, style)
        bytes += "\"><v>".utf8
        bytes += number.utf8
        bytes += "</v></c>".utf8
    }

    /// A cell without a value, for the lines around it.
    mutating func put(_ column: [UInt8], _ style: XLSXStyle) {
        begin(column, style)
        bytes += "\"/>".utf8
    }

    private mutating func begin(_ column: [UInt8], _ style: XLSXStyle) {
        bytes += "<c r=\"".utf8
        bytes += column
        bytes += row
        bytes += "\" s=\"".utf8
        if style.rawValue > 9 { bytes.append(UInt8(48 + style.rawValue / 10)) }
        bytes.append(UInt8(48 + style.rawValue % 10))
    }

    private mutating func escape(_ text: String) {
        let special: (UInt8) -> Bool = { byte in
            switch byte {
            case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
            default: false
            }
        }
        guard text.utf8.contains(where: special) else { return bytes += text.utf8 }
        // Line ends stay in cells; everything else is as in any XML.
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { bytes.append(0x0A) }
            bytes += ("\(String(line))" as Markup).bytes
        }
    }
}

/// The rows of a table as a worksheet holds them, some hundred at a time.
struct XLSXRows {
    private let columns: [Column]
    private let letters: [[UInt8]]
    private let styles: [XLSXStyle]
    private let words: [[String: String]]
    private let count: Int
    private let first: Int
    private let language: DisplayLanguage
    private var row = 0
    private var cells = XLSXCells()

    /// The values of a table, the first in a row of the worksheet counted from 1.
    init(_ table: Table, from first: Int, _ language: DisplayLanguage) {
        let infos = table.schema.columns
        columns = infos.indices.map(table.column)
        letters = infos.indices.map { Array(XLSXCells.letters($0).utf8) }
        let count = table.rowCount
        styles = zip(infos, columns).map { info, column in
            let decimals =
                info.type == .number
                && (0..<count).contains { row in
                    if case .number(let number) = column[row] { number.decimals > 0 } else { false }
                }
            return XLSXStyle(info.type, hasDecimals: decimals)
        }
        words = infos.map { info in
            guard case .choice(let choices) = info.type else { return [:] }
            let meanings = choices.options.map { ($0.word, $0.meaning(in: language)) }
            return Dictionary(meanings) { first, _ in first }
        }
        self.count = count
        self.first = first
        self.language = language
    }

    /// The next rows; nothing behind the last one.
    mutating func next() -> [UInt8] {
        while row < count, cells.bytes.count < 60_000 {
            cells.open(row: first + row)
            for place in columns.indices { put(columns[place][row], place) }
            cells.close()
            row += 1
        }
        return cells.taken()
    }

    private mutating func put(_ value: Value, _ place: Int) {
        let (letters, style) = (letters[place], styles[place])
        switch value {
        case .number(let number), .percent(let number):
            cells.put(number: number.description, letters, style)
        case .money(let amount): cells.put(number: String(amount), letters, style)
        // Spreadsheets count days rightly from March 1900 on.
        case .date(let day) where day.number > -25_508:
            cells.put(number: String(Int(day.number) + 25_569), letters, .date)
        case .text(let text): cells.put(words[place][text] ?? text, letters, .text)
        case .missing(let reason):
            let mark = reason.mark(in: language)
            if mark.isEmpty { cells.put(letters, style) } else { cells.put(mark, letters, .italic) }
        default: cells.put(value.written(in: language), letters, .text)
        }
    }
}
