import Diagnostics
import Values

/// The bytes of a case before it is sealed: `name:length:value` one behind the other, then noughts.
///
/// Every case has as many bytes as any other, so that the length of what is stored tells nothing.
enum CasePayload {
    /// How many bytes a case has.
    static let length = 512

    /// Writes fields; refuses what does not fit.
    static func bytes(_ fields: [(name: String, value: String)]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        for (name, value) in fields { bytes += "\(name):\(value.utf8.count):\(value)".utf8 }
        guard bytes.count <= length else {
            let excess = bytes.count - length
            wipe(&bytes)
            throw Diagnostic(
                .caseTextTooLong,
                Text(
                    "The text of this case is too long by \(excess) bytes.",
                    vi: "Nội dung vụ việc dài quá \(excess) byte."),
                subject: "consent-ground",
                notes: [
                    Text(
                        "Give the ground in a few words; no names, no narrative.",
                        vi: "Nêu căn cứ thật ngắn gọn; không ghi tên người, không kể lại sự việc.")
                ])
        }
        bytes += repeatElement(0, count: length - bytes.count)
        return bytes
    }

    /// Reads fields back; `nil` for bytes that are no case.
    static func fields(_ bytes: [UInt8]) -> [String: String]? {
        var rest = bytes[...]
        var fields: [String: String] = [:]
        while let first = rest.first, first != 0 {
            guard let name = word(&rest), let count = word(&rest).flatMap({ Int($0) }), 0...rest.count ~= count else {
                return nil
            }
            fields[name] = String(decoding: rest.prefix(count), as: UTF8.self)
            rest = rest.dropFirst(count)
        }
        return fields
    }

    /// Takes what stands before the next colon.
    private static func word(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }
}

extension Diagnostic.Code {
    /// A case whose text does not fit into a sealed case.
    static let caseTextTooLong: Self = "case-text-too-long"
}
