import Commands
import Diagnostics
import TestSupport
import Testing
import Values

@testable import Programme

@Suite struct CaseRefusalTests {
    @Test func keyNeedsTwiceTheSameLongPassphrase() throws {
        let session = try Session.empty([programmePack])
        func create(_ answers: String?...) -> String? {
            var left = answers
            session.surroundings.askSecret = { _ in left.isEmpty ? nil : left.removeFirst() }
            return refusal { _ = try session.perform("create case key", [:]) }
        }
        #expect(create(nil) == "passphrase-not-given")
        #expect(create("") == "passphrase-not-given")
        #expect(create("short") == "passphrase-too-short")
        #expect(create("long enough, this one", "long enough, that one") == "passphrases-differ")
        #expect(try session.journal.lastNumber() == 0)
        #expect(create("long enough, this one", "long enough, this one") == nil)
        #expect(
            try session.journal.entries(limit: 9).map { $0.sentence.prefix(22) }
                == ["keep case key K1 public"].map { $0.prefix(22) })
        #expect(refusal { _ = try session.perform("create case key", ["code": .text("K1")]) } == "case-key-code-taken")
        #expect(try CaseRegister(session).nextKeyCode() == "K2")
    }

    @Test func referralIsCheckedBeforeItIsSealed() throws {
        let session = try Session.withCaseKey()
        func code(_ changes: [String: Value]) -> String? { refusal { _ = try session.recordCase(changes) } }
        #expect(code(["consent": .text("no")]) == "consent-ground-missing")
        #expect(code(["consent": .text("not-needed"), "consent-ground": .text("  ")]) == "consent-ground-missing")
        #expect(code(["consent": .text("no"), "consent-ground": .text("Luật Trẻ em, Điều 51")]) == nil)
        #expect(code(["on": .date(session.today.adding(days: 1))]) == "future-day")
        #expect(code(["kind": .text("domestic-violence")]) == "not-a-choice")
        #expect(code(["unit": .text("NOBODY")]) == "unknown-code")
        let long = String(repeating: "rất dài ", count: 80)
        #expect(code(["consent": .text("no"), "consent-ground": .text(long)]) == "case-text-too-long")
    }

    @Test func unitMustBeOpenOnTheDayOfReceipt() throws {
        let session = try Session.withCaseKey()
        _ = try session.perform(
            "register unit",
            [
                "code": .text("NEW"), "name": .text("THCS"), "kind": .text("thcs"),
                "opened": .date(try #require(Day(iso: "2025-09-05"))),
            ])
        let before: Value = .date(try #require(Day(iso: "2025-09-04")))
        #expect(refusal { _ = try session.recordCase(["unit": .text("NEW"), "on": before]) } == "case-unit-closed")
    }

    @Test func withoutKeyNothingIsSealed() throws {
        let session = try Session.empty([programmePack], secret: casePassphrase)
        _ = try session.perform(
            "register unit", ["code": .text("TRUONG-BI-MAT"), "name": .text("THPT"), "kind": .text("thpt")])
        #expect(refusal { _ = try session.recordCase() } == "case-key-missing")
    }

    @Test func internalSentencesAreChecked() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        let blob = try #require(
            try session.journal.entries(from: session.journal.lastNumber(), limit: 1).first?.sentence
                .split(separator: "\"").dropFirst().first)
        func keep(_ code: String, _ month: String, _ sealed: String) -> String? {
            refusal {
                _ = try session.perform(
                    "keep sealed case",
                    [
                        "code": .text(code), "month": Period(month).map { .period($0) } ?? .missing, "key": .text("K1"),
                        "sealed": .text(sealed),
                    ])
            }
        }
        #expect(keep("NGUYEN-THI-A", "2025-12", String(blob)) == "case-code-refused")
        #expect(keep(code, "2025-12", String(blob)) == "case-code-refused")
        #expect(keep("C-23456Z", "2025", String(blob)) == "case-month-refused")
        #expect(keep("C-23456Z", "2026-01", String(blob)) == "case-month-refused")
        #expect(keep("C-23456Z", "2025-12", "AAAA") == "sealed-case-unreadable")
        #expect(keep("C-23456Z", "2025-12", "not base64 at all") == "sealed-case-unreadable")
        #expect(
            refusal {
                _ = try session.perform(
                    "keep case key",
                    [
                        "code": .text("K9"), "public": .text("AAAA"), "sealed": .text("AAAA"), "salt": .text("AAAA"),
                        "work": .text("scrypt 65536 8 2"),
                    ])
            } == "case-key-unreadable")
        #expect(ScryptWork("scrypt 1024 8 1") == nil)
        #expect(ScryptWork("scrypt 1073741824 8 1") == nil)
        #expect(ScryptWork("scrypt 40000 8 1") == nil)
    }
}
