import Commands
import Documents
import Journal
import Language
import Values

/// `back up` copies the database into one file while it is in use, and checks the copy.
let backUp = Command(
    "back up",
    Text(
        "Copies the database into one file while it is in use, and checks the copy.",
        vi: "Sao cơ sở dữ liệu đang dùng thành một tệp và kiểm tra bản sao."),
    effect: .exports, run: copy
) {
    Label<FilePath>("to", Text("The file of the copy.", vi: "Tệp bản sao."))
} examples: {
    Example("back up to: \"office.db\"").prints("office.db")
    Example("back up").reports(.missingArgument)
}

private func copy(session: Session, to path: FilePath) throws -> Document {
    try session.standsAlone("back up")
    let end = try Copies(session: session).make(path.path)
    return .done(
        Text(
            "Backed up \(end.count.english) to \(path.path), last \(end.fingerprint).",
            vi: "Đã sao lưu \(end.count.vietnamese) vào \(path.path), mục cuối \(end.fingerprint)."))
}
