import CProcess
import Commands
import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A folder that is gone, with all that is in it, when nobody holds it any more.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        var name = Array("/tmp/sen-pack-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw Diagnostic(
                .fileUnwritable,
                Text("No folder can be made in /tmp.", vi: "Không tạo được thư mục trong /tmp."))
        }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { ScratchFolder.remove(path) }

    /// Removes a folder and all that is in it.
    static func remove(_ path: String) { sen_process_clear(path) }
}
