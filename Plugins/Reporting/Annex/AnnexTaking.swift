import Commands
import Database
import Diagnostics
import Programme
import Syntax
import Values

/// Keeps what a filled-in file says as the unit's return, all of it or nothing.
struct AnnexTaking {
    let session: Session
    let round: Round
    let file: AnnexFile
    let name: String

    /// What was kept of a file.
    struct Kept {
        /// Figures with a number, and rows without one.
        var figures = 0
        var without = 0
        /// How many figures are others than those before.
        var changed = 0
        var remarks = 0
    }

    private var unit: Int64 { file.owed.unit.id }

    /// Keeps the return as come in on a day.
    func run(on day: Day) throws -> Kept {
        let findings = file.reading.findings
        guard findings.isEmpty else { throw Diagnostics(findings.map(\.diagnostic)) }
        try refuseDoubled()
        var kept = try keepFigures()
        try keepAnswers()
        kept.remarks = try keepRemarks()
        try keepFile()
        if file.owed.receipt == nil || file.owed.receipt?.step == .sentBack {
            try round.receive(file.owed, on: day, session)
        }
        return kept
    }

    /// A second file is taken only when the return was sent back.
    private func refuseDoubled() throws {
        guard let receipt = file.owed.receipt, receipt.step != .sentBack else { return }
        let earlier = try session.database.first(
            """
            SELECT content, recorded FROM annex_return
            WHERE round = \(round.id) AND unit = \(unit) AND retired IS NULL
            """
        )
        if let earlier, try earlier.text(0) == content {
            throw Diagnostic.annexUnchanged(name, file.stamp.unit, entry: try earlier.value(1))
        }
        guard earlier != nil || receipt.step == .accepted else { return }
        throw Diagnostic.returnDoubled(file.stamp.unit, receipt, round.code)
    }

    /// Tells files apart that say different things.
    private var content: String {
        let reading = file.reading
        var lines = reading.figures.map { code, figure in
            "\(code)\t\(figure.total?.description ?? "")\t\(figure.women?.description ?? "")\t\(figure.state.rawValue)"
        }
        lines += reading.answers.map { "\($0)\t\($1)" }
        lines += reading.notes.map { "\($0)\tnote\t\($1)" }
        return AnnexStamp.hash(lines.sorted())
    }

    private func keepFigures() throws -> Kept {
        let rows = file.reading.layout.form.rows
        var kept = Kept()
        var findings: [Diagnostic] = []
        var figures = try ReturnedFigures(session, of: rows.compactMap(\.element))
        if !figures.unknown.isEmpty { throw Diagnostic.annexElementsMissing(figures.unknown) }
        for row in rows {
            guard let figure = file.reading.figures[row.code] else { continue }
            if figure.total == nil { kept.without += 1 } else { kept.figures += 1 }
            guard let element = row.element else { continue }
            let cell = file.reading.layout.address(row.code, AnnexLayout.total)
            do {
                let isNew = try figures.record(figure, of: element, unit: unit, period: round.period, cell: cell)
                if isNew { kept.changed += 1 }
            } catch let fault as Diagnostic {
                var placed = fault
                placed.message = Text(verbatim: "'\(file.reading.layout.form.sheet)'!\(cell): ") + fault.message
                placed.subject = "from"
                findings.append(placed)
            }
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        try figures.finish()
        return kept
    }

    private func keepAnswers() throws {
        try end("annex_answer")
        let reading = file.reading
        for row in reading.layout.form.rows {
            if let note = reading.notes[row.code] { try keep(row.code, "note", note) }
            if let answer = reading.answers[row.code] { try keep(row.code, "answer", answer) }
            // Figures of elements stand with the others; what has no such place stands here.
            guard let figure = reading.figures[row.code] else { continue }
            if row.element == nil, let total = figure.total { try keep(row.code, "answer", total.description) }
            if row.definition == nil, figure.total == nil { try keep(row.code, "state", figure.state.rawValue) }
        }
    }

    private func keep(_ line: String, _ kind: String, _ words: String) throws {
        try session.database.execute(
            """
            INSERT INTO annex_answer (round, unit, line, kind, words, recorded)
            VALUES (\(round.id), \(unit), \(line), \(kind), \(words), \(session.entry))
            """)
    }

    /// Puts the unit's words among the remarks of all units; those that an earlier file of this round brought end.
    private func keepRemarks() throws -> Int {
        try end("unit_remark")
        var count = 0
        for row in file.reading.layout.form.rows {
            guard case .remark(let kind) = row.content, let text = file.reading.answers[row.code] else { continue }
            let source = "\(name) \(file.reading.layout.address(row.code, AnnexLayout.total))"
            try session.database.execute(
                """
                INSERT INTO unit_remark (unit, period, kind, text, round, source, recorded)
                VALUES (\(unit), \(round.period), \(kind), \(text), \(round.id), \(source), \(session.entry))
                """)
            count += 1
        }
        return count
    }

    private func keepFile() throws {
        try end("annex_return")
        try session.database.execute(
            """
            INSERT INTO annex_return (round, unit, form, version, file, content, recorded)
            VALUES (\(round.id), \(unit), \(file.stamp.form), \(Int64(file.stamp.version)), \(name), \(content),
                \(session.entry))
            """)
    }

    private func end(_ table: SQL) throws {
        try session.database.execute(
            """
            UPDATE \(table) SET retired = \(session.entry)
            WHERE round = \(round.id) AND unit = \(unit) AND retired IS NULL
            """)
    }
}

extension Round {
    /// The elements of which returns in the form tell, once one has been read.
    func annexElements(_ session: Session) throws -> [String] {
        let row = try session.database.first(
            "SELECT 1 FROM annex_return WHERE round = \(id) AND \(session.visible()) LIMIT 1")
        return row == nil ? [] : AnnexForm.one.rows.compactMap(\.element)
    }
}

extension Diagnostic {
    /// Says that elements are not defined which the form asks for.
    static func annexElementsMissing(_ codes: [String]) -> Diagnostic {
        let list = codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
        return Diagnostic(
            .annexElementsMissing,
            Text(
                "\(codes.count.counted("element")) that the form asks for: not defined (\(list)).",
                vi: "Còn \(codes.count.vietnamese) số liệu trong mẫu chưa khai báo (\(list))."),
            notes: [
                Text("‘define annex elements’ defines them.", vi: "Gõ ‘define annex elements’ để khai báo.")
            ])
    }

    fileprivate static func annexUnchanged(_ file: String, _ unit: String, entry: Int) -> Diagnostic {
        Diagnostic(
            .annexUnchanged,
            Text(
                "The return of \(unit) in ‘\(file)’ was read already (entry \(entry)), the same.",
                vi: "Báo cáo của \(unit) trong ‘\(file)’ đã nhận trước đó (mục \(entry)), nội dung không đổi."),
            subject: "from",
            notes: [Text("Nothing is to be done.", vi: "Không cần làm gì thêm.")])
    }
}

extension Diagnostic.Code {
    /// A file that says what was read already.
    static let annexUnchanged: Self = "annex-unchanged"
    /// Elements of the form that nobody has defined.
    static let annexElementsMissing: Self = "annex-elements-missing"
}
