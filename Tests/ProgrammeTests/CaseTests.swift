import Commands
import DatabaseSQLite
import Diagnostics
import Documents
import FoundationEssentials
import Journal
import TestSupport
import Testing
import Values

@testable import Programme

/// The passphrase of the keys in these tests, and a key that costs less work than a real one.
let casePassphrase = "sen nở giữa đầm lầy"

extension Session {
    /// A session with two units and a case key.
    static func withCaseKey(_ database: SQLiteConnection? = nil, files: MemoryFiles = MemoryFiles()) throws -> Session {
        let session = try Session.empty([programmePack], files: files, secret: casePassphrase, database: database)
        _ = try session.perform(
            "register unit", ["code": .text("SGD-HP"), "name": .text("Sở"), "kind": .text("so")])
        _ = try session.perform(
            "register unit",
            ["code": .text("TRUONG-BI-MAT"), "name": .text("THPT"), "kind": .text("thpt"), "under": .text("SGD-HP")])
        try session.keepCaseKey("K1", casePassphrase)
        return session
    }

    func keepCaseKey(_ code: String, _ passphrase: String) throws {
        let work = try #require(ScryptWork("scrypt 32768 8 1"))
        let salt = surroundings.randomBytes(CaseKey.saltLength)
        let key = try CaseKey.make(code, passphrase: Array(passphrase.utf8), salt: salt, work: work)
        _ = try perform("keep case key", KeptCaseKey.values(of: key))
    }

    /// Records a case and gives its code.
    func recordCase(_ changes: [String: Value] = [:]) throws -> String {
        let values: [String: Value] = [
            "unit": .text("TRUONG-BI-MAT"), "kind": .text("psychological"), "sex": .text("female"),
            "age": .text("11-14"), "to": .text("child-hotline-111"), "consent": .text("guardian"),
        ]
        _ = try perform("record case referral", values.merging(changes) { $1 })
        return try #require(try CaseRegister(self).lines().map(\.code).last { try isLast($0) })
    }

    private func isLast(_ code: String) throws -> Bool {
        try journal.entries(from: journal.lastNumber(), limit: 1).first?.sentence.contains(code) ?? false
    }
}

/// The code of the finding that work ends with.
func refusal(_ work: () throws -> Void) -> String? {
    do {
        try work()
        return nil
    } catch {
        return Diagnostics.of(error).first?.code.description
    }
}

/// Everything that a document says, in English.
func words(_ document: Document) -> String {
    document.blocks.map { block in
        switch block {
        case .fields(let fields):
            fields.map { "\($0.label.english): \($0.value.written(in: .english))" }.joined(separator: "\n")
        case .message(let text, _), .paragraph(let text): text.runs.map(\.text.english).joined()
        case .table(let table): table.remark?.english ?? ""
        case .heading(let text, _), .reservation(let text): text.english
        default: ""
        }
    }.joined(separator: "\n")
}

