import Diagnostics
import Foundation
import Syntax
import Testing

@Suite struct FormatterTests {
    private func format(_ text: String) throws -> String { try Formatter.format(Samples.source(text)) }

    /// What formatting keeps: the header, the tree without its places, and the comments.
    private func substance(_ text: String) -> [String] {
        let program = Parser.parse(Samples.source(text)).program
        var parts: [String] = []
        if let header = program.header {
            parts = [header.name.text, "\(header.version)", Outline.of(header.summary)]
            parts += header.parameters.map { parameter in
                [
                    parameter.name.text, parameter.type.text, parameter.standard.map(Outline.of) ?? "",
                    parameter.help.map(Outline.of) ?? "",
                ].joined(separator: " ")
            }
            parts += header.needs.map { "\($0.pack.text) \($0.version)" }
        }
        let comments = program.comments.map { comment in
            String(comment.text.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
        }
        return parts + program.statements.map(Outline.of) + comments
    }

    /// Formatting keeps the tree and the comments, and what is formatted stays as it is.
    private func obeysLaws(_ text: String) throws {
        let formatted = try format(text)
        #expect(substance(formatted) == substance(text), "\(text)\n—\n\(formatted)")
        let again = try format(formatted)
        #expect(again == formatted, "\(text)\n—\n\(formatted)\n—\n\(again)")
        for line in formatted.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(!formatted.contains("\n\n\n"))
            if !formatted.contains("\"\"\"") { #expect(line.last != " " && !line.contains("\t"), "\(formatted)") }
        }
        #expect(formatted.isEmpty || formatted.hasSuffix("\n"))
    }

    @Test func randomProgramsObeyTheLaws() throws {
        var generator = ProgramGenerator()
        var statements = 0
        for _ in 0..<600 {
            let text = generator.program()
            let findings = Parser.parse(Samples.source(text)).findings
            guard findings.isEmpty else {
                Issue.record("the generator is wrong: \(findings.map(\.message.english)) \(text)")
                return
            }
            statements += Parser.parse(Samples.source(text)).program.statements.count
            try obeysLaws(text)
        }
        #expect(statements > 400)
    }

    @Test(arguments: [Samples.lines, Samples.digest, Samples.everything])
    func samplesObeyTheLaws(_ text: String) throws { try obeysLaws(text) }

    /// The scripts of the repository, and what is typed in its sessions.
    private static let written: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var texts: [String] = []
        for folder in ["seeds", "Scripts", "Sources", "Plugins", "Tests/Sessions"] {
            let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            for case let path as String in files ?? .init() {
                guard [".sen", ".session", ".md"].contains(where: { path.hasSuffix($0) }),
                    let text = try? String(contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
                else { continue }
                texts += path.hasSuffix(".sen") ? [text] : typed(text)
            }
        }
        return texts
    }()

    private static func typed(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("> ") {
                lines.append(String(line.dropFirst(2)))
            } else if line.hasPrefix(". "), let last = lines.popLast() {
                lines.append(last + "\n" + line.dropFirst(2))
            }
        }
        return lines
    }

    @Test func whatIsWrittenObeysTheLaws() throws {
        var count = 0
        for text in Self.written where Parser.parse(Samples.source(text)).findings.isEmpty {
            try obeysLaws(text)
            count += 1
        }
        #expect(count > 50)
    }

    /// The digest is in its usual form but for one line that is too wide.
    @Test func digestIsFormattedAlready() throws {
        let broken = Samples.digest.replacing(
            "under: $under | where status = behind | sort", with: "under: $under |\n  where status = behind |\n  sort")
        #expect(try format(Samples.digest) == broken)
    }

    @Test(arguments: [
        (
            "log  training HP-012   \"a  b\" on:   14/3/2025 hours: 4h",
            "log training HP-012 \"a  b\" on: 2025-03-14 hours: 4 h"
        ),
        ("let x=1+2*-3", "let x = 1 + 2 * -3"), ("let x = 1 -2", "let x = 1 - 2"),
        ("let x = -  $y - - 1", "let x = -$y - -1"),
        ("let x = - 1 - - 1", "let x = -1 - -1"), ("show -3 [1,-2]", "show -3 [1, -2]"),
        ("$t|where (a)and not(b)", "$t | where (a) and not (b)"),
        ("$t | keep 14/3/2025 ,unit", "$t | keep 14/3/2025, unit"),
        ("let x = share( a ,b )", "let x = share(a, b)"),
        ("def f (a:yes/no,b: code:unit)->number\nend", "def f(a: yes/no, b: code:unit) -> number\nend"),
        ("if 1=1 then log info \"x\"\nelse exit\nend", "if 1 = 1 then\n  log info \"x\"\nelse\n  exit\nend"),
        ("if 1=1 then end", "if 1 = 1 then\nend"),
        ("\n\n# a\n\n\n# b  \n\n\n\nlist units   # c\n\n", "# a\n\n# b\n\nlist units # c"),
        ("atomic \"x\"\n\n\n# a\n\nlist units\n\n# b\nend", "atomic \"x\"\n  # a\n\n  list units\n\n  # b\nend"),
        (
            "list units |\n\n where a = 1 |# why\n# how\n\tcount",
            "list units |\n  where a = 1 | # why\n  # how\n  count"
        ),
        ("show [\n1,\n[ 2,\n3\n]\n]", "show [\n  1,\n  [2,\n    3\n  ]\n]"),
        ("show a: 1_250_000đ b: 1_0 c: 5  working  days", "show a: 1_250_000 đ b: 1_0 c: 5 working days"),
        ("log info \"\"\"\n      a\n    \"\"\"", "log info \"\"\"\n      a\n    \"\"\""),
        ("show 4\u{A0}h", "show 4\u{A0}h"), ("\u{FEFF}list units\r\n", "list units"),
    ])
    func writesTheUsualForm(_ text: String, _ expected: String) throws {
        let wanted = expected + "\n"
        #expect(try format(text) == wanted)
        try obeysLaws(text)
    }

    @Test func longPipelinesAreBroken() throws {
        let verbs = ["group by unit with n = count(), women = sum(women)", "where n > 2 and women > 10", "sort by n"]
        let line = "list trainings period: 2025 | " + verbs.joined(separator: " | ")
        #expect(try format(line) == "list trainings period: 2025 |\n  " + verbs.joined(separator: " |\n  ") + "\n")
        let short = "list trainings | count"
        #expect(try format(short + " # " + String(repeating: "x", count: 200)).hasPrefix(short + " #"))
        #expect(
            try format("show (list units | count) \"\(String(repeating: "x", count: 200))\"").hasPrefix("show (list"))
        try obeysLaws(line)
    }

    @Test(arguments: ["list units |", "let x = ", "if 1 = 1 then", "log info \"a", "== 3", "list units# x", "\u{202E}"])
    func refusesWhatDoesNotRead(_ text: String) {
        #expect(throws: Diagnostics.self) { try format(text) }
    }

    /// Time grows with the length of the text.
    @Test(arguments: [
        "a ", "# a\n", "list units # a\n", "\n", "if a = 1 then\nend\n", "list units |\n# a\nwhere a = 1 |\n count\n",
    ])
    func longTextsTakeTheirTimeOnly(_ piece: String) throws {
        let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
        let longer = String(repeating: text, count: 8)
        let clock = ContinuousClock()
        _ = try format(text)
        let one = try (0..<3).map { _ in try clock.measure { _ = try format(text) } }.min() ?? .zero
        let eight = try clock.measure { _ = try format(longer) }
        #expect(eight < one * 40 + .milliseconds(200))
    }
}
