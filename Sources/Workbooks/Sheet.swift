public import Values

/// A file of sheets, as it stands.
public struct Workbook: Sendable, Hashable {
    /// The sheets in the order in which they are shown.
    public let sheets: [Sheet]
    /// How the letters stood in the file.
    public let encoding: TextEncoding

    /// Puts a workbook together.
    public init(sheets: [Sheet], encoding: TextEncoding) {
        self.sheets = sheets
        self.encoding = encoding
    }
}

/// One sheet with the rows that hold anything.
public struct Sheet: Sendable, Hashable {
    /// The name on its tab; that of the file for a text file.
    public let name: String
    /// Whether it is hidden.
    public let isHidden: Bool
    /// The rows in order; rows without any content are left out.
    public let rows: [SheetRow]
    /// The columns that are hidden, from nought.
    public let hiddenColumns: Set<Int>
    /// The cells that are merged; the content stands in the first.
    public let merges: [SheetRange]

    /// Puts a sheet together.
    public init(
        name: String, isHidden: Bool = false, rows: [SheetRow], hiddenColumns: Set<Int> = [], merges: [SheetRange] = []
    ) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.hiddenColumns = hiddenColumns
        self.merges = merges
    }
}

/// One row of a sheet.
public struct SheetRow: Sendable, Hashable {
    /// Its number as the program shows it, from 1; the line of a text file.
    public let number: Int
    /// Whether it is hidden.
    public let isHidden: Bool
    /// The cells from the first column on; `nil` where nothing stands.
    public let cells: [SheetCell?]

    /// Puts a row together.
    public init(number: Int, isHidden: Bool = false, cells: [SheetCell?]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }

    /// The cell of a column, from nought; `nil` where nothing stands.
    public subscript(column: Int) -> SheetCell? { cells.indices.contains(column) ? cells[column] : nil }
}

/// What stands in a cell.
public enum SheetCell: Sendable, Hashable {
    /// A text in NFC.
    case text(String)
    /// A number.
    case number(Number)
    /// A number shown with a percent sign; 0.5 is 50 %.
    case percent(Number)
    /// A day.
    case date(Day)
    /// Yes or no.
    case yesNo(Bool)
    /// What a formula could not work out, such as `#DIV/0!`.
    case error(String)

    /// The content as it would be typed.
    public var typed: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.description
        case .percent(let share): "\(share.multiplied(by: 100) ?? share)%"
        case .date(let day): day.description
        case .yesNo(let yes): yes ? "yes" : "no"
        case .error(let error): error
        }
    }
}

/// A block of cells, both ends included, from nought.
public struct SheetRange: Sendable, Hashable {
    /// The rows, as numbers from 1.
    public let rows: ClosedRange<Int>
    /// The columns from nought.
    public let columns: ClosedRange<Int>

    /// Names a block.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// Where a cell stands: `B12`.
public struct CellAddress: Sendable, Hashable, CustomStringConvertible {
    /// The row's number, from 1.
    public let row: Int
    /// The column from nought.
    public let column: Int

    /// The most rows and columns that a sheet can have.
    public static let most = (rows: 1_048_576, columns: 16_384)

    /// Names a cell.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B12`, also with `$`; `nil` for what is no cell of a sheet.
    public init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 96
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column <= CellAddress.most.columns, row <= CellAddress.most.rows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// The letters of a column from nought: `A`, `Z`, `AA`.
    public static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    /// The form that spreadsheets show.
    public var description: String { CellAddress.letters(column) + String(row) }
}
