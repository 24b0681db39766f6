import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// The heads that offices have set, for the papers of all packs.
let letterheads = PaperHead { session, unit, paper in
    let row = try session.database.first(
        """
        SELECT superior, symbol, place, signatory, recipients, mandate, signer, addressees, bases
        FROM reporting_letterhead
        WHERE unit = \(unit.id) AND \(session.visible())
        """)
    return try row.map { row in
        Letterhead(
            superior: try row.value(0), issuer: unit.name, symbol: "\(paper.abbreviation)-\(try row.text(1))",
            place: try row.text(2), date: session.today, kind: paper.kind, subject: paper.subject,
            addressees: lines(try row.value(7)), bases: lines(try row.value(8)), mandate: try row.value(5),
            signatory: try row.value(3), signer: try row.value(6), recipients: lines(try row.text(4)))
    }
}

private func lines(_ text: String?) -> [String] { (text ?? "").split(separator: "\n").map(String.init) }

/// The ways to sign for somebody else (Nghị định 30/2020, Điều 13): a word in front of the body or post.
let mandates = ["TM.", "Q.", "KT.", "TL.", "TUQ."]

/// Refuses a mandate that begins with none of the words.
func requireMandate(_ mandate: String?) throws {
    guard let mandate, !mandates.contains(where: { mandate.hasPrefix($0 + " ") }) else { return }
    let known = mandates.map { "‘\($0)’" }.joined(separator: ", ")
    throw Diagnostic(
        .unknownMandate,
        Text(
            "‘\(mandate)’ is no mandate to sign: it begins with \(known).",
            vi: "‘\(mandate)’ không phải là thẩm quyền ký: phải bắt đầu bằng \(known)."),
        subject: "mandate",
        notes: [
            Text(
                "For example `mandate: \"KT. GIÁM ĐỐC\" signatory: \"PHÓ GIÁM ĐỐC\"`.",
                vi: "Ví dụ `mandate: \"KT. GIÁM ĐỐC\" signatory: \"PHÓ GIÁM ĐỐC\"`.")
        ])
}

extension Diagnostic.Code {
    /// A mandate to sign that Nghị định 30/2020 does not know.
    static let unknownMandate: Self = "unknown-mandate"
}
