/// A formula of a sheet with the cells that it speaks of.
enum FormulaText {
    /// A cell in a formula: `$B$5`.
    struct Cell: Hashable {
        var column: String
        var row: Int
        var isFixed: Bool

        /// Reads `B5` or `$B$5`; `nil` for any other word.
        init?(_ word: some StringProtocol) {
            let letters = word.prefix { $0.isLetter || $0 == "$" }
            var digits = word.dropFirst(letters.count)
            var column = String(letters)
            isFixed = column.count > 1 && column.last == "$"
            if isFixed { column.removeLast() }
            let name = column.first == "$" ? column.dropFirst() : column[...]
            guard (1...3).contains(name.count), name.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 }),
                (1...7).contains(digits.count), digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let row = Int(digits),
                row >= 1
            else { return nil }
            digits = digits[...]
            (self.column, self.row) = (column, row)
        }

        var text: String { "\(column)\(isFixed ? "$" : "")\(row)" }
    }

    /// A place that a formula speaks of: a cell or a block of cells, of a sheet if one is named.
    struct Reference {
        let sheet: String?
        var first: Cell
        var last: Cell?
        /// Whether it is all that a sum or the like is taken of: `SUM(D5)`.
        let isWhole: Bool
    }

    private static let gathering: Set<String> = [
        "SUM", "SUBTOTAL", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "MIN", "MAX", "SUMPRODUCT",
    ]

    /// The formula with its places changed.
    static func mapped(_ formula: String, _ change: (inout Reference) -> Void) -> String {
        var scan = Scan(formula)
        while let byte = scan.next {
            switch byte {
            case UInt8(ascii: "\""):
                scan.copyQuoted(byte)
                scan.forgetSheet()
            case UInt8(ascii: "'"):
                let name = scan.copyQuoted(byte)
                if scan.next == UInt8(ascii: "!") { scan.name(sheet: name) }
            case UInt8(ascii: "["): scan.copyBrackets()
            case UInt8(ascii: "("):
                scan.calls.append("")
                scan.copyMark()
            case UInt8(ascii: ")"):
                _ = scan.calls.popLast()
                scan.copyMark()
            case UInt8(ascii: "!"): scan.copy()
            case _ where Scan.isOfWord(byte): word(&scan, change)
            default: scan.copyMark()
            }
        }
        return String(decoding: scan.written, as: UTF8.self)
    }

    private static func word(_ scan: inout Scan, _ change: (inout Reference) -> Void) {
        let word = scan.word()
        switch scan.next {
        case UInt8(ascii: "!"):
            scan.written += word.utf8
            scan.name(sheet: scan.isForeign ? nil : word)
            return
        case UInt8(ascii: "("):
            scan.written += word.utf8
            scan.calls.append(word.uppercased())
            scan.copy()
            return
        default: break
        }
        defer { scan.forgetSheet() }
        guard let first = Cell(word), !scan.isForeign else { return scan.written += word.utf8 }
        let opens = scan.opensArgument
        var last: Cell?
        if scan.next == UInt8(ascii: ":"), let other = scan.word(behind: 1), let cell = Cell(other) {
            last = cell
            scan.skip(1 + other.utf8.count)
        }
        let isWhole = last == nil && opens && scan.closesArgument && gathering.contains(scan.calls.last ?? "")
        var reference = Reference(sheet: scan.sheet, first: first, last: last, isWhole: isWhole)
        change(&reference)
        scan.written += reference.first.text.utf8
        if let last = reference.last { scan.written += ":\(last.text)".utf8 }
    }

    /// Goes through a formula.
    private struct Scan {
        private let bytes: [UInt8]
        private var place = 0
        var written: [UInt8] = []
        var calls: [String] = []
        private(set) var sheet: String?
        /// Whether the sheet that was named is one of another file.
        private(set) var isForeign = false
        /// Where the argument began whose sheet was named.
        private var sheetStart: Int?

        init(_ formula: String) { bytes = Array(formula.utf8) }

        var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        static func isOfWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "?"), UInt8(ascii: "\\"), 0x80...:
                true
            default: false
            }
        }

        mutating func copy() {
            written.append(bytes[place])
            place += 1
        }

        /// Copies what stands between words; no sheet, text or table that came before it counts behind it.
        mutating func copyMark() {
            copy()
            forgetSheet()
        }

        /// Copies what stands in quotes and gives it without them.
        @discardableResult
        mutating func copyQuoted(_ quote: UInt8) -> String {
            let start = written.count
            sheetStart = sheetStart ?? start
            var text: [UInt8] = []
            copy()
            while let byte = next {
                copy()
                guard byte == quote else {
                    text.append(byte)
                    continue
                }
                guard next == quote else { break }
                text.append(byte)
                copy()
            }
            isForeign = text.contains(UInt8(ascii: "["))
            return String(decoding: text, as: UTF8.self)
        }

        mutating func copyBrackets() {
            var depth = 0
            while let byte = next {
                depth += byte == UInt8(ascii: "[") ? 1 : byte == UInt8(ascii: "]") ? -1 : 0
                copy()
                if depth == 0 { break }
            }
            isForeign = true
        }

        mutating func name(sheet: String?) {
            self.sheet = sheet
            if sheetStart == nil { sheetStart = written.count - (sheet?.utf8.count ?? 0) }
            copy()
        }

        mutating func forgetSheet() { (sheet, isForeign, sheetStart) = (nil, false, nil) }

        mutating func word() -> String {
            let word = bytes[place...].prefix { Scan.isOfWord($0) }
            place += word.count
            return String(decoding: word, as: UTF8.self)
        }

        /// The word some places further on.
        func word(behind count: Int) -> String? {
            let word = bytes[min(place + count, bytes.count)...].prefix { Scan.isOfWord($0) }
            return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
        }

        mutating func skip(_ count: Int) { place += count }

        var opensArgument: Bool {
            let before = written[..<(sheetStart ?? written.count)].last { $0 != UInt8(ascii: " ") }
            return before.map { "(,;".utf8.contains($0) } ?? false
        }

        var closesArgument: Bool {
            let behind = bytes[place...].first { $0 != UInt8(ascii: " ") }
            return behind.map { "),;".utf8.contains($0) } ?? false
        }
    }
}
