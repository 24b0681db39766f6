import Values

/// One sheet of a workbook while it is read.
final class SheetPart: XMLListener {
    private let texts: [String]
    private let styles: Styles
    private let countsFrom1904: Bool
    private(set) var rows: [SheetRow] = []
    private(set) var hiddenColumns: Set<Int> = []
    private(set) var merges: [SheetRange] = []
    /// Whether the sheet holds more than anyone could have typed.
    private(set) var isTooLarge = false

    private var cells: [SheetCell?] = []
    private var rowNumber = 0
    private var isRowHidden = false
    private var hasContent = false
    private var column = -1
    private var kind = Kind.number
    private var style = 0
    private var bytes: [UInt8] = []
    private var gathers = false
    private var isReading = false
    private var cellCount = 0

    /// The most cells that a sheet may have, with the empty ones before them in their rows.
    static let mostCells = 20_000_000

    private enum Kind { case number, shared, text, boolean, error, day }

    init(_ texts: [String], _ styles: Styles, countsFrom1904: Bool) {
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
    }

    var isDone: Bool { isTooLarge }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "c" {
            startCell(attributes)
        } else if name == "v" || name == "t" {
            gathers = !isReading
        } else if name == "row" {
            // A number that no row has stays one that no row has.
            rowNumber = min(max(attributes.integer("r") ?? rowNumber + 1, 0), CellAddress.most.rows + 1)
            isRowHidden = attributes.isYes("hidden")
            cells = []
            hasContent = false
            column = -1
        } else if name == "rPh" {
            isReading = true
        } else if name == "col", attributes.isYes("hidden"), let first = attributes.integer("min"),
            let last = attributes.integer("max"), first >= 1, last >= first
        {
            hiddenColumns.formUnion((first - 1)...min(last, CellAddress.most.columns) - 1)
        } else if name == "mergeCell", let range = attributes["ref"].flatMap({ SheetRange($0) }) {
            merges.append(range)
        }
    }

    func end(_ name: XMLName) {
        if name == "v" || name == "t" {
            gathers = false
        } else if name == "c" {
            endCell()
        } else if name == "rPh" {
            isReading = false
        } else if name == "row" {
            guard hasContent, rowNumber >= 1, rowNumber <= CellAddress.most.rows else { return }
            rows.append(SheetRow(number: rowNumber, isHidden: isRowHidden, cells: cells))
        }
    }

    func text(_ piece: UnsafeRawBufferPointer) {
        if gathers { bytes += piece }
    }

    private func startCell(_ attributes: XMLAttributes) {
        column = attributes["r"].flatMap { CellAddress($0) }?.column ?? column + 1
        kind =
            switch attributes["t"] {
            case "s": .shared
            case "str", "inlineStr": .text
            case "b": .boolean
            case "e": .error
            case "d": .day
            default: .number
            }
        style = attributes.integer("s") ?? 0
        bytes.removeAll(keepingCapacity: true)
    }

    private func endCell() {
        guard column < CellAddress.most.columns, let cell = content() else { return }
        cellCount += 1 + max(0, column - cells.count)
        guard cellCount <= SheetPart.mostCells else {
            isTooLarge = true
            return
        }
        while cells.count < column { cells.append(nil) }
        if column < cells.count { cells[column] = cell } else { cells.append(cell) }
        hasContent = true
    }

    private func content() -> SheetCell? {
        switch kind {
        case .text:
            let text = SheetText.plain(bytes)
            return text.isEmpty ? nil : .text(text)
        case .shared:
            guard let place = Int(String(decoding: bytes, as: UTF8.self)), texts.indices.contains(place),
                !texts[place].isEmpty
            else { return nil }
            return .text(texts[place])
        case .boolean: return bytes.isEmpty ? nil : .yesNo(bytes == [UInt8(ascii: "1")])
        case .error: return bytes.isEmpty ? nil : .error(String(decoding: bytes, as: UTF8.self))
        case .day:
            let text = String(decoding: bytes, as: UTF8.self)
            return Day(iso: text.prefix(10)).map { .date($0) } ?? (text.isEmpty ? nil : .text(text))
        case .number: return number()
        }
    }

    private func number() -> SheetCell? {
        guard !bytes.isEmpty else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let number = SheetNumber.read(text) else { return .text(text) }
        switch styles.meaning(of: style) {
        case .number: return .number(number)
        case .percent: return .percent(number)
        case .date: return SheetNumber.day(number, from1904: countsFrom1904).map { .date($0) } ?? .number(number)
        }
    }
}

extension SheetRange {
    /// Reads `A1:C2`; `nil` for anything else.
    public init?(_ text: String) {
        let ends = text.split(separator: ":")
        guard let first = ends.first.flatMap({ CellAddress($0) }), let last = ends.last.flatMap({ CellAddress($0) }),
            ends.count <= 2, first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
