import Commands
import Diagnostics
import Documents
import Values

/// `save mapping` keeps under a name what the columns, names and numbers of a form mean.
let saveMapping = Command(
    "save mapping",
    Text(
        "Keeps under a name what the columns, names and numbers of a form mean, for imports to come.",
        vi: "Lưu cách hiểu cột, tên và số của một biểu mẫu dưới một tên, để dùng cho các lần nhập sau."),
    effect: .writes, run: keep
) {
    Argument<NewCode>(
        "mapping",
        Text(
            "The name; lines given for a name that exists join those it has.",
            vi: "Tên bảng quy ước; nếu tên đã có thì các dòng mới được ghi thêm vào."))
    Label<FilePath?>(
        "from",
        Text(
            "A file of its lines, which takes the place of what the name held.",
            vi: "Tệp chứa các dòng, thay cho nội dung trước đó."))
    Label<[String]?>("lines", Text("Lines: ['text \"-\" -> 0'].", vi: "Các dòng: ['text \"-\" -> 0']."))
} examples: {
    Example("save mapping form-1 lines: ['unit \"P. Ngô Quyền\" -> NGO-QUYEN', 'text \"-\" -> 0']").prints(
        "Saved form-1: 2 lines.")
    Example("save mapping form-1 lines: ['text \"-\" -> 1']").prints("Saved form-1: 2 lines.")
    Example("save mapping form-1 lines: ['text \"-\"']").reports(.mappingUnreadable)
    Example("save mapping form-1").reports(.mappingEmpty)
    Example("save mapping \"form/1\" lines: ['text \"-\" -> 0']").reports(.mappingNameLikeFile)
}

private func keep(session: Session, mapping: NewCode, from: FilePath?, lines: [String]?) throws -> Document {
    guard !mapping.code.contains("/"), !mapping.code.contains(".") else { throw likeFile(mapping.code) }
    let saved = SavedMappings(session)
    var kept = try from == nil ? saved.lines(of: mapping.code) ?? [] : []
    if let from {
        kept = ImportMapping.joining([], try ImportMapping.lines(session.takeIn(from.path), from.path, "from"))
    }
    if let lines {
        let bytes = Array(lines.joined(separator: "\n").utf8)
        kept = ImportMapping.joining(kept, try ImportMapping.lines(bytes, mapping.code, "lines"))
    }
    guard from != nil || lines?.isEmpty == false, !kept.isEmpty else { throw nothing(mapping.code) }
    try saved.keep(kept, as: mapping.code)
    return .done(
        Text(
            "Saved \(mapping.code): \(kept.count.counted("line")).",
            vi: "Đã lưu \(mapping.code): \(kept.count) dòng."))
}

private func nothing(_ name: String) -> Diagnostic {
    Diagnostic(
        .mappingEmpty, Text("‘\(name)’ would say nothing.", vi: "‘\(name)’ chưa có dòng nào."), subject: "mapping",
        notes: [
            Text(
                "Give its lines, ‘lines: ['text \"-\" -> 0']’, or the file in which they stand, ‘from:’.",
                vi: "Hãy ghi các dòng, ‘lines: ['text \"-\" -> 0']’, hoặc tệp chứa chúng, ‘from:’.")
        ])
}

private func likeFile(_ name: String) -> Diagnostic {
    Diagnostic(
        .mappingNameLikeFile,
        Text(
            "‘\(name)’ looks like a file; ‘map:’ could not tell them apart.",
            vi: "‘\(name)’ giống tên tệp; ‘map:’ sẽ không phân biệt được."),
        subject: "mapping",
        notes: [Text("Choose a name without ‘.’ and ‘/’.", vi: "Hãy chọn tên không có ‘.’ và ‘/’.")])
}

extension Diagnostic.Code {
    /// A mapping without any line.
    static let mappingEmpty: Self = "mapping-empty"
    /// A name of a mapping that could be a file's.
    static let mappingNameLikeFile: Self = "mapping-name-like-file"
}
