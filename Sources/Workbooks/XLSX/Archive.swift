import CZip
public import Diagnostics
public import Values

/// A ZIP file in memory whose parts can be read, within limits that no honest workbook reaches.
public final class Archive {
    private let zip: czip_calls
    private let archive: OpaquePointer
    private let storage: UnsafeMutableBufferPointer<UInt8>
    private let name: String
    /// What is said of a file that is none, or a damaged one.
    private let damaged: Diagnostic
    private var entries: [String: (index: UInt64, size: Int)] = [:]
    /// The names of the parts in the order of the file.
    public private(set) var names: [String] = []

    /// The most parts, the most bytes of all parts unpacked, and how many times larger a large part may become.
    static let most = (parts: 10_000, bytes: 1 << 30, ratio: 250)

    /// Opens the bytes of a file and looks over what it says of its parts.
    public init(_ bytes: [UInt8], name: String, damaged: Diagnostic? = nil) throws {
        guard let zip = czip_load()?.pointee else { throw Diagnostic.noArchiveLibrary }
        self.zip = zip
        self.name = name
        self.damaged = damaged ?? .notAWorkbook(name)
        // libzip reads from these bytes as long as the archive is open.
        storage = .allocate(capacity: max(1, bytes.count))
        _ = storage.initialize(from: bytes)
        guard let source = zip.source_buffer_create(storage.baseAddress, UInt64(bytes.count), 0, nil) else {
            storage.deallocate()
            throw self.damaged
        }
        // Some programs write headers that differ in small things; what is read is checked against its size anyway.
        guard
            let archive = zip.open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil)
                ?? zip.open_from_source(source, ZIP_RDONLY, nil)
        else {
            zip.source_free(source)
            storage.deallocate()
            throw self.damaged
        }
        self.archive = archive
        try list()
    }

    deinit {
        zip.discard(archive)
        storage.deallocate()
    }

    private func list() throws {
        let count = zip.get_num_entries(archive, 0)
        guard count > 0, count <= Archive.most.parts else { throw damaged }
        var total = 0
        for index in 0..<UInt64(count) {
            var facts = zip_stat_t()
            guard zip.stat_index(archive, index, 0, &facts) == 0, let text = facts.name,
                let size = Int(exactly: facts.size), let packed = Int(exactly: facts.comp_size)
            else { throw damaged }
            // Some programs of Windows write its separator.
            let part = String(String(cString: text).map { $0 == "\\" ? "/" : $0 })
            guard facts.encryption_method == 0 else { throw Diagnostic.workbookLocked(name) }
            total += size
            let swells = size > 1 << 20 && size / max(1, packed) > Archive.most.ratio
            guard size <= Archive.most.bytes, total <= Archive.most.bytes, !swells else {
                throw Diagnostic.workbookHostile(name, Text("it unpacks to too much", vi: "giải nén ra quá lớn"))
            }
            guard !part.hasPrefix("/"), !part.split(separator: "/").contains("..") else {
                throw Diagnostic.workbookHostile(name, Text("a part has a wrong name", vi: "tên phần bên trong sai"))
            }
            guard entries.updateValue((index, size), forKey: part.lowercased()) == nil else {
                throw Diagnostic.workbookHostile(name, Text("a part is there twice", vi: "có phần bị lặp lại"))
            }
            names.append(part)
        }
    }

    /// The bytes of a part, or `nil` when there is none of this name.
    public func bytes(of part: String) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(entries[part.lowercased()]?.size ?? 0, 1 << 24))
        let found = try read(part) { piece in
            bytes += piece
            return true
        }
        return found ? bytes : nil
    }

    /// Reads a part in pieces; `false` when there is no part of this name. More or less than it declares is refused.
    func read(_ part: String, _ piece: (UnsafeRawBufferPointer) throws -> Bool) throws -> Bool {
        guard let entry = entries[part.lowercased()] else { return false }
        guard let file = zip.fopen_index(archive, entry.index, 0) else { throw damaged }
        defer { _ = zip.fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(zip.fread(file, buffer.baseAddress, UInt64(buffer.count)))
            guard count >= 0 else { throw damaged }
            if count == 0 { break }
            total += count
            guard total <= entry.size else { throw damaged }
            guard try piece(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return true }
        }
        guard total == entry.size else { throw damaged }
        return true
    }
}

extension Diagnostic.Code {
    /// A library that reads workbooks is not installed.
    public static let workbookLibraryMissing: Self = "workbook-library-missing"
    /// A file that is no workbook, or a damaged one.
    public static let notAWorkbook: Self = "not-a-workbook"
    /// A workbook behind a password.
    public static let workbookLocked: Self = "workbook-locked"
    /// A workbook of the old binary kind.
    public static let workbookTooOld: Self = "workbook-too-old"
    /// A workbook in another format than Office Open XML.
    public static let workbookOtherKind: Self = "workbook-other-kind"
    /// A workbook that is built to do harm.
    public static let workbookHostile: Self = "workbook-hostile"
}

extension Diagnostic {
    static let noArchiveLibrary = Diagnostic(
        .workbookLibraryMissing,
        Text(
            "Workbooks need the libraries libzip and libxml2, which are not installed.",
            vi: "Muốn đọc tệp Excel phải có thư viện libzip và libxml2, máy này chưa cài."),
        notes: [
            Text(
                "Install the packages libzip4 and libxml2, or save the sheet as CSV UTF-8.",
                vi: "Hãy cài gói libzip4 và libxml2, hoặc lưu trang tính thành CSV UTF-8.")
        ])

    static func notAWorkbook(_ name: String) -> Diagnostic {
        Diagnostic(
            .notAWorkbook,
            Text(
                "‘\(name)’ is no workbook, or it is damaged.",
                vi: "‘\(name)’ không phải là tệp Excel, hoặc tệp đã bị hỏng."),
            notes: [
                Text(
                    "Open it in the spreadsheet and save it again as .xlsx.",
                    vi: "Hãy mở tệp bằng phần mềm bảng tính rồi lưu lại dạng .xlsx.")
            ])
    }

    static func workbookLocked(_ name: String) -> Diagnostic {
        Diagnostic(
            .workbookLocked, Text("‘\(name)’ is protected by a password.", vi: "Tệp ‘\(name)’ được đặt mật khẩu."),
            notes: [Text("Save it again without the password.", vi: "Hãy lưu lại tệp không có mật khẩu.")])
    }

    static func workbookTooOld(_ name: String) -> Diagnostic {
        Diagnostic(
            .workbookTooOld,
            Text("‘\(name)’ is a workbook of the old kind (.xls).", vi: "‘\(name)’ là tệp Excel kiểu cũ (.xls)."),
            notes: [Text("Save it again as .xlsx.", vi: "Hãy lưu lại thành .xlsx.")])
    }

    static func workbookOtherKind(_ name: String) -> Diagnostic {
        Diagnostic(
            .workbookOtherKind,
            Text("‘\(name)’ is an OpenDocument workbook (.ods).", vi: "‘\(name)’ là tệp OpenDocument (.ods)."),
            notes: [Text("Save it again as .xlsx.", vi: "Hãy lưu lại thành .xlsx.")])
    }

    /// States that a file is built to do harm, and how.
    public static func workbookHostile(_ name: String, _ why: Text) -> Diagnostic {
        Diagnostic(
            .workbookHostile,
            Text(
                "‘\(name)’ is refused: \(why.english). No office program writes such a file.",
                vi: "Từ chối tệp ‘\(name)’: \(why.vietnamese). Phần mềm văn phòng không ghi tệp như vậy."))
    }
}
