import Commands
import Documents
import Programme
import Values

/// What units say of a period: what they achieved, what hinders them, and what they propose.
struct UnitWords {
    private var achieved: [Text] = []
    private var difficulties: [Text] = []
    private var proposals: [Text] = []

    /// Gathers the words of some units, each with the name of its unit; without names where there is only one.
    init(_ session: Session, _ period: Period, of units: [OfficeUnit]) throws {
        let names = Dictionary(units.map { ($0.id, $0.name) }) { $1 }
        for remark in try Remark.all(session) where period.contains(remark.period) {
            guard let name = names[remark.unit] else { continue }
            let text = Text(verbatim: UnitWords.sentence(remark.text) + (units.count > 1 ? " (\(name))." : "."))
            switch remark.kind {
            case .result: achieved.append(text)
            case .difficulty: difficulties.append(text)
            case .proposal: proposals.append(text)
            }
        }
        for found in try Difficulty.all(session, in: period) {
            guard let name = names[found.unit] else { continue }
            let end = units.count > 1 ? " (\(name))." : "."
            difficulties.append(Text(verbatim: UnitWords.sentence(found.words) + end))
            if let proposal = found.proposal {
                proposals.append(Text(verbatim: UnitWords.sentence(proposal) + end))
            }
        }
    }

    /// A text with a large first letter and no mark at its end.
    private static func sentence(_ text: String) -> String {
        var text = text.prefix(1).uppercased() + text.dropFirst()
        while let last = text.last, ".;, ".contains(last) { text.removeLast() }
        return text
    }

    /// What was achieved, as units say, under a heading beside those of the packs.
    var results: [Block] {
        guard !achieved.isEmpty else { return [] }
        return [
            .heading(Text("What units tell of", vi: "Kết quả nổi bật do đơn vị báo cáo"), level: 3),
            .items(achieved.map { RichText($0) }, numbered: false),
        ]
    }

    /// The section of a report about what hinders units and what they propose.
    var blocks: [Block] {
        list(Text("Difficulties:", vi: "Khó khăn, vướng mắc:"), difficulties)
            + list(Text("Proposals:", vi: "Kiến nghị, đề xuất:"), proposals)
    }

    private func list(_ title: Text, _ items: [Text]) -> [Block] {
        items.isEmpty ? [] : [.paragraph(RichText(title)), .items(items.map { RichText($0) }, numbered: false)]
    }
}
