import Values

/// The numbers of a workbook, which are binary fractions written out.
enum SheetNumber {
    /// A number to the 15 digits that spreadsheets show.
    static func read(_ text: String) -> Number? {
        if let exact = Number(text), text.utf8.count <= 16 { return exact }
        guard let value = Double(text), value.isFinite else { return nil }
        guard value != 0 else { return .zero }
        let size = Int(value.magnitude.exponentTen)
        return Number(rounding: value, decimals: min(18, max(0, 14 - size)))
    }

    /// The day of a serial number; `nil` for what is no day between 1900 and 9999.
    static func day(_ number: Number, from1904: Bool) -> Day? {
        let below = number.rounded(to: 0)
        guard let nearest = below.whole else { return nil }
        let serial = below > number ? nearest - 1 : nearest
        guard serial >= (from1904 ? 0 : 1), serial <= 2_958_465 else { return nil }
        // Days since 30 December 1899. Before March 1900 the count is one off: it has a 29 February that never was.
        let days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
        return Day(number: Int32(days - 25_569))
    }
}

extension Double {
    /// The power of ten of the first digit: 2 for 345.
    fileprivate var exponentTen: Int {
        var power = 0
        var rest = self
        while rest >= 10, power < 400 {
            rest /= 10
            power += 1
        }
        while rest < 1, power > -400 {
            rest *= 10
            power -= 1
        }
        return power
    }
}

/// The texts of a workbook.
enum SheetText {
    /// A text in NFC, with `_x000D_` and the like resolved.
    static func plain(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return (text.contains("_x") ? unescaped(text) : text).composed
    }

    /// `_xHHHH_` stands for a character that XML cannot hold.
    private static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            if first == "_", rest.dropFirst().first == "x", rest.count >= 7 {
                let digits = rest.dropFirst(2).prefix(4)
                let end = rest.dropFirst(6)
                if end.first == "_", let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) {
                    if scalar != "\r" { result.append(scalar) }
                    rest = end.dropFirst()
                    continue
                }
            }
            result.append(first)
            rest = rest.dropFirst()
        }
        return String(result)
    }
}
