import Commands
import Diagnostics
import Documents
import Syntax
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// `install pack` copies a pack to the user's own and makes its commands known.
let installPack = Command(
    "install pack",
    Text(
        "Installs a pack from a folder; tells what it asks for, and waits for ‘grant: yes’.",
        vi: "Cài đặt một gói từ thư mục; cho biết gói xin quyền gì và chờ ‘grant: yes’."),
    effect: .exports, run: install
) {
    Argument<FilePath>("folder", Text("The pack's folder.", vi: "Thư mục của gói."))
    Label<Bool?>("grant", Text("Whether it gets what it asks for.", vi: "Có cấp những quyền gói xin hay không."))
} examples: {
    Example("install pack \"nowhere\"").reports(.packUnreadable)
    Example("list packs | where pack = \"packs\" | keep kind").prints("built-in")
}

private func install(session: Session, from folder: FilePath, grant: Bool?) throws -> Document {
    try session.standsAlone("install pack")
    let (manifest, files) = try readPack(folder.path, in: session)
    let name = manifest.name
    let packs = session.registry.packs
    let known = packs.first { $0.name == name && $0.kind != .builtIn }
    let others = packs.filter { $0.name != name || $0.kind == .builtIn }
    guard !manifest.asks || grant == true else { throw Diagnostic.asks(manifest, folder.path) }
    let draft = try PackShelf.unpack(manifest, files, from: folder.path)
    // Names that are taken are told before anything is changed.
    var registry = try Registry(others + [draft.asCommandPack])
    if let shelf = session.surroundings.packFolder.map(PackShelf.init) {
        let installed = try shelf.keep(manifest, files, from: absolute(folder.path))
        registry = try Registry(others + [installed.asCommandPack])
    }
    session.use(registry)
    let count = manifest.commands.count
    let commands = manifest.commands.map { RichText(Text(verbatim: $0.name), .code) }
    let done =
        known == nil
        ? Text("Installed the pack ‘\(name)’ \(manifest.version).", vi: "Đã cài gói ‘\(name)’ \(manifest.version).")
        : Text(
            "Put the pack ‘\(name)’ \(manifest.version) in place of the one before.",
            vi: "Đã thay bằng gói ‘\(name)’ \(manifest.version).")
    let offer = Text(
        count == 1 ? "It brings one command:" : "It brings \(count) commands:", vi: "Gói có \(count) lệnh:")
    return Document([
        .message(RichText(done, .success), remark: nil), .paragraph(RichText(offer)),
        .items(commands, numbered: false),
    ])
}

/// A folder from the root on, where it is one of this computer.
private func absolute(_ folder: String) -> String {
    guard let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    return String(cString: real)
}

/// Reads a pack and refuses one with faults.
func readPack(_ folder: String, in session: Session) throws -> (Manifest, PackFiles) {
    let files = try PackFiles(reading: folder, from: session.surroundings.files)
    let manifest = try Manifest(
        reading: files[Manifest.file] ?? [], named: "\(folder)/\(Manifest.file)", kinds: session.registry.kindNames)
    let faults = manifest.faults(files, in: session.registry)
    guard faults.isEmpty else { throw Diagnostics(faults) }
    let findings = try manifest.scriptFindings(files, in: session)
    guard findings.isEmpty else { throw Diagnostics(findings) }
    return (manifest, files)
}

extension Diagnostic {
    fileprivate static func asks(_ manifest: Manifest, _ folder: String) -> Diagnostic {
        var notes: [Text] = []
        if let program = manifest.program {
            notes.append(
                ProgramPipe.isConfined
                    ? Text(
                        "to run its program \(program), which the system keeps from your files and the network;",
                        vi: "chạy chương trình \(program); hệ thống ngăn nó đọc tệp của bạn và dùng mạng;")
                    : Text(
                        "to run its program \(program), which this system does NOT keep from your files;",
                        vi: "chạy chương trình \(program); hệ thống này KHÔNG ngăn được nó đọc tệp của bạn;"))
        }
        if !manifest.reads.isEmpty {
            let names = manifest.reads.joined(separator: ", ")
            notes.append(Text("to read with: \(names);", vi: "đọc bằng: \(names);"))
        }
        if !manifest.performs.isEmpty {
            let names = manifest.performs.joined(separator: ", ")
            notes.append(Text("to record with: \(names);", vi: "ghi bằng: \(names);"))
        }
        notes.append(
            Text(
                "never: cases, secrets, files, the journal, the database itself.",
                vi: "không bao giờ: vụ việc, bí mật, tệp, nhật ký, chính cơ sở dữ liệu."))
        return Diagnostic(
            .packAsks,
            Text("The pack ‘\(manifest.name)’ asks you:", vi: "Gói ‘\(manifest.name)’ xin bạn cho phép:"),
            notes: notes, suggestion: "install pack \(SourceForm.text(folder)) grant: yes")
    }
}

extension Diagnostic.Code {
    /// A pack that asks for something and was not granted it.
    static let packAsks: Self = "pack-asks"
}
