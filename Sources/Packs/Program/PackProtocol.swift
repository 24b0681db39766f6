import Diagnostics
import JSON
import Syntax
import Values

/// The protocol between Sen and the program of a pack: one JSON object a line, each with its `kind`.
enum PackProtocol {
    /// Its version, which changes only when old programs can no longer be understood.
    static let version = 1
    /// The most rows of an answer.
    static let mostRows = 1_000_000
    /// The most bytes of an answer.
    static let mostBytes = 256 << 20
    /// The most sentences that it may ask for in one answer.
    static let mostSentences = 10_000
    /// How many rows go in one line.
    static let rowsOfLine = 500
    /// How long a completion may take, in milliseconds.
    static let completionTime = 100

    /// What a program says.
    enum Message {
        case hello(protocol: Int?)
        case rows(id: Int, [[JSON]])
        case say(id: Int, Text)
        case call(id: Int, number: Int, sentence: String)
        case perform(id: Int, sentence: String)
        case alive(id: Int)
        case end(id: Int)
        case error(id: Int, Text, argument: String?)
        case candidates(id: Int, [Choice])

        /// Reads a line; `nil` for what the protocol does not know. Further members are passed over.
        init?(_ line: [UInt8]) {
            guard let json = JSONReader.read(line), let kind = json["kind"].string else { return nil }
            if kind == "hello" {
                self = .hello(protocol: json["protocol"].int)
                return
            }
            guard let id = json["id"].int else { return nil }
            switch kind {
            case "rows":
                guard case .array(let rows) = json["rows"] else { return nil }
                var cells: [[JSON]] = []
                for row in rows {
                    guard case .array(let row) = row else { return nil }
                    cells.append(row)
                }
                self = .rows(id: id, cells)
            case "say":
                guard let text = Text(json, "text") else { return nil }
                self = .say(id: id, text)
            case "call":
                guard let number = json["call"].int, let sentence = json["sentence"].string else { return nil }
                self = .call(id: id, number: number, sentence: sentence)
            case "perform":
                guard let sentence = json["sentence"].string else { return nil }
                self = .perform(id: id, sentence: sentence)
            case "alive": self = .alive(id: id)
            case "end": self = .end(id: id)
            case "error":
                guard let text = Text(json, "message") else { return nil }
                self = .error(id: id, text, argument: json["argument"].string)
            case "candidates":
                self = .candidates(
                    id: id,
                    json["words"].array.compactMap { word in
                        if let plain = word.string { return Choice(SourceForm.visible(plain), Text(verbatim: "")) }
                        guard let name = word["word"].string else { return nil }
                        return Choice(SourceForm.visible(name), Text(word, "meaning") ?? Text(verbatim: ""))
                    })
            default: return nil
            }
        }

        /// The number of what it answers; `nil` for the greeting.
        var id: Int? {
            switch self {
            case .hello: nil
            case .rows(let id, _), .say(let id, _), .call(let id, _, _), .perform(let id, _), .alive(let id),
                .end(let id), .error(let id, _, _), .candidates(let id, _):
                id
            }
        }
    }
}

extension Text {
    /// The member of a name, with its Vietnamese half in `vi`; one of them stands for both.
    fileprivate init?(_ json: JSON, _ name: String) {
        guard let english = json[name].string else { return nil }
        self.init(SourceForm.visible(english), vi: SourceForm.visible(json["vi"].string ?? english))
    }
}
