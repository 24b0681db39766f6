import Commands
import Diagnostics
import Programme
import Testing
import Values

/// A reorganisation from a file: every row is stored or named with its reason, a source as a whole.
@Suite struct ReorganisationTests {
    private func office() throws -> Office {
        let office = try Office()
        for code in ["A", "B", "C", "D", "E"] {
            try office.say("register unit \(code) \"Xã \(code)\" kind: vhxh under: SGD opened: 2000-01-01")
        }
        return office
    }

    private func take(_ office: Office, _ rows: String...) throws -> String {
        let text = "source,target,share,name,kind,under\n" + rows.joined(separator: "\n") + "\n"
        office.files.contents["map.csv"] = Array(text.utf8)
        return try office.text("import reorganisation from: \"map.csv\" on: 2025-07-01 document: \"1/NQ\"")
    }

    @Test func mergesAndSplitsInOneEntry() throws {
        let office = try office()
        let rows = ["A,N1,,Xã Một,,", "B,N1,3,,,", "B,N2,2,Xã Hai,,", "C,D,,Xã Đê,,"]
        let entries = try office.session.journal.lastNumber()
        #expect(
            try take(office, rows[0], rows[1], rows[2], rows[3]).contains(
                "4 rows read = 4 stored + 0 unchanged + 0 refused"))
        #expect(try office.session.journal.lastNumber() == entries + 1)
        #expect(try office.column("unit", "list units") == ["D", "E", "N1", "N2", "SGD"])
        #expect(try office.column("name", "list units | where unit = D") == ["Xã Đê"])
        #expect(try office.column("share", "list unit changes | where change = split") == ["3/5", "2/5"])
        #expect(try take(office, rows[0], rows[1], rows[2], rows[3]).contains("0 stored + 4 unchanged + 0 refused"))
    }

    /// A code may pass on and be taken over on one day, as new communes take over the codes of old ones.
    @Test func aCodeMayBePassedOnAndTakenOver() throws {
        let office = try office()
        #expect(try take(office, "A,B,,Xã Bê,,", "B,C,,,,").contains("2 rows read = 2 stored"))
        #expect(try office.column("unit", "list units | where kind = vhxh") == ["B", "C", "D", "E"])
        try office.say("define element n \"x\" type: count over-time: sum over-units: sum every: year")
        try office.say("record figure n unit: A period: 2024 total: 1")
        try office.say("record figure n unit: B period: 2024 total: 2")
        try office.say("record figure n unit: C period: 2024 total: 4")
        let table = try office.table("recast figures structure: 2025-12-01 element: n")
        #expect(table.cells(of: "unit")?.map(\.plain) == ["B", "C"])
        #expect(table.cells(of: "total")?.map(\.plain) == ["1", "6"])
    }

    @Test func aRefusedRowTakesItsSourceWithIt() throws {
        let office = try office()
        let answer = try take(
            office, "A,N1,1,Xã Một,,", "A,N2,2,,,", "B,N1,,Xã Một,,", "C,C,,,,", "X,N1,,,,", "D,N3,,Xã Ba,,NOI-KHAC",
            "E,N4,x,Xã Bốn,,", "E,N1,2,,,")
        #expect(answer.contains("8 rows read = 1 stored + 0 unchanged + 7 refused"))
        #expect(answer.contains("There is no unit ‘N2’"))
        #expect(answer.contains("a unit passes on as a whole"))
        #expect(try office.column("unit", "list units | where kind = vhxh") == ["A", "C", "D", "E", "N1"])
        #expect(try office.column("unit", "list units | where unit = N1") == ["N1"])
    }

    /// A target whose only describing row is refused is not opened, and nothing passes to it.
    @Test func aTargetWithoutItsDescriptionTakesNothing() throws {
        let office = try office()
        let answer = try take(office, "A,N1,1,Xã Một,,", "A,N2,2,,,", "B,N1,,,,")
        #expect(answer.contains("0 stored + 0 unchanged + 3 refused"))
        #expect(try office.column("unit", "list units | where kind = vhxh") == ["A", "B", "C", "D", "E"])
    }

    @Test func unitsBelowGoWithAMergerAndStopASplit() throws {
        let office = try office()
        try office.say("register unit MN-A \"MN A\" kind: mn under: A opened: 2001-01-01")
        try office.say("register unit MN-B \"MN B\" kind: mn under: B opened: 2001-01-01")
        let answer = try take(office, "A,N1,,Xã Một,,", "B,N1,1,,,", "B,N2,1,Xã Hai,,")
        #expect(answer.contains("3 rows read = 1 stored + 0 unchanged + 2 refused"))
        #expect(answer.contains("1 unit still under B"))
        #expect(try office.column("under", "list units | where unit = MN-A") == ["N1"])
    }
}