@Suite struct CaseTests {
    @Test func sealsAndOpens() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase([
            "acts": .list([.text("a"), .text("đ")]), "context": .list([.text("family")]), "danger": .yesNo(true),
            "channel": .text("letter"), "survivor": .text("learner"),
        ])
        let shown = words(try session.perform("show case referral", ["case": .text(code)]))
        #expect(shown.contains("unit: TRUONG-BI-MAT THPT"))
        #expect(shown.contains("kind: psychological or emotional abuse"))
        #expect(shown.contains("serious danger: yes"))
        #expect(shown.contains("đ discriminating"))
        #expect(shown.contains("2025-12-01 20:00, 12 hours from receipt · NĐ 56/2017/NĐ-CP Đ26 k3"))
        #expect(shown.contains("2025-12-08, 5 working days"))
        #expect(shown.contains("2025-12-10, 2 working days more"))
    }

    @Test func fixtureCaseOpensWithItsPassphrase() throws {
        let session = try Session.empty([programmePack], secret: ExampleCase.passphrase)
        for line in [ExampleCase.keyLine(), ExampleCase.caseLine()] { try session.performQuoted(line) }
        let shown = words(try session.perform("show case referral", ["case": .text(ExampleCase.code)]))
        #expect(shown.contains("kind: physical assault"))
        #expect(shown.contains("2025-11-24 21:15, 12 hours from receipt"))
    }

    @Test func wrongPassphraseShowsAndNotesNothing() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        let before = try session.journal.lastNumber()
        session.surroundings.askSecret = { _ in "sen no giua dam lay" }
        #expect(refusal { _ = try session.perform("show case referral", ["case": .text(code)]) } == "wrong-passphrase")
        session.surroundings.askSecret = { _ in nil }
        #expect(
            refusal { _ = try session.perform("show case referral", ["case": .text(code)]) } == "passphrase-not-given")
        #expect(try session.journal.lastNumber() == before)
        #expect(try CaseRegister(session).lines().map(\.readings) == [0])
    }

    @Test func readingIsJournaled() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        _ = try session.perform("show case referral", ["case": .text(code)])
        let last = try session.journal.entries(from: session.journal.lastNumber(), limit: 1)
        #expect(last.map(\.sentence) == ["note case reading \(code)"])
        #expect(last.map(\.actor) == ["test"])
        #expect(try CaseRegister(session).lines().map(\.readings) == [1])
    }

    @Test func decomposedPassphraseOpensToo() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        session.surroundings.askSecret = { _ in "sen no\u{31B}\u{309} giu\u{31B}\u{303}a đâ\u{300}m lâ\u{300}y" }
        #expect(refusal { _ = try session.perform("show case referral", ["case": .text(code)]) } == nil)
    }

    @Test(arguments: [0, 31, 32, 300, 559]) func tamperedCaseDoesNotOpen(_ place: Int) throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        var sealed = try #require(try CaseRegister(session).sealedCase(code)).sealed
        sealed[place] ^= 1
        try session.database.execute("UPDATE sealed_case SET sealed = \(sealed)")
        #expect(refusal { _ = try session.perform("show case referral", ["case": .text(code)]) } == "case-damaged")
        #expect(try CaseRegister(session).lines().map(\.readings) == [0])
    }

    @Test func caseCannotBeMovedToAnotherMonth() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        try session.database.execute("UPDATE sealed_case SET month = '2025-11'")
        #expect(refusal { _ = try session.perform("show case referral", ["case": .text(code)]) } == "case-damaged")
    }

    @Test func laterKeySealsNewCases() throws {
        let session = try Session.withCaseKey()
        let first = try session.recordCase()
        try session.keepCaseKey("K2", "another phrase of words")
        let second = try session.recordCase()
        let register = CaseRegister(session)
        #expect(try register.sealedCase(first)?.key == "K1")
        #expect(try register.sealedCase(second)?.key == "K2")
        #expect(refusal { _ = try session.perform("show case referral", ["case": .text(first)]) } == nil)
        #expect(
            refusal { _ = try session.perform("show case referral", ["case": .text(second)]) } == "wrong-passphrase")
    }

    @Test func listsMonthsOnly() throws {
        let session = try Session.withCaseKey()
        _ = try session.recordCase(["on": .date(try #require(Day(iso: "2025-10-07")))])
        _ = try session.recordCase()
        _ = try session.recordCase()
        let all = try session.perform("list case referrals", [:])
        #expect(all.table?.schema.names == ["case", "month", "key", "readings"])
        #expect(words(all) == "3 sealed cases recorded (2025-10: 1, 2025-12: 2)")
        let october = try session.perform("list case referrals", ["period": .text("2025-10")].mapValues(period))
        #expect(october.table?.rowCount == 1)
    }

    private func period(_ value: Value) -> Value {
        if case .text(let text) = value, let period = Period(text) { .period(period) } else { value }
    }
}

extension Session {
    /// Runs an internal sentence whose arguments are quoted, without the language.
    func performQuoted(_ line: String) throws {
        let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        let name = words[..<3].joined(separator: " ")
        var values: [String: Value] = ["code": .text(words[3])]
        var label: String?
        for piece in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if piece.offset % 2 == 0 {
                label = piece.element.split(separator: " ").last.map { String($0.dropLast()) }
            } else if let label {
                values[label] = .text(String(piece.element))
            }
        }
        for (index, word) in words.enumerated() where index + 1 < words.count {
            if word == "month:" { values["month"] = Period(words[index + 1]).map { .period($0) } }
            if word == "key:" { values["key"] = .text(words[index + 1]) }
        }
        _ = try perform(name, values)
    }
}
