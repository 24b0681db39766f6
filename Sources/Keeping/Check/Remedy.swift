import Diagnostics
import Values

/// What to do about a fault of a database.
enum Remedy {
    static let backUp = Text(
        "Restore the last back-up that is sound: restore from: \"…\". The file as it is now is kept beside it.",
        vi: "Hãy khôi phục từ bản sao lưu tốt gần nhất: restore from: \"…\". Tệp hiện tại vẫn được giữ bên cạnh.")
    static let compare = Text(
        "Entries before it hold. Compare with a back-up to see what was changed, then restore that back-up.",
        vi: "Các mục trước đó còn nguyên. Hãy đối chiếu với bản sao lưu để biết chỗ bị sửa, rồi khôi phục bản đó.")
    static let again = Text(
        "The journal makes the tables anew: replay journal to: \"new.db\".",
        vi: "Nhật ký dựng lại được các bảng: replay journal to: \"new.db\".")
    static let move = Text(
        "Write it out and read it into an empty database: export everything, import everything.",
        vi: "Hãy xuất toàn bộ rồi nhập vào một cơ sở dữ liệu trống: export everything, import everything.")
}

extension Diagnostic {
    /// A fault of a database, with what to do about it.
    static func fault(_ words: Text, _ remedy: Text) -> Diagnostic {
        Diagnostic(.databaseFaulty, words, notes: [remedy])
    }
}

extension Diagnostic.Code {
    /// A database that is not as Sen's commands leave it.
    static let databaseFaulty: Self = "database-faulty"
}
