public import Diagnostics
internal import Values

// Why an open database cannot do something. The engine knows which it is; the words are the same for all engines.

extension Diagnostic.Code {
    /// Another program is writing to the database.
    public static let databaseLocked: Self = "database-locked"
    /// A copy would take the place of a database that somebody has open.
    public static let databaseInUse: Self = "database-in-use"
    /// The database can only be read.
    public static let databaseReadOnly: Self = "database-read-only"
    /// The disk is full.
    public static let diskFull: Self = "disk-full"
    /// The disk could not be read or written.
    public static let diskFailed: Self = "disk-failed"
    /// The database was closed before.
    public static let databaseClosed: Self = "database-closed"
    /// A rule of the tables forbids the change.
    public static let databaseRule: Self = "database-rule"
    /// The database does not understand a statement of Sen.
    public static let databaseStatement: Self = "database-statement"
    /// The user stopped what was running.
    public static let interrupted: Self = "interrupted"
    /// The engine ended a transaction by itself.
    public static let transactionLost: Self = "transaction-lost"
    /// The database cannot be copied as a file.
    public static let databaseNotCopied: Self = "database-not-copied"
}

extension Diagnostic {
    /// Says that another program is writing.
    public static func databaseLocked(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseLocked,
            Text(
                "Another program is writing to the database ‘\(name)’.",
                vi: "Một chương trình khác đang ghi vào cơ sở dữ liệu ‘\(name)’."),
            notes: [
                Text(
                    "It may be another Sen, a running script, a backup or a database browser. "
                        + "Wait until it has finished, then type the line again.",
                    vi: "Đó có thể là một phiên Sen khác, một kịch bản đang chạy, phần mềm sao lưu hoặc phần mềm "
                        + "xem cơ sở dữ liệu. Hãy đợi việc đó xong rồi gõ lại dòng lệnh.")
            ])
    }

    /// Says that a database is open, so that no other file can take its place.
    public static func databaseInUse(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseInUse,
            Text(
                "The database ‘\(name)’ is in use; a copy cannot take its place.",
                vi: "Cơ sở dữ liệu ‘\(name)’ đang được dùng nên không thể ghi bản sao đè lên."),
            notes: [Text("Give the copy another name.", vi: "Hãy đặt tên khác cho bản sao.")])
    }

    /// Says that a database can only be read.
    public static func databaseReadOnly(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseReadOnly,
            Text(
                "The database ‘\(name)’ can only be read.",
                vi: "Cơ sở dữ liệu ‘\(name)’ chỉ đọc được, không ghi được."),
            notes: [
                Text(
                    "Open it with --read-only to look at it; to write, ask its owner for the right.",
                    vi: "Hãy mở với --read-only để xem; muốn ghi thì xin chủ tệp cấp quyền.")
            ])
    }

    /// Says that the disk is full.
    public static func diskFull(_ name: String) -> Diagnostic {
        Diagnostic(
            .diskFull,
            Text(
                "The disk is full; the change to ‘\(name)’ was not kept.",
                vi: "Ổ đĩa đã đầy; thay đổi đối với ‘\(name)’ không được lưu."),
            notes: [
                Text("Free some space, then type the line again.", vi: "Hãy dọn bớt chỗ trống rồi gõ lại dòng lệnh.")
            ])
    }

    /// Says that the disk could not be read or written.
    public static func diskFailed(_ name: String) -> Diagnostic {
        Diagnostic(
            .diskFailed,
            Text(
                "The disk with ‘\(name)’ could not be read or written.",
                vi: "Không đọc hoặc ghi được ổ đĩa chứa ‘\(name)’."),
            notes: [
                Text(
                    "Check the disk, and copy the database to a sound one.",
                    vi: "Hãy kiểm tra ổ đĩa và sao cơ sở dữ liệu sang ổ tốt.")
            ])
    }

    /// Says that a database was closed before.
    public static func databaseClosed(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseClosed, Text("The database ‘\(name)’ is closed.", vi: "Cơ sở dữ liệu ‘\(name)’ đã đóng."))
    }

    /// Says which rule of the tables forbids a change, in the engine's words, which name columns and no values.
    public static func databaseRule(_ rule: String) -> Diagnostic {
        Diagnostic(
            .databaseRule,
            Text("A rule of the database forbids this.", vi: "Quy tắc của cơ sở dữ liệu không cho phép việc này."),
            notes: [Text(verbatim: rule)])
    }

    /// Says that the engine does not understand a statement, in the engine's words.
    public static func databaseStatement(_ reason: String) -> Diagnostic {
        Diagnostic(
            .databaseStatement,
            Text(
                "The database could not run a statement of Sen.",
                vi: "Cơ sở dữ liệu không thực hiện được một câu lệnh của Sen."),
            notes: [Text(verbatim: reason)])
    }

    /// Says that the user stopped what was running.
    public static let interrupted = Diagnostic(.interrupted, Text("Stopped.", vi: "Đã dừng."))

    /// Says that a server keeps the database, so that it cannot be copied as a file.
    public static func databaseNotCopied(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseNotCopied,
            Text(
                "‘\(name)’ is kept by a database server and cannot be copied as one file.",
                vi: "‘\(name)’ do một máy chủ cơ sở dữ liệu giữ, không sao được thành một tệp."),
            notes: [
                Text(
                    "Its server backs it up with pg_dump; ‘export everything’ writes all of it as lines of JSON.",
                    vi: "Máy chủ sao lưu bằng pg_dump; ‘export everything’ ghi toàn bộ dữ liệu thành các dòng JSON.")
            ])
    }

    /// Says that the engine ended a transaction by itself.
    public static func transactionLost(_ name: String) -> Diagnostic {
        Diagnostic(
            .transactionLost,
            Text(
                "The database ‘\(name)’ gave up a group of changes; none of them was kept.",
                vi: "Cơ sở dữ liệu ‘\(name)’ đã huỷ cả nhóm thay đổi; không thay đổi nào được lưu."))
    }
}
