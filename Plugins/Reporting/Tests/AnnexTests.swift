import Commands
import Database
import Diagnostics
import Programme
import TestSupport
import Testing
import Values
import Workbooks

@testable import Reporting

/// Blank workbooks, filled in and read back.
@Suite struct AnnexTests {
    @Test func whatIsMissingIsToldAtOnce() throws {
        let office = try AnnexOffice()
        var file = try office.blank("A")
        let untouched = office.findings(file.bytes).map(\.message.english)
        #expect(untouched == ["'Phụ lục 1'!C8: Nothing is filled in yet."])
        file.put(40, row: "A.1")
        let findings = office.findings(file.bytes)
        #expect(Set(findings.map(\.code.description)) == ["annex-empty"])
        #expect(findings.count == 11)
        #expect(findings[1].message.english == "'Phụ lục 1'!D10, C11:D15: 11 cells of ‘Staff’ left empty.")
        #expect(try office.rows() == [0, 0, 0, 0, 0, 0])
    }

    @Test func theSameBytesTwice() throws {
        let office = try AnnexOffice()
        let first = office.files.contents["blank/R-A.xlsx"]
        office.files.contents["blank/R-A.xlsx"] = nil
        try office.session.say("write annexes", "R", ["to": .text("blank")])
        #expect(first != nil && office.files.contents["blank/R-A.xlsx"] == first)
    }

