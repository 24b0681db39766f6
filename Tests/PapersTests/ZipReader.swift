import CZip

/// Reads a ZIP file in memory with libzip's own checks, for tests.
enum ZipReader {
    struct Fault: Error {
        let words: String
    }

    static func parts(of bytes: [UInt8]) throws -> [(name: String, text: String)] {
        guard let zip = czip_load()?.pointee else { throw Fault(words: "no libzip") }
        return try bytes.withUnsafeBytes { raw in
            guard let source = zip.source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, nil),
                let archive = zip.open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, nil)
            else { throw Fault(words: "not a zip file") }
            defer { zip.discard(archive) }
            return try (0..<UInt64(zip.get_num_entries(archive, 0))).map { try part(archive, $0, zip) }
        }
    }

    private static func part(_ archive: OpaquePointer, _ index: UInt64, _ zip: czip_calls) throws -> (String, String) {
        var facts = zip_stat_t()
        guard zip.stat_index(archive, index, 0, &facts) == 0, let file = zip.fopen_index(archive, index, 0) else {
            throw Fault(words: "entry \(index)")
        }
        defer { _ = zip.fclose(file) }
        var content = [UInt8](repeating: 0, count: Int(facts.size) + 1)
        guard zip.fread(file, &content, UInt64(content.count)) == Int64(facts.size) else {
            throw Fault(words: "short entry")
        }
        return (String(cString: facts.name), String(decoding: content.dropLast(), as: UTF8.self))
    }
}
