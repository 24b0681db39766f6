extension Unicode.Scalar {
    /// How many columns a terminal gives the character: 0 for combining marks, 2 for East Asian wide ones and emoji.
    var displayWidth: Int {
        if value < 0x300 { return value < 0x20 || 0x7F..<0xA0 ~= value ? 0 : 1 }
        if 0x1E00..<0x2000 ~= value { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if 0x1160...0x11FF ~= value { return 0 }
        return isWide ? 2 : 1
    }

    private var isWide: Bool {
        if value >= 0x1100, Unicode.Scalar.wide.contains(where: { $0 ~= value }) { return true }
        return properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= value)
    }

    /// East Asian wide characters, in rough blocks; emoji are known by their property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}

extension String {
    /// How many columns a terminal gives the text.
    public var displayWidth: Int {
        if utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return utf8.count }
        return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }

    /// The text without anything that could steer a terminal or turn the order of letters.
    ///
    /// Control characters become their pictures (`␛`), line ends and tabs a space, direction marks `�`.
    var harmless: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { return self }
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029:
                if scalar != "\n" || clean.last != " " { clean.append(" ") }
            case 0..<0x20: clean.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: clean.append("\u{2421}")
            case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// The text with spaces behind it (or before it) up to a width.
    func padded(to width: Int, right: Bool = false) -> String {
        let gap = String(repeating: " ", count: max(0, width - displayWidth))
        return right ? gap + self : self + gap
    }

    /// The text without spaces at its end.
    var trimmedEnd: String {
        var view = self[...]
        while view.last == " " { view = view.dropLast() }
        return String(view)
    }
}