    @Test(arguments: 0..<25)
    func whatIsFilledInComesBack(_ seed: Int) throws {
        let office = try AnnexOffice()
        var dice = Dice(seed)
        var file = try office.blank("A")
        let told = file.fill(&dice)
        #expect(office.findings(file.bytes).isEmpty)
        let figures = try ReturnedFigures(office.session, of: AnnexForm.one.rows.compactMap(\.element))
        let unit = try #require(try Units(office.session).id(of: "A"))
        for row in AnnexForm.one.rows {
            guard let element = row.element, let figure = told[row.code] else { continue }
            let found = try figures.returned(of: element, in: #require(Period("2025")))[unit]
            // What comes from records here keeps only its number; why there is none stands in the answers.
            #expect(row.definition == nil && figure.total == nil ? found == nil : found == figure, "\(row.code)")
        }
        _ = try office.session.perform("undo", [:])
        #expect(try office.rows() == [0, 0, 0, 0, 0, 0])
    }

    /// Nothing that stands in a file traps; a file is taken whole or keeps nothing.
    @Test(arguments: 0..<80)
    func damageIsRefusedOrTakenWhole(_ seed: Int) throws {
        let office = try AnnexOffice()
        var dice = Dice(seed)
        var file = try office.blank("A")
        _ = file.fill(&dice)
        var isPrintedHurt = false
        let printed = Set(AnnexLayout(.one).printed(file.stamp).keys)
        for _ in 0...dice.below(3) {
            let place = CellAddress(row: 2 + dice.below(file.rows.count - 1), column: dice.below(9))
            let cell = dice.pick(Self.cells)
            let before = file.rows[place.row - 1].indices.contains(place.column)
            if printed.contains(place), before { isPrintedHurt = true }
            file.put(cell, place)
        }
        let findings = office.findings(file.bytes)
        if isPrintedHurt { #expect(findings.contains { $0.code == .annexChanged }) }
        if !findings.isEmpty { #expect(try office.rows() == [0, 0, 0, 0, 0, 0]) }
    }

    @Test(arguments: [
        ("A.1", AnnexLayout.total, PlainBook.Cell.number("-1"), "annex-cell", "C"),
        ("A.1", AnnexLayout.women, 1_001, "annex-rule", "D"), ("A.5", AnnexLayout.total, 2_000, "annex-rule", "C"),
        ("B.1", AnnexLayout.total, 2, "annex-rule", "C"), ("A.2", AnnexLayout.reason, "Bận", "annex-cell", "G"),
        ("A.2", AnnexLayout.reason, "Chưa có số liệu", "annex-cell", "G"),
        ("I.4", AnnexLayout.total, "Vay", "annex-cell", "C"),
        ("1", AnnexLayout.total, "31/02/2025", "annex-cell", "C"), ("L.3", AnnexLayout.total, "…", "annex-cell", "C"),
        ("B.3", AnnexLayout.total, 99, "annex-changed", "C"), ("A.1", 1, "Tất cả", "annex-changed", "B"),
        ("A.1", 8, "lạc", "annex-changed", "I"),
    ])
    func eachFindingNamesItsCell(
        _ row: String, _ column: Int, _ cell: PlainBook.Cell, _ code: String, _ letter: String
    ) throws {
        let office = try AnnexOffice()
        var dice = Dice(7)
        var file = try office.blank("A")
        _ = file.fill(&dice)
        for part in ["A.5", "B.1", "B.2"] {
            file.put(.empty, row: part, column: AnnexLayout.reason)
            file.put(1, row: part)
            file.put(1, row: part, column: AnnexLayout.women)
        }
        file.put(cell, row: row, column: column)
        let place = "\(letter)\(AnnexLayout(.one).number(of: row))"
        let finding = try #require(office.findings(file.bytes).first)
        #expect(finding.code.description == code)
        #expect(finding.message.vietnamese.hasPrefix("'Phụ lục 1'!\(place)"), "\(finding.message.vietnamese)")
        #expect(!finding.notes.isEmpty)
        #expect(try office.rows() == [0, 0, 0, 0, 0, 0])
    }

    private static let cells: [PlainBook.Cell] = [
        .empty, -1, 3, 2.5, 99_999_999_999_999, "Có", "không", "Không áp dụng", "mười", "12", "#", .error("#DIV/0!"),
        .day(45_961), .number("1e400"), .number("NaN"), .number("0.1e-300"),
        .text(String(repeating: "ữ", count: 5_000)),
    ]

    @Test(arguments: 0..<60)
    func brokenBytesAreRefused(_ seed: Int) throws {
        let office = try AnnexOffice()
        var dice = Dice(seed)
        var bytes = try #require(office.files.contents["blank/R-A.xlsx"])
        if seed % 3 == 0 { bytes.removeLast(1 + dice.below(bytes.count - 1)) }
        for _ in 0..<(1 + dice.below(20)) where !bytes.isEmpty {
            bytes[dice.below(bytes.count)] = UInt8(truncatingIfNeeded: dice.below(256))
        }
        #expect(!office.findings(bytes).isEmpty)
        #expect(try office.rows() == [0, 0, 0, 0, 0, 0])
    }

    @Test func aFileOfAnotherIsRefused() throws {
        let office = try AnnexOffice()
        var dice = Dice(1)
        var file = try office.blank("A")
        _ = file.fill(&dice)
        try office.session.openRound("Q", elements: [])
        #expect(office.code(file.bytes, round: "Q") == "annex-of-another")
        let period = try #require(Period("2025"))
        let other = AnnexForm(code: "phu-luc-1", version: 2, sheet: "Phụ lục 1", blocks: [], rules: [])
        for (stamp, code) in [
            (AnnexStamp(form: other, office: "S", round: "R", unit: "A", period: period), "annex-of-another"),
            (AnnexStamp(form: .one, office: "T", round: "R", unit: "A", period: period), "annex-of-another"),
            (AnnexStamp(form: .one, office: "S", round: "R", unit: "S", period: period), "return-not-owed"),
            (AnnexStamp(form: .one, office: "S", round: "R", unit: "Z", period: period), "return-not-owed"),
            (AnnexStamp(form: .one, office: "S", round: "R", unit: "B", period: period), "annex-changed"),
        ] {
            var stamped = file
            stamped.stamp = stamp
            #expect(office.code(stamped.bytes) == code)
        }
        file.checksum = "0"
        #expect(office.code(file.bytes) == "annex-not-stamped")
        #expect(office.code(PlainBook().bytes) == "annex-not-stamped")
    }

    @Test func aSecondFileWaitsUntilTheFirstIsSentBack() throws {
        let office = try AnnexOffice()
        var dice = Dice(2)
        var file = try office.blank("A")
        _ = file.fill(&dice)
        #expect(office.findings(file.bytes).isEmpty)
        #expect(office.code(file.bytes) == "annex-unchanged")
        file.put(.empty, row: "H.1", column: AnnexLayout.reason)
        file.put(7, row: "H.1")
        #expect(office.code(file.bytes) == "return-doubled")
        try office.session.say("send back return", "R", ["unit": .text("A"), "with": .text("Xem lại mục H")])
        #expect(office.findings(file.bytes).isEmpty)
        let remarks = try Remark.all(office.session)
        #expect(
            remarks.map(\.kind) == [.difficulty]
                && remarks.first?.source == "in.xlsx \(AnnexLayout(.one).address("L.3", AnnexLayout.total))")
        let day = try #require(Day(iso: "2025-12-01"))
        #expect(
            try Round.named(RoundCode(code: "R"), office.session).returns(office.session)[0].state(on: day) == .received
        )
        try office.session.say("accept return", "R", ["unit": .text("A")])
        file.put(8, row: "H.1")
        #expect(office.code(file.bytes) == "return-doubled")
    }

    @Test func aClosedRoundTakesNoneAndKeepsItsFigures() throws {
        let office = try AnnexOffice(today: "2025-12-20")
        var dice = Dice(3)
        var file = try office.blank("A")
        _ = file.fill(&dice)
        #expect(office.findings(file.bytes).isEmpty)
        try office.session.say("close round", "R", [:])
        #expect(office.code(file.bytes) == "round-closed")
        let refused = AnnexOffice.code {
            try office.session.say(
                "record figure", "deputies",
                [
                    "unit": .text("A"), "period": .period(#require(Period("2025"))), "total": .number(9),
                    "women": .number(1),
                ])
        }
        #expect(refused == "figures-closed")
        #expect(AnnexOffice.code { _ = try office.session.perform("undo", ["entry": .number(27)]) } == "round-closed")
    }

    @Test func whatIsKnownIsFilledInAndMarked() throws {
        let office = try AnnexOffice()
        let values: [(String, Int)] = [("2024", 4), ("2025", 5)]
        for (period, total) in values {
            try office.session.say(
                "record figure", "deputies",
                [
                    "unit": .text("A"), "period": .period(try #require(Period(period))),
                    "total": .number(Number(total)),
                    "women": .number(1),
                ])
        }
        try office.session.say("write annexes", "R", ["to": .text("known"), "prefilled": .yesNo(true)])
        let book = try XLSXFile.read(#require(office.files.contents["known/R-A.xlsx"]), name: "x")
        let layout = AnnexLayout(.one)
        let row = try #require(book.sheets[0].rows.first { $0.number == layout.number(of: "B.2") })
        #expect(row[AnnexLayout.total] == .number(5))
        #expect(row[AnnexLayout.before] == .percent(try #require(Number("0.25"))))
        #expect(row[AnnexLayout.note] == .text(AnnexLayout.givenNote))
        #expect(book.sheets.map(\.isHidden) == [false, true, true])
    }
}
