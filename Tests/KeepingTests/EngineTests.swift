import Commands
import Database
import Diagnostics
import TestSupport
import Testing

/// The road from one engine to another and back.
@Suite struct EngineTests {
    private func spoken(_ engine: Engine) throws -> Spoken {
        Spoken(try Session.empty(database: engine.empty()))
    }

    @Test(arguments: Engine.all, Engine.all)
    func everythingGoesFromEngineToEngine(_ from: Engine, _ to: Engine) throws {
        let original = try spoken(from)
        #expect(original.office().isEmpty)
        original.files?.contents["u.csv"] = Array("code,name,kind,under\nĐ-77,Trường ữ,th,SGD\nA-78,B,th,SGD\n".utf8)
        for line in [
            "import units from: \"u.csv\"", "import units from: \"u.csv\"",
            "log training U-1 \"Ư\" on: 2025-01-01 hours: 1.5 women: 1 men: 1",
            "define element clerks \"Clerks\" type: people over-time: last over-units: sum by-sex: yes",
            "record figure clerks unit: U-1 period: 2025 total: 3 women: 2", "check database",
            "export everything to: \"a.jsonl\"",
        ] { #expect(original(line).isEmpty, "\(line)") }
        let dump = try #require(original.files?.contents["a.jsonl"])
        let copy = try spoken(to)
        copy.files?.contents["a.jsonl"] = dump
        for line in ["import everything from: \"a.jsonl\"", "check database", "export everything to: \"b.jsonl\""] {
            #expect(copy(line).isEmpty, "\(line)")
        }
        #expect(copy.files?.contents["b.jsonl"] == dump)
        // What is recorded next gets the next numbers.
        for session in [original, copy] {
            #expect(session("log training U-2 \"Mới\" on: 2025-01-02 hours: 1 women: 1 men: 1").isEmpty)
            #expect(session("export everything to: \"c.jsonl\"").isEmpty)
        }
        #expect(copy.files?.contents["c.jsonl"] == original.files?.contents["c.jsonl"])
        #expect(copy("replay journal").isEmpty)
    }

    @Test(.enabled(if: Engine.address != nil))
    func aServerSaysHowItIsBackedUp() throws {
        let spoken = try spoken(.postgres)
        #expect(spoken.office().isEmpty)
        #expect(spoken("back up to: \"x.db\"") == ["database-not-copied"])
    }
}
