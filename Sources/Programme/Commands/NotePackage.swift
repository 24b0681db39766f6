import Commands
import Database
import Diagnostics
import Documents
import Journal
import Values

/// `note package` notes that a package was made.
let notePackage = Command(
    "note package",
    Text(
        "Notes a package made by ‘make package’; internal, it stands in the journal.",
        vi: "Ghi nhận gói do ‘make package’ lập; lệnh nội bộ, ghi trong nhật ký."),
    effect: .writes, run: note
) {
    Label<UnitCode>("for", Text("The office that it is made for.", vi: "Cơ quan nhận."))
    Label<Int>("number", Text("The number of its entry.", vi: "Số mục nhật ký của gói."))
    Label<String>("made", Text("When it was made.", vi: "Thời điểm lập."))
    Label<RoundName?>("round", Text("The round that asks for it.", vi: "Đợt báo cáo yêu cầu."))
    Label<Period>("period", Text("The period that it tells of.", vi: "Kỳ số liệu."))
    Label<Int>("lines", Text("How many lines it has.", vi: "Số dòng."))
    Label<String>("sha256", Text("What marks its very text.", vi: "Mã băm của nội dung gói."))
} examples: {
    Example(
        "note package for: SGD-HP number: 5 made: \"2025-12-01T08:00:00+07:00\" period: 2024 lines: 1"
            + " sha256: \"\(hash)\""
    ).prints("SHA-256")
    Example("note package for: SGD-HP number: 5 made: \"today\" period: 2024 lines: 1 sha256: \"\(hash)\"")
        .reports(.packageNoteUnreadable)
}

private let hash = String(repeating: "ab", count: Fingerprint.length)

private func note(
    session: Session, addressee: UnitCode, number: Int, made: String, round: RoundName?, period: Period, lines: Int,
    hash: String
) throws -> Document {
    guard let moment = Instant(made) else { throw unreadable("made") }
    guard let content = Fingerprint(hexadecimal: hash) else { throw unreadable("sha256") }
    let office = try Units(session).id(of: addressee)
    try session.database.execute(
        """
        INSERT INTO exchange_package (direction, partner, sha256, number, made, period, round, lines, recorded)
        VALUES ('sent', \(office), \(content), \(number), \(moment), \(period), \(round?.code), \(lines),
            \(session.entry))
        """)
    return .done(Text(verbatim: "SHA-256 \(content)"))
}

/// The arguments of `note package`.
enum NotedPackage {
    /// What is noted of a package.
    static func values(of package: Package) -> [String: Value] {
        let head = package.head
        return [
            "for": .text(head.addressee), "number": .number(Number(head.number)),
            "made": .text(head.made.description), "round": head.round.map { .text($0) } ?? .missing,
            "period": .period(head.period), "lines": .number(Number(head.lines)),
            "sha256": .text(package.fingerprint.description),
        ]
    }
}

private func unreadable(_ argument: String) -> Diagnostic {
    Diagnostic(
        .packageNoteUnreadable,
        Text("‘\(argument):’ tells nothing of a package.", vi: "‘\(argument):’ không phải thông tin của một gói."),
        subject: argument,
        notes: [Text("A package is made by ‘make package’.", vi: "Muốn lập gói, gõ ‘make package’.")])
}

extension Fingerprint {
    /// Reads 64 hexadecimal digits; `nil` for anything else.
    fileprivate init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * Fingerprint.length else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
        }
        self.init(sqlValue: .blob(bytes))
    }
}

extension Diagnostic.Code {
    /// What is noted of a package and cannot be read.
    static let packageNoteUnreadable: Self = "package-note-unreadable"
}
