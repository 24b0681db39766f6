import Commands
import Diagnostics
import JSON
import Language
import Manual
import Rendering
import Syntax
import Tables
import Values

// What is known of the word under the pointer.
extension LanguageServer {
    func hover(_ document: OpenDocument, _ parameters: JSON) -> JSON {
        guard let offset = document.map.offset(parameters["position"]) else { return .null }
        let analysis = analysis(document)
        let pointer = Pointer(analysis.facts.program, at: offset)
        let found =
            about(variableAt: pointer, analysis, document) ?? about(callAt: pointer, analysis, document)
            ?? about(columnAt: pointer, analysis) ?? about(sentenceAt: pointer) ?? about(wordAt: pointer, document)
        guard let (text, span) = found else { return .null }
        return [
            "contents": ["kind": "markdown", "value": .string(text)], "range": document.map.range(span),
        ]
    }

    private typealias Found = (text: String, span: SourceSpan)

    private func say(_ text: Text) -> String { text(in: language) }

    private func code(_ text: String) -> String { "```sen\n\(text)\n```" }

    private func about(variableAt pointer: Pointer, _ analysis: Analysis, _ document: OpenDocument) -> Found? {
        if let variable = pointer.variable {
            let symbol = analysis.names.symbol(at: variable.name.span.start, in: document.path)
            let type = symbol.flatMap { self.type(of: $0, analysis, document) }
            guard let field = variable.fields.first, pointer.offset >= field.span.start else {
                return (code("$" + variable.name.text) + "\n" + described(type), variable.span)
            }
            guard case .record(let schema)? = type, let column = schema[field.text] else { return nil }
            return (described(column), field.span)
        }
        guard let symbol = analysis.names.symbol(at: pointer.offset, in: document.path), !symbol.isFunction,
            symbol.definition.source.name == document.path
        else { return nil }
        let type = type(of: symbol, analysis, document)
        return (code("$" + symbol.name) + "\n" + described(type), symbol.definition.span)
    }

    /// The type of a variable that the script itself makes.
    private func type(of symbol: NameIndex.Symbol, _ analysis: Analysis, _ document: OpenDocument) -> ValueType? {
        guard symbol.definition.source.name == document.path else { return nil }
        let types = analysis.facts.variables.filter { $0.name == symbol.name }
        let names = analysis.names.symbols.filter {
            $0.name == symbol.name && !$0.isFunction && $0.definition.source.name == document.path
        }
        return types.count == names.count ? types[symbol.ordinal].type : nil
    }

    private func described(_ type: ValueType?) -> String {
        guard let type else { return "" }
        guard case .table(let schema) = type else { return type.name }
        return type.name + "\n\n" + schema.columns.map { "- `\($0.name)` \($0.type.name)" }.joined(separator: "\n")
    }

    private func described(_ column: ColumnInfo) -> String {
        let heading = say(column.heading)
        return code(column.name) + "\n" + column.type.name + (heading.isEmpty ? "" : " · " + heading)
    }

    private func about(callAt pointer: Pointer, _ analysis: Analysis, _ document: OpenDocument) -> Found? {
        guard let name = pointer.call else { return nil }
        if let symbol = analysis.names.symbol(at: name.span.start, in: document.path) {
            let head = symbol.definition.source.line(at: symbol.definition.span.start).text
            return (code(String(head.drop { $0 == " " || $0 == "\t" })), name.span)
        }
        let pages = BuiltInFunction.all.filter { $0.name == name.text }.map { code($0.usage) + "\n" + say($0.summary) }
        return pages.isEmpty ? nil : (pages.joined(separator: "\n\n"), name.span)
    }

    private func about(columnAt pointer: Pointer, _ analysis: Analysis) -> Found? {
        guard let word = pointer.column else { return nil }
        let stage = analysis.facts.stages.last {
            $0.span.start <= word.span.start && word.span.end <= $0.span.end
        }
        guard case .table(let schema)? = stage?.input, let column = schema[word.text] else { return nil }
        return (described(column), word.span)
    }

    private func about(sentenceAt pointer: Pointer) -> Found? {
        guard let sentence = pointer.sentence, let assigned = AssignedSentence(sentence, session.registry) else {
            return nil
        }
        if pointer.offset <= assigned.name.end, pointer.offset >= assigned.name.start {
            let page = MarkdownDocument.bytes(HelpPage.page(assigned.command), in: language)
            return (String(decoding: page, as: UTF8.self), assigned.name)
        }
        let argument = assigned.arguments.first { $0.span.start <= pointer.offset && pointer.offset <= $0.span.end }
        return argument.map { (described($0.parameter), $0.span) }
    }

    private func described(_ parameter: ParameterInfo) -> String {
        let name = parameter.way == .label ? parameter.name + ":" : parameter.name.uppercased()
        let text = code(name) + "\n" + say(parameter.help) + " (\(parameter.type.name))"
        guard case .choice(let choices) = parameter.type else { return text }
        return text + "\n\n" + choices.options.map { "- `\($0.word)` \(say($0.meaning))" }.joined(separator: "\n")
    }

    /// The verb, or the first word of the statement, under the pointer.
    private func about(wordAt pointer: Pointer, _ document: OpenDocument) -> Found? {
        let tries = [
            pointer.stage.map { ($0.span, CompletionWords.verbs) },
            pointer.statement.map { ($0.span, CompletionWords.statements) },
        ]
        for case let (span, words)? in tries {
            let word = String(document.source[span].prefix { !$0.isWhitespace })
            guard pointer.offset <= span.start + word.utf8.count,
                let choice = words.first(where: { $0.word.split(separator: " ").first == word[...] })
            else { continue }
            return (
                code(choice.word) + "\n" + say(choice.meaning), SourceSpan(span.start, span.start + word.utf8.count)
            )
        }
        return nil
    }
}
