public import Values

/// How the letters of a text file stand in its bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, low byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, high byte first.
    case utf16BigEndian = "utf-16be"
    /// Windows-1258: Vietnamese letters with their tone behind them.
    case windows1258 = "windows-1258"
    /// TCVN3 (TCVN 5712, “ABC”, fonts such as .VnTime): one byte for each lower-case letter with its tone.
    case tcvn3
    /// VNI (fonts such as VNI-Times): a letter, and its marks in a byte behind it.
    case vni

    /// What readers call it.
    public var name: Text {
        switch self {
        case .utf8: Text("UTF-8", vi: "UTF-8")
        case .utf16LittleEndian, .utf16BigEndian: Text("UTF-16", vi: "UTF-16")
        case .windows1258: Text("Windows-1258", vi: "Windows-1258")
        case .tcvn3: Text("TCVN3 (ABC)", vi: "TCVN3 (ABC)")
        case .vni: Text("VNI", vi: "VNI")
        }
    }

    /// The encoding of a file by its bytes: by its mark, as UTF-8 where every byte fits, else the one in which the most
    /// words are Vietnamese syllables.
    public static func detected(in bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let wide = unmarkedUTF16(bytes) { return wide }
        if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
        return bestOfLegacy { $0.text(of: sample(bytes)) }
    }

    /// The encoding of the fonts in which a text was typed whose characters stand for bytes, as in old workbooks;
    /// `nil` when it is plain Unicode.
    public static func typed(in texts: some Sequence<String>) -> TextEncoding? {
        var bytes: [UInt8] = []
        var plain = 0
        for text in texts where bytes.count < sampleLength {
            guard let single = singleBytes(text) else {
                plain += text.unicodeScalars.count { $0.value > 0xFF && $0.properties.isAlphabetic }
                continue
            }
            bytes += single + [0x20]
        }
        guard plain == 0, bytes.contains(where: { $0 >= 0x80 }) else { return nil }
        let latin = Legibility(of: String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
        let best = bestOfLegacy([.tcvn3, .vni]) { $0.text(of: bytes[...]) }
        let legibility = Legibility(of: best.text(of: bytes[...]))
        return legibility > latin && legibility.isVietnamese ? best : nil
    }

    /// The text in NFC; `nil` when the bytes are not of this encoding.
    public func decode(_ bytes: [UInt8]) -> String? {
        switch self {
        case .utf8:
            let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            return String(validating: content, as: UTF8.self)?.composed
        case .utf16LittleEndian: return wide(bytes) { UInt16($0) | UInt16($1) << 8 }
        case .utf16BigEndian: return wide(bytes) { UInt16($0) << 8 | UInt16($1) }
        case .windows1258, .tcvn3, .vni: return text(of: bytes[...])
        }
    }

    /// A text whose characters stand for bytes of this encoding, as Unicode; as it is where some stand for none.
    public func decode(typed text: String) -> String {
        guard let bytes = TextEncoding.singleBytes(text), bytes.contains(where: { $0 >= 0x80 }) else { return text }
        return self.text(of: bytes[...])
    }

    private static let sampleLength = 64 * 1024

    private static func sample(_ bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.prefix(sampleLength) }

    private static func bestOfLegacy(
        _ candidates: [TextEncoding] = [.windows1258, .tcvn3, .vni], _ text: (TextEncoding) -> String
    ) -> TextEncoding {
        var best = candidates[0]
        var score: Legibility?
        for candidate in candidates {
            let other = Legibility(of: text(candidate))
            if score.map({ other > $0 }) ?? true { (best, score) = (candidate, other) }
        }
        return best
    }

    /// UTF-16 without a mark shows by its noughts: nearly every second byte of plain letters and digits is one.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let start = bytes.prefix(4096)
        guard start.count >= 4, bytes.count % 2 == 0 else { return nil }
        var noughts = (even: 0, odd: 0)
        for (place, byte) in start.enumerated() where byte == 0 {
            if place % 2 == 0 { noughts.even += 1 } else { noughts.odd += 1 }
        }
        let many = start.count / 5
        if noughts.odd > many, noughts.even == 0 { return .utf16LittleEndian }
        if noughts.even > many, noughts.odd == 0 { return .utf16BigEndian }
        return nil
    }

    private func wide(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        var units = stride(from: 0, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        if units.first == 0xFEFF { units.removeFirst() }
        return String(validating: units, as: UTF16.self)?.composed
    }

    private func text(of bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .windows1258: LegacyLetters.windows1258(bytes)
        case .tcvn3: LegacyLetters.tcvn3(bytes)
        case .vni: LegacyLetters.vni(bytes)
        case .utf8, .utf16LittleEndian, .utf16BigEndian: String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The bytes that the characters stand for; `nil` when one stands for none.
    private static func singleBytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) ?? LegacyLetters.windows1252[scalar] else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}

/// How much a text looks like Vietnamese.
private struct Legibility: Comparable {
    private let score: Int

    /// Looks at the words with letters beyond ASCII: those that are syllables count for it, others against it.
    init(of text: String) {
        var score = 0
        var word = String.UnicodeScalarView()
        var isForeign = false
        func finish() {
            if isForeign { score += VietnameseSyllable.isOne(String(word)) ? 2 : -2 }
            word.removeAll(keepingCapacity: true)
            isForeign = false
        }
        for scalar in text.unicodeScalars {
            let isMark = (0x300...0x36F).contains(scalar.value)
            if scalar.properties.isAlphabetic || isMark {
                word.append(scalar)
                isForeign = isForeign || scalar.value >= 0x80
            } else {
                finish()
                if scalar.value >= 0x80 { score -= 1 }
                if scalar.value == 0xFFFD { score -= 4 }
            }
        }
        finish()
        self.score = score
    }

    /// Whether more than one word speaks for it, and not more against it.
    var isVietnamese: Bool { score >= 4 }

    static func < (left: Legibility, right: Legibility) -> Bool { left.score < right.score }
}
