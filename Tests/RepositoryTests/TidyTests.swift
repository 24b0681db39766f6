import Testing

/// The house's budgets. Where the past is above one, its count is a ratchet: it may fall, never rise.
@Suite struct TidyTests {
    static let sourceLines = 400
    static let testLines = 600
    static let functionLines = 50
    static let lineWidth = 120

    /// Lines wider than the budget that stand today.
    static let wideLines = 0
    /// Functions longer than the budget that stand today.
    static let longFunctions = 0

    @Test(arguments: Checkout.sources)
    func fileIsNotTooLong(_ path: String) {
        let count = Checkout.lines(path).count
        #expect(count <= Self.sourceLines, "\(path) has \(count) lines; split it by topic")
    }

    @Test(arguments: Checkout.tests)
    func testFileIsNotTooLong(_ path: String) {
        let count = Checkout.lines(path).count
        #expect(count <= Self.testLines, "\(path) has \(count) lines; split it by topic")
    }

    @Test func linesAreNarrow() {
        let wide = Checkout.sources.flatMap { path in
            // Characters are counted where there are enough bytes for too many.
            Checkout.lines(path).enumerated().filter { _, line in
                line.utf8.count > Self.lineWidth && line.count > Self.lineWidth
            }.map { "\(path):\($0.offset + 1)" }
        }
        #expect(wide.count <= Self.wideLines, "wider than \(Self.lineWidth): \(wide.joined(separator: ", "))")
    }

    @Test func functionsAreShort() {
        let long = Checkout.sources.flatMap { path in
            Self.functions(Checkout.lines(path)).filter { $0.lines > Self.functionLines }.map { "\(path):\($0.start)" }
        }
        #expect(long.count <= Self.longFunctions, "longer than \(Self.functionLines): \(long.joined(separator: ", "))")
    }

    @Test(arguments: Checkout.sources)
    func nothingTraps(_ path: String) {
        let banned = ["try!", "as! ", "fatalError(", "preconditionFailure(", "assertionFailure("]
        for (index, line) in Checkout.lines(path).enumerated() where !line.contains("//") {
            for word in banned { #expect(!line.contains(word), "\(path):\(index + 1) may trap: \(word)") }
        }
    }

    @Test(arguments: Checkout.sources)
    func nothingPrints(_ path: String) {
        for (index, line) in Checkout.lines(path).enumerated() {
            #expect(!line.contains(" print("), "\(path):\(index + 1) prints; answer with a document")
        }
    }

    @Test(arguments: Checkout.sources)
    func namesAreNouns(_ path: String) {
        let banned = ["Manager", "Helper", "Util", "Common", "Base", "Impl"]
        let name = path.split(separator: "/").last.map { $0.dropLast(6) } ?? ""
        for word in banned { #expect(!name.hasSuffix(word), "\(path) is named for a role in general") }
    }

    @Test(arguments: Checkout.sources)
    func publicDeclarationsAreDocumented(_ path: String) {
        let lines = Checkout.lines(path)
        let declared = [
            "func ", "var ", "let ", "struct ", "class ", "enum ", "protocol ", "init", "static ", "final ",
            "typealias ", "subscript",
        ]
        for (index, line) in lines.enumerated() {
            let trimmed = line.drop { $0 == " " }
            guard trimmed.hasPrefix("public "), !trimmed.hasPrefix("public import") else { continue }
            guard declared.contains(where: { trimmed.dropFirst(7).hasPrefix($0) }) else { continue }
            var above = index - 1
            while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
            let documented = above >= 0 && lines[above].drop { $0 == " " }.hasPrefix("///")
            #expect(documented, "\(path):\(index + 1) is public and has no comment")
        }
    }

    /// The functions of a file with their first lines and lengths, by their indentation.
    private static func functions(_ lines: [Substring]) -> [(start: Int, lines: Int)] {
        var found: [(start: Int, lines: Int)] = []
        for (index, line) in lines.enumerated() {
            let trimmed = line.drop { $0 == " " }
            guard trimmed.contains("func ") || trimmed.contains("init("), line.hasSuffix("{") else { continue }
            let indent = line.count - trimmed.count
            let closing = String(repeating: " ", count: indent) + "}"
            if let end = lines[index...].firstIndex(where: { $0.hasPrefix(closing) }) {
                found.append((index + 1, end - index + 1))
            }
        }
        return found
    }
}
