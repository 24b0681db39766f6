import Database
import Diagnostics
import Journal
import Values

/// The laws that hold for the records of every pack, whatever they tell.
struct RecordLaws {
    private let database: any Connection
    private let forms: [TableForm]
    private let expected: [TableForm]

    init(_ database: any Connection, forms: [TableForm], expected: [TableForm]) {
        self.database = database
        self.forms = forms
        self.expected = expected
    }

    private var records: [TableForm] { forms.filter(\.holdsRecords) }

    /// An entry of the journal brought each row, and a later one has ended it if any has.
    func entries() throws -> (Text, [Diagnostic]) {
        let last = try Journal(database).lastNumber()
        var count = 0
        let faults = try records.compactMap { form in
            count += try database.first("SELECT count(*) FROM \(form.name)")?.integer(0) ?? 0
            return try fault(
                form, "recorded < 1 OR recorded > \(last) OR retired > \(last) OR retired <= recorded",
                Text("name entries that cannot be theirs", vi: "ghi số mục nhật ký không hợp lệ"))
        }
        return (Text(count == 1 ? "1 row" : "\(count) rows", vi: "\(count) dòng"), faults)
    }

    /// What a row refers to is there.
    func references() throws -> (Text, [Diagnostic]) {
        var faults: [Diagnostic] = []
        for form in records {
            for column in form.columns {
                guard let table = column.reference, records.contains(where: { $0.name == table }) else { continue }
                let missing = try fault(
                    form,
                    """
                    \(column.name) IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM \(table) named WHERE named.id = \(form.name).\(column.name))
                    """,
                    Text("refer to no row of ‘\(table)’", vi: "tham chiếu tới dòng không có trong ‘\(table)’"))
                if let missing { faults.append(missing) }
            }
        }
        return (Text("all there", vi: "đủ"), faults)
    }

    /// Where one row that is not retired may stand, there are no two.
    func doubles() throws -> (Text, [Diagnostic]) {
        var faults: [Diagnostic] = []
        for form in records {
            let known = expected.first { $0.name == form.name }?.laws ?? []
            for law in known + form.laws.filter({ !known.contains($0) }) {
                let given = law.map { "\($0) IS NOT NULL" as SQL }.joined(" AND ")
                let query: SQL = """
                    SELECT count(*) FROM (
                        SELECT count(*) AS times FROM \(form.name) WHERE retired IS NULL AND \(given)
                        GROUP BY \(law) HAVING count(*) > 1) AS doubled
                    """
                guard let doubled = try database.first(query)?.integer(0), doubled > 0 else { continue }
                let columns = law.map(\.name).joined(separator: ", ")
                faults.append(
                    .fault(
                        Text(
                            "In the table ‘\(form.name)’ \(doubled) values of \(columns) stand twice.",
                            vi: "Trong bảng ‘\(form.name)’ có \(doubled) giá trị \(columns) bị trùng."), Remedy.again))
            }
        }
        return (Text("none doubled", vi: "không có dòng trùng"), faults)
    }

    private func fault(_ form: TableForm, _ condition: SQL, _ what: Text) throws -> Diagnostic? {
        let query: SQL = "SELECT count(*), min(id) FROM \(form.name) WHERE \(condition)"
        guard let row = try database.first(query), let count = try Int?(row.integer(0)), count > 0 else { return nil }
        let first = try row.integer(1)
        return .fault(
            Text(
                "In the table ‘\(form.name)’ rows \(what.english): \(count), the first is row \(first).",
                vi: "Trong bảng ‘\(form.name)’ có dòng \(what.vietnamese): \(count) dòng, dòng đầu là \(first)."),
            Remedy.again)
    }
}
