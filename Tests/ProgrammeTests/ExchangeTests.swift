import Commands
import Diagnostics
import Testing
import Values

@testable import Programme

/// Two offices, each with a database of its own, and a file between them.
@Suite struct ExchangeTests {
    private func pair() throws -> (school: Office, department: Office) {
        let school = try Office.exchanging(as: "LE-CHAN")
        let department = try Office.exchanging(as: "SGD")
        try department.trust(school)
        return (school, department)
    }

    @Test func figuresTravel() throws {
        let (school, department) = try pair()
        try school.say(
            """
            record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30
            record figure books unit: LE-CHAN period: 2025-10 total: 120
            record figure books unit: LE-CHAN period: 2025-11 state: withheld
            record figure books unit: LE-CHAN period: 2024-11 total: 7
            record figure staff unit: NGO-QUYEN period: 2025 total: 50 women: 20
            log training LE-CHAN "Lồng ghép giới" on: 2025-11-14 hours: 4 women: 38 men: 12
            """)
        let line = "make package for: SGD period: 2025 elements: [staff, books, trainings] to: \"a.senpkg\""
        #expect(try school.text(line).contains("Wrote a.senpkg: 4 lines for SGD"))
        let package = try #require(school.files.contents["a.senpkg"])
        let text = String(decoding: package, as: UTF8.self)
        #expect(
            text.hasPrefix(
                """
                sen package 1
                from: LE-CHAN
                for: SGD
                number: 15
                made: 2025-12-01T08:00:00+07:00
                period: 2025
                key: \(try school.key.publicKey.text)
                lines: 4
                define element books "books" vi: "books" type: count over-time: sum over-units: sum by-sex: no every: month
                define element staff "staff" vi: "staff" type: people over-time: last over-units: sum by-sex: yes
                derived element trainings "trainings held"
                record figure books unit: LE-CHAN period: 2025-10 total: 120
                record figure books unit: LE-CHAN period: 2025-11 state: withheld
                record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30
                derived figure trainings unit: LE-CHAN period: 2025 total: 1
                signature:\u{20}
                """))
        #expect(!text.contains("Lồng ghép"))
        let answer = try department.receive(package)
        #expect(answer.contains("4 lines = 4 stored + 0 unchanged + 0 conflicts + 0 refused"))
        #expect(
            try department.figures() == [
                "books LE-CHAN 2025-10 120", "books LE-CHAN 2025-11 known and kept back",
                "staff LE-CHAN 2025 40, 30 women",
            ])
        #expect(
            try department.column("total", "list figures element: trainings period: 2025") == ["1"])
        #expect(try department.replays())
        #expect(try school.replays())
    }

    @Test func samePackageTwiceChangesNothing() throws {
        let (school, department) = try pair()
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        let package = try school.package()
        try department.receive(package)
        let entries = try department.entries
        #expect(try department.receive(package).contains("received already, entry \(entries); nothing changes"))
        #expect(try department.entries == entries)
        #expect(try department.receive(school.package()).contains("0 stored + 1 unchanged"))
    }

    @Test func madeAgainFromTheSameItIsTheSame() throws {
        let (school, _) = try pair()
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        let content = try PackageContent(
            school.session, office: "LE-CHAN", elements: ["staff"], period: #require(Period("2025")))
        let signer = try school.signer
        let packages = try (0..<2).map { _ in
            let lines = try content.lines(of: "LE-CHAN")
            let head = PackageHead(
                from: "LE-CHAN", addressee: "SGD", number: 9, made: school.session.now, round: nil,
                period: content.period, key: signer.publicKey, lines: lines.count)
            return try Package(head, content.elements.map { ElementLine($0) }, lines, signer: signer).bytes
        }
        #expect(packages[0] == packages[1])
    }

    @Test func conflictsAreListedAndNeverOverwritten() throws {
        let (school, department) = try pair()
        try department.say("record figure staff unit: LE-CHAN period: 2025 total: 41 women: 30")
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        let answer = try department.receive(school.package())
        #expect(answer.contains("1 line = 0 stored + 0 unchanged + 1 conflict + 0 refused"))
        let line = "resolve conflict staff unit: LE-CHAN period: 2025 from: LE-CHAN take: theirs"
        #expect(answer.contains(line))
        #expect(answer.contains("41, 30 women"))
        #expect(answer.contains("test 2025-12-01, entry 10"))
        #expect(try department.figures() == ["staff LE-CHAN 2025 41, 30 women"])
        #expect(try department.column("take", "list package conflicts") == [line])
        try department.say(line)
        #expect(try department.figures() == ["staff LE-CHAN 2025 40, 30 women"])
        #expect(try department.column("take", "list package conflicts").isEmpty)
        #expect(department.refusals(line) == ["no-conflict"])
        #expect(try department.replays())
    }

    @Test func conflictEndsWhenOursIsTakenOrTheSameIsTyped() throws {
        let (school, department) = try pair()
        try department.say("record figure staff unit: LE-CHAN period: 2025 total: 41 women: 30")
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        try department.receive(school.package())
        try department.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        #expect(try department.column("take", "list package conflicts").isEmpty)
        try department.say("record figure staff unit: LE-CHAN period: 2025 total: 42 women: 30")
        #expect(try department.column("here", "list package conflicts") == ["42, 30 women"])
        try department.say(
            "resolve conflict staff unit: LE-CHAN period: 2025 from: LE-CHAN take: ours reason: \"đã kiểm tra\"")
        #expect(try department.column("take", "list package conflicts").isEmpty)
        #expect(try department.figures() == ["staff LE-CHAN 2025 42, 30 women"])
    }

    @Test func laterPackageCorrectsItsOwn() throws {
        let (school, department) = try pair()
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        let first = try school.package()
        try department.receive(first)
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 42 women: 31")
        let answer = try department.receive(school.package())
        #expect(answer.contains("1 stored + 0 unchanged + 0 conflicts"))
        #expect(answer.contains("Corrections of what LE-CHAN had sent before"))
        #expect(answer.contains("40, 30 women"))
        #expect(try department.figures() == ["staff LE-CHAN 2025 42, 31 women"])
        // What somebody decided here since is no longer the sender's to correct.
        try department.say("record figure staff unit: LE-CHAN period: 2025 total: 43 women: 31")
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 44 women: 31")
        #expect(try department.receive(school.package()).contains("1 conflict"))
        #expect(try department.figures() == ["staff LE-CHAN 2025 43, 31 women"])
        #expect(try department.replays())
    }

    @Test func laterPackageTakesTheConflictBack() throws {
        let (school, department) = try pair()
        try department.say("record figure staff unit: LE-CHAN period: 2025 total: 41 women: 30")
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        try department.receive(school.package())
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 41 women: 30")
        #expect(try department.receive(school.package()).contains("1 unchanged"))
        #expect(try department.column("take", "list package conflicts").isEmpty)
        #expect(
            department.refusals("resolve conflict staff unit: LE-CHAN period: 2025 from: LE-CHAN take: theirs")
                == ["no-conflict"])
    }

    @Test func overlappingPackagesNeverBringBackTheOlder() throws {
        let (school, department) = try pair()
        try school.say("record figure books unit: LE-CHAN period: 2025-10 total: 1")
        let year = try school.package(elements: ["books"])
        try school.say("record figure books unit: LE-CHAN period: 2025-10 total: 2")
        let month = try school.package(elements: ["books"], period: "2025-10")
        try department.receive(month)
        #expect(try department.receive(year).contains("A later package of the same office says otherwise"))
        #expect(try department.figures() == ["books LE-CHAN 2025-10 2"])
    }

    @Test func olderPackageDoesNotDecideALaterConflict() throws {
        let (school, department) = try pair()
        try department.say("record figure books unit: LE-CHAN period: 2025-10 total: 9")
        try school.say("record figure books unit: LE-CHAN period: 2025-10 total: 1")
        let year = try school.package(elements: ["books"])
        try school.say("record figure books unit: LE-CHAN period: 2025-10 total: 2")
        try department.receive(school.package(elements: ["books"], period: "2025-10"))
        #expect(try department.receive(year).contains("1 refused"))
        #expect(try department.column("theirs", "list package conflicts") == ["2"])
    }

    @Test func receivedFigureLeadsToItsLine() throws {
        let (school, department) = try pair()
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        try department.receive(school.package())
        let told = try department.text("explain figure staff unit: LE-CHAN period: 2025")
        #expect(told.contains("in.senpkg"))
        #expect(told.contains("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30"))
    }

    @Test func undoTakesAPackageBack() throws {
        let (school, department) = try pair()
        try department.say("record figure books unit: LE-CHAN period: 2025-10 total: 9")
        try school.say(
            """
            record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30
            record figure books unit: LE-CHAN period: 2025-10 total: 1
            log training LE-CHAN "Một" on: 2025-10-14 hours: 4 women: 8 men: 2
            """)
        let package = try school.package()
        try department.receive(package)
        try department.say("undo")
        #expect(try department.figures() == ["books LE-CHAN 2025-10 9"])
        #expect(try department.column("take", "list package conflicts").isEmpty)
        #expect(try department.column("unit", "list figures element: trainings period: 2025").isEmpty)
        #expect(try department.receive(package).contains("3 lines = 2 stored + 0 unchanged + 1 conflict"))
        #expect(try department.replays())
    }

    @Test func recordsHereGoBeforeCountsFromThere() throws {
        let (school, department) = try pair()
        try school.say(
            """
            log training LE-CHAN "Một" on: 2025-10-14 hours: 4 women: 8 men: 2
            log training LE-CHAN "Hai" on: 2025-11-14 hours: 4 women: 8 men: 2
            """)
        try department.receive(school.package(elements: ["training-participants"]))
        let list = "list figures element: training-participants period: 2025"
        #expect(try department.column("total", list) == ["20"])
        try school.say("log training LE-CHAN \"Ba\" on: 2025-11-20 hours: 4 women: 5 men: 5")
        #expect(
            try department.receive(school.package(elements: ["training-participants"]))
                .contains("Corrections"))
        #expect(try department.column("total", list) == ["30"])
        try department.say("log training LE-CHAN \"Bốn\" on: 2025-11-20 hours: 4 women: 5 men: 5")
        #expect(try department.column("total", list) == ["10"])
        let answer = try department.receive(
            school.package(elements: ["training-participants"]))
        #expect(answer.contains("1 conflict"))
        #expect(answer.contains("records here"))
        #expect(
            department.refusals(
                "resolve conflict training-participants unit: LE-CHAN period: 2025 from: LE-CHAN take: theirs")
                == ["figure-derived"])
        #expect(try department.replays())
    }

    /// School, commune, department: what the commune passes on is what the school sent.
    @Test func officesPassOn() throws {
        let (school, department) = try pair()
        let commune = try Office.exchanging(as: "VHXH")
        try commune.trust(school)
        try department.trust(commune)
        try school.say(
            """
            record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30
            log training LE-CHAN "Một" on: 2025-10-14 hours: 4 women: 8 men: 2
            """)
        try commune.receive(school.package(for: "VHXH"))
        try commune.say("record figure staff unit: AN-BIEN period: 2025 total: 20 women: 15")
        #expect(try department.receive(commune.package()).contains("3 lines = 3 stored"))
        #expect(
            try department.figures() == ["staff AN-BIEN 2025 20, 15 women", "staff LE-CHAN 2025 40, 30 women"])
        #expect(try department.column("unit", "list figures element: trainings period: 2025") == ["LE-CHAN"])
    }

    @Test func planShowsAndChangesNothing() throws {
        let (school, department) = try pair()
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        department.files.contents["in.senpkg"] = try school.package()
        let entries = try department.entries
        #expect(try department.text("plan receive package from: \"in.senpkg\"").contains("1 line = 1 stored"))
        #expect(try department.entries == entries)
        #expect(try department.figures().isEmpty)
    }

    @Test func packagesAreListedOnBothSides() throws {
        let (school, department) = try pair()
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        try department.receive(school.package())
        let list = "list packages | keep way, office, lines, stored"
        #expect(try school.table(list).cells(of: "way")?.map(\.plain) == ["sent"])
        #expect(try department.table(list).cells(of: "way")?.map(\.plain) == ["received"])
        #expect(
            try school.column("sha256", "list packages") == department.column("sha256", "list packages"))
        let entry = try department.entries
        #expect(try department.column("entry", "list figures") == ["\(entry)"])
        #expect(try department.column("entry", "list packages") == ["\(entry)"])
    }
}
