public import Commands
public import Diagnostics
import JSON
import Journal
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder of a user's installed packs: `NAME/`, a copy of the pack, and `NAME.grant`, what the user agreed to.
///
/// It is no part of the database: who opens a database, or gets one from a colleague, never runs a program with it.
public struct PackShelf {
    let folder: String

    /// Names the folder.
    public init(_ folder: String) {
        self.folder = folder
    }

    /// The packs that are installed beside those of the program; one that cannot be used is left out and told of.
    public func packs(beside core: [CommandPack]) -> (packs: [CommandPack], findings: [Diagnostic]) {
        var packs: [CommandPack] = []
        var findings: [Diagnostic] = []
        for name in names {
            do {
                let pack = try installed(name, core).asCommandPack
                _ = try Registry(core + packs + [pack])
                packs.append(pack)
            } catch {
                findings.append(PackShelf.leftOut(name, Diagnostics.of(error)))
            }
        }
        return (packs, findings)
    }

    /// The names of the packs that lie there.
    var names: [String] {
        LocalFiles().entries(of: folder + "/").filter { $0.hasSuffix("/") && !$0.hasPrefix(".") }
            .map { String($0.dropLast()) }
    }

    private func installed(_ name: String, _ core: [CommandPack]) throws -> InstalledPack {
        let files = LocalFiles()
        let path = "\(folder)/\(name)"
        guard let grant = JSONReader.read(try files.read(path + ".grant")),
            let fingerprint = grant["fingerprint"].string, let origin = grant["from"].string
        else { throw Diagnostic.changed(name, path) }
        let file = "\(path)/\(Manifest.file)"
        let kinds = core.flatMap { $0.recordKinds.map(\.name) }
        let manifest = try Manifest(reading: try files.read(file), named: file, kinds: kinds)
        guard manifest.name == name else { throw Diagnostic.changed(name, origin) }
        return InstalledPack(manifest, in: path, fingerprint, from: origin, scratch: nil)
    }

    /// Copies a pack's files into the folder and keeps that they were agreed to.
    func keep(_ manifest: Manifest, _ files: PackFiles, from origin: String) throws -> InstalledPack {
        let path = "\(folder)/\(manifest.name)"
        LocalFiles.makeFolder(folder)
        try remove(manifest.name)
        try PackShelf.write(files, of: manifest, to: path)
        let fingerprint = files.fingerprint.description
        let grant = JSON.object(["fingerprint": .string(fingerprint), "from": .string(origin)])
        let local = LocalFiles()
        try local.publish(local.stage(grant.bytes, for: path + ".grant"), as: path + ".grant")
        return InstalledPack(manifest, in: path, fingerprint, from: origin, scratch: nil)
    }

    /// Copies a pack's files into a folder that lasts as long as the pack is used.
    static func unpack(_ manifest: Manifest, _ files: PackFiles, from origin: String) throws -> InstalledPack {
        let scratch = try ScratchFolder()
        let path = "\(scratch.path)/\(manifest.name)"
        try write(files, of: manifest, to: path)
        return InstalledPack(manifest, in: path, files.fingerprint.description, from: origin, scratch: scratch)
    }

    /// Takes a pack out of the folder.
    func remove(_ name: String) throws {
        let path = "\(folder)/\(name)"
        // Without what was agreed to, the rest is nothing.
        LocalFiles().discard(path + ".grant")
        ScratchFolder.remove(path)
        guard access(path, F_OK) != 0 else {
            throw Diagnostic(
                .fileUnwritable, Text("‘\(path)’ cannot be removed.", vi: "Không xoá được ‘\(path)’."))
        }
    }

    private static func write(_ files: PackFiles, of manifest: Manifest, to folder: String) throws {
        let local = LocalFiles()
        for (path, bytes) in files.contents.sorted(by: { $0.key < $1.key }) {
            let file = "\(folder)/\(path)"
            try local.publish(local.stage(bytes, for: file), as: file)
            if path == manifest.program { chmod(file, 0o755) }
        }
    }

    private static func leftOut(_ name: String, _ findings: [Diagnostic]) -> Diagnostic {
        Diagnostic(
            .packLeftOut,
            Text("The installed pack ‘\(name)’ is left out.", vi: "Gói đã cài ‘\(name)’ không được nạp."),
            severity: .warning,
            notes: findings.map(\.message) + findings.prefix(1).flatMap(\.notes),
            suggestion: "uninstall pack \(name)")
    }
}

extension Diagnostic.Code {
    /// An installed pack that cannot be used.
    static let packLeftOut: Self = "pack-left-out"
}
