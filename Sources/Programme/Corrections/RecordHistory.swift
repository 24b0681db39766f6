import Commands
import Database
import Journal
import Values

/// What happened to one record, entry by entry.
struct RecordHistory {
    /// An entry with what it changed, in words such as `women: 38 → 40`.
    struct Event {
        let entry: Int
        let changes: [String]
    }

    private let session: Session
    private let kind: RecordKind
    private var events: [Int: [Step]] = [:]

    /// The rows of one table that an entry ended and brought.
    private struct Step {
        let form: TableForm
        var ended: [Row] = []
        var brought: [Row] = []
    }

    init(of code: String, _ kind: RecordKind, _ session: Session) throws {
        self.session = session
        self.kind = kind
        guard let table = kind.table else { return }
        let rows = try session.database.rows("SELECT * FROM \(table) WHERE code = \(code) ORDER BY id")
        try take(rows, session.database.form(of: table))
        let ids: [Int64] = try rows.map { try $0.value("id") }
        for (part, column) in kind.parts.sorted(by: { $0.key.name < $1.key.name }) {
            let rows = try session.database.rows(
                "SELECT * FROM \(part) WHERE \(column) IN (\(ids: ids)) ORDER BY id")
            try take(rows, session.database.form(of: part))
        }
    }

    private mutating func take(_ rows: [Row], _ form: TableForm) throws {
        let horizon = session.horizon ?? .max
        for row in rows {
            let (recorded, retired): (Int, Int?) = (try row.value("recorded"), try row.value("retired"))
            guard recorded <= horizon else { continue }
            step(recorded, form) { $0.brought.append(row) }
            if let retired, retired <= horizon { step(retired, form) { $0.ended.append(row) } }
        }
    }

    private mutating func step(_ entry: Int, _ form: TableForm, _ change: (inout Step) -> Void) {
        var steps = events[entry] ?? []
        let place = steps.firstIndex { $0.form == form } ?? steps.count
        if place == steps.count { steps.append(Step(form: form)) }
        change(&steps[place])
        events[entry] = steps
    }

    /// The entries in their order.
    func all() throws -> [Event] {
        try events.sorted { $0.key < $1.key }.map { entry, steps in
            Event(entry: entry, changes: kind.isSealed ? [] : try steps.flatMap(words))
        }
    }

    private func words(_ step: Step) throws -> [String] {
        let own = kind.parts[step.form.name]
        let columns = step.form.kept.filter { $0.name != own && !($0.name.name == "code" && own == nil) }
        var words: [String] = []
        for place in 0..<max(step.ended.count, step.brought.count) {
            let before = place < step.ended.count ? step.ended[place] : nil
            let after = place < step.brought.count ? step.brought[place] : nil
            guard let after else {
                words.append(Text("ended", vi: "hết hiệu lực")(in: session.surroundings.language))
                continue
            }
            for column in columns {
                let now = try shown(after, column)
                guard let before else {
                    if now != "–" { words.append("\(column.name): \(now)") }
                    continue
                }
                let earlier = try shown(before, column)
                if earlier != now { words.append("\(column.name): \(earlier) → \(now)") }
            }
        }
        return words
    }

    /// A cell as readers see it; one that names a record by the code of that.
    private func shown(_ row: Row, _ column: TableForm.Column) throws -> String {
        let value: SQLValue = try row.value(column.name.name)
        switch value {
        case .null: return "–"
        case .text(let text): return text
        case .blob: return "•"
        case .integer(let number):
            guard let table = column.reference, try session.database.form(of: table).hasCodes else {
                return String(number)
            }
            return try session.database.first("SELECT code FROM \(table) WHERE id = \(number)")?.value(0) ?? "–"
        }
    }
}
