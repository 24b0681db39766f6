public import Diagnostics
internal import Values

// Why a database cannot be opened. The engine knows which it is; the words are the same for all engines.

extension Diagnostic.Code {
    /// There is no database at the path.
    public static let databaseMissing: Self = "database-missing"
    /// The folder of the database does not exist.
    public static let folderMissing: Self = "database-folder-missing"
    /// The file is damaged or no database at all.
    public static let databaseDamaged: Self = "database-damaged"
    /// The database was written by a newer Sen.
    public static let databaseNewer: Self = "database-newer"
    /// The database was written by an older Sen and cannot be brought up to date now.
    public static let databaseOlder: Self = "database-older"
    /// The database holds records of a pack that this Sen does not have.
    public static let databasePackMissing: Self = "database-pack-missing"
    /// The database belongs to another program.
    public static let databaseForeign: Self = "database-foreign"
    /// The user has no right to open the database.
    public static let databaseForbidden: Self = "database-forbidden"
}

extension Diagnostic {
    /// Says that there is no database at a path.
    public static func databaseMissing(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseMissing,
            Text("There is no database at ‘\(name)’.", vi: "Không có cơ sở dữ liệu nào tại ‘\(name)’."),
            notes: [Note.checkPath])
    }

    /// Says that the folder of a database does not exist.
    public static func folderMissing(_ folder: String) -> Diagnostic {
        Diagnostic(
            .folderMissing,
            Text("There is no folder ‘\(folder)’.", vi: "Không có thư mục ‘\(folder)’."), notes: [Note.checkPath])
    }

    /// Says that a file is damaged or no database.
    public static func databaseDamaged(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseDamaged,
            Text(
                "‘\(name)’ is damaged or is not a database.",
                vi: "‘\(name)’ bị hỏng hoặc không phải là cơ sở dữ liệu."),
            notes: [
                Text(
                    "Leave the file as it is and open the last good copy under another name.",
                    vi: "Hãy giữ nguyên tệp này và mở bản sao tốt gần nhất dưới một tên khác.")
            ])
    }

    /// Says that the format is newer than this Sen.
    public static func databaseNewer(_ name: String, format: Int) -> Diagnostic {
        let known = Stamp.current.format
        return Diagnostic(
            .databaseNewer,
            Text(
                "The database ‘\(name)’ has format \(format); this Sen knows formats up to \(known).",
                vi: "Cơ sở dữ liệu ‘\(name)’ có định dạng \(format); bản Sen này chỉ biết đến định dạng \(known)."),
            notes: [Note.newerSen])
    }

    /// Says that a pack's tables are newer than this Sen.
    public static func databaseNewer(_ name: String, pack: String, migration: Int, known: Int) -> Diagnostic {
        Diagnostic(
            .databaseNewer,
            Text(
                "The database ‘\(name)’ has version \(migration) of the ‘\(pack)’ tables; "
                    + "this Sen knows version \(known).",
                vi: "Cơ sở dữ liệu ‘\(name)’ có bảng ‘\(pack)’ phiên bản \(migration); "
                    + "bản Sen này biết phiên bản \(known)."),
            subject: pack, notes: [Note.newerSen])
    }

    /// Says that an older database cannot be brought up to date while it is read only.
    public static func databaseOlder(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseOlder,
            Text(
                "The database ‘\(name)’ was written by an older Sen and must be brought up to date first.",
                vi: "Cơ sở dữ liệu ‘\(name)’ do bản Sen cũ hơn ghi và phải được nâng cấp trước."),
            notes: [
                Text(
                    "Open it once without --read-only; that brings it up to date.",
                    vi: "Hãy mở một lần không dùng --read-only; khi đó dữ liệu được nâng cấp.")
            ])
    }

    /// Says that a pack of the database is not in this Sen.
    public static func databasePackMissing(_ name: String, pack: String) -> Diagnostic {
        Diagnostic(
            .databasePackMissing,
            Text(
                "The database ‘\(name)’ holds records of the pack ‘\(pack)’, which this Sen does not have.",
                vi: "Cơ sở dữ liệu ‘\(name)’ có dữ liệu của gói ‘\(pack)’ mà bản Sen này không có."),
            subject: pack,
            notes: [
                Text(
                    "Open it with a Sen that was built with this pack.",
                    vi: "Hãy mở bằng bản Sen có kèm gói này.")
            ])
    }

    /// Says that a database is another program's.
    public static func databaseForeign(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseForeign,
            Text(
                "‘\(name)’ is not a database of Sen.", vi: "‘\(name)’ không phải là cơ sở dữ liệu của Sen."),
            notes: [
                Text(
                    "It was left as it is. Give the path of a Sen database, or of a file that does not exist yet.",
                    vi: "Tệp được giữ nguyên. Hãy chỉ đường dẫn đến cơ sở dữ liệu của Sen hoặc đến một tệp chưa có.")
            ])
    }

    /// Says that the user has no right to open a database.
    public static func databaseForbidden(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseForbidden,
            Text("You have no right to open ‘\(name)’.", vi: "Bạn không có quyền mở ‘\(name)’."),
            notes: [
                Text(
                    "Ask its owner for the right, or give another path.",
                    vi: "Hãy xin chủ tệp cấp quyền hoặc chọn đường dẫn khác.")
            ])
    }
}

/// What to do next, where several failures share it.
enum Note {
    static let checkPath = Text(
        "Check the path after --database, or in SEN_DATABASE.",
        vi: "Hãy kiểm tra đường dẫn sau --database hoặc trong SEN_DATABASE.")
    static let newerSen = Text("Install a newer Sen to open it.", vi: "Hãy cài bản Sen mới hơn để mở.")
    static let changedFromOutside = Text(
        "Another program may have changed the database; type ‘verify journal’ to see what still holds.",
        vi: "Có thể một chương trình khác đã sửa cơ sở dữ liệu; hãy gõ ‘verify journal’ để xem phần nào còn nguyên.")
}
