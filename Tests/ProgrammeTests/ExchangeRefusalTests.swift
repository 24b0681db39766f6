import Commands
import Diagnostics
import FoundationEssentials
import Testing
import Values

@testable import Programme

/// What comes in badly: changed, cut, forged, misdirected, out of date, hostile.
@Suite struct ExchangeRefusalTests {
    private let school: Office
    private let department: Office
    private let package: [UInt8]

    init() throws {
        school = try Office.exchanging(as: "LE-CHAN")
        department = try Office.exchanging(as: "SGD")
        try department.trust(school)
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30")
        package = try school.package()
    }

    /// Signs lines as the school would, whatever they say.
    private func forged(
        _ sentences: [String], elements: [String] = [], by office: Office? = nil, period: String = "2025",
        made: String = "2025-12-01T08:00:00+07:00", round: String = ""
    ) throws -> [UInt8] {
        let key = try (office ?? school).key
        let lines =
            ["sen package 1", "from: LE-CHAN", "for: SGD", "number: 99", "made: \(made)"]
            + (round.isEmpty ? [] : ["round: \(round)"])
            + ["period: \(period)", "key: \(key.publicKey.text)", "lines: \(sentences.count)"] + elements + sentences
        let content = lines.map { $0 + "\n" }.joined()
        let signature = try (office ?? school).signer.sign(Array(content.utf8))
        return Array("\(content)signature: \(Data(signature).base64EncodedString())\nend of package\n".utf8)
    }

    private let staff =
        "define element staff \"staff\" vi: \"staff\" type: people over-time: last over-units: sum by-sex: yes"

    @Test func oneFlippedBitAnywhereIsNoticed() throws {
        let entries = try department.entries
        for place in package.indices {
            for bit in [0, 3, 5, 7] {
                var changed = package
                changed[place] ^= 1 << bit
                #expect(!department.refusals(of: changed).isEmpty, "byte \(place), bit \(bit)")
            }
        }
        #expect(try department.entries == entries)
        #expect(department.refusals(of: package).isEmpty)
    }

    @Test func cutAnywhereIsNoticed() {
        for count in 0..<package.count - 1 {
            #expect(!department.refusals(of: Array(package.prefix(count))).isEmpty, "\(count) bytes")
        }
        #expect(department.refusals(of: Array(package.dropLast(20))) == ["package-cut-off"])
    }

