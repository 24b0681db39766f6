import Commands
import Diagnostics
import Syntax
import Tables
import Values

extension Compiler {
    /// What words that name no command look like: a misspelt verb behind a pipe, a function with a space behind its
    /// name, a column or variable where a sentence begins. `nil` where a command is nearer.
    func meantOtherwise(_ sentence: Sentence, _ first: Word, _ hasInput: Bool) -> Diagnostic? {
        if hasInput, let verb = nearest(to: first.text, among: Parser.verbs) {
            return Diagnostic(
                .expectedVerb,
                Text("There is no table verb ‘\(first.text)’.", vi: "Không có phép xử lý bảng ‘\(first.text)’."),
                replacement: verb)
        }
        if first.text == "return" {
            return Diagnostic(
                .outsideFunction,
                Text("‘return’ stands inside a ‘def’.", vi: "‘return’ chỉ đứng trong ‘def’."))
        }
        if first.text == "log", sentence.words.count == 2, case .string? = sentence.arguments.first?.value.kind {
            return Diagnostic(
                .unknownCommand,
                Text(
                    "‘log’ tells an info, a warn or an error, no ‘\(sentence.words[1].text)’.",
                    vi: "‘log’ có ba mức info, warn, error; không có ‘\(sentence.words[1].text)’."),
                suggestion: "log info " + source[sentence.span].dropWords(2))
        }
        guard sentence.words.count == 1 else { return nil }
        if BuiltInFunction.names.contains(first.text) || functions[first.text] != nil,
            case .group? = sentence.arguments.first?.value.kind
        {
            return Diagnostic(
                .spaceBeforeBracket,
                Text(
                    "A function has its bracket right behind its name: ‘\(first.text)(’.",
                    vi: "Dấu ngoặc của hàm viết liền sau tên: ‘\(first.text)(’."),
                suggestion: source[sentence.span].joinedBracket(first.text))
        }
        if sentence.arguments.isEmpty, variableNames.contains(first.text) {
            return Diagnostic(
                .unknownCommand,
                Text("‘\(first.text)’ is not a command.", vi: "‘\(first.text)’ không phải là một lệnh."),
                replacement: "$" + first.text)
        }
        return nil
    }
}

extension String {
    /// The text behind its first words.
    fileprivate func dropWords(_ count: Int) -> String {
        (0..<count).reduce(Substring(self)) { rest, _ in rest.drop { $0 != " " }.drop { $0 == " " } }.description
    }

    /// The words with the bracket right behind the first.
    fileprivate func joinedBracket(_ name: String) -> String {
        name + dropFirst(name.count).drop { $0 == " " }
    }
}
