import Testing

@testable import Budget

@Suite struct MoneyInWordsTests {
    @Test(arguments: [
        (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
        (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (34, "ba mươi tư"),
        (55, "năm mươi lăm"), (91, "chín mươi mốt"), (100, "một trăm"), (101, "một trăm linh một"),
        (104, "một trăm linh bốn"), (105, "một trăm linh năm"), (110, "một trăm mười"), (111, "một trăm mười một"),
        (115, "một trăm mười lăm"), (121, "một trăm hai mươi mốt"), (999, "chín trăm chín mươi chín"),
        (1000, "một nghìn"), (1001, "một nghìn không trăm linh một"), (1010, "một nghìn không trăm mười"),
        (1100, "một nghìn một trăm"), (10_000, "mười nghìn"), (21_000, "hai mươi mốt nghìn"),
        (70_000, "bảy mươi nghìn"), (150_000, "một trăm năm mươi nghìn"), (1_000_000, "một triệu"),
        (1_000_001, "một triệu không nghìn không trăm linh một"), (1_000_500, "một triệu không nghìn năm trăm"),
        (1_005_000, "một triệu không trăm linh năm nghìn"), (1_250_000, "một triệu hai trăm năm mươi nghìn"),
        (85_000_120, "tám mươi lăm triệu không nghìn một trăm hai mươi"),
        (178_320_005, "một trăm bảy mươi tám triệu ba trăm hai mươi nghìn không trăm linh năm"),
        (1_000_000_000, "một tỷ"), (2_050_000_000, "hai tỷ không trăm năm mươi triệu"),
        (1_000_000_015, "một tỷ không triệu không nghìn không trăm mười lăm"),
        (1_500_000_000_000, "một nghìn năm trăm tỷ"), (1_000_000_000_000_000_000, "một tỷ tỷ"),
    ])
    func reads(_ number: UInt64, _ words: String) {
        #expect(NumberWords.words(number) == words)
    }

    @Test func amountsBeginWithACapitalAndEndInDong() {
        #expect(moneyInWords(1_250_000) == "Một triệu hai trăm năm mươi nghìn đồng")
        #expect(moneyInWords(0) == "Không đồng")
        #expect(moneyInWords(-5) == "Âm năm đồng")
        #expect(moneyInWords(.min).hasPrefix("Âm chín tỷ hai trăm hai mươi ba triệu"))
        #expect(moneyInWords(.max).hasSuffix("tám trăm linh bảy đồng"))
    }

    @Test func noTwoNumbersSoundAlike() {
        var seen: Set<String> = []
        var count = 0
        for number in Array(0...20_000) + Array(stride(from: 20_001, through: 1_000_000, by: 37)) {
            seen.insert(NumberWords.words(UInt64(number)))
            count += 1
        }
        #expect(seen.count == count)
    }

    @Test func wordsReadBackAsTheSameNumber() {
        var generator = SystemRandomNumberGenerator()
        for magnitude in 1...63 {
            for _ in 0..<300 {
                let number = UInt64.random(in: 0..<(UInt64(1) << magnitude), using: &generator)
                #expect(WordReader.number(NumberWords.words(number)) == number, "\(number)")
            }
        }
    }

    @Test func spacesAreSingleAndNoWordIsEmpty() {
        for number in stride(from: UInt64(0), through: 3_000_000_000, by: 1_234_567) {
            #expect(!NumberWords.words(number).split(separator: " ", omittingEmptySubsequences: false).contains(""))
        }
    }
}

/// Reads Vietnamese number words back, by another way than they are written: each scale multiplies what stands
/// before it back to the next larger scale.
private enum WordReader {
    static let digits: [String: UInt64] = [
        "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
        "tám": 8, "chín": 9, "mười": 10,
    ]

    static func number(_ words: String) -> UInt64? {
        value(words.split(separator: " ").map(String.init)[...])
    }

    private static func value(_ words: ArraySlice<String>) -> UInt64? {
        guard !words.isEmpty else { return 0 }
        if let place = words.lastIndex(of: "tỷ") {
            guard let high = value(words[..<place]), let low = value(words[(place + 1)...]), low < 1_000_000_000 else {
                return nil
            }
            return high * 1_000_000_000 + low
        }
        for (name, scale) in [("triệu", UInt64(1_000_000)), ("nghìn", 1000), ("trăm", 100), ("mươi", 10)] {
            guard let place = words.firstIndex(of: name) else { continue }
            guard let high = value(words[..<place]), let low = value(words[(place + 1)...]), low < scale else {
                return nil
            }
            return high * scale + low
        }
        return words.reduce(into: UInt64?(0)) { sum, word in
            if word != "linh" { sum = sum.flatMap { sum in digits[word].map { sum + $0 } } }
        }
    }
}
