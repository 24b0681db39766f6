public import Commands
public import Database
public import Diagnostics
public import Values

/// A record kind whose codes stand in the column `code` of a table, each shown with another column; `parts` are the
/// tables whose rows are part of such a record, each with the column that names it.
public func codedKind(
    _ name: String, _ noun: Text, in table: SQL, shownBy column: SQL, parts: [String: String] = [:]
) -> RecordKind {
    RecordKind(
        name, noun, table: table, parts: parts,
        exists: { session, code in try recordID(of: code, in: table, session) != nil },
        codes: { session, prefix, limit in
            try session.database.rows(
                """
                SELECT code, \(column) FROM \(table)
                WHERE code >= \(prefix) AND code < \(prefix + "\u{10FFFF}") AND \(session.visible())
                ORDER BY code LIMIT \(limit)
                """
            ).map { Choice(try $0.text(0), Text(verbatim: try $0.text(1))) }
        })
}

/// The id of the record that has a code, or `nil`.
public func recordID(of code: String, in table: SQL, _ session: Session) throws -> Int64? {
    try session.database.first("SELECT id FROM \(table) WHERE code = \(code) AND \(session.visible())")?.value(0)
}

/// What a code is when it is not given: the prefix and the next number that is free.
public func numbered(_ prefix: String, in table: SQL) -> Standard {
    .now(Text("the next number", vi: "số tiếp theo")) { session in
        var number = try session.database.nextID(in: table)
        while try recordID(of: "\(prefix)-\(number)", in: table, session) != nil { number += 1 }
        return .text("\(prefix)-\(number)")
    }
}

/// Refuses a code that another record of the table has.
public func refuseTaken(_ code: NewCode, in table: SQL, _ session: Session) throws {
    guard try recordID(of: code.code, in: table, session) != nil else { return }
    throw Diagnostic(
        .codeTaken,
        Text("The code ‘\(code.code)’ is taken.", vi: "Mã ‘\(code.code)’ đã được dùng."), subject: "code",
        notes: [Text("Choose another code.", vi: "Hãy chọn mã khác.")])
}

/// Refuses a text without any letter or digit.
public func requireWords(_ text: String, _ argument: String) throws {
    guard !text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    throw Diagnostic(
        .noWords, Text("‘\(argument)’ says nothing.", vi: "‘\(argument)’ chưa có nội dung."), subject: argument,
        notes: [Text("Write it in words between the quotes.", vi: "Hãy ghi nội dung bằng chữ trong dấu nháy.")])
}

extension Diagnostic.Code {
    /// A code that another record has.
    public static let codeTaken: Self = "code-taken"
    /// A text without any words.
    public static let noWords: Self = "no-words"
}
