import Commands
import Database
import DatabaseSQLite
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Programme

@Suite struct CasePrivacyTests {
    /// What was typed, and what a stolen file must not hold in any form that a search would find.
    private let typed: [String: Value] = [
        "kind": .text("psychological"), "to": .text("domestic-violence-hotline"), "consent": .text("no"),
        "consent-ground": .text("Luật Trẻ em, Điều 51"), "context": .list([.text("family")]),
        "acts": .list([.text("b")]),
        "danger": .yesNo(true), "channel": .text("hotline"), "survivor": .text("learner"), "on": .text("2025-11-17"),
    ]
    private let secrets = [
        "psychological", "female", "11-14", "domestic-violence-hotline", "family", "learner", "hotline", "2025-11-17",
        "consent", casePassphrase,
    ]

    @Test func nothingPlainOnDisk() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "sen-cases-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "sen.db").path
        let session = try Session.withCaseKey(SQLiteFile(path).open(.creating))
        var values = typed
        values["on"] = .date(try #require(Day(iso: "2025-11-17")))
        let code = try session.recordCase(values)
        _ = try session.perform("show case referral", ["case": .text(code)])
        for secret in secrets {
            let found = try mentions(of: secret, in: path)
            #expect(found == 0, "‘\(secret)’ stands on disk")
        }
        #expect(try mentions(of: code, in: path) > 0)
        #expect(try rows(holding: "TRUONG-BI-MAT", in: session.database) == ["entry", "unit"])
        for entry in try session.journal.entries(limit: 99) where entry.sentence.contains(" case ") {
            for secret in secrets + ["TRUONG-BI-MAT"] { #expect(!entry.sentence.contains(secret)) }
        }
        try session.database.close()
        for secret in secrets { #expect(try mentions(of: secret, in: path) == 0) }
    }

    /// The tables in which a text stands, one name for each row: the unit is in the register and in its own entry only.
    private func rows(holding text: String, in database: any Connection) throws -> [String] {
        try database.tables().compactMap(Identifier.init).flatMap { table in
            try database.content(of: table).filter { row in
                row.values.contains { value in
                    switch value {
                    case .text(let held): held.contains(text)
                    case .blob(let bytes): String(decoding: bytes, as: UTF8.self).contains(text)
                    default: false
                    }
                }
            }.map { _ in table.name }
        }
    }

    /// How often a text stands in the files of a database, in the log of writes as well.
    private func mentions(of text: String, in path: String) throws -> Int {
        let wanted = Array(text.utf8)
        return try ["", "-wal", "-shm"].reduce(0) { sum, ending in
            guard FileManager.default.fileExists(atPath: path + ending) else { return sum }
            let bytes = try LocalFiles().read(path + ending)
            return sum
                + bytes.indices.count { place in
                    bytes[place] == wanted[0] && bytes[place...].starts(with: wanted)
                }
        }
    }

    @Test func everySealedCaseHasTheSameLength() throws {
        let session = try Session.withCaseKey()
        for kind in ViolenceKind.allCases { _ = try session.recordCase(["kind": .text(kind.rawValue)]) }
        let lengths = try session.database.rows("SELECT DISTINCT length(sealed) FROM sealed_case").map {
            try $0.integer(0)
        }
        #expect(lengths == [SealedCase.length])
        let codes = try CaseRegister(session).lines().map(\.code)
        #expect(Set(codes).count == ViolenceKind.allCases.count)
        #expect(codes.allSatisfy { CaseCode(code: $0).isWellFormed })
    }

    @Test func replayedSentencesGiveEqualRows() throws {
        let session = try Session.withCaseKey()
        let code = try session.recordCase()
        _ = try session.perform("show case referral", ["case": .text(code)])
        let again = try Session.empty([programmePack])
        for entry in try session.journal.entries(limit: 99) {
            again.replaying = Session.Replayed(entry: entry) { _ in [] }
            if entry.sentence.hasPrefix("keep ") {
                try again.performQuoted(entry.sentence)
            } else if entry.sentence.hasPrefix("note ") {
                _ = try again.perform("note case reading", ["case": .text(code)])
            } else {
                let word = entry.sentence.split(separator: " ")[2]
                _ = try again.perform(
                    "register unit", ["code": .text(String(word)), "name": .text("THPT"), "kind": .text("thpt")])
            }
        }
        for table in ["case_key", "sealed_case", "case_reading"] {
            let name = try #require(Identifier(table))
            let rows = try session.database.content(of: name)
            #expect(!rows.isEmpty)
            #expect(try again.database.content(of: name) == rows)
        }
    }

    @Test func payloadRoundTrip() throws {
        let fields = [(name: "a", value: "1:2:3"), (name: "b", value: ""), (name: "c", value: "đầm\n\u{0}lầy")]
        let bytes = try CasePayload.bytes(fields)
        #expect(bytes.count == CasePayload.length)
        #expect(CasePayload.fields(bytes) == ["a": "1:2:3", "b": "", "c": "đầm\n\u{0}lầy"])
        #expect(CasePayload.fields(Array("a:99:short".utf8)) == nil)
        #expect(CasePayload.fields(Array("a:-1:".utf8)) == nil)
        #expect(CasePayload.fields(Array("nonsense".utf8)) == nil)
    }
}
