import Commands
import Database
import Diagnostics
import Documents
import Journal
import Tables
import Values

/// `keep package` takes a package into the database and keeps its file with the entry.
let keepPackage = Command(
    "keep package",
    Text(
        "Takes in a package checked by ‘receive package’; internal, it stands in the journal.",
        vi: "Lưu gói đã qua ‘receive package’; lệnh nội bộ, ghi trong nhật ký."),
    effect: .writes, run: keep
) {
    Label<FilePath>("from", Text("The package.", vi: "Tệp gói số liệu."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example(ExampleOffice.keyLine)
    Example("make package for: SGD-HP period: 2024 elements: [masters] to: \"x.senpkg\"")
    Example("create exchange key unit: SGD-HP")
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"")
    Example("keep package from: \"x.senpkg\"").prints("1 unchanged")
    Example("keep package from: \"x.senpkg\"").reports(.packageReceived)
}

private func keep(session: Session, from: FilePath) throws -> Document {
    let exchange = Exchange(session)
    let (package, sender) = try exchange.open(session.takeIn(from.path), name: from.path)
    if let entry = try exchange.entry(receiving: package.fingerprint) {
        throw Diagnostic(
            .packageReceived,
            Text(
                "‘\(from.path)’ was received already, entry \(entry).",
                vi: "‘\(from.path)’ đã được nhận trước đó, mục \(entry)."),
            subject: "from")
    }
    try exchange.refuseOutdated(package, sender: sender)
    var taking = try PackageTaking(session, package, sender: sender)
    let receipt = try taking.run()
    try exchange.keep(receipt, sender: sender)
    return try receipt.document(session, from: from.path)
}

extension Exchange {
    /// Notes a package with what became of its lines, and keeps its conflicts.
    fileprivate func keep(_ receipt: Receipt, sender: Int64) throws {
        let head = receipt.package.head
        try session.database.execute(
            """
            INSERT INTO exchange_package (direction, partner, sha256, number, made, period, round, lines, stored,
                unchanged, conflicts, refused, recorded)
            VALUES ('received', \(sender), \(receipt.package.fingerprint), \(head.number), \(head.made),
                \(head.period), \(head.round), \(head.lines), \(receipt.stored), \(receipt.unchanged),
                \(receipt.conflicts.count), \(receipt.refused.count), \(session.entry))
            """)
        let id = session.database.lastInsertedID
        for conflict in receipt.conflicts {
            try Conflicts(session).keep(conflict, package: id, office: sender)
        }
    }
}

extension Receipt {
    /// The answer: the equation, the corrections, the conflicts and the refused lines.
    fileprivate func document(_ session: Session, from path: String) throws -> Document {
        let head = package.head
        let (count, conflictCount, rest) = (head.lines, conflicts.count, refused.count)
        var document = Document.done(
            Text(
                "‘\(path)’ of \(head.from), made \(head.made.day): \(count) line\(count == 1 ? "" : "s") = "
                    + "\(stored) stored + \(unchanged) unchanged + \(conflictCount.counted("conflict")) + \(rest) "
                    + "refused.",
                vi: "‘\(path)’ của \(head.from), lập ngày \(head.made.day.formatted(in: .vietnamese)): \(count) dòng = "
                    + "\(stored) đã lưu + \(unchanged) không đổi + \(conflictCount) mâu thuẫn + \(rest) bị từ chối."))
        let language = session.surroundings.language
        if !corrections.isEmpty {
            let rows = corrections.map { correction -> [Value] in
                [
                    .text(correction.line.subject), .text(correction.before.words(in: language)),
                    .text(correction.line.claim.words(in: language)),
                ]
            }
            document.blocks.append(
                .table(
                    TableBlock(
                        Table(Receipt.correctionColumns, rows: rows),
                        caption: Text(
                            "Corrections of what \(head.from) had sent before",
                            vi: "Số liệu \(head.from) sửa lại so với gói trước"))))
        }
        if !conflicts.isEmpty {
            let table = try ConflictTable(session)
            let rows = try conflicts.map { conflict in
                try table.row(conflict.line, from: head.from, entry: session.entry, conflict.standing)
            }
            document.blocks.append(
                .table(
                    TableBlock(
                        Table(ConflictTable.columns, rows: rows),
                        caption: Text(
                            "Conflicts: what stands here stays", vi: "Mâu thuẫn: số đang có ở đây được giữ nguyên"))))
        }
        guard !refused.isEmpty else { return document }
        let rows = refused.map { line -> [Value] in
            [.number(Number(line.number)), .text(line.sentence), .text(line.why(in: language))]
        }
        document.blocks.append(
            .table(
                TableBlock(
                    Table(Receipt.refusedColumns, rows: rows),
                    caption: Text("Refused lines", vi: "Các dòng bị từ chối"))))
        return document
    }

    private static let refusedColumns = Schema([
        ColumnInfo("line", .number, Text("Line", vi: "Dòng")),
        ColumnInfo("row", .text, Text("Line of the package", vi: "Nội dung dòng")),
        ColumnInfo("reason", .text, Text("Reason", vi: "Lý do")),
    ])

    private static let correctionColumns = Schema([
        ColumnInfo("figure", .text, Text("Figure", vi: "Số liệu")),
        ColumnInfo("before", .text, Text("Before", vi: "Trước đó")),
        ColumnInfo("now", .text, Text("Now", vi: "Nay")),
    ])
}

extension Diagnostic.Code {
    /// A package that was received before.
    static let packageReceived: Self = "package-received"
}
