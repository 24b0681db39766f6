import Commands
import Crypto
import Database
import Diagnostics
import Documents
import Tables
import Values

/// The index of what was printed: which command gave which file, from which state of the records.
///
/// It is no part of the journal: a paper changes nothing that is recorded. Sessions that only read
/// leave no trace in it.
enum PrintedPapers {
    /// The columns of `list papers`.
    static let columns = Schema([
        ColumnInfo("printed", .date, Text("Printed on", vi: "Ngày in")),
        ColumnInfo("file", .text, Text("File", vi: "Tệp")),
        ColumnInfo("as-of", .date, Text("Figures as of", vi: "Số liệu đến ngày")),
        ColumnInfo("entry", .number, Text("Last entry", vi: "Mục cuối của nhật ký")),
        ColumnInfo("command", .text, Text("Command", vi: "Lệnh")),
        ColumnInfo("hash", .text, Text("SHA-256", vi: "SHA-256")),
    ])

    /// Writes a file that a command gives, and remembers it.
    static func write(_ bytes: [UInt8], to path: String, _ command: String, _ session: Session) throws {
        guard session.allowed.contains(.writes), session.replaying == nil else {
            return try session.write(bytes, to: path)
        }
        try session.together {
            try session.write(bytes, to: path)
            try keep(bytes, at: path, command, session)
        }
    }

    /// Writes a paper and says so; one that is there already and is to stay must say the same.
    static func publish(
        _ bytes: [UInt8], to path: FilePath, _ command: String, once: Bool, _ session: Session
    ) throws -> Document {
        if once, let printed = try? session.surroundings.files.read(path.path) {
            guard printed == bytes else { throw paperPrinted(path) }
            return .says(
                Text(
                    "\(path.path) is printed already, the same.", vi: "\(path.path) đã được lập, không có gì thay đổi.")
            )
        }
        try write(bytes, to: path.path, command, session)
        return .done(Text("Wrote \(path.path).", vi: "Đã ghi \(path.path)."))
    }

    private static func paperPrinted(_ path: FilePath) -> Diagnostic {
        Diagnostic(
            .paperPrinted,
            Text(
                "‘\(path.path)’ is printed already, and would now say something else.",
                vi: "‘\(path.path)’ đã được lập trước đó, nay nội dung sẽ khác."), subject: "to",
            notes: [
                Text(
                    "Give another file, or leave out `once` to write over it.",
                    vi: "Hãy chọn tên tệp khác, hoặc bỏ `once` để ghi đè.")
            ])
    }

    private static func keep(_ bytes: [UInt8], at path: String, _ command: String, _ session: Session) throws {
        let hash = SHA256.hash(data: bytes).map { byte in
            String(UnicodeScalar(digits[Int(byte >> 4)])) + String(UnicodeScalar(digits[Int(byte & 15)]))
        }.joined()
        let entry = try session.horizon ?? session.lastEntry()
        let printed = session.surroundings.now().day
        try session.database.execute(
            """
            INSERT INTO printed_paper (printed, as_of, entry, path, hash, command)
            VALUES (\(printed), \(session.today), \(entry), \(path), \(hash), \(command))
            """)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// What was printed, the newest first.
    static func table(_ session: Session) throws -> Table {
        let rows = try session.database.rows(
            "SELECT printed, path, as_of, entry, command, hash FROM printed_paper ORDER BY id DESC")
        return Table(
            columns,
            rows: try rows.map { row in
                let printed: Day = try row.value(0)
                let asOf: Day = try row.value(2)
                let entry: Int = try row.value(3)
                return [
                    .date(printed), .text(try row.text(1)), .date(asOf), .number(Number(entry)), .text(try row.text(4)),
                    .text(try row.text(5)),
                ]
            })
    }
}

extension Diagnostic.Code {
    /// A paper that is there already would change.
    static let paperPrinted: Self = "paper-printed"
}
