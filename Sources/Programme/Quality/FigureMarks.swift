import Commands
import Database
import Diagnostics
import Values

/// What people noted beside figures, as readers of a session see it. A note belongs to the figure as it stood: one that
/// was succeeded meanwhile has none.
struct FigureMarks {
    let session: Session

    /// A note.
    struct Note {
        let mark: FigureMark
        let words: String
    }

    /// The notes of all figures, by the figure's id.
    func all() throws -> [Int64: Note] {
        var notes: [Int64: Note] = [:]
        try session.database.forEach("SELECT figure, mark, note FROM figure_mark WHERE \(session.visible())") { row in
            notes[try row.value(0)] = Note(mark: try row.value(1), words: try row.text(2))
        }
        return notes
    }

    /// The figure that stands for an element, a unit and a period; a diagnostic when there is none.
    func figure(_ element: ElementCode, _ unit: UnitCode, _ period: Period) throws -> Int64 {
        let row = try session.database.first(
            """
            SELECT f.id FROM figure f JOIN element e ON e.id = f.element JOIN unit u ON u.id = f.unit
            WHERE e.code = \(element.code) AND u.code = \(unit.code) AND f.period = \(period)
              AND \(session.visible("f")) AND \(session.visible("e")) AND \(session.visible("u"))
            """)
        guard let row else {
            throw Diagnostic(
                .noFigure,
                Text(
                    "\(unit.code) has no figure of \(element.code) for \(period).",
                    vi: "\(unit.code) chưa có số liệu \(element.code) kỳ \(period)."),
                subject: "element",
                notes: [
                    Text(
                        "‘list figures element: \(element.code)’ shows those there are.",
                        vi: "Gõ ‘list figures element: \(element.code)’ để xem các số liệu đã có.")
                ])
        }
        return try row.value(0)
    }
}

extension Diagnostic.Code {
    /// A figure that is not there.
    static let noFigure: Self = "no-figure"
}
