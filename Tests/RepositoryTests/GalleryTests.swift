import Foundation
import Testing

/// Every code of a finding that the sources declare is shown, with its whole answer, in a session file.
@Suite struct GalleryTests {
    /// Why no line of a session brings a code, and the test that shows it; `nil` where nothing can but a fault of Sen.
    struct Elsewhere {
        let reason: String
        let test: String?
    }

    private static let workbooks = "Tests/WorkbooksTests/XLSXTests.swift"
    private static let importing = "Tests/ProgrammeTests/ImportingTests.swift"
    static let database = "Tests/DatabaseSQLiteTests/SQLiteFileTests.swift"
    static let server = "Tests/DatabasePostgresTests/ServerTests.swift"
    static let statements = "Tests/DatabaseTests/StatementTests.swift"
    static let copies = "Tests/KeepingTests/CopyTests.swift"
    static let runs = "Tests/CommandLine/runs.py"
    static let packs = "Tests/PacksTests/ShelfTests.swift"
    static let annex = "Plugins/Reporting/Tests/AnnexTests.swift"
    static let rare = "Tests/RepositoryTests/RareFindingTests.swift"

    static let shownElsewhere: [String: Elsewhere] = [
        "usage": Elsewhere(reason: "the command line of the program", test: "Tests/CommandLine/check.py"),
        "output-unwritable": Elsewhere(reason: "standard output that takes nothing", test: nil),
        "no-utf8": Elsewhere(reason: "a terminal of another encoding", test: nil),
        "no-terminal": Elsewhere(reason: "a prompt without a terminal", test: nil),
        "history-not-kept": Elsewhere(reason: "a home folder that cannot be written", test: nil),
        "file-unwritable": Elsewhere(reason: "a folder that cannot be written", test: "Tests/CommandLine/check.py"),
        "file-taken": Elsewhere(reason: "a new database over a file", test: nil),
        "interrupted": Elsewhere(reason: "a key while a line runs", test: statements),
        "unexpected-error": Elsewhere(reason: "an error of the system that Sen does not know", test: rare),
        "cannot-keep": Elsewhere(reason: "a pack whose argument has no written form", test: nil),
        "column-not-read": Elsewhere(reason: "a query that asks for another column", test: nil),
        "column-unreadable": Elsewhere(reason: "a database changed from outside", test: statements),
        "entry-stays": Elsewhere(reason: "a sealed case", test: "Tests/ProgrammeTests/UndoTests.swift"),
        "database-closed": Elsewhere(reason: "a connection used after its end", test: database),
        "database-damaged": Elsewhere(reason: "bytes of the file changed", test: database),
        "database-folder-missing": Elsewhere(reason: "opening", test: database),
        "database-forbidden": Elsewhere(reason: "opening", test: database),
        "database-foreign": Elsewhere(reason: "opening", test: database),
        "database-locked": Elsewhere(reason: "another program writes", test: database),
        "database-newer": Elsewhere(reason: "opening", test: database),
        "database-older": Elsewhere(reason: "opening", test: database),
        "database-pack-missing": Elsewhere(
            reason: "opening", test: "Tests/DatabaseTests/MigratorTests.swift"),
        "database-read-only": Elsewhere(reason: "opening", test: database),
        "database-rule": Elsewhere(reason: "a fault of a pack", test: statements),
        "database-statement": Elsewhere(reason: "a fault of a pack", test: statements),
        "office-unreadable": Elsewhere(reason: "opening", test: server),
        "server-library-missing": Elsewhere(reason: "a library that is not installed", test: nil),
        "server-password": Elsewhere(reason: "opening", test: server),
        "server-right": Elsewhere(reason: "a role of a server", test: "Tests/RepositoryTests/RoleTests.swift"),
        "server-superuser": Elsewhere(reason: "opening", test: server),
        "server-unreachable": Elsewhere(reason: "opening", test: server),
        "migration-doubled": Elsewhere(
            reason: "a fault of a pack", test: "Tests/DatabaseTests/MigratorTests.swift"),
        "transaction-lost": Elsewhere(
            reason: "the engine ended a transaction", test: "Tests/DatabaseTests/TransactionTests.swift"),
        "database-not-copied": Elsewhere(
            reason: "a database that a server keeps", test: "Tests/KeepingTests/EngineTests.swift"),
        "database-in-use": Elsewhere(reason: "a file that is open", test: copies),
        "database-faulty": Elsewhere(
            reason: "a database changed from outside", test: "Tests/KeepingTests/CheckTests.swift"),
        "copy-faulty": Elsewhere(reason: "a back-up changed from outside", test: copies),
        "disk-full": Elsewhere(reason: "a full disk", test: database),
        "disk-failed": Elsewhere(reason: "a broken disk", test: nil),
        "attachment-doubled": Elsewhere(
            reason: "a fault of a pack", test: "Tests/JournalTests/JournalTests.swift"),
        "attachment-lost": Elsewhere(reason: "a journal changed from outside", test: nil),
        "journal-unreadable": Elsewhere(
            reason: "a journal changed from outside", test: "Tests/JournalTests/VerifyTests.swift"),
        "journal-broken": Elsewhere(reason: "a journal changed from outside", test: rare),
        "replay-differs": Elsewhere(reason: "tables changed from outside", test: rare),
        "package-too-large": Elsewhere(
            reason: "a file of many megabytes", test: "Tests/ProgrammeTests/ExchangeRefusalTests.swift"),
        "case-damaged": Elsewhere(
            reason: "a database changed from outside", test: "Tests/ProgrammeTests/CaseTests.swift"),
        "case-text-too-long": Elsewhere(
            reason: "a text of many pages", test: "Tests/ProgrammeTests/CaseRefusalTests.swift"),
        "file-not-utf8": Elsewhere(
            reason: "a session file is UTF-8", test: "Tests/ReadingTests/SeparatedRowsTests.swift"),
        "file-not-text": Elsewhere(
            reason: "a session file holds no NUL", test: "Tests/ReadingTests/SeparatedTableTests.swift"),
        "not-a-new-name": Elsewhere(reason: "an editor renames", test: nil),
        "nobody-to-ask": Elsewhere(reason: "an option of the program", test: runs),
        "done-in-part": Elsewhere(reason: "an option of the program", test: runs),
        "cannot-catch-up": Elsewhere(reason: "an option of the program", test: runs),
        "timed-out": Elsewhere(reason: "an option of the program", test: runs),
        "formula-too-large": Elsewhere(
            reason: "hundreds of indicators in one", test: "Tests/ProgrammeTests/FormulaTests.swift"),
        "too-deep": Elsewhere(reason: "hundreds of brackets", test: "Tests/SyntaxTests/FindingTests.swift"),
        "too-many-findings": Elsewhere(reason: "hundreds of mistakes", test: "Tests/SyntaxTests/FindingTests.swift"),
        "too-many-operators": Elsewhere(reason: "a thousand operators", test: "Tests/SyntaxTests/FindingTests.swift"),
        "several-sheets": Elsewhere(reason: "a workbook, which is no text", test: importing),
        "text-garbled": Elsewhere(reason: "bytes that are no text", test: importing),
        "workbook-hostile": Elsewhere(reason: "a workbook, which is no text", test: workbooks),
        "workbook-library-missing": Elsewhere(reason: "a library that is not installed", test: nil),
        "workbook-locked": Elsewhere(reason: "a workbook, which is no text", test: workbooks),
        "workbook-other-kind": Elsewhere(reason: "a workbook, which is no text", test: importing),
        "workbook-too-old": Elsewhere(reason: "a workbook, which is no text", test: workbooks),
        "pack-changed": Elsewhere(reason: "files changed from outside", test: packs),
        "pack-left-out": Elsewhere(reason: "files changed from outside", test: packs),
        "annex-cell": Elsewhere(reason: "a workbook, filled in", test: annex),
        "annex-changed": Elsewhere(reason: "a workbook, filled in", test: annex),
        "annex-rule": Elsewhere(reason: "a workbook, filled in", test: annex),
        "annex-unchanged": Elsewhere(reason: "a workbook, filled in", test: annex),
        "zip-failed": Elsewhere(reason: "a library that does not compress", test: nil),
        "sheet-too-large": Elsewhere(
            reason: "a table of a million rows", test: "Tests/PapersTests/XLSXTests.swift"),
        "print-library-missing": Elsewhere(reason: "libraries that are not installed", test: nil),
        "print-failed": Elsewhere(reason: "too little memory", test: nil),
        "font-missing": Elsewhere(reason: "a font that is not installed", test: nil),
        "zip-library-missing": Elsewhere(reason: "a library that is not installed", test: nil),
    ]

    static let declared: [(code: String, path: String)] = Checkout.sources.flatMap { path in
        codes(Checkout.text(path)).map { ($0, path) }
    }

    /// The codes that a file declares.
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

    @Test func everyCodeIsShown() {
        #expect(Self.declared.count > 150)
        for (code, path) in Self.declared where !Self.shown.contains(code) {
            guard let elsewhere = Self.shownElsewhere[code] else {
                Issue.record("no .session file shows ‘\(code)’ (\(path))")
                continue
            }
            guard let test = elsewhere.test else { continue }
            let words = code.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            let name = words.prefix(1).lowercased() + words.dropFirst()
            let text = Checkout.text(test).lowercased()
            let last = name.lowercased().replacing("database", with: "")
            #expect(text.contains(code) || text.contains(last), "\(test) does not show ‘\(code)’")
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
