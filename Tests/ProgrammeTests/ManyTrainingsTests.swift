import Commands
import Database
import Diagnostics
import Language
import Programme
import TestSupport
import Testing
import Values

/// Sheets of trainings that are read and inserted part by part.
@Suite struct ManyTrainingsTests {
    private func office() throws -> Office {
        try Office([], "register unit A \"THPT Thái Phiên\" kind: thpt under: SGD")
    }

    private func take(_ office: Office, _ rows: [String]) throws -> String {
        office.files.contents["t.csv"] = Array(
            (["unit,on,topic,hours,women,men,training"] + rows).joined(separator: "\n").utf8)
        let answer = try office.text("import trainings from: \"t.csv\"")
        return answer.split(separator: "\n").first.map(String.init) ?? ""
    }

    private func replays(_ office: Office) throws -> Bool {
        let replay = try Replay(of: office.session, into: office.session.surroundings.emptyDatabase(nil))
        _ = try replay.run()
        return try replay.differences().isEmpty
    }

    private func row(_ number: Int, women: Int = 3, code: String = "") -> String {
        "A,2025-03-\(10 + number % 9),topic \(number),4.5,\(women),2,\(code)"
    }

    @Test func rowsFarApartAreToldToBeTheSame() throws {
        let office = try office()
        var rows = (0..<16_500).map { row($0) }
        rows[100] = row(5)
        rows[16_450] = row(5)
        rows[16_460] = row(6, women: 4)
        rows[16_470] = row(16_470, code: "TR-0007")
        rows[16_480] = row(16_480, code: "LOP-1")
        rows[16_490] = "A,2025-03-14,,4,1,1,"
        #expect(
            try take(office, rows).contains("16,500 rows read = 16495 stored + 0 unchanged + 3 refused + 2 duplicates"))
        let refused = try office.refusedRows("import trainings from: \"t.csv\"")
        #expect(refused.cells(of: "line")?.map(\.plain) == ["16462", "16472", "16492"])
        #expect(try office.column("training", "list trainings | where topic = \"topic 16499\"") == ["TR-16494"])
        #expect(try office.column("on", "list trainings | where training = LOP-1") == ["2025-03-11"])
        #expect(try take(office, rows).contains("= 0 stored + 16497 unchanged + 3 refused + 0 duplicates"))
        #expect(try replays(office))
        try office.say("undo entry: 3")
        #expect(try office.text("list trainings | count").contains("0"))
    }

    @Test func codesOfRowsAndOfTheListAreHeldAgainstEachOther() throws {
        let office = try office()
        #expect(try take(office, [row(1), row(2, code: "B"), row(3)]).contains("= 3 stored"))
        // The same training under its own code, under another, and another training under a code that is taken.
        let again = [
            row(1, code: "TR-0001"), row(2, code: "C"), row(4, code: "B"), row(5, code: "D"), row(6, code: "D"),
        ]
        #expect(try take(office, again).contains("= 1 stored + 1 unchanged + 3 refused + 0 duplicates"))
        #expect(try replays(office))
    }

    @Test func aFileThatBreaksInTheMiddleLeavesNothing() throws {
        let office = try office()
        var rows = (0..<17_000).map { row($0) }
        rows[16_900] = "A,2025-03-14,\"topic,4,1,1,"
        #expect(throws: (any Error).self) { try take(office, rows) }
        #expect(try office.column("training", "list trainings").isEmpty)
        #expect(try office.session.journal.lastNumber() == 2)
    }
}
