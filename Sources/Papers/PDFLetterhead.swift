import Documents
import Values

/// The head and the foot of an official paper on a PDF page, as Phụ lục I of Nghị định 30/2020 lays them out.
struct PDFLetterhead {
    let head: Letterhead
    let flow: PDFFlow
    let language: DisplayLanguage

    /// One line or paragraph of a column, and the space above it.
    private struct Part {
        var tag = "P"
        let text: PrintedText?
        var before = 0.0
        /// A rule below the text, as long as a share of it.
        var rule: Double?
        /// Whether the text gives room for letters that stand in several lines.
        var x = 0.0
    }

    private var canvas: Canvas { flow.canvas }
    private var isLetter: Bool { head.isLetter(in: language) }

    /// The columns of the bodies and of the nation.
    private static let left = 187.5

    /// The head down to what the paper rests on.
    func addTop() {
        let (left, right) = (PDFLetterhead.left, flow.width - PDFLetterhead.left)
        let bodies = [
            head.superior.map { centred($0, Lettering(12), left) },
            centred(head.issuerLine, Lettering(12, bold: true), left, rule: 0.42),
        ].compactMap { $0 }
        let nation = [
            centred(Letterhead.nation(in: language), Lettering(12, bold: true), right),
            centred(Letterhead.motto(in: language), Lettering(13, bold: true), right, rule: 1),
        ]
        flow.add(columns(bodies, nation, right: left, keepsNext: true))
        var number = [centred(head.numberLine(in: language), Lettering(13), left)]
        if isLetter {
            let about = "V/v " + head.subject(in: language)
            number.append(centred(about, Lettering(12), left, before: 6))
        }
        let date = [centred(head.placeAndDate(in: language), Lettering(13, italic: true), right)]
        flow.add(columns(number, date, right: left, before: 8, keepsNext: true))
        if !isLetter { flow.add(title) }
        addressees()
        for line in head.basisLines {
            let look = PrintedText.Look(width: flow.width, indent: PDFText.indent, align: .justified)
            let text = canvas.text(line, Lettering(14, italic: true), look)
            PDFText(flow: flow, language: language).paragraph("P", text, before: 6).map(flow.add)
        }
    }

    private var title: PDFPiece {
        let bold = Lettering(14, bold: true)
        let kind = centred(head.kind(in: language), bold, flow.width, before: 18, tag: "H1")
        let subject = centred(head.subject(in: language), bold, flow.width, rule: 0.36)
        return column([kind, subject], x: flow.left, width: flow.width, after: 10)
    }

    private func addressees() {
        let lines = head.addresseeLines
        guard let first = lines.first else { return }
        let label = Letterhead.addresseesLabel(in: language)
        if lines.count == 1 {
            let part = centred("\(label) \(first)", PDFText.body, flow.width, before: 6)
            return flow.add(column([part], x: flow.left, width: flow.width, after: 6))
        }
        let start = flow.width / 5
        let parts =
            [Part(text: canvas.text(label, PDFText.body), before: 6, x: start)]
            + lines.map { line in
                let look = PrintedText.Look(width: flow.width - start - PDFText.indent)
                return Part(text: canvas.text(line, PDFText.body, look), x: start + PDFText.indent)
            }
        flow.add(column(parts, x: flow.left, width: flow.width, after: 6))
    }

    /// The recipients on the left; on the right who signs, with room for signature and seal.
    func addFoot() {
        guard head.hasFoot else { return flow.settle() }
        let left = flow.width * 0.45
        let small = PrintedText.Look(width: left - 6)
        var to: [Part] = []
        if !head.recipients.isEmpty {
            let label = Letterhead.recipientsLabel(in: language)
            to.append(Part(text: canvas.text(label, Lettering(12, bold: true, italic: true))))
            to += head.recipientLines.map { Part(text: canvas.text($0, Lettering(11), small)) }
        }
        let bold = Lettering(14, bold: true)
        var sign = head.signatureLines.map { centred($0, bold, flow.width - left) }
        if let signer = head.signer { sign.append(centred(signer, bold, flow.width - left, before: 80)) }
        flow.add(columns(to, sign, right: left, before: 12, least: head.signer == nil ? 110 : 0, keepsNext: false))
    }

    // MARK: Columns

    private func centred(
        _ text: String, _ letters: Lettering, _ width: Double, before: Double = 0, rule: Double? = nil,
        tag: String = "P"
    ) -> Part {
        Part(
            tag: tag, text: canvas.text(text, letters, .init(width: width, align: .centre)), before: before, rule: rule)
    }

    private func height(_ parts: [Part]) -> Double {
        parts.reduce(0) { $0 + $1.before + ($1.text?.height ?? 0) + ($1.rule == nil ? 0 : 4) }
    }

    private func draw(_ parts: [Part], x: Double, width: Double, y: Double) {
        var top = y
        for part in parts {
            top += part.before
            guard let text = part.text else { continue }
            canvas.tagged(part.tag) { text.draw(x: x + part.x, y: top) }
            top += text.height
            guard let share = part.rule else { continue }
            let half = min(text.width, width) * share / 2
            canvas.rule((x + width / 2 - half, top + 2), (x + width / 2 + half, top + 2), width: 0.75)
            top += 4
        }
    }

    private func column(_ parts: [Part], x: Double, width: Double, after: Double) -> PDFPiece {
        PDFPiece(height: height(parts) + after, keepsNext: true) { y in draw(parts, x: x, width: width, y: y) }
    }

    /// Two columns beside each other, the second from a place on.
    private func columns(
        _ first: [Part], _ second: [Part], right: Double, before: Double = 0, least: Double = 0, keepsNext: Bool
    ) -> PDFPiece {
        let (x, width) = (flow.left, flow.width)
        let high = max(height(first), height(second), least)
        return PDFPiece(before: before, height: high, keepsNext: keepsNext) { y in
            draw(first, x: x, width: right, y: y)
            draw(second, x: x + right, width: width - right, y: y)
        }
    }
}
