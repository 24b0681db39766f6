import Commands
import Database
import Diagnostics
import Language
import TestSupport
import Testing
import Values

@testable import Programme

@Suite struct UndoTests {
    private func office() throws -> Office {
        try Office([], "register unit A \"THPT A\" kind: thpt under: SGD opened: 2000-09-05")
    }

    private func replays(_ office: Office) throws {
        let replay = try Replay(of: office.session, into: office.session.surroundings.emptyDatabase(nil))
        _ = try replay.run()
        #expect(try replay.differences() == [])
    }

    /// A whole import goes and comes back, its rows with the units that they refer to.
    @Test func importsAreUndoneWhole() throws {
        let office = try office()
        let units = (1...3000).map { "U-\($0);Trường \($0);thpt;SGD;5/9/1975;Xã \($0)" }
        office.files.contents["units.csv"] = Array(
            ("mã;tên;loại;trực thuộc;ngày thành lập;địa bàn\n" + units.joined(separator: "\n")).utf8)
        try office.say("import units from: \"units.csv\"")
        #expect(try office.table("list units").rowCount == 3002)
        let before = try office.table("list units")
        #expect(try office.text("undo").contains("6,000 rows went"))
        #expect(try office.table("list units").rowCount == 2)
        try office.say("redo")
        #expect(try office.table("list units") == before)
        try office.say("undo")
        #expect(try office.table("list units").rowCount == 2)
        try replays(office)
    }

    /// A unit that was taken back returns with its version, under a new id that both know.
    @Test func rowsReturnTogether() throws {
        let office = try office()
        try office.say("retract unit A reason: \"Ghi nhầm\"")
        #expect(try office.table("list units").rowCount == 1)
        try office.say("undo")
        #expect(try office.column("unit", "list units") == ["A", "SGD"])
        try office.say("log training A \"Giới\" on: 2025-03-14 hours: 4 women: 3 men: 1")
        #expect(office.refusals("redo entry: 3") == ["built-on"])
        try office.say("undo\nredo entry: 3")
        #expect(try office.column("unit", "list units") == ["SGD"])
        try replays(office)
    }

    /// What was amended and undone again can still be undone at its first entry.
    @Test func undoingFollowsWhatUndoingBroughtBack() throws {
        let office = try office()
        try office.say("log training A \"Giới\" on: 2025-03-14 hours: 4 women: 3 men: 1")
        for women in 4...6 { try office.say("amend training TR-0001 women: \(women) reason: \"Đếm lại\"") }
        for expected in ["5", "4", "3"] {
            try office.say("undo")
            #expect(try office.column("women", "list trainings") == [expected])
        }
        for expected in ["4", "5"] {
            try office.say("redo")
            #expect(try office.column("women", "list trainings") == [expected])
        }
        #expect(office.refusals("undo entry: 3") == ["built-on"])
        try office.say("undo entry: 5\nundo entry: 4\nundo entry: 3")
        #expect(try office.table("list trainings").rowCount == 0)
        try office.say("redo entry: 3\nredo entry: 4\nredo entry: 5\nredo entry: 6")
        #expect(try office.column("women", "list trainings") == ["6"])
        try replays(office)
    }

    /// That a case was opened stays on record, whoever would like it gone (entry-stays).
    @Test func caseReadingsStay() throws {
        let office = try Office()
        try office.say(ExampleCase.keyLine() + "\n" + ExampleCase.caseLine())
        try office.say("note case reading \(ExampleCase.code)")
        #expect(office.refusals("undo entry: 4") == ["entry-stays"])
        #expect(office.refusals("undo entry: 3") == ["built-on"])
        #expect(
            try office.session.database.first("SELECT count(*) FROM case_reading WHERE retired IS NULL")?.integer(0)
                == 1)
        // The last entry that can go is the one before it.
        #expect(office.refusals("undo") == ["built-on"])
    }
}
