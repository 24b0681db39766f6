import Diagnostics
import Syntax
import Tables
import Testing
import Values

@Suite struct TextTests {
    @Test(arguments: [
        ("\"n = {1234.5}\"", "n = 1.234,5", "n = 1,234.5"), ("\"{1234567.891:0}\"", "1234568", "1234568"),
        ("\"{1234567.891:0,0}\"", "1.234.568", "1,234,568"), ("\"{1234.5:0.00}\"", "1234,50", "1234.50"),
        ("\"{1234.56:0,0.0}\"", "1.234,6", "1,234.6"), ("\"{33.567%:0.0}\"", "33,6 %", "33.6 %"),
        ("\"{$row.cost:0,0}\"", "1.000.000 đ", "1,000,000 đ"),
        ("\"{2025-03-04:dd/mm/yyyy}\"", "04/03/2025", "04/03/2025"),
        ("\"{2025-03-04:d-m-yy}\"", "4-3-25", "4-3-25"),
        ("\"{2025-03-04:ngày dd tháng mm năm yyyy}\"", "ngày 04 tháng 03 năm 2025", "ngày 04 tháng 03 năm 2025"),
        ("\"{2025-03-04}\"", "04/03/2025", "4 Mar 2025"), ("\"{{x}}\"", "{x}", "{x}"),
        ("\"{1 / 0}\"", "không áp dụng", "n/a"),
        ("\"{1 / 0:0.0}\"", "không áp dụng", "n/a"), ("'{x}'", "{x}", "{x}"),
        ("\"{$row.unit}: {$month}\"", "HP-001: 2025-03", "HP-001: 2025-03"),
    ])
    func interpolations(_ text: String, _ vietnamese: String, _ english: String) throws {
        var world = World.standard
        #expect(try value(text, world) == .text(vietnamese))
        world.language = .english
        #expect(try value(text, world) == .text(english))
    }

    @Test func textsStandOverRowsToo() throws {
        #expect(try cells("\"{unit}: {hours:0.0}\"")[0] == .text("HP-001: 4,0"))
    }

    @Test func aTextAloneIsChecked() throws {
        let literal = StringLiteral(
            parts: [.text("a "), .expression(Expression(.column("hour"), SourceSpan(0, 4)), format: nil)],
            span: SourceSpan(0, 9))
        let checker = ExpressionChecker(World.standard, source: Source(name: "test", text: "hour"))
        #expect(checker.check(literal, columns: .known(World.schema)).findings.first?.replacement == "hours")
    }

    /// The alphabet first, then the tones, then capitals; digits before letters, marks before digits.
    @Test(arguments: [
        [
            "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
            "r", "s", "t", "u", "ư", "v", "x", "y", "z",
        ],
        ["ba", "bà", "bả", "bã", "bá", "bạ"], ["an", "An", "án", "Án", "ăn", "ân"],
        ["an toàn", "Ân", "Bình", "Đặng", "em"],
        ["", " a", "-a", "1", "9", "a", "中"], ["ân", "ần", "ẩn", "ẫn", "ấn", "ận"], ["ban a", "bán a", "ban b"],
        ["HP-001", "HP-010", "HP-1"],
    ])
    func vietnameseOrder(_ sorted: [String]) {
        for (left, right) in zip(sorted, sorted.dropFirst()) {
            #expect(VietnameseKey(left) < VietnameseKey(right), "\(left) < \(right)")
            #expect(!(VietnameseKey(right) < VietnameseKey(left)), "\(left) < \(right)")
        }
    }

    @Test func patternsIgnoreCaseAndTones() throws {
        for (text, pattern, holds) in [
            ("Thái Phiên", "thai phien", true), ("Thái Phiên", "thai", false), ("Thái Phiên", "THAI*", true),
            ("", "*", true), ("", "", true),
            ("abc", "a?c", true), ("abc", "a*b*c*", true), ("abc", "?", false), ("aaa", "*a?", true),
            ("mississippi", "m*iss*ip*i", true),
        ] {
            #expect(try value("\"\(text)\" matches \"\(pattern)\"") == .yesNo(holds), "\(text) \(pattern)")
        }
    }
}
