import Commands
import Diagnostics
import Documents
import Values

/// `check pack` looks a pack's manifest through, runs its examples, and tries how its program ends.
let checkPack = Command(
    "check pack",
    Text(
        "Checks a pack: its manifest, its scripts, its examples on an empty database, its program's manners.",
        vi: "Kiểm tra một gói: tệp khai báo, kịch bản, các ví dụ trên cơ sở dữ liệu trống, chương trình."),
    effect: .reads, run: check
) {
    Argument<FilePath>("folder", Text("The pack's folder.", vi: "Thư mục của gói."))
} examples: {
    Example("check pack \"nowhere\"").reports(.packUnreadable)
    Example("help check pack").prints("examples")
}

private func check(session: Session, folder: FilePath) throws -> Document {
    let (manifest, files) = try readPack(folder.path, in: session)
    let pack = try PackShelf.unpack(manifest, files, from: folder.path)
    let check = PackCheck(pack, in: session)
    var fields = [
        Field(
            Text("manifest", vi: "tệp khai báo"),
            words: Text(
                "declares \(manifest.commands.map(\.name).joined(separator: ", "))",
                vi: "khai báo \(manifest.commands.map(\.name).joined(separator: ", "))"))
    ]
    let examples = try check.runExamples()
    fields.append(
        Field(Text("examples", vi: "ví dụ"), words: Text("\(examples) are true", vi: "\(examples) ví dụ đúng")))
    if manifest.program != nil {
        let drills = try check.drillProgram()
        fields.append(
            Field(
                Text("program", vi: "chương trình"),
                words: Text("\(drills) drills passed", vi: "qua \(drills) phép thử")))
    }
    return Document([
        .fields(fields),
        .message(
            RichText(Text("The pack ‘\(manifest.name)’ is sound.", vi: "Gói ‘\(manifest.name)’ đạt."), .success),
            remark: nil),
    ])
}
