public import Commands
import Diagnostics
import Language
import Rendering
import Syntax
import Values

/// What must hold of every input, however broken, on its way through lexer, parser, checker, completer and the
/// rendering of findings. That nothing traps, and how long it takes, whoever calls them sees.
public struct ReadingLaws {
    private let session: Session

    /// Holds the laws with the commands of a session.
    public init(_ session: Session) {
        self.session = session
    }

    /// The first law that a text breaks, in words; `nil` when all hold.
    public func broken(by text: String) -> String? {
        let source = Source(name: "input.sen", text: text)
        let parse = Parser.parse(source)
        return tokens(source) ?? findings(parse.findings, source) ?? spans(parse.program.statements, within: source)
            ?? (parse.findings.isEmpty ? readBack(parse.program.statements) ?? formats(source, parse.program) : nil)
            ?? checks(source) ?? completes(text)
    }

    /// Tokens lie in order, do not overlap, and end with the text.
    private func tokens(_ source: Source) -> String? {
        var end = 0
        let tokens = Lexer.tokens(of: source)
        for token in tokens {
            guard end <= token.start, token.start <= token.end else { return "a \(token.kind) at \(token.start)" }
            end = token.end
        }
        guard tokens.last?.kind == .end, end == source.text.utf8.count else { return "the last token ends at \(end)" }
        return nil
    }

    /// Findings lie in order and inside the text.
    private func findings(_ findings: [Diagnostic], _ source: Source) -> String? {
        var start = 0
        for finding in findings where finding.place.map({ $0.source == source }) ?? false {
            guard let span = finding.place?.span, start <= span.start, span.start <= span.end,
                span.end <= source.text.utf8.count
            else { return "\(finding.code) lies outside or out of order" }
            start = span.start
        }
        return findings.count > 402 ? "\(findings.count) findings" : nil
    }

    /// Statements lie in order, inside the text or the statement whose block they stand in.
    private func spans(_ statements: [Statement], within source: Source) -> String? {
        spans(statements, from: 0, to: source.text.utf8.count)
    }

    private func spans(_ statements: [Statement], from start: Int, to end: Int) -> String? {
        var start = start
        for statement in statements {
            let span = statement.span
            guard start <= span.start, span.start < span.end, span.end <= end else { return "a statement at \(span)" }
            for block in statement.blocks {
                if let broken = spans(block, from: span.start, to: span.end) { return broken }
            }
            start = span.end
        }
        return nil
    }

    /// What is written of a tree reads back as the same tree.
    private func readBack(_ statements: [Statement]) -> String? {
        for statement in statements {
            for pipeline in statement.pipelines {
                guard let written = SourceForm.of(pipeline) else { continue }
                let parse = Parser.parse(Source(name: "", text: "let x = " + written))
                guard case .bind(_, let again)? = parse.program.statements.first?.kind,
                    unquoted(Outline.of(again)) == unquoted(Outline.of(pipeline))
                else { return "written back as \(written): \(Outline.of(pipeline))" }
            }
            for block in statement.blocks {
                if let broken = readBack(block) { return broken }
            }
        }
        return nil
    }

    /// Formatting keeps the statements and the comments, and what is formatted stays as it is.
    private func formats(_ source: Source, _ program: Program) -> String? {
        guard let formatted = try? Formatter.format(source) else { return "what reads is not formatted" }
        let again = Parser.parse(Source(name: "", text: formatted))
        guard again.findings.isEmpty, again.program.statements.map(Outline.of) == program.statements.map(Outline.of),
            again.program.comments.count == program.comments.count
        else { return "formatted as \(formatted)" }
        let twice = try? Formatter.format(again.program.source)
        return twice == formatted ? nil : "formatted twice: \(formatted)"
    }

    /// An outline in which a quoted word counts as a bare one: some words are written with quotes to be safe.
    private func unquoted(_ outline: String) -> String {
        ["s", "min", "h", "d", "w", "working", "đ", "VND", "last", "this", "next"].reduce(outline) { text, word in
            text.replacing("text(‘\(word)’)", with: word)
        }
    }

    /// The checker's findings are placed as the parser's are, and can be shown and written as JSON.
    private func checks(_ source: Source) -> String? {
        let found = Interpreter(session).check(source)
        if let broken = findings(found, source) { return "checked: " + broken }
        let shown = DiagnosticRendering.render(found, language: .vietnamese, colour: false)
        guard shown.utf8.count <= 5_000 * (found.count + 1) else { return "findings of \(shown.utf8.count) bytes" }
        _ = DiagnosticJSON.render(found)
        _ = SecretLines.holds(source.text, session.registry)
        return nil
    }

    /// What is completed lies in front of the cursor; a few places of a long text are enough.
    private func completes(_ text: String) -> String? {
        let size = text.utf8.count
        let completer = Completer(Interpreter(session))
        for cursor in stride(from: size, through: 0, by: -max(1, size / 3)) {
            let range = completer.completion(of: text, at: cursor).range
            guard 0 <= range.start, range.start <= range.end, range.end <= size else { return "completes \(range)" }
        }
        _ = completer.hint(of: text)
        return nil
    }
}

extension Statement {
    /// The blocks that stand in the statement.
    fileprivate var blocks: [[Statement]] {
        switch kind {
        case .condition(let branches, let otherwise): branches.map(\.block) + [otherwise ?? []]
        case .loop(_, _, let block), .atomic(_, let block), .step(_, let block): [block]
        case .function(let function): [function.body]
        case .attempt(let block, _, let rescue): [block, rescue]
        default: []
        }
    }

    /// The values that stand in the statement's own line.
    fileprivate var pipelines: [Pipeline] {
        switch kind {
        case .bind(_, let value), .set(_, let value), .loop(_, let value, _), .sentence(_, let value): [value]
        case .giveBack(let value): value.map { [$0] } ?? []
        default: []
        }
    }
}
