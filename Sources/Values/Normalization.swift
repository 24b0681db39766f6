@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode's composed form (NFC), in which Sen keeps every text.
    public var composed: String {
        if isPlainlyComposed { return self }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }

    /// Whether the bytes alone show that the text is composed: Latin letters with all their Vietnamese tones, common
    /// punctuation, emoji. A text that is not so may be composed all the same.
    private var isPlainlyComposed: Bool {
        var bytes = utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case ..<0xCC: continue
            case 0xE1:
                // U+1E00 to U+1EFF
                guard let next = bytes.next(), 0xB8...0xBB ~= next else { return false }
            case 0xE2:
                // U+2002 to U+203F
                guard bytes.next() == 0x80, let last = bytes.next(), last >= 0x82 else { return false }
            case 0xF0:
                // U+1F000 to U+1FFFF
                guard bytes.next() == 0x9F else { return false }
            default: return false
            }
        }
        return true
    }

    /// The text for searching and matching: lower case, without tones and diacritics, `đ` as `d`.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var scalars = String.UnicodeScalarView()
        for scalar in lowercased()._nfd {
            switch scalar.value {
            case 0x300...0x36F: continue
            case 0x111: scalars.append("d")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
