import Testing
import Values

@Suite struct TextTests {
    @Test func composesAndFolds() {
        #expect("Na\u{0306}\u{0303}ng".composed.unicodeScalars.elementsEqual("Nẵng".composed.unicodeScalars))
        #expect("Na\u{0306}\u{0303}ng".composed.unicodeScalars.count == 4)
        #expect("Đơn vị TRƯỜNG".folded == "don vi truong")
    }

    @Test func suggestsOnlyWhatIsNear() {
        #expect(nearest(to: "thsc", among: ["thcs", "thpt", "mn"]) == "thcs")
        #expect(nearest(to: "regster", among: ["register", "render"]) == "register")
        #expect(nearest(to: "xyz", among: ["thcs", "thpt"]) == nil)
        #expect(editDistance("thsc", "thcs", limit: 3) == 1)
    }
}
