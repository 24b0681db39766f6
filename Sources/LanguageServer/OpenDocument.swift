import Diagnostics
import JSON

/// A text that an editor has open.
struct OpenDocument {
    /// How the editor names it.
    let uri: String
    /// The path by which scripts name it.
    let path: String
    /// The number of the editor's change.
    var version: Int
    /// Its text and its lines.
    private(set) var text: String
    private(set) var map: LineMap
    /// Whether its findings have been told since it changed.
    var isTold = false

    init(uri: String, version: Int, text: String) {
        self.uri = uri
        path = DocumentPath.path(of: uri)
        self.version = version
        self.text = text
        map = LineMap(text)
    }

    /// Puts another text in place of a range, or of everything.
    mutating func change(_ change: JSON) {
        guard let new = change["text"].string else { return }
        text = map.span(change["range"]).map { map.replacing($0, with: new) } ?? new
        map = LineMap(text)
    }

    /// The text under its path.
    var source: Source { Source(name: path, text: text) }
}

/// Paths as the names of documents.
enum DocumentPath {
    /// The path of a `file:` name; other names stay as they are.
    static func path(of uri: String) -> String {
        guard uri.hasPrefix("file://") else { return uri }
        let rest = uri.dropFirst("file://".count)
        guard let slash = rest.firstIndex(of: "/") else { return uri }
        return normal(decoded(rest[slash...]))
    }

    /// The `file:` name of a path.
    static func uri(of path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF")
        var uri = "file://"
        for byte in path.utf8 {
            if plain.contains(byte) {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return uri
    }

    /// The path without `.` and `..`.
    static func normal(_ path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func decoded(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
