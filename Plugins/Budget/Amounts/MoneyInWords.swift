/// An amount of đồng in Vietnamese words, as papers write it below the figures: “Một triệu hai trăm nghìn đồng”.
func moneyInWords(_ dong: Int64) -> String {
    let words = (dong < 0 ? "âm " : "") + NumberWords.words(dong.magnitude) + " đồng"
    return words.prefix(1).uppercased() + words.dropFirst()
}

/// Whole numbers in Vietnamese words, read as schools teach it: 1.000.500 is “một triệu không nghìn năm trăm”, so that
/// no two numbers sound alike.
enum NumberWords {
    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    private static let billion: UInt64 = 1_000_000_000

    /// The words of a number.
    static func words(_ number: UInt64) -> String {
        number == 0 ? digit(0) : words(number, full: false).joined(separator: " ")
    }

    /// The words of a number above nought; a full one stands behind others, so that its noughts are read, too.
    private static func words(_ number: UInt64, full: Bool) -> [String] {
        let (high, low) = number.quotientAndRemainder(dividingBy: billion)
        guard high == 0 else {
            return words(high, full: full) + ["tỷ"] + (low == 0 ? [] : words(low, full: true))
        }
        var words: [String] = []
        var rest = low
        var isFull = full
        for (value, name) in [(UInt64(1_000_000), "triệu"), (1000, "nghìn"), (1, "")] {
            guard rest > 0 else { break }
            let group = Int(rest / value)
            rest %= value
            guard group > 0 || isFull else { continue }
            words += group == 0 ? [digit(0)] : three(group, full: isFull)
            if !name.isEmpty { words.append(name) }
            isFull = true
        }
        return words
    }

    /// The words of 1 to 999; with its hundreds even where they are none, behind a higher group.
    private static func three(_ number: Int, full: Bool) -> [String] {
        let hundreds = number / 100
        let words = hundreds > 0 || full ? [digit(hundreds), "trăm"] : []
        return words + two(number % 100, behindHundreds: !words.isEmpty)
    }

    private static func two(_ number: Int, behindHundreds: Bool) -> [String] {
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        switch (tens, ones) {
        case (0, 0): return []
        case (0, _): return behindHundreds ? ["linh", digit(ones)] : [digit(ones)]
        case (1, 0): return ["mười"]
        case (1, 5): return ["mười", "lăm"]
        case (1, _): return ["mười", digit(ones)]
        case (_, 0): return [digit(tens), "mươi"]
        case (_, 1): return [digit(tens), "mươi", "mốt"]
        case (_, 4): return [digit(tens), "mươi", "tư"]
        case (_, 5): return [digit(tens), "mươi", "lăm"]
        default: return [digit(tens), "mươi", digit(ones)]
        }
    }

    private static func digit(_ digit: Int) -> String {
        digits.indices.contains(digit) ? digits[digit] : ""
    }
}
