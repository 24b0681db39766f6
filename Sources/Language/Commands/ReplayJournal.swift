import Commands
import Database
import Diagnostics
import Documents
import Values

/// `replay journal` does every sentence of the journal again in an empty database and compares the tables.
let replayJournal = Command(
    "replay journal",
    Text(
        "Does the whole journal again in an empty database and compares every table.",
        vi: "Thực hiện lại toàn bộ nhật ký trên cơ sở dữ liệu trống và so sánh từng bảng."),
    effect: .reads, run: replay
) {
    Label<FilePath?>(
        "to", Text("Keep the new database in this file.", vi: "Giữ cơ sở dữ liệu mới trong tệp này."))
} examples: {
    Example("replay journal").prints("the same")
    Example("replay journal into: \"x.db\"").reports(.unknownArgument)
}

private func replay(session: Session, to path: FilePath?) throws -> Document {
    let database = try session.surroundings.emptyDatabase(path?.path)
    let replay = try Replay(of: session, into: database)
    let count = try replay.run()
    let different = try replay.differences()
    guard different.isEmpty else {
        throw Diagnostic(
            .replayDiffers,
            Text(
                "After \(count) entries these tables differ: \(different.joined(separator: ", ")).",
                vi: "Sau \(count) mục, các bảng sau khác nhau: \(different.joined(separator: ", "))."),
            notes: [
                Text(
                    "Rows may have been changed without a sentence; ‘verify journal’ tells whether the journal holds.",
                    vi:
                        "Có thể dữ liệu đã bị sửa không qua câu lệnh; hãy gõ ‘verify journal’ để kiểm tra."
                )
            ])
    }
    let place =
        path == nil ? Text(verbatim: "") : Text(" Kept in \(database.name).", vi: " Đã lưu vào \(database.name).")
    return .done(
        Text(
            "Replayed \(count) entries; all tables are the same.",
            vi: "Đã thực hiện lại \(count) mục; mọi bảng giống nhau.")
            + place)
}

extension Diagnostic.Code {
    /// A database that its own journal does not give.
    static let replayDiffers: Self = "replay-differs"
}
