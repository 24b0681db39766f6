import Commands
import Documents
import Language
import Values

/// `export everything` writes the whole database as lines of JSON, for another engine or another program.
let exportEverything = Command(
    "export everything",
    Text(
        "Writes the whole database as lines of JSON; sealed cases stay sealed.",
        vi: "Xuất toàn bộ cơ sở dữ liệu thành các dòng JSON; vụ việc niêm phong vẫn niêm phong."),
    effect: .exports, run: export
) {
    Label<FilePath>("to", Text("The file.", vi: "Tệp cần ghi."))
} examples: {
    Example("export everything to: \"office.jsonl\"").prints("office.jsonl")
    Example("export everything").reports(.missingArgument)
}

private func export(session: Session, to path: FilePath) throws -> Document {
    var end = JournalEnd.beginning
    try session.write(to: path.path) { append in
        end = try withoutActuallyEscaping(append) { try DumpWriter(session, $0).write() }
    }
    return .done(
        Text(
            "Wrote \(end.count.english) and all tables to \(path.path), last \(end.fingerprint).",
            vi: "Đã ghi \(end.count.vietnamese) và mọi bảng vào \(path.path), mục cuối \(end.fingerprint)."))
}
