import Documents
import Values

/// The head and the foot of an official paper, as Phụ lục I of Nghị định 30/2020 lays them out.
struct DOCXLetterhead {
    let head: Letterhead
    let language: DisplayLanguage

    private static let left = 3_750

    /// The bodies and the national name beside each other, then number and date, then kind and subject.
    var top: Markup {
        let (left, right) = (DOCXLetterhead.left, OfficialPage.width(landscape: false) - DOCXLetterhead.left)
        let issuer = head.issuerLine
        let issuerWidth = lineWidth(issuer, size: 12, room: left)
        let superior: Markup = head.superior.map { centred($0, "", size: 24) } ?? ""
        let bodies: Markup = """
            \(superior)\(centred(issuer, "<w:b/>", size: 24))\(DOCXText.rule(points: issuerWidth * 0.42, room: left))
            """
        let motto = Letterhead.motto(in: language)
        let nation: Markup = """
            \(centred(Letterhead.nation(in: language), "<w:b/>", size: 24))\(centred(motto, "<w:b/>", size: 26))\
            \(DOCXText.rule(points: PrintWidth.of(motto, size: 13, bold: true), room: right))
            """
        let number = centred(head.numberLine(in: language), "", size: 26, before: 120)
        let about: Markup = isLetter ? centred("V/v " + head.subject(in: language), "", size: 24, before: 120) : ""
        let date = centred(head.placeAndDate(in: language), "<w:i/>", size: 26, before: 120)
        let table = DOCXText.plainTable([left, right], [[bodies, nation], ["\(number)\(about)", date]])
        return table + (isLetter ? DOCXText.paragraph("Plain", "") : title) + addressees + bases
    }

    private var isLetter: Bool { head.isLetter(in: language) }

    /// Whom the paper speaks to: one behind the label, several below it.
    private var addressees: Markup {
        let lines = head.addresseeLines
        let label = Letterhead.addresseesLabel(in: language)
        guard lines.count > 1 else {
            return "\(lines.map { centred("\(label) \($0)", "", size: 28, before: 120) })"
        }
        let start = OfficialPage.width(landscape: false) / 5
        let rows = [(label, start)] + lines.map { ($0, start + OfficialPage.indent) }
        let paragraphs = rows.map { words, left in
            DOCXText.paragraph("Plain", DOCXText.run(words), properties: "<w:ind w:left=\"\(left)\"/>")
        }
        return "\(paragraphs)"
    }

    /// What the paper rests on.
    private var bases: Markup {
        "\(head.basisLines.map { DOCXText.paragraph("Body", DOCXText.run($0, "<w:i/>")) })"
    }

    private var title: Markup {
        let subject = head.subject(in: language)
        let room = OfficialPage.width(landscape: false)
        let kind = DOCXText.paragraph(
            "Centred", DOCXText.run(head.kind(in: language), "<w:b/>"), keepNext: true,
            properties: "<w:spacing w:before=\"360\"/><w:outlineLvl w:val=\"0\"/>")
        let width = lineWidth(subject, size: 14, room: room)
        return """
            \(kind)\(centred(subject, "<w:b/>", size: 28))\(DOCXText.rule(points: width * 0.36, room: room, after: 200))
            """
    }

    /// The recipients on the left, the post that signs on the right with room for signature and seal.
    var foot: Markup? {
        guard head.hasFoot else { return nil }
        let width = OfficialPage.width(landscape: false)
        let left = width * 45 / 100
        let small: Markup = "<w:sz w:val=\"22\"/>"
        var to: Markup = ""
        if !head.recipients.isEmpty {
            let label = Letterhead.recipientsLabel(in: language)
            to += DOCXText.paragraph("Plain", DOCXText.run(label, "<w:b/><w:i/><w:sz w:val=\"24\"/>"))
            for line in head.recipientLines { to += DOCXText.paragraph("Plain", DOCXText.run(line, small)) }
        }
        var sign: Markup = ""
        for line in head.signatureLines { sign += centred(line, "<w:b/>", size: 28) }
        for _ in 0..<5 { sign += DOCXText.paragraph("Centred", "") }
        if let signer = head.signer { sign += centred(signer, "<w:b/>", size: 28) }
        let space = DOCXText.paragraph(
            "Plain", "", keepNext: true, properties: "<w:spacing w:line=\"240\" w:lineRule=\"exact\"/>")
        let empty = DOCXText.paragraph("Plain", "")
        return space + DOCXText.plainTable([left, width - left], [[to == .empty ? empty : to, sign]])
    }

    private func centred(_ text: String, _ look: Markup, size: Int, before: Int = 0) -> Markup {
        let run = DOCXText.run(text, "\(look)<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>")
        let space: Markup = "<w:spacing w:before=\"\(before)\"/>"
        return DOCXText.paragraph("Centred", run, keepNext: true, properties: space)
    }

    /// The width of a bold text in points, at most that of its room.
    private func lineWidth(_ text: String, size: Double, room: Int) -> Double {
        min(PrintWidth.of(text, size: size, bold: true), Double(room) / 20)
    }
}
