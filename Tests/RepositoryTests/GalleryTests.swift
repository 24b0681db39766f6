import Foundation
import Testing

/// Every code of a finding that the sources declare is shown, with its whole answer, in a session file.
@Suite struct GalleryTests {
    /// Codes that no line of a session can bring, each with the test that shows it.
    static let shownElsewhere: [String: String] = [
        // The program's own command line, terminal and files: no session has begun or can have begun.
        "usage": "Tests/CommandLine/check.py",
    ]

    static let declared: [(code: String, path: String)] = Checkout.sources.flatMap { path in
        codes(Checkout.text(path)).map { ($0, path) }
    }

    /// The codes of the extensions of `Diagnostic.Code` in a file.
    private static func codes(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.contains("static let "), let colon = line.range(of: ": Self = \"") else { return nil }
            let rest = line[colon.upperBound...]
            return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
        }
    }

    static let shown: Set<String> = {
        var shown: Set<String> = []
        for path in Checkout.files(in: ".", ending: ".session") {
            for line in Checkout.lines(path) {
                guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"), open < close,
                    ["error", "warning", "lỗi", "cảnh báo"].contains(String(line[..<open]))
                else { continue }
                shown.insert(String(line[line.index(after: open)..<close]))
            }
        }
        return shown
    }()

    @Test func thereAreCodes() {
        #expect(Self.declared.count > 150)
    }

    @Test func everyCodeIsShown() {
        for (code, path) in Self.declared where !Self.shown.contains(code) {
            guard let test = Self.shownElsewhere[code] else {
                Issue.record("no .session file shows ‘\(code)’ (\(path))")
                continue
            }
            #expect(Checkout.text(test).contains(code), "\(test) does not show ‘\(code)’")
        }
    }

    @Test func nothingIsExcusedWithoutNeed() {
        let codes = Set(Self.declared.map(\.code))
        for code in Self.shownElsewhere.keys {
            #expect(codes.contains(code), "‘\(code)’ is declared no more")
            #expect(!Self.shown.contains(code), "‘\(code)’ is shown in a .session file: take it off the list")
        }
    }

    @Test func thereAreManyCases() {
        let cases = Checkout.files(in: "Tests/Sessions", ending: ".session").reduce(0) { count, path in
            count + Checkout.lines(path).count { $0.hasPrefix("> ") }
        }
        #expect(cases >= 300)
    }
}
