import Commands
import Documents
import Journal
import Programme
import Values

/// The name of the report.
let digestName = "monthly-digest"

/// The monthly digest: what happened, how the indicators stand, what is late and what is due next. Each pack brings
/// its own section.
let monthlyDigest = Report(
    digestName,
    Text(
        "What happened in a period, what is late and what is due next.",
        vi: "Tổng hợp công tác trong kỳ, việc chậm và việc sắp đến hạn.")
) { session, request in
    let subject = Text(
        "Women's progress and gender equality, \(request.period.words.english)",
        vi: "Công tác vì sự tiến bộ của phụ nữ và bình đẳng giới \(request.period.words.vietnamese)")
    let head = try letterhead(
        of: request.unit, kind: Text("REPORT", vi: "BÁO CÁO"), abbreviation: "BC", subject: subject, session)
    var document = Document(letterhead: head)
    if head == nil { document.blocks.append(.heading(subject, level: 1)) }
    document.blocks.append(.paragraph(RichText(try scope(session, request))))
    document.blocks += try ReportSection.blocks(of: digestName, session, request)
    if let unsettled = try coming(session, request) { document.blocks += unsettled }
    document.blocks = numbered(document.blocks)
    return document
}

/// The sections under Roman numbers, in capitals in Vietnamese, as Phụ lục I of Nghị định 30/2020 asks.
private func numbered(_ blocks: [Block]) -> [Block] {
    var count = 0
    return blocks.map { block in
        guard case .heading(let title, level: 2) = block, count < romanNumbers.count else { return block }
        count += 1
        let number = romanNumbers[count - 1]
        let words = Text("\(number). \(title.english)", vi: "\(number). \(title.vietnamese.uppercased())")
        return .heading(words, level: 2)
    }
}

private let romanNumbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
