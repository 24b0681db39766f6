import Diagnostics
import JSON
import Language
import Syntax
import Values

// What may stand at the cursor, and what is still to come behind it.
extension LanguageServer {
    func completion(_ document: OpenDocument, _ parameters: JSON) -> JSON {
        guard let cursor = document.map.offset(parameters["position"]) else { return .null }
        let completion = Completer(interpreter).completion(of: document.text, at: cursor)
        let range = document.map.range(completion.range)
        let typed = document.source[completion.range]
        let items = completion.candidates.enumerated().map { index, choice -> JSON in
            // Editors sift what they are given by what is typed; Sen has done so, without tones and case.
            [
                "label": .string(choice.word), "detail": .string(choice.meaning(in: language)),
                "kind": LanguageServer.kind(choice.word), "sortText": .string(String(100_000 + index)),
                "filterText": .string(choice.word.hasPrefix(typed) ? choice.word : typed),
                "textEdit": ["range": range, "newText": .string(choice.word)],
            ]
        }
        return ["isIncomplete": .bool(completion.isPartial || typed.isEmpty), "items": .array(items)]
    }

    private static func kind(_ word: String) -> JSON {
        if word.hasPrefix("$") { return 6 }
        if word.hasSuffix(":") { return 10 }
        return word.hasSuffix("(") ? 3 : 12
    }

    /// What the next arguments of the line are.
    func signatureHelp(_ document: OpenDocument, _ parameters: JSON) -> JSON {
        guard let cursor = document.map.offset(parameters["position"]) else { return .null }
        let front = String(decoding: document.text.utf8.prefix(cursor), as: UTF8.self)
        guard let hint = Completer(interpreter).hint(of: front) else { return .null }
        return ["signatures": [["label": .string(hint)]], "activeSignature": 0]
    }
}
