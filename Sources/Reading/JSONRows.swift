public import Diagnostics
import Values

/// The rows of a JSON file: a list of objects, or an object a line.
public struct JSONRows: Sendable, Hashable {
    /// The names of the members of all objects, in the order in which they first come.
    public let names: [String]
    /// The objects.
    public let rows: [Row]

    /// One object.
    public struct Row: Sendable, Hashable {
        /// Its number in a list, from 1; without a list the line of the file in which it begins.
        public let line: Int
        /// Its members by the place of their names.
        public let members: [Int: Member]
    }

    /// What stands behind a name; nothing for `null`.
    public enum Member: Sendable, Hashable {
        /// A text in NFC, or a number as it is written.
        case text(String), number(String)
        /// `true` or `false`
        case yesNo(Bool)
    }

    /// Reads a file.
    public init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
        var reader = JSONRowReader(bytes)
        do throws(JSONRowReader.Fault) {
            try reader.read()
        } catch {
            throw .notJSONRows(name, reader.line, error.why)
        }
        guard !reader.rows.isEmpty else { throw .fileHasNoRows(name) }
        names = reader.names
        rows = reader.rows
    }
}

/// Reads objects whose members are no lists or objects (RFC 8259).
private struct JSONRowReader {
    struct Fault: Error { let why: Text }

    private let bytes: [UInt8]
    private var place = 0
    private(set) var line = 1
    private var isList = false
    private(set) var names: [String] = []
    private var places: [String: Int] = [:]
    private(set) var rows: [JSONRows.Row] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: Mark.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    }

    private static let malformed = Fault(why: Text("this is no JSON", vi: "nội dung không đúng dạng JSON"))

    mutating func read() throws(Fault) {
        skipBlanks()
        isList = take("[")
        skipBlanks()
        if isList, take("]") { return }
        while place < bytes.count {
            try object()
            skipBlanks()
            if isList {
                if take("]") { break }
                guard take(",") else { throw JSONRowReader.malformed }
                skipBlanks()
            }
        }
        skipBlanks()
        guard place == bytes.count, !isList || bytes[place - 1] != UInt8(ascii: ",") else {
            throw JSONRowReader.malformed
        }
    }

    private var current: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func skipBlanks() {
        while place < bytes.count, Mark.isBlank(bytes[place]) {
            if bytes[place] == Mark.newline { line += 1 }
            place += 1
        }
    }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard place < bytes.count, current == UInt8(ascii: letter) else { return false }
        place += 1
        return true
    }

    private mutating func object() throws(Fault) {
        let begun = line
        guard take("{") else {
            throw Fault(why: Text("an object {…} is expected", vi: "cần một đối tượng {…}"))
        }
        var members: [Int: JSONRows.Member] = [:]
        skipBlanks()
        var isDone = take("}")
        while !isDone {
            skipBlanks()
            guard current == Mark.quote else { throw JSONRowReader.malformed }
            let name = try text()
            skipBlanks()
            guard take(":") else { throw JSONRowReader.malformed }
            skipBlanks()
            let column = places[name] ?? names.count
            if places.updateValue(column, forKey: name) == nil { names.append(name) }
            let member = try member()
            if members.updateValue(member ?? .text(""), forKey: column) != nil {
                throw Fault(
                    why: Text("‘\(name)’ stands twice in one object", vi: "‘\(name)’ lặp lại trong một đối tượng"))
            }
            skipBlanks()
            isDone = take("}")
            guard isDone || take(",") else { throw JSONRowReader.malformed }
        }
        rows.append(JSONRows.Row(line: isList ? rows.count + 1 : begun, members: members))
    }

    private mutating func member() throws(Fault) -> JSONRows.Member? {
        switch current {
        case Mark.quote: return .text(try text())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw Fault(
                why: Text("an object holds a list or another object", vi: "đối tượng chứa danh sách hoặc đối tượng con")
            )
        default: break
        }
        let start = place
        let ends: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
        while place < bytes.count, !ends.contains(current), !Mark.isBlank(current) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        switch word {
        case "null": return nil
        case "true": return .yesNo(true)
        case "false": return .yesNo(false)
        default:
            guard word.utf8.count <= 40, Double(word) != nil,
                word.utf8.first.map({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) == true
            else { throw JSONRowReader.malformed }
            return .number(word)
        }
    }

    private mutating func text() throws(Fault) -> String {
        place += 1
        var result: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case Mark.quote:
                guard let text = String(validating: result, as: UTF8.self) else { throw JSONRowReader.malformed }
                return text.composed
            case Mark.backslash: result += String(Character(try escaped())).utf8
            case 0..<0x20: throw JSONRowReader.malformed
            default: result.append(byte)
            }
        }
        throw JSONRowReader.malformed
    }

    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        let byte = current
        place += 1
        switch byte {
        case Mark.quote, Mark.backslash, UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw JSONRowReader.malformed
        }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw JSONRowReader.malformed }
        let second = try unit()
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONRowReader.malformed }
        return scalar
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard place + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
        else { throw JSONRowReader.malformed }
        place += 4
        return unit
    }
}

extension Diagnostic {
    fileprivate static func notJSONRows(_ name: String, _ line: Int, _ why: Text) -> Diagnostic {
        Diagnostic(
            .notJSONRows,
            Text("‘\(name)’, line \(line): \(why.english).", vi: "‘\(name)’, dòng \(line): \(why.vietnamese)."),
            subject: "from",
            notes: [
                Text(
                    "A list of flat objects is read, or one object a line: {\"unit\": \"HP-012\", \"total\": 12}.",
                    vi: "Cần danh sách đối tượng phẳng, hoặc mỗi dòng một đối tượng: "
                        + "{\"unit\": \"HP-012\", \"total\": 12}.")
            ])
    }
}

extension Diagnostic.Code {
    /// A JSON file that is no list of flat objects.
    public static let notJSONRows: Self = "not-json-rows"
}
