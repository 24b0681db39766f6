import Commands
import Diagnostics
import Language
import Programme
import TestSupport
import Testing
import Values

/// Units change on days; what held on other days stays.
@Suite struct UnitChangeTests {
    private func office() throws -> Office {
        try Office(
            [], "register unit XA-1 \"Xã Một\" kind: vhxh under: SGD",
            "register unit XA-2 \"Xã Hai\" kind: vhxh under: SGD",
            "register unit MN-1 \"MN Một\" kind: mn under: XA-1 opened: 2000-09-01",
            "register unit MN-2 \"MN Hai\" kind: mn under: XA-2 opened: 2001-09-01")
    }

    private func names(_ office: Office, _ day: String) throws -> [String: String] {
        let table = try office.table("list units on: \(day)")
        let (codes, names) = (table.cells(of: "unit") ?? [], table.cells(of: "name") ?? [])
        return Dictionary(zip(codes, names).map { ($0.plain, $1.plain) }) { first, _ in first }
    }

    @Test func aNameHoldsFromItsDayUpToTheNext() throws {
        let office = try office()
        try office.say("rename unit MN-1 \"Hoa Sen\" on: 2024-01-01")
        try office.say("rename unit MN-1 \"Hoa Mai\" on: 2010-01-01")
        #expect(try names(office, "2009-12-31")["MN-1"] == "MN Một")
        #expect(try names(office, "2010-01-01")["MN-1"] == "Hoa Mai")
        #expect(try names(office, "2023-12-31")["MN-1"] == "Hoa Mai")
        #expect(try names(office, "2024-01-01")["MN-1"] == "Hoa Sen")
        #expect(office.refusals("rename unit MN-1 \"Hoa Lan\" on: 2010-01-01") == ["unit-changed-that-day"])
        #expect(office.refusals("rename unit MN-1 \"Hoa Lan\" on: 2000-09-01") == ["unit-changed-that-day"])
        #expect(office.refusals("rename unit MN-1 \"Hoa Lan\" on: 1999-09-01") == ["unit-not-open"])
    }

    /// A change is carried through later changes of something else.
    @Test func aNameOutlastsAMove() throws {
        let office = try office()
        try office.say("move unit MN-1 under: XA-2 on: 2020-01-01")
        try office.say("rename unit MN-1 \"Hoa Mai\" on: 2010-01-01")
        #expect(try names(office, "2025-01-01")["MN-1"] == "Hoa Mai")
        #expect(try office.column("under", "list units on: 2015-01-01 | where unit = MN-1") == ["XA-1"])
        #expect(try office.column("under", "list units on: 2025-01-01 | where unit = MN-1") == ["XA-2"])
    }

    @Test func aUnitOpensAndClosesMoreThanOnce() throws {
        let office = try office()
        for year in [2010, 2014, 2018] {
            try office.say("close unit MN-1 on: \(year)-01-01")
            #expect(office.refusals("reopen unit MN-1 on: \(year)-01-01") == ["unit-changed-that-day"])
            try office.say("reopen unit MN-1 on: \(year + 2)-01-01")
        }
        #expect(try names(office, "2011-01-01")["MN-1"] == nil)
        #expect(try names(office, "2013-01-01")["MN-1"] == "MN Một")
        #expect(try names(office, "2019-12-31")["MN-1"] == nil)
        #expect(office.refusals("close unit MN-1 on: 2015-01-01") == ["unit-not-open"])
        #expect(office.refusals("close unit MN-1 on: 2017-01-01") == ["unit-changed-later"])
        let changes = try office.column("change", "list unit changes | where unit = MN-1")
        #expect(changes == ["opened", "closed", "reopened", "closed", "reopened", "closed", "reopened"])
    }