    @Test func mailMayChangeTheEndsOfLines() throws {
        let text = String(decoding: package, as: UTF8.self)
        let mailed = Array(("\u{FEFF}" + text.replacing("\n", with: "\r\n") + "\r\n\r\n").utf8)
        #expect(try department.receive(mailed).contains("1 stored"))
        #expect(try department.receive(package).contains("received already"))
        #expect(department.refusals(of: Array(text.replacing("\n", with: "\r").utf8)) == ["package-version"])
        #expect(
            department.refusals(of: Array(text.replacing(" total", with: "\r\n total").utf8)) == ["package-damaged"])
    }

    @Test func otherFilesAreNoPackages() {
        for text in ["", "\n", "sen package", "unit,name\nLE-CHAN,x\n", "\u{0}\u{1}", "SEN PACKAGE 1\n"] {
            #expect(department.refusals(of: Array(text.utf8)) == ["not-a-package"])
        }
        #expect(department.refusals(of: Array("sen package 2\nanything".utf8)) == ["package-version"])
        let huge = [UInt8](repeating: UInt8(ascii: "a"), count: Package.largest + 1)
        #expect(department.refusals(of: huge) == ["package-too-large"])
        #expect(department.refusals("receive package from: \"none.senpkg\"") == ["file-unreadable"])
    }

    @Test func onlyTheTrustedKeyCounts() throws {
        let stranger = try Office.exchanging(as: "LE-CHAN")
        try stranger.makeKey(for: "LE-CHAN", another: true)
        try stranger.say("record figure staff unit: LE-CHAN period: 2025 total: 1 women: 1")
        #expect(department.refusals(of: try stranger.package()) == ["sender-key-differs"])
        let other = try Office.exchanging(as: "NGO-QUYEN")
        try other.say("record figure staff unit: NGO-QUYEN period: 2025 total: 1 women: 1")
        #expect(department.refusals(of: try other.package()) == ["sender-not-trusted"])
        // Signed by another office that is trusted, in the name of this one.
        try department.trust(other)
        #expect(department.refusals(of: try forged([], by: other)) == ["sender-key-differs"])
        try department.say("revoke office LE-CHAN reason: \"mất máy\"")
        #expect(department.refusals(of: package) == ["sender-not-trusted"])
        try department.trust(stranger)
        #expect(department.refusals(of: package) == ["sender-key-differs"])
    }

    @Test func otherAddresseeAndOwnPackagesAreRefused() throws {
        #expect(department.refusals(of: try school.package(for: "NGO-QUYEN")) == ["package-for-another"])
        try department.makeKey(for: "LE-CHAN")
        #expect(department.refusals(of: package) == ["package-for-another"])
        let bare = try Office(
            [],
            today: "2025-12-01", "register unit LE-CHAN \"THPT Lê Chân\" kind: thpt under: SGD",
            "trust office LE-CHAN key: \"\(try school.key.publicKey.text)\"")
        #expect(bare.refusals(of: package) == ["no-exchange-key"])
    }

    @Test func olderPackagesAreRefused() throws {
        try school.turn(to: "2025-12-01T09:00:00+07:00")
        try school.say("record figure staff unit: LE-CHAN period: 2025 total: 41 women: 30")
        try department.receive(school.package())
        #expect(department.refusals(of: package) == ["package-outdated"])
        #expect(try department.figures() == ["staff LE-CHAN 2025 41, 30 women"])
        #expect(
            department.refusals(of: try forged([], made: "2025-12-02T08:00:00+07:00")) == ["package-from-future"])
    }

    @Test func wrongPassphraseMakesNothing() throws {
        let entries = try school.entries
        school.files.contents = [:]
        school.session.surroundings.askSecret = { _ in "sen no giua dam lay" }
        let line = "make package for: SGD period: 2025 elements: [staff] to: \"a.senpkg\""
        #expect(school.refusals(line) == ["wrong-passphrase"])
        school.session.surroundings.askSecret = { _ in nil }
        #expect(school.refusals(line) == ["passphrase-not-given"])
        #expect(school.files.contents.isEmpty)
        #expect(try school.entries == entries)
    }

    /// Lines that a signed package may hold and nobody may take.
    @Test(
        arguments: [
            ("record figure staff unit: NGO-QUYEN period: 2025 total: 1", "does not lie under LE-CHAN"),
            ("record figure staff unit: SGD period: 2025 total: 1", "does not lie under LE-CHAN"),
            ("record figure staff unit: LE-CHAM period: 2025 total: 1", "There is no unit ‘LE-CHAM’ here"),
            ("record figure stuff unit: LE-CHAN period: 2025 total: 1", "does not say how ‘stuff’ is counted"),
            ("record figure pupils unit: LE-CHAN period: 2025 total: 1", "There is no element ‘pupils’ here"),
            ("record figure books unit: LE-CHAN period: 2025-10 total: 1", "counted otherwise there"),
            ("derived figure staff unit: LE-CHAN period: 2025 total: 1", "counted otherwise there"),
            ("record figure trainings unit: LE-CHAN period: 2025 total: 1", "counted otherwise there"),
            ("record figure staff unit: LE-CHAN period: 2024 total: 1", "outside the package"),
            ("record figure staff unit: LE-CHAN period: 2025 total: 1 women: 2", "2 women of 1"),
            ("record figure staff unit: LE-CHAN period: 2025 total: 1.5", "whole numbers"),
            ("record figure staff unit: LE-CHAN period: 2025 total: -1", "-1"),
            ("record figure staff unit: LE-CHAN period: 2025", "‘total’ is missing"),
            ("record figure staff unit: LE-CHAN period: 2025 total: 1 state: withheld", "has no number"),
            ("record figure staff unit: LE-CHAN period: 2025 total: 01", "cannot be read"),
            ("record figure staff unit: LE-CHAN period: 2025 total: 1 total: 2", "cannot be read"),
            ("record figure staff unit: LE-CHAN  period: 2025 total: 1", "cannot be read"),
            ("retract training TR-0001 reason: \"x\"", "cannot be read"),
            ("record figure \"staff\" unit: LE-CHAN period: 2025 total: 1", "cannot be read"),
            ("\u{1B}[2J", "cannot be read"), ("", "cannot be read"), ("\"\\u{110000}\"", "cannot be read"),
            ("submit return BC-2025 unit: LE-CHAN", "not of the round BC-2025"),
        ])
    func lineIsRefusedAlone(_ line: String, _ why: String) throws {
        let good = "record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30"
        let elements = [
            "define element books \"books\" vi: \"books\" type: hours over-time: sum over-units: sum",
            "define element pupils \"pupils\" vi: \"pupils\" type: people over-time: last over-units: sum", staff,
            "derived element trainings \"trainings\"",
        ]
        let answer = try department.receive(forged([line, good], elements: elements))
        #expect(answer.contains("2 lines = 1 stored + 0 unchanged + 0 conflicts + 1 refused"), "\(answer)")
        #expect(answer.contains(why), "\(answer)")
        #expect(!answer.contains("\u{1B}"))
        #expect(try department.figures() == ["staff LE-CHAN 2025 40, 30 women"])
        #expect(try department.replays())
    }

    @Test func figureTwiceIsTakenOnce() throws {
        let line = "record figure staff unit: LE-CHAN period: 2025 total: "
        let answer = try department.receive(forged([line + "1", line + "2"], elements: [staff]))
        #expect(answer.contains("2 lines = 1 stored + 0 unchanged + 0 conflicts + 1 refused"))
        #expect(answer.contains("has this figure twice"))
    }

    @Test func closedUnitsAndPeriodsToComeAreRefused() throws {
        try department.say("register unit MOI \"THPT Mới\" kind: thpt under: LE-CHAN opened: 2025-11-01")
        let lines = [
            "record figure books unit: MOI period: 2025-10 total: 1",
            "record figure books unit: LE-CHAN period: 2025-12 total: 1",
            "record figure books unit: LE-CHAN period: 2025-Q3 total: 1",
        ]
        let books = "define element books \"books\" vi: \"books\" type: count over-time: sum over-units: sum"
        let answer = try department.receive(forged(lines, elements: [books]))
        #expect(answer.contains("3 lines = 1 stored + 0 unchanged + 0 conflicts + 2 refused"))
        #expect(answer.contains("MOI was not open at the time"))
        #expect(answer.contains("recorded by month; 2025-Q3 is a quarter"))
    }

    @Test func hostileNamesAreOnlyTexts() throws {
        let names = ["\u{202E}đảo", "\u{1B}[31m", "a\" type: hours \"", "{unit}", "đ\\", "\u{0}", "🪷"]
        for name in names {
            let element = FigureElement(
                code: "staff", name: Text(name, vi: name), type: .people, overTime: .last, overUnits: .sum,
                bySex: true, every: nil, id: 1)
            let line = ElementLine(element)
            #expect(ElementLine(line.sentence)?.rules == ["people", "last", "sum"])
            #expect(PackageWords(line.sentence)?.places == ["staff", name.composed])
            #expect(!line.sentence.contains("\u{1B}") && !line.sentence.contains("\u{202E}"))
        }
    }

    @Test func keyTextsAreRefusedThatAreNone() {
        for key in [
            "", "AAAA", "not base64", String(repeating: "A", count: 43) + "=",
            "98YqfuVWYO+wMNnanrYDXi4m1SZJkKCGF0gHK27B7XV=",
        ] {
            if OfficeKey(key) == nil {
                #expect(
                    department.refusals("trust office NGO-QUYEN key: \"\(key)\"") == ["exchange-key-unreadable"])
            }
        }
        #expect(OfficeKey("98YqfuVWYO+wMNnanrYDXi4m1SZJkKCGF0gHK27B7XV=") == nil)
        #expect(OfficeKey(ExampleOffice.publicKey)?.fingerprint == ExampleOffice.fingerprint)
    }
}
