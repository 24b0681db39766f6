@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode's composed form (NFC), in which Sen keeps every text.
    public var composed: String {
        if utf8.allSatisfy({ $0 < 0xCC }) { return self }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
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
