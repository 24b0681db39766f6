import Commands
import Diagnostics
import Journal
import Synchronization
import Syntax
import Values

/// A pack that a user has installed: a copy of its folder, and the fingerprint of what they agreed to.
final class InstalledPack: Sendable {
    let manifest: Manifest
    /// The folder of the copy.
    let folder: String
    /// What the files must be.
    let fingerprint: String
    /// The folder that it was installed from.
    let origin: String
    /// The folder above the copy, where that lasts only as long as the pack is used.
    private let scratch: ScratchFolder?
    private let read = Mutex<PackFiles?>(nil)

    init(_ manifest: Manifest, in folder: String, _ fingerprint: String, from origin: String, scratch: ScratchFolder?) {
        self.manifest = manifest
        self.folder = folder
        self.fingerprint = fingerprint
        self.origin = origin
        self.scratch = scratch
    }

    /// The files, read once; refused where they are not those to which the user has agreed.
    func files() throws -> PackFiles {
        try read.withLock { read in
            if let read { return read }
            let files = try PackFiles(reading: folder, from: LocalFiles())
            guard files.fingerprint.description == fingerprint else { throw Diagnostic.changed(manifest.name, origin) }
            read = files
            return files
        }
    }
}

extension Diagnostic {
    static func changed(_ name: String, _ origin: String) -> Diagnostic {
        Diagnostic(
            .packChanged,
            Text(
                "The files of the pack ‘\(name)’ are not those that were installed.",
                vi: "Các tệp của gói ‘\(name)’ không còn như lúc cài đặt."),
            notes: [
                Text(
                    "Look at what it asks for, and install it again.",
                    vi: "Hãy xem gói xin quyền gì rồi cài đặt lại.")
            ], suggestion: "install pack \(SourceForm.text(origin))")
    }
}

extension Diagnostic.Code {
    /// An installed pack whose files have changed.
    static let packChanged: Self = "pack-changed"
}
