import CZip
public import Diagnostics
import Values

/// A ZIP file put together in memory. The same parts give the same bytes on any day.
enum ZipFile {
    /// One file inside.
    struct Part {
        let name: String
        let content: Content

        enum Content {
            case whole([UInt8])
            /// Piece by piece, so that a long file is never whole in memory; no bytes at the end. They are made twice:
            /// libzip must know the length beforehand, or takes the form of files beyond 4 GB, which Excel distrusts.
            case pieces(() -> () -> [UInt8])
        }

        init(_ name: String, _ content: Markup) {
            self.name = name
            self.content = .whole(content.bytes)
        }

        init(_ name: String, bytes: [UInt8]) {
            self.name = name
            content = .whole(bytes)
        }

        init(_ name: String, pieces: @escaping () -> () -> [UInt8]) {
            self.name = name
            content = .pieces(pieces)
        }
    }

    /// The bytes of a file with the given parts, in their order.
    static func bytes(_ parts: [Part]) throws -> [UInt8] {
        guard let zip = czip_load()?.pointee else { throw Diagnostic.noZipLibrary }
        guard let target = zip.source_buffer_create(nil, 0, 0, nil) else { throw Diagnostic.zipFailed }
        defer { zip.source_free(target) }
        zip.source_keep(target)
        guard let archive = zip.open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            zip.source_free(target)
            throw Diagnostic.zipFailed
        }
        do {
            try add(parts, to: archive, zip)
        } catch {
            zip.discard(archive)
            throw error
        }
        return try read(target, zip)
    }

    private static func add(_ parts: [Part], to archive: OpaquePointer, _ zip: czip_calls) throws {
        // libzip reads the parts when it closes the archive, so they must stay where they are until then.
        var kept: [AnyObject] = []
        defer { withExtendedLifetime(kept) {} }
        for part in parts {
            let feed = ZipFeed(part.content)
            kept.append(feed)
            let place = Unmanaged.passUnretained(feed).toOpaque()
            guard let source = zip.source_function(archive, ZipFeed.answer, place) else { throw Diagnostic.zipFailed }
            let index = zip.file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8)
            guard index >= 0 else {
                zip.source_free(source)
                throw Diagnostic.zipFailed
            }
            // 1 January 1980, the first day a ZIP file can hold.
            _ = zip.file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
            if case .pieces = part.content {
                _ = zip.set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, ZipFeed.level)
            }
        }
        guard zip.close(archive) == 0 else { throw Diagnostic.zipFailed }
    }

    private static func read(_ target: OpaquePointer, _ zip: czip_calls) throws -> [UInt8] {
        var facts = zip_stat_t()
        guard zip.source_open(target) == 0, zip.source_stat(target, &facts) == 0 else { throw Diagnostic.zipFailed }
        defer { _ = zip.source_close(target) }
        let size = Int(clamping: facts.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, Int(zip.source_read(target, buffer.baseAddress, UInt64(size))))
        }
        guard bytes.count == size else { throw Diagnostic.zipFailed }
        return bytes
    }
}

extension Diagnostic.Code {
    /// The library that packs DOCX files is not installed.
    public static let zipLibraryMissing: Self = "zip-library-missing"
    /// A DOCX file could not be packed.
    public static let zipFailed: Self = "zip-failed"
}

extension Diagnostic {
    fileprivate static let noZipLibrary = Diagnostic(
        .zipLibraryMissing,
        Text(
            "Word files need the library libzip, which is not installed.",
            vi: "Muốn ghi tệp Word phải có thư viện libzip, máy này chưa cài."),
        notes: [
            Text(
                "Install the package libzip4, or write an .html file instead.",
                vi: "Hãy cài gói libzip4, hoặc ghi ra tệp .html.")
        ])
    fileprivate static let zipFailed = Diagnostic(
        .zipFailed,
        Text(
            "The Word file could not be packed; there may be too little memory.",
            vi: "Không đóng gói được tệp Word; có thể máy thiếu bộ nhớ."),
        notes: [Text("Write an .html file instead.", vi: "Hãy ghi ra tệp .html.")])
}
