@_spi(_Unicode) import Swift

/// How wide texts are in Times New Roman, to lay out columns and rules before any program has drawn them.
enum PrintWidth {
    /// The width in points at a size in points.
    static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
        let widths = bold ? PrintWidth.bold : PrintWidth.regular
        var sum = 0
        for scalar in text._nfd {
            switch scalar.value {
            case 0x20..<0x7F: sum += widths[Int(scalar.value) - 0x20]
            case 0x31B: sum += 40
            case 0x300...0x36F, 0..<0x20: continue
            case 0xA0: sum += 250
            case 0x110: sum += 722
            case 0x111, 0x2013: sum += bold ? 556 : 500
            case 0..<0x2E80: sum += 560
            default: sum += 1000
            }
        }
        return Double(sum) * size / 1000
    }

    /// The width of the widest word.
    static func longestWord(_ text: String, size: Double, bold: Bool = false) -> Double {
        text.split { $0 == " " || $0 == "\n" }.reduce(0) { max($0, of(String($1), size: size, bold: bold)) }
    }

    /// The text in lines of at most a width, broken between words.
    static func lines(_ text: String, width: Double, size: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, of("\(last) \(word)", size: size) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    /// The text, ended with `…` where it is wider than a width.
    static func shortened(_ text: String, width: Double, size: Double) -> String {
        guard of(text, size: size) > width else { return text }
        var text = text
        while !text.isEmpty, of(text + "…", size: size) > width { text.removeLast() }
        return text + "…"
    }

    /// Thousandths of the size for `space` to `~`, upright.
    private static let regular = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
        611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
        500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
        500, 500, 444, 480, 200, 480, 541,
    ]

    /// The same in bold.
    private static let bold = [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778,
        667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500,
        556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722,
        500, 500, 444, 394, 220, 394, 520,
    ]
}
