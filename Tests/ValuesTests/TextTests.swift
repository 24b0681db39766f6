@_spi(_Unicode) import Swift
import Testing
import Values

@Suite struct TextTests {
    @Test func composesAndFolds() {
        #expect("Na\u{0306}\u{0303}ng".composed.unicodeScalars.elementsEqual("Nẵng".composed.unicodeScalars))
        #expect("Na\u{0306}\u{0303}ng".composed.unicodeScalars.count == 4)
        #expect("Đơn vị TRƯỜNG".folded == "don vi truong")
    }

    /// Composing each character, alone and behind and before a letter, is what Unicode says it is.
    @Test func composesAsUnicodeDoes() {
        for value in UInt32(0x80)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["\(scalar)", "a\(scalar)", "\(scalar)\u{301}"] {
                let composed = String(String.UnicodeScalarView(text._nfc))
                #expect(text.composed.unicodeScalars.elementsEqual(composed.unicodeScalars), "U+\(value)")
            }
        }
    }

    @Test func suggestsOnlyWhatIsNear() {
        #expect(nearest(to: "thsc", among: ["thcs", "thpt", "mn"]) == "thcs")
        #expect(nearest(to: "regster", among: ["register", "render"]) == "register")
        #expect(nearest(to: "xyz", among: ["thcs", "thpt"]) == nil)
        #expect(editDistance("thsc", "thcs", limit: 3) == 1)
    }
}
