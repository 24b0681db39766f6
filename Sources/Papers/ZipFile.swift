internal import CDeflate
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
            /// Piece by piece, so that a long file is never whole in memory; no bytes at the end.
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
        guard cdeflate_bound(0) > 0 else { throw Diagnostic.noZipLibrary }
        var archive = Archive()
        for part in parts { try archive.add(part) }
        return try archive.closed()
    }

    /// The file as it grows: its parts, then the list of them.
    private struct Archive {
        private var bytes: [UInt8] = []
        private var list: [UInt8] = []
        private var count = 0

        mutating func add(_ part: Part) throws {
            let (start, name) = (bytes.count, Array(part.name.utf8))
            let flags = name.contains { $0 > 127 } ? 0x800 : 0
            // 1 January 1980, the first day that a ZIP file can hold. Sizes follow when they are known.
            let facts = [
                (20, 2), (flags, 2), (8, 2), (0, 2), (0x21, 2), (0, 4), (0, 4), (0, 4), (name.count, 2), (0, 2),
            ]
            bytes.put(0x0403_4B50, 4)
            for (value, size) in facts { bytes.put(value, size) }
            bytes += name
            let begin = bytes.count
            let (sum, size) = try ZipDeflater.pack(part.content, into: &bytes)
            let packed = bytes.count - begin
            guard size < 1 << 32, bytes.count < 1 << 32, name.count < 1 << 16 else { throw Diagnostic.zipFailed }
            for (value, place) in [(Int(sum), 14), (packed, 18), (size, 22)] { bytes.set(value, at: start + place) }
            list.put(0x0201_4B50, 4)
            list.put(20, 2)
            list += bytes[start + 4..<start + 30]
            for (value, size) in [(0, 2), (0, 2), (0, 2), (0, 4), (start, 4)] { list.put(value, size) }
            list += name
            count += 1
        }

        mutating func closed() throws -> [UInt8] {
            let start = bytes.count
            guard count < 1 << 16, start + list.count < 1 << 32 else { throw Diagnostic.zipFailed }
            bytes += list
            bytes.put(0x0605_4B50, 4)
            let facts = [(0, 2), (0, 2), (count, 2), (count, 2), (list.count, 4), (start, 4), (0, 2)]
            for (value, size) in facts { bytes.put(value, size) }
            return bytes
        }
    }
}

extension [UInt8] {
    /// Appends a number, its least byte first.
    fileprivate mutating func put(_ value: Int, _ size: Int) {
        for place in 0..<size { append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }

    /// Sets four bytes.
    fileprivate mutating func set(_ value: Int, at start: Int) {
        for place in 0..<4 { self[start + place] = UInt8(truncatingIfNeeded: value >> (8 * place)) }
    }
}

extension Diagnostic.Code {
    /// The library that packs Word files and workbooks is not installed.
    public static let zipLibraryMissing: Self = "zip-library-missing"
    /// A Word file or a workbook could not be packed.
    public static let zipFailed: Self = "zip-failed"
}

extension Diagnostic {
    fileprivate static let noZipLibrary = Diagnostic(
        .zipLibraryMissing,
        Text(
            "Word files and workbooks need the library zlib, which is not installed.",
            vi: "Muốn ghi tệp Word hay Excel phải có thư viện zlib, máy này chưa cài."),
        notes: [
            Text(
                "Install the package zlib1g, or write an .html file instead.",
                vi: "Hãy cài gói zlib1g, hoặc ghi ra tệp .html.")
        ])
    static let zipFailed = Diagnostic(
        .zipFailed,
        Text(
            "The file could not be packed: it is larger than 4 GB, or there is too little memory.",
            vi: "Không đóng gói được tệp: tệp lớn hơn 4 GB, hoặc máy thiếu bộ nhớ."),
        notes: [Text("Write an .html or .csv file instead.", vi: "Hãy ghi ra tệp .html hoặc .csv.")])
}
