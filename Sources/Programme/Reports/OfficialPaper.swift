public import Commands
public import Documents
public import Values

/// What an official paper is called: its kind, the abbreviation of it behind the number, and what it is about.
public struct OfficialPaper: Sendable, Hashable {
    /// The kind, in capitals: `BÁO CÁO`.
    public let kind: Text
    /// The abbreviation of the kind: `BC`.
    public let abbreviation: String
    /// What it is about.
    public let subject: Text

    /// Names a report. Nghị định 30/2020 knows it as a kind of paper; estimates and accounts are sent as reports too.
    public static func report(_ subject: Text) -> OfficialPaper {
        OfficialPaper(kind: Text("REPORT", vi: "BÁO CÁO"), abbreviation: "BC", subject: subject)
    }

    /// The paper of a unit: under the head that a pack has for it, or the one that stands in for it, or else under its
    /// subject as a title. Its sections are numbered.
    public func document(
        of unit: OfficeUnit, _ blocks: [Block], _ session: Session, standIn: Letterhead? = nil
    ) throws -> Document {
        let rules = session.registry.contributions(PaperHead.self)
        guard let head = try rules.compactMap({ try $0.head(session, unit, self) }).first ?? standIn else {
            return Document([.heading(subject, level: 1)] + OfficialPaper.numbered(blocks))
        }
        return Document(OfficialPaper.numbered(blocks), letterhead: head)
    }

    /// The sections under Roman numbers, in capitals in Vietnamese, and the parts of each under Arabic ones, as Phụ lục
    /// I of Nghị định 30/2020 asks. Annexes keep their headings.
    static func numbered(_ blocks: [Block]) -> [Block] {
        let end = blocks.firstIndex { if case .annex = $0 { true } else { false } } ?? blocks.count
        var (section, part) = (0, 0)
        let body = blocks[..<end].map { block -> Block in
            switch block {
            case .heading(let title, level: 2):
                (section, part) = (section + 1, 0)
                let number = Document.roman(section)
                let words = Text("\(number). \(title.english)", vi: "\(number). \(title.vietnamese.uppercased())")
                return .heading(words, level: 2)
            case .heading(let title, level: 3):
                part += 1
                return .heading(Text("\(part). \(title.english)", vi: "\(part). \(title.vietnamese)"), level: 3)
            default: return block
            }
        }
        return body + blocks[end...]
    }
}
