import Commands
import Diagnostics
import Reading
import Values

/// A file of separated values that a command takes in, with its columns found by their headings.
struct ImportSheet {
    /// The rows that have as many cells as there are headings.
    let rows: [SeparatedFile.Row]
    /// The rows that have not, refused before they are looked at.
    let misshapen: [RefusedRow]
    private let places: [String: Int]

    /// A column that an import knows.
    struct Column {
        /// The name, which is also its heading.
        let name: String
        /// Other headings that are taken for it.
        let others: [String]
        /// Whether the file must have it.
        let isRequired: Bool

        init(_ name: String, _ others: [String], required: Bool = false) {
            self.name = name
            self.others = others
            isRequired = required
        }

        func isCalled(_ heading: String) -> Bool {
            let heading = heading.folded
            return heading == name || others.contains { $0.folded == heading }
        }
    }

    /// Takes the file in, keeps it with the journal's entry and finds the columns.
    init(_ path: FilePath, _ columns: [Column], _ session: Session) throws {
        let file = try SeparatedFile(session.takeIn(path.path), name: path.path)
        var places: [String: Int] = [:]
        var findings: [Diagnostic] = []
        for (place, heading) in file.headings.enumerated() where !heading.isEmpty {
            guard let column = columns.first(where: { $0.isCalled(heading) }) else {
                findings.append(.unknownHeading(heading, path, columns))
                continue
            }
            if places.updateValue(place, forKey: column.name) != nil {
                findings.append(.doubledHeading(heading, path))
            }
        }
        for column in columns where column.isRequired && places[column.name] == nil {
            findings.append(.missingHeading(column, path))
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        self.places = places
        let width = file.headings.count
        rows = file.rows.filter { $0.cells.count == width }
        misshapen = file.rows.filter { $0.cells.count != width }.map { row in
            RefusedRow(
                line: row.line, what: row.cells.first ?? "",
                why: Text(
                    "\(row.cells.count) cells where the headings are \(width).",
                    vi: "Dòng có \(row.cells.count) ô, trong khi tiêu đề có \(width) cột."))
        }
    }

    /// How many rows the file has below its headings.
    var rowCount: Int { rows.count + misshapen.count }

    /// The cell of a column, without blanks around it; `nil` when it is empty or the file has no such column.
    func cell(_ row: SeparatedFile.Row, _ column: String) -> String? {
        guard let place = places[column] else { return nil }
        let cell = SeparatedFile.trimmed(row.cells[place])
        return cell.isEmpty ? nil : cell
    }
}

extension Diagnostic {
    fileprivate static func unknownHeading(
        _ heading: String, _ path: FilePath, _ columns: [ImportSheet.Column]
    ) -> Diagnostic {
        let names = columns.map(\.name)
        let near = nearest(to: heading, among: columns.flatMap { [$0.name] + $0.others })
        return Diagnostic(
            .unknownHeading,
            Text(
                "‘\(path.path)’ has a column ‘\(heading)’ that is not known here.",
                vi: "Tệp ‘\(path.path)’ có cột lạ ‘\(heading)’."),
            subject: "from",
            notes: (near.map { [Text("Did you mean ‘\($0)’?", vi: "Có phải ý bạn là ‘\($0)’?")] } ?? []) + [
                Text("Columns: \(names.joined(separator: ", ")).", vi: "Các cột: \(names.joined(separator: ", ")).")
            ])
    }

    fileprivate static func doubledHeading(_ heading: String, _ path: FilePath) -> Diagnostic {
        Diagnostic(
            .doubledHeading,
            Text(
                "‘\(path.path)’ has the column ‘\(heading)’ twice.", vi: "Tệp ‘\(path.path)’ có hai cột ‘\(heading)’."),
            subject: "from")
    }

    fileprivate static func missingHeading(_ column: ImportSheet.Column, _ path: FilePath) -> Diagnostic {
        let others = column.others.joined(separator: ", ")
        return Diagnostic(
            .missingHeading,
            Text(
                "‘\(path.path)’ has no column ‘\(column.name)’.", vi: "Tệp ‘\(path.path)’ thiếu cột ‘\(column.name)’."),
            subject: "from",
            notes: [Text("It may also be called: \(others).", vi: "Cột này cũng có thể đặt tên: \(others).")])
    }
}

extension Diagnostic.Code {
    /// A column of a file that the import does not know.
    static let unknownHeading: Self = "unknown-heading"
    /// Two columns of a file with one meaning.
    static let doubledHeading: Self = "doubled-heading"
    /// A column that the file must have.
    static let missingHeading: Self = "missing-heading"
}
