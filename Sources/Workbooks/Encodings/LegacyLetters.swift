import Values

/// The letters behind the bytes of the encodings that came before Unicode.
enum LegacyLetters {
    /// Windows-1258: as Latin-1 but for the letters below, tones as combining marks.
    static func windows1258(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(differing1258[byte] ?? windows1252Letters[byte] ?? Unicode.Scalar(byte)) }
        return String(scalars).composed
    }

    /// TCVN3: one byte a letter. Fonts of capitals use the bytes of the small letters: a word with several plain
    /// capitals and no plain small letter is in capitals, and so is a whole cell that has such words and no small
    /// letter.
    static func tcvn3(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.split(omittingEmptySubsequences: false) { cellEnds.contains($0) }.reduce(into: "") { text, cell in
            if cell.startIndex > bytes.startIndex {
                text.unicodeScalars.append(Unicode.Scalar(bytes[cell.startIndex - 1]))
            }
            let words = cell.split(omittingEmptySubsequences: false) { $0 == blank }
            let isLoud =
                words.filter(isCapitals).map(\.count).reduce(0, +) >= 5 && !words.contains(where: hasSmallLetter)
            text += words.map { word in
                let letters = tcvn3Letters(of: word)
                return isLoud || isCapitals(word) ? letters.uppercased() : letters
            }.joined(separator: " ")
        }.composed
    }

    private static let blank = UInt8(ascii: " ")
    private static let cellEnds = Set("\r\n\t;,\"".utf8)

    private static func tcvn3Letters(of word: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in word {
            scalars.append(
                byte > 0xA0 && byte < 0xFF
                    ? tcvn3Letters[Int(byte) - 0xA0] : windows1252Letters[byte] ?? Unicode.Scalar(byte))
        }
        return String(scalars)
    }

    private static func isCapitals(_ word: ArraySlice<UInt8>) -> Bool {
        word.count { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (0xA1...0xA7).contains($0) } > 1
            && !hasSmallLetter(word)
    }

    /// Whether a letter stands in a word that is small for sure: plain, or one whose capital has a byte of its own.
    private static func hasSmallLetter(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0xA8...0xAE).contains($0) }
    }

    /// VNI: a letter, and in the byte behind it its marks.
    static func vni(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            if let single = vniLetters[byte] {
                scalars.append(single)
            } else if let marks = vniMarks[byte | 0x20], byte >= 0xC0, isVowel(scalars.last) {
                scalars.append(contentsOf: marks)
            } else {
                scalars.append(windows1252Letters[byte] ?? Unicode.Scalar(byte))
            }
        }
        return String(scalars).composed
    }

    private static func isVowel(_ letter: Unicode.Scalar?) -> Bool {
        guard let letter else { return false }
        return "aeouyAEOUYơƠưƯ".unicodeScalars.contains(letter)
    }

    /// The bytes of Windows-1258 that differ from Windows-1252.
    private static let differing1258: [UInt8: Unicode.Scalar] = [
        0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă",
        0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
    ]

    /// The bytes 0x80 to 0x9F of Windows-1252.
    private static let windows1252Letters: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
        0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
        0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]

    /// The characters that stand for the bytes 0x80 to 0x9F where a text of bytes was taken for Windows-1252.
    static let windows1252 = Dictionary(uniqueKeysWithValues: windows1252Letters.map { ($1, $0) })

    /// The letters of the bytes from 0xA0 on in TCVN 5712-1 (VN1), which TCVN3 fonts share.
    private static let tcvn3Letters = Array(
        ("\u{A0}ĂÂÊÔƠƯĐăâêôơưđẶ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộ"
            + "ờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ").unicodeScalars)

    /// The letters of VNI that stand alone.
    private static let vniLetters: [UInt8: Unicode.Scalar] = [
        0xCD: "Í", 0xCC: "Ì", 0xC6: "Ỉ", 0xD3: "Ĩ", 0xD2: "Ị", 0xD4: "Ơ", 0xD6: "Ư", 0xCE: "Ỵ", 0xD1: "Đ",
        0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xF4: "ơ", 0xF6: "ư", 0xEE: "ỵ", 0xF1: "đ",
    ]

    /// The marks of VNI by their small byte: circumflex, breve, and each with a tone.
    private static let vniMarks: [UInt8: [Unicode.Scalar]] = [
        0xF9: ["\u{301}"], 0xF8: ["\u{300}"], 0xFB: ["\u{309}"], 0xF5: ["\u{303}"], 0xEF: ["\u{323}"],
        0xE2: ["\u{302}"], 0xE1: ["\u{302}", "\u{301}"], 0xE0: ["\u{302}", "\u{300}"], 0xE5: ["\u{302}", "\u{309}"],
        0xE3: ["\u{302}", "\u{303}"], 0xE4: ["\u{302}", "\u{323}"],
        0xEA: ["\u{306}"], 0xE9: ["\u{306}", "\u{301}"], 0xE8: ["\u{306}", "\u{300}"], 0xFA: ["\u{306}", "\u{309}"],
        0xFC: ["\u{306}", "\u{303}"], 0xEB: ["\u{306}", "\u{323}"],
    ]
}
