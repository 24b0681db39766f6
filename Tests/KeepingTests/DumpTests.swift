import Commands
import Database
import Diagnostics
import Journal
import TestSupport
import Testing
import Values

@testable import Keeping

@Suite struct DumpTests {
    /// A session whose tables are all filled, and its dump.
    private func filled() throws -> (session: Session, dump: [UInt8]) {
        let spoken = try Spoken()
        let tables = try FilledTables.fill(spoken.session.database)
        #expect(tables.count > 15)
        #expect(spoken("export everything to: \"a.jsonl\"").isEmpty)
        return (spoken.session, try #require(spoken.files?.contents["a.jsonl"]))
    }

    private func reading(_ dump: [UInt8]) throws -> (spoken: Spoken, codes: [String]) {
        let spoken = try Spoken()
        spoken.files?.contents["a.jsonl"] = dump
        return (spoken, spoken("import everything from: \"a.jsonl\""))
    }

    @Test func whatIsReadBackIsTheSameRowForRowAndByteForByte() throws {
        let (original, dump) = try filled()
        let (copy, codes) = try reading(dump)
        #expect(codes.isEmpty)
        for name in try original.database.tables() {
            let table = try #require(Identifier(name))
            #expect(try original.database.content(of: table) == copy.session.database.content(of: table), "\(name)")
        }
        #expect(copy("export everything to: \"b.jsonl\"").isEmpty)
        #expect(copy.files?.contents["b.jsonl"] == dump)
        #expect(copy("register unit NEW \"Mới\" kind: so").isEmpty)
        #expect(try copy.session.journal.lastNumber() == 4)
        #expect(copy("verify journal").isEmpty)
    }

    @Test func aSessionThatHasLookedAtTheEmptyJournalGoesOnBehindTheEntriesReadIn() throws {
        let (_, dump) = try filled()
        let spoken = try Spoken()
        spoken.files?.contents["a.jsonl"] = dump
        #expect(spoken("register unit A \"A\" kind: nothing") == ["not-a-choice"])
        #expect(spoken("log training A \"x\" on: 2025-01-01 hours: 1 women: 1 men: 1") != [])
        #expect(try spoken.session.journal.nextNumber() == 1)
        #expect(spoken("import everything from: \"a.jsonl\"").isEmpty)
        #expect(spoken("register unit NEW \"Mới\" kind: so").isEmpty)
        #expect(spoken("verify journal").isEmpty)
    }

    @Test func anyChangedByteIsRefusedAndNothingIsKept() throws {
        let (_, dump) = try filled()
        var dice = Dice(5)
        for _ in 0..<60 {
            var changed = dump
            let place = dice.below(dump.count)
            switch dice.below(3) {
            case 0: changed[place] ^= 1 << UInt8(dice.below(7))
            case 1: changed.remove(at: place)
            default: changed = Array(dump[..<place])
            }
            guard changed != dump, !(changed.count == dump.count - 1 && dump.starts(with: changed)) else { continue }
            let (spoken, codes) = try reading(changed)
            #expect(!codes.isEmpty, "changed at \(place)")
            #expect(try spoken.session.journal.lastNumber() == 0)
            #expect(try spoken.session.database.first("SELECT 1 FROM unit LIMIT 1") == nil)
            #expect(spoken("check database").isEmpty)
        }
    }

    @Test func aDumpWithRowsChangedAndItsFingerprintMadeAnewIsHeldAgainstTheJournal() throws {
        let spoken = try Spoken()
        #expect(spoken.office().isEmpty)
        #expect(spoken("export everything to: \"a.jsonl\"").isEmpty)
        let dump = String(decoding: try #require(spoken.files?.contents["a.jsonl"]), as: UTF8.self)
        for (old, new) in [("register unit U-1", "register unit U-9"), (",null]", ",1]"), ("\"U-2\",", "\"U-1\",")] {
            let body = dump.replacing(old, with: new).split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
            var hash = RunningFingerprint()
            hash.append(Array(body.utf8))
            let lines = body.utf8.count { $0 == UInt8(ascii: "\n") }
            let (_, codes) = try reading(
                Array((body + "{\"end\":\(lines),\"sha256\":\"\(hash.fingerprint)\"}\n").utf8))
            #expect(["dump-unreadable", "database-faulty"].contains(codes.first), "\(old): \(codes)")
        }
    }

    @Test func stepsThatThisSenDoesNotKnowAreRefused() throws {
        let (_, dump) = try filled()
        let text = String(decoding: dump, as: UTF8.self)
        let newer = text.replacing("{\"migration\":[\"runs\",1]}", with: "{\"migration\":[\"runs\",99]}")
        #expect(try reading(Array(newer.utf8)).codes == ["database-newer"])
        let foreign = text.replacing("{\"migration\":[\"runs\",1]}", with: "{\"migration\":[\"weather\",1]}")
        #expect(try reading(Array(foreign.utf8)).codes == ["database-pack-missing"])
    }

    @Test func aDumpOfAnOlderSenIsBroughtUpToDate() throws {
        let spoken = try Spoken()
        let older = try Session.empty([])
        _ = try FilledTables.fill(older.database)
        var dump: [UInt8] = []
        _ = try DumpWriter(older) { dump += $0 }.write()
        spoken.files?.contents["a.jsonl"] = dump
        #expect(spoken("import everything from: \"a.jsonl\"").isEmpty)
        #expect(try spoken.session.journal.lastNumber() == 3)
        #expect(try spoken.session.database.tables().count > 20)
        #expect(spoken("check database").isEmpty)
        #expect(spoken("register unit NEW \"Mới\" kind: so").isEmpty)
    }

    @Test func onlyAnEmptyDatabaseIsReadInto() throws {
        let (_, dump) = try filled()
        let spoken = try Spoken()
        #expect(spoken.office().isEmpty)
        spoken.files?.contents["a.jsonl"] = dump
        #expect(spoken("import everything from: \"a.jsonl\"") == ["database-not-empty"])
        #expect(spoken("atomic \"x\"\nimport everything from: \"a.jsonl\"\nend") == ["stands-alone"])
    }

    @Test func bytesAndLettersComeBack() {
        var dice = Dice(1)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8(dice.below(256)) }
            var letters: [UInt8] = []
            Base64.append(bytes, to: &letters)
            #expect(Base64.bytes(letters) == bytes)
        }
        for wrong in ["A", "A===", "AB==", "AAB=", "AA=A", "A A=", "====", "Ab-_"] {
            #expect(Base64.bytes(Array(wrong.utf8)) == nil, "\(wrong)")
        }
        #expect(Base64.bytes(Array("U2Vu".utf8)) == Array("Sen".utf8))
    }

    @Test func linesAreReadAsJSON() {
        let row = DumpLine(
            Array(#" [ null , -9223372036854775808,"\u0111\ud83e\udeb7\n\/" ,{"base64":"U2Vu"}] "#.utf8))?.row
        #expect(row == [.null, .integer(.min), .text("đ🪷\n/"), .blob(Array("Sen".utf8))])
        let wrong = [
            "", "[", "[1", "[1,]", "[1 2]", "[1.5]", "[true]", "[\"a]", #"["\x"]"#, #"["\ud83e"]"#, #"["\u12"]"#, "[-]",
            "[9223372036854775808]", #"{"a"}"#, #"{"a":}"#, "[[[[[[1]]]]]]", "[1]]", "nul", #"["\ud83e\u0041"]"#,
        ]
        for text in wrong { #expect(DumpLine(Array(text.utf8)) == nil, "\(text)") }
        #expect(DumpLine([0x5B, 0x22, 0xFF, 0x22, 0x5D]) == nil)
    }
}
