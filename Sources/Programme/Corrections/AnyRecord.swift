import Commands
import Database
import Diagnostics
import Values

/// The code of a record of any kind, also of one that was taken back.
struct RecordCode: CodeType {
    static let kind = "record"
    let code: String
}

/// The name of a kind of record: `training`.
struct KindName: CodeType {
    static let kind = "record-kind"
    let code: String
}

/// All records with codes as one kind.
let recordKind = RecordKind(
    "record", Text("record", vi: "bản ghi"),
    exists: { session, code in try !kinds(of: code, session).isEmpty },
    codes: { session, prefix, limit in
        var found: [Choice] = []
        for kind in recordKinds(session) where found.count < limit {
            found += try kind.codes(session, prefix, limit - found.count)
        }
        return found
    })

/// The kinds themselves.
let kindKind = RecordKind(
    "record-kind", Text("kind of record", vi: "loại bản ghi"),
    exists: { session, name in recordKinds(session).contains { $0.name == name } },
    codes: { session, prefix, limit in
        recordKinds(session).filter { $0.name.hasPrefix(prefix) }.prefix(limit).map { Choice($0.name, $0.noun) }
    })

/// The kinds whose records stand in a table.
private func recordKinds(_ session: Session) -> [RecordKind] {
    session.registry.kindNames.compactMap { session.registry.kind($0) }.filter { $0.table != nil }
}

/// The kinds of which a record has a code or once had it, as far as readers look back.
private func kinds(of code: String, _ session: Session) throws -> [RecordKind] {
    try recordKinds(session).filter { kind in
        guard let table = kind.table else { return false }
        let row = try session.database.first(
            "SELECT 1 FROM \(table) WHERE code = \(code) AND recorded <= \(session.horizon ?? Int.max) LIMIT 1")
        return row != nil
    }
}

/// The one kind that is meant by a code; a code of several kinds is refused.
func kind(of code: RecordCode, named name: KindName?, _ session: Session) throws -> RecordKind {
    let found = try kinds(of: code.code, session).filter { name == nil || $0.name == name?.code }
    if let kind = found.first, found.count == 1 { return kind }
    guard !found.isEmpty else {
        throw Diagnostic(
            .unknownCode,
            Text(
                "There is no such record with the code ‘\(code.code)’.",
                vi: "Không có bản ghi loại này mang mã ‘\(code.code)’."), subject: "record")
    }
    let names = found.map(\.name)
    throw Diagnostic(
        .severalKinds,
        Text(
            "‘\(code.code)’ is the code of several records: \(names.joined(separator: ", ")).",
            vi: "Mã ‘\(code.code)’ thuộc nhiều loại bản ghi: \(names.joined(separator: ", "))."),
        subject: "record", suggestion: "history of \(code.code) kind: \(names[0])")
}

extension Diagnostic.Code {
    /// A code that records of several kinds have.
    static let severalKinds: Self = "several-kinds"
}
