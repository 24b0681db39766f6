import Commands
import Diagnostics
import Language
import Rendering
import Syntax
import TestSupport
import Testing

/// The invented office of seeds/ and the scripts that work on it.
@Suite struct SeedTests {
    static let seeds = Checkout.files(in: "seeds", ending: ".sen")

    static func source(_ path: String) -> Source { Source(name: path, text: Checkout.text(path)) }

    static func rendered(_ findings: [Diagnostic]) -> String {
        DiagnosticRendering.render(findings, language: .english, colour: false)
    }

    /// Every seed says in its first line that it is invented; the catalogue is not.
    @Test(arguments: seeds.filter { $0 != "seeds/catalogue.sen" && $0 != "seeds/demo.sen" })
    func isLabelled(_ path: String) {
        let first = Checkout.lines(path).first ?? ""
        #expect(first.hasPrefix("# Dữ liệu minh hoạ, không có thật (invented)"))
        #expect(Checkout.text("seeds/demo.sen").contains("\"\(path.dropFirst("seeds/".count))\""), "demo leaves it out")
    }

    /// The office is made, told again from its journal, checked and reported on, all in one: making it takes longest.
    @Test func officeWorks() throws {
        let files = MemoryFiles(Dictionary(uniqueKeysWithValues: Self.seeds.map { ($0, Checkout.text($0)) }))
        let session = try Session.withFormats(files)
        session.surroundings.language = .vietnamese
        let demo = Self.source("seeds/demo.sen")
        let runner = Interpreter(session, listener: nil)
        let before = runner.check(demo)
        #expect(before.isEmpty, "\(Self.rendered(before))")
        try Self.finishes(runner.run(demo))
        #expect(try session.journal.lastNumber() > 2500)
        try ExampleTests.replays(session)

        for command in linkedPacks().flatMap(\.commands) where command.isListing {
            try ListingTests.agrees(session, command.name, seed: 9, times: 12)
        }

        let papers = try Self.papers(session, files)
        if Engine.address != nil { try Self.isTheSameOnAServer(session, files, papers) }
        let expected = ["behind.csv", "digest.docx", "digest.html", "digest.md", "digest.pdf"]
        #expect(papers.keys.sorted() == expected.map { "papers/\($0)" })

        let text = String(decoding: papers["papers/digest.md"] ?? [], as: UTF8.self)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
        #expect(
            headings == [
                "I. TẬP HUẤN, BỒI DƯỠNG", "II. TRUYỀN THÔNG", "III. KINH PHÍ",
                "IV. LÃNH ĐẠO NỮ VÀ BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ", "V. THAY ĐỔI SO VỚI KỲ TRƯỚC",
                "VI. KẾT QUẢ CÁC CHỈ TIÊU", "VII. CHẾ ĐỘ BÁO CÁO", "VIII. NHIỆM VỤ VÀ KHÓ KHĂN, VƯỚNG MẮC",
                "IX. VIỆC SẮP ĐẾN TRONG THÁNG 12 NĂM 2025",
            ])
        for words in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "dữ liệu minh hoạ", "chưa đạt", "hết ngày 04/12/2025"] {
            #expect(text.contains(words), "the digest does not say: \(words)")
        }
    }

    /// What the monthly digest of a session writes.
    private static func papers(_ session: Session, _ files: MemoryFiles) throws -> [String: [UInt8]] {
        let runner = Interpreter(session, listener: nil)
        let digest = source("Scripts/monthly-digest.sen")
        let findings = runner.check(digest)
        #expect(findings.isEmpty, "\(rendered(findings))")
        try finishes(runner.run(digest, arguments: [("month", "2025-11"), ("out", "papers")]))
        return files.contents.filter { $0.key.hasPrefix("papers/") }
    }

    /// The journal of an office, told again on a PostgreSQL server, gives the same rows, listings and papers.
    private static func isTheSameOnAServer(
        _ session: Session, _ files: MemoryFiles, _ papers: [String: [UInt8]]
    ) throws {
        let office = try OfficeTests.office()
        let replay = try Replay(of: session, into: office)
        _ = try replay.run()
        #expect(try replay.differences().isEmpty)
        let copy = try Session.withFormats(files, database: office)
        copy.surroundings.language = .vietnamese
        #expect(try copy.journal.verify() == session.journal.verify())
        for command in linkedPacks().flatMap(\.commands) where command.isListing {
            try ListingTests.agrees(copy, command.name, seed: 9, times: 4)
        }
        #expect(try Self.papers(copy, files) == papers)
    }

    private static func finishes(_ ending: Ending) throws {
        switch ending {
        case .finished, .exited: return
        case .failed(let list), .notUnderstood(let list): Issue.record("\(rendered(list))")
        case .expectationFailed(let finding): Issue.record("\(rendered([finding]))")
        }
    }

    /// A target that was not read in its document is never told as official.
    @Test func targetsOf383StayUnknown() {
        let lines = Checkout.lines("seeds/catalogue.sen")
        #expect(!lines.contains { $0.hasPrefix("set target \"383-") })
        #expect(lines.contains { $0.hasPrefix("define indicator \"383-G1\"") && $0.contains("confidence: verbatim") })
    }
}