    @Test func aMergerClosesMovesAndFollows() throws {
        let office = try office()
        try office.say("merge units [XA-1, XA-2] into: XA-3 name: \"Xã Ba\" on: 2025-07-01 document: \"1/NQ\"")
        #expect(try office.column("unit", "list units on: 2025-06-30") == ["MN-1", "MN-2", "SGD", "XA-1", "XA-2"])
        #expect(try office.column("unit", "list units under: XA-3") == ["XA-3", "MN-1", "MN-2"])
        #expect(try office.text("show unit XA-1").contains("1/NQ"))
        #expect(office.refusals("split unit XA-3 into: [XA-3, XA-1] on: 2025-07-01") == ["unit-changed-that-day"])
        #expect(office.refusals("merge units [XA-3] into: SGD on: 2025-07-01") == ["unit-changed-that-day"])
    }

    @Test func aCircleIsRefused() throws {
        let office = try office()
        #expect(office.refusals("move unit XA-1 under: MN-1 on: 2020-01-01") == ["unit-under-itself"])
        #expect(office.refusals("move unit SGD under: MN-1 on: 2020-01-01") == ["unit-under-itself"])
        #expect(office.refusals("move unit XA-1 under: XA-1 on: 2020-01-01") == ["unit-under-itself"])
        // Not on this day, but later.
        try office.say("move unit XA-2 under: XA-1 on: 2024-01-01")
        #expect(office.refusals("move unit XA-1 under: XA-2 on: 2020-01-01") == ["unit-under-itself"])
    }

    @Test func whatWasRecordedKeepsAUnitOpen() throws {
        let office = try office()
        try office.say("log training MN-1 \"Giới\" on: 2025-03-01 hours: 4 women: 3 men: 2")
        try office.say(
            "define element staff-n \"x\" type: people over-time: last over-units: sum every: month")
        try office.say("record figure staff-n unit: MN-2 period: 2025-03 total: 4")
        #expect(office.refusals("close unit MN-1 on: 2025-03-01") == ["records-after-closing"])
        #expect(office.refusals("close unit MN-2 on: 2025-03-01") == ["records-after-closing"])
        try office.say("close unit MN-1 on: 2025-03-02")
        try office.say("close unit MN-2 on: 2025-03-02")
    }

    /// A change of the past shows up as-of its entry only.
    @Test func asOfBeforeGivesWhatWasThen() throws {
        let office = try office()
        let before = try office.text("list units on: 2025-06-30\nlist unit changes\nshow unit MN-1")
        let horizon = try office.session.journal.lastNumber()
        try office.say("merge units [XA-1, XA-2] into: XA-3 name: \"Xã Ba\" on: 2025-07-01")
        try office.say("rename unit MN-1 \"Hoa Sen\" on: 2010-01-01")
        #expect(try office.text("list units on: 2025-06-30\nlist unit changes\nshow unit MN-1") != before)
        office.session.horizon = horizon
        #expect(try office.text("list units on: 2025-06-30\nlist unit changes\nshow unit MN-1") == before)
    }

    @Test func everyChangeCanBeUndone() throws {
        let office = try office()
        let asked = "list units\nlist units on: 2025-06-30\nlist unit changes\nshow unit XA-1"
        for line in [
            "rename unit MN-1 \"Hoa Sen\" on: 2024-01-01", "move unit MN-1 under: XA-2 on: 2024-01-01",
            "change unit MN-1 kind: th on: 2024-01-01", "close unit MN-1 on: 2024-01-01",
            "merge units [XA-1, XA-2] into: XA-3 name: \"Xã Ba\" on: 2025-07-01",
            "split unit MN-1 into: [MN-1, MN-3] names: [\"MN Ba\"] shares: [2, 1] on: 2025-08-01",
        ] {
            let before = try office.text(asked)
            try office.say(line)
            let after = try office.text(asked)
            #expect(after != before)
            try office.say("undo")
            #expect(try office.text(asked) == before, "\(line)")
            try office.say("redo")
            #expect(try office.text(asked) == after, "\(line)")
            try office.say("undo")
        }
    }

    @Test func completionShowsTheLastName() throws {
        let office = try office()
        try office.say("rename unit MN-1 \"Hoa Sen\" on: 2024-01-01")
        let kind = try #require(office.session.registry.kind("unit"))
        let choices = try kind.codes(office.session, "MN", 9)
        #expect(choices.map(\.word) == ["MN-1", "MN-2"])
        #expect(choices.first?.meaning.english == "Hoa Sen")
    }
}
